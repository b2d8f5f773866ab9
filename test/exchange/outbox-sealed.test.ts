import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'

import { sha256 } from '#electron/kernel/crypto'
import { finish } from '#test/support/backend'

import { folderTarget } from './folder-target.ts'
import { outboxStage } from './outbox-stage.ts'

const stage = outboxStage()
const { add, deliver, idOf, line, send, states } = stage

describe('what is sealed on its way', () => {
  it('O16 with keys only their owners can read it, and the receipt is of what was sent', async () => {
    const identity = await generateX25519Identity()
    const recipients = [await identityToRecipient(identity)]
    await add({ sealedFor: { how: 'keys', recipients } })
    const [file] = await send('secret.txt')
    await deliver()
    const sealed = readFileSync(join(stage.place, 'secret.txt.age'))
    expect(readdirSync(stage.place)).toEqual(['secret.txt.age'])
    expect(sealed.includes(Buffer.from('secret.txt'))).toBe(false)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    expect(sha256(Buffer.from(await decrypter.decrypt(sealed)))).toBe(file!.sha256)
    expect((await line())[0]?.sha256).toBe(sha256(sealed))
    expect(readdirSync(join(stage.plant.folder, 'outbox'))).toEqual([])
  })

  it('O17 it is sealed once, so that what had arrived goes on after an interruption', async () => {
    const identity = await generateX25519Identity()
    await add({ sealedFor: { how: 'keys', recipients: [await identityToRecipient(identity)] } })
    await send('secret.txt')
    renameSync(stage.place, `${stage.place}-pulled`)
    await deliver()
    const [kept] = readdirSync(join(stage.plant.folder, 'outbox'))
    const before = readFileSync(join(stage.plant.folder, 'outbox', kept!))
    renameSync(`${stage.place}-pulled`, stage.place)
    await deliver()
    expect(readFileSync(join(stage.place, 'secret.txt.age')).equals(before)).toBe(true)
  })

  it('O18 under a passphrase, which is kept sealed itself; without one it does not leave', async () => {
    await add({ sealedFor: { how: 'passphrase' } })
    await send('secret.txt')
    await deliver()
    expect(await states()).toEqual(['secret.txt failed exchange.target-no-passphrase'])
    const passphrase = 'burst-swarm-slender-curve'
    const { id, name, settings, sealedFor, bandwidth, schedule } = stage.target
    const draft = { name, settings, sealedFor, bandwidth, schedule }
    expect(
      await finish(stage.plant.api.exchange.changeTarget({ id, target: draft, passphrase })),
    ).toMatchObject({
      hasPassphrase: true,
    })
    await stage.plant.api.exchange.retry({ ids: [await idOf('secret.txt')] })
    await deliver()
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    const sealed = readFileSync(join(stage.place, 'secret.txt.age'))
    expect(await decrypter.decrypt(sealed, 'text')).toBe('secret.txt')
    const store = readFileSync(join(stage.plant.folder, 'store.db'))
    expect(store.includes(Buffer.from(passphrase))).toBe(false)
  })
})

describe('mail', () => {
  it('O19 what was asked for together becomes one message to be opened and sent by a person', async () => {
    await stage.take({
      target: {
        ...folderTarget('核查机构', stage.place).target,
        settings: { kind: 'mail', to: 'verifier@example.org', subject: '2026 年核查资料' },
      },
    })
    const files = await send('清单.json', '报告.pdf')
    expect(await deliver()).toEqual({ delivered: 2, failed: 0 })
    const message = (await stage.plant.api.exchange.exports({})).find(({ kind }) => kind === 'message')!
    expect(message.fileName).toBe('2026 年核查资料.eml')
    const text = readFileSync(join(stage.plant.folder, 'exports', message.id), 'utf8')
    expect(sha256(text)).toBe(message.sha256)
    expect(text).toMatch(/^To: verifier@example.org/m)
    expect(text).toMatch(/^X-Unsent: 1/m)
    for (const file of files) expect(text).toContain(Buffer.from(file.fileName).toString('base64'))
    expect((await line()).map(({ state, place: at }) => `${state} ${at}`)).toEqual([
      'delivered 2026 年核查资料.eml',
      'delivered 2026 年核查资料.eml',
    ])
  })
})
