import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'

import { startLoopback } from '#electron/kernel/loopback'
import { finish, startBackend } from '#test/support/backend'

/** The way back after an update that changed the data's structure: the older program meets data that it does not know. */
it('data of a later program is refused by an older one, which offers the backup from before and brings it back', async () => {
  const home = mkdtempSync(join(tmpdir(), 'tanbu-newer-'))
  const folder = join(home, 'plant')
  const plant = await startBackend({ folder, around: { name: 'Tanbu 0.1.0' } })
  const before = await finish(plant.api.exchange.backUp({ target: null }))
  await plant.close()
  const later = await startBackend({ folder, setUp: false, around: { name: 'Tanbu 9.0.0' } })
  await finish(later.api.access.signIn({ login: 'wang', password: 'correct horse 7' }))
  later.clock.advance(60)
  const after = await finish(later.api.exchange.backUp({ target: null }))
  await later.close()
  const store = new Sqlite(join(folder, 'store.db'))
  store.prepare('INSERT INTO migrations (name) VALUES (?)').run('9999-later.sql')
  store.close()

  const host = await startLoopback({ home, pages: join(home, 'none') })
  try {
    const { headers } = await fetch(host.address(), { redirect: 'manual' })
    const cookie = /^[^;]+/.exec(headers.get('set-cookie') ?? '')?.[0] ?? ''
    const { origin } = new URL(host.address())
    const page = await (await fetch(origin, { headers: { cookie } })).text()
    expect(page).toContain('由更新版本的碳簿写成')
    expect(page).toContain(before.file)
    expect(page).not.toContain(after.file)
    const body = new URLSearchParams({ file: before.file })
    await fetch(`${origin}/rescue`, { method: 'POST', body, headers: { cookie, origin }, redirect: 'manual' })
    // There are no pages here, but a start: what is not found is found by a program that runs.
    expect((await fetch(`${origin}/nothing.js`, { headers: { cookie } })).status).toBe(404)
    await fetch(origin, { headers: { cookie } })
    expect(readdirSync(home).some((name) => name.startsWith('plant.before-'))).toBe(true)
    const back = new Sqlite(join(folder, 'store.db'), { readonly: true })
    expect(back.prepare(`SELECT count(*) FROM migrations WHERE name LIKE '9999%'`).pluck().get()).toBe(0)
    back.close()
    expect(existsSync(join(folder, 'backups'))).toBe(true)
  } finally {
    await host.close()
    rmSync(home, { recursive: true, force: true })
  }
})
