import { z } from 'zod'

import { targetId } from '#shared/exchange/model'
import { unreachable } from '#shared/kernel/refusal'

const name = z.string().trim().min(1).max(300)
/** Empty where the place itself is meant, else `a/b` without a slash at either end. */
const folder = z
  .string()
  .trim()
  .max(1000)
  .regex(/^(?!\/)(?!.*\/$)/)
const port = z.int().min(1).max(65_535)

/** Where exports are brought to, by kind. No secret stands here: passwords and keys are kept apart, sealed. */
export const targetSettings = z.discriminatedUnion('kind', [
  /** A folder of this machine, a stick or a mounted share; absolute. */
  z.strictObject({ kind: z.literal('folder'), path: z.string().min(1).max(1000) }),
  /** The address of a collection that is there; secret: the password (of the application, where the server has such). */
  z.strictObject({
    kind: z.literal('webdav'),
    url: z.url({ protocol: /^https?$/ }).max(1000),
    user: z.string().trim().max(300),
  }),
  /** Secret: the secret access key. `prefix` goes before every name, `plant-a/2026`, or is empty. */
  z.strictObject({
    kind: z.literal('s3'),
    endpoint: z.url({ protocol: /^https?$/ }).max(1000),
    region: name,
    bucket: name,
    prefix: folder,
    accessKey: name,
    /** `endpoint/bucket/name` instead of `bucket.endpoint/name`. */
    pathStyle: z.boolean(),
  }),
  /**
   * Secret: a password, or a private key in OpenSSH or PEM form. The folder is the server's own, from its root with a
   * slash before it and else from where one stands after signing in; empty for that place itself. `hostKey` is the
   * fingerprint, `SHA256:…`, that a person confirmed; null before.
   */
  z.strictObject({
    kind: z.literal('sftp'),
    host: name,
    port,
    user: name,
    folder: z.string().trim().max(1000),
    hostKey: z
      .string()
      .regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/)
      .nullable(),
  }),
  /** The group's PostgreSQL database. `tls`: prove who the server is, by `ca` (PEM) or the system's; or no TLS at all. */
  z.strictObject({
    kind: z.literal('hub'),
    host: name,
    port,
    database: name,
    user: name,
    tls: z.enum(['verify', 'off']),
    ca: z.string().max(100_000).nullable(),
  }),
  /** Makes a message that a person sends with a mail program of their own; nothing leaves by itself. */
  z.strictObject({ kind: z.literal('mail'), to: z.email().max(300), subject: z.string().trim().max(300) }),
])
export type TargetSettings = Readonly<z.output<typeof targetSettings>>
export type TargetKind = TargetSettings['kind']
export const targetKinds = targetSettings.options.map(({ shape }) => shape.kind.value)

/** The settings of one kind of target. */
export type SettingsOf<K extends TargetKind> = Extract<TargetSettings, { readonly kind: K }>

/** Kinds whose server asks for a secret. */
export const kindsWithSecret: ReadonlySet<TargetKind> = new Set(['webdav', 's3', 'sftp', 'hub'])

/** When a target is sent to without being asked: whenever it is there, between two times of some days, or never. */
export const schedule = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('there') }),
  z.strictObject({ when: z.literal('hand') }),
  z.strictObject({
    when: z.literal('hours'),
    /** 1 Monday … 7 Sunday: the day on which the hours begin. */
    days: z.array(z.int().min(1).max(7)).min(1),
    /** `22:00` to `06:00` reaches into the next day. */
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  }),
])
export type Schedule = Readonly<z.output<typeof schedule>>

/** What is sent is encrypted in the age format: for keys, `age1…`, or under a passphrase, which is kept as a secret. */
export const sealedFor = z.discriminatedUnion('how', [
  z.strictObject({
    how: z.literal('keys'),
    recipients: z
      .array(
        z
          .string()
          .trim()
          .regex(/^age1[a-z0-9]{20,4000}$/),
      )
      .min(1)
      .max(20),
  }),
  z.strictObject({ how: z.literal('passphrase') }),
])
export type SealedFor = Readonly<z.output<typeof sealedFor>>

/** What a person decides about a target. */
export const targetDraft = z.strictObject({
  name: z.string().trim().min(1).max(100),
  settings: targetSettings,
  sealedFor: sealedFor.nullable(),
  /** KiB per second at most; null without a limit. */
  bandwidth: z.int().min(1).max(1_000_000).nullable(),
  schedule,
})
export type TargetDraft = Readonly<z.output<typeof targetDraft>>

export const target = targetDraft.extend({
  id: targetId,
  /** Whether a password or key is kept for it. */
  hasSecret: z.boolean(),
  hasPassphrase: z.boolean(),
})
export type Target = Readonly<z.output<typeof target>>

/** The names under which secrets of a target are kept. */
export const secretNames = ['access', 'seal'] as const
export type SecretName = (typeof secretNames)[number]

/** Where a target is, for people; without credentials. */
export function placeOf(settings: TargetSettings): string {
  switch (settings.kind) {
    case 'folder':
      return settings.path
    case 'webdav':
      return settings.url
    case 's3':
      return [settings.endpoint.replace(/\/$/, ''), settings.bucket, settings.prefix]
        .filter(Boolean)
        .join('/')
    case 'sftp':
      return `sftp://${settings.user}@${settings.host}:${settings.port}/${settings.folder.replace(/^\//, '')}`
    case 'hub':
      return `postgresql://${settings.user}@${settings.host}:${settings.port}/${settings.database}`
    case 'mail':
      return settings.to
    default:
      return unreachable(settings)
  }
}
