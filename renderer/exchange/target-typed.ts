import type { z } from 'zod'

import {
  type Schedule,
  type SealedFor,
  type Target,
  targetDraft,
  type TargetDraft,
  type TargetKind,
  targetSettings,
} from '#shared/exchange/target'

/** What is typed into the form of a target, passwords apart: those are in no draft. */
export type TypedTarget = Readonly<Record<string, unknown>>

/** The fields of each kind, in the order in which they are asked for. */
export const fieldsOfKind = {
  folder: ['path'],
  webdav: ['url', 'user'],
  s3: ['endpoint', 'region', 'bucket', 'prefix', 'accessKey', 'pathStyle'],
  sftp: ['host', 'port', 'user', 'folder', 'hostKey'],
  hub: ['host', 'port', 'database', 'user', 'tls', 'ca'],
  mail: ['to', 'subject'],
} as const satisfies Record<TargetKind, readonly string[]>
export type SettingField = (typeof fieldsOfKind)[TargetKind][number]

const usual: Readonly<Partial<Record<TargetKind, TypedTarget>>> = {
  s3: { pathStyle: true, prefix: '' },
  sftp: { port: '22', folder: '', hostKey: null },
  hub: { port: '5432', tls: 'verify', ca: '' },
  mail: { subject: '' },
}

export function newTyped(kind: TargetKind): TypedTarget {
  return {
    kind,
    sealed: 'no',
    when: 'there',
    days: [1, 2, 3, 4, 5],
    from: '22:00',
    to_time: '06:00',
    ...usual[kind],
  }
}

/** A target as it stands in its form. */
export function typedOf({ name, settings, bandwidth, ...target }: Target): TypedTarget {
  const { schedule: hours, sealedFor: seal } = target
  return {
    ...newTyped(settings.kind),
    ...settings,
    ...('port' in settings && { port: String(settings.port) }),
    ...('ca' in settings && { ca: settings.ca ?? '' }),
    name,
    bandwidth: bandwidth === null ? '' : String(bandwidth),
    when: hours.when,
    ...(hours.when === 'hours' && { days: hours.days, from: hours.from, to_time: hours.to }),
    sealed: seal?.how ?? 'no',
    recipients: seal?.how === 'keys' ? seal.recipients.join('\n') : '',
  }
}

/** The schema of one field, which the other side validates with; undefined for what is only chosen. */
export function schemaOf(kind: TargetKind, field: SettingField): z.ZodType | undefined {
  if (field === 'port' || field === 'ca' || field === 'pathStyle' || field === 'tls' || field === 'hostKey')
    return undefined
  const option = targetSettings.options.find(({ shape }) => shape.kind.value === kind)
  return (option?.shape as Readonly<Record<string, z.ZodType>> | undefined)?.[field]
}

/** What was typed as a target; null while it is none. */
export function draftOf(typed: TypedTarget): TargetDraft | null {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name].trim() : '')
  const kind = text('kind') as TargetKind
  const whole = (name: string) => (/^\d{1,7}$/.test(text(name)) ? Number.parseInt(text(name), 10) : null)
  const settings = Object.fromEntries(
    fieldsOfKind[kind].map((name): readonly [string, unknown] => {
      if (name === 'port') return [name, whole(name)]
      if (name === 'ca') return [name, text(name) === '' ? null : text(name)]
      if (name === 'pathStyle' || name === 'hostKey')
        return [name, typed[name] ?? (name === 'hostKey' ? null : false)]
      return [name, text(name)]
    }),
  )
  const parsed = targetDraft.safeParse({
    name: text('name'),
    settings: { kind, ...settings },
    bandwidth: text('bandwidth') === '' ? null : (whole('bandwidth') ?? text('bandwidth')),
    schedule: hoursOf(typed, text),
    sealedFor: sealOf(text),
  })
  return parsed.success ? parsed.data : null
}

function hoursOf(typed: TypedTarget, text: (name: string) => string): Schedule {
  const when = text('when')
  if (when === 'hand' || when === 'there') return { when }
  return { when: 'hours', days: typed['days'] as number[], from: text('from'), to: text('to_time') }
}

function sealOf(text: (name: string) => string): SealedFor | null {
  if (text('sealed') === 'passphrase') return { how: 'passphrase' }
  if (text('sealed') !== 'keys') return null
  return { how: 'keys', recipients: keysIn(text('recipients')) }
}
/** One key a line; what stands before it, as in a file of keys, is the reader's own. */
function keysIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
