import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { targetSecretOf } from '#electron/exchange/target-secrets'
import { dropSecretsKey, openSecret, sealSecret } from '#electron/kernel/secrets'
import type { Target, TargetDraft } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'

const [secret, passphrase, later] = ['Kennwort-一号-f7Q!', 'open-sesame-芝麻-3k', 'another-secret-Zz-77']

let plant: TestBackend
let target: Target
const draft: TargetDraft = {
  name: '云盘',
  settings: { kind: 'webdav', url: 'https://dav.example.com/plant/', user: 'plant' },
  sealedFor: { how: 'passphrase' },
  bandwidth: null,
  schedule: { when: 'hand' },
}
beforeAll(async () => {
  plant = await startBackend()
  target = await finish(plant.api.exchange.addTarget({ target: draft, secret, passphrase }))
})
afterAll(() => plant.close())

const context = () => ({ db: plant.backend.spine.store().read, folder: plant.folder })
const kept = () => targetSecretOf(context(), target.id, 'access')

/** All bytes of the data folder, the log of the database included. */
function* everyFile(folder: string): Generator<readonly [string, Buffer]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) {
      const file = join(entry.parentPath, entry.name)
      yield [file, readFileSync(file)]
    }
}
/** The spellings in which text lies in files: as it is, in UTF-16, in base 64, as hex. */
function spellings(text: string): Buffer[] {
  const bytes = Buffer.from(text)
  // Base 64 in the three ways that text can stand in it, without the ends that its neighbours change.
  const based = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  const hex = bytes.toString('hex')
  return [
    bytes,
    Buffer.from(text, 'utf16le'),
    ...[...based, hex, hex.toUpperCase()].map((each) => Buffer.from(each)),
  ]
}
function whereItLies(texts: readonly string[]): string[] {
  const wanted = texts.flatMap(spellings)
  return [...everyFile(plant.folder)].flatMap(([file, bytes]) =>
    wanted.some((each) => bytes.includes(each)) ? [file] : [],
  )
}

it('a target tells that a password is kept, and never which', async () => {
  expect(target).toMatchObject({ hasSecret: true, hasPassphrase: true })
  expect(JSON.stringify(await plant.api.exchange.targets({}))).not.toContain(secret)
  expect(kept()).toBe(secret)
  expect(targetSecretOf(context(), target.id, 'seal')).toBe(passphrase)
})

it('no file of the data folder holds it in any spelling: neither the store nor its log nor the trail', async () => {
  await finish(plant.api.exchange.changeTarget({ id: target.id, target: draft, secret: later }))
  expect(kept()).toBe(later)
  expect(whereItLies([secret, passphrase, later])).toEqual([])
  // What is searched for would be found: the address of the target lies there in clear.
  expect(whereItLies(['dav.example.com']).length).toBeGreaterThan(0)
})

it('the trail says that it was changed, and nothing of it', () => {
  const lines = plant.backend.spine
    .store()
    .sqlite.prepare<[], { procedure: string; detail: string }>('SELECT procedure, detail FROM kernel_audit')
    .all()
  const told = lines.filter(({ detail }) => detail.includes('exchange.access-secret-kept'))
  expect(told.map(({ procedure }) => procedure)).toEqual(['exchange.addTarget', 'exchange.changeTarget'])
  for (const { detail } of lines) expect(detail).not.toContain('exchange_secrets')
})

it('a secret of one target does not open for another, nor changed, nor under another key', () => {
  const sealed = sealSecret(plant.folder, 'one', secret)
  expect(openSecret(plant.folder, 'one', sealed)).toBe(secret)
  const changed = Buffer.from(sealed)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  for (const [owner, bytes] of [
    ['other', sealed],
    ['one', changed],
  ] as const)
    expect(() => openSecret(plant.folder, owner, bytes)).toThrow(new Refusal('kernel.secret-unreadable'))
})

it('after a start it opens once somebody has signed in, and is gone with its target', async () => {
  dropSecretsKey(plant.folder)
  expect(kept).toThrow(new Refusal('kernel.secrets-closed'))
  await finish(
    plant.connect('another').access.signIn({ login: administrator.login, password: administrator.password }),
  )
  expect(kept()).toBe(later)
  await plant.api.exchange.removeTarget({ id: target.id })
  expect(kept()).toBe(null)
})
