import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Sqlite, { type Database } from 'better-sqlite3'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { openReader } from '#db/kernel/open'
import { readAnchor } from '#electron/kernel/anchor'
import { hashOfLine } from '#electron/kernel/audit'
import { type ChainReport, headTrouble, verifyChain } from '#electron/kernel/verify-chain'
import { finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
const home = mkdtempSync(join(tmpdir(), 'tanbu-chain-'))
let copies = 0

beforeAll(async () => {
  plant = await startBackend()
  for (let line = 2; line <= 40; line++) await plant.api.access.addPerson({ name: `抄表员 ${line}` })
})
afterAll(async () => {
  await plant.close()
  rmSync(home, { recursive: true })
})

/** A copy of the plant, in which somebody with the file and the time has been at work. */
function tampered(fault: (sqlite: Database) => void): ChainReport {
  const { report } = tamperedFolder(fault)
  return report
}
function tamperedFolder(fault: (sqlite: Database) => void) {
  copies += 1
  const folder = join(home, String(copies))
  mkdirSync(folder)
  plant.backend.spine.store().sqlite.prepare('VACUUM INTO ?').run(join(folder, 'store.db'))
  copyFileSync(join(plant.folder, 'audit-anchor.json'), join(folder, 'audit-anchor.json'))
  const sqlite = new Sqlite(join(folder, 'store.db'))
  sqlite.exec('DROP TRIGGER kernel_audit_no_update; DROP TRIGGER kernel_audit_no_delete')
  fault(sqlite)
  sqlite.close()
  const reader = openReader(folder)
  const report = verifyChain(reader.read, readAnchor(folder), () => {})
  const quick = headTrouble(reader.read, readAnchor(folder))
  reader.close()
  return { report, quick }
}

it('a chain that nobody touched raises no alarm', async () => {
  const { lines, firstBreak, hasAnchor, head } = await finish(plant.api.access.auditVerify({}))
  expect({ firstBreak, hasAnchor }).toEqual({ firstBreak: null, hasAnchor: true })
  expect(lines).toBe(40)
  expect(tampered(() => {})).toEqual({ lines, head, firstBreak: null, hasAnchor: true, anchors: 0 })
})

it('verifying tells how far it has come', async () => {
  const steps: unknown[] = []
  await finish(plant.api.access.auditVerify({}), (progress) => steps.push(progress))
  expect(steps.at(-1)).toMatchObject({ step: 'access.verifying', done: 40, total: 40 })
})

const line = 17
const columns = ['at', 'actor', 'procedure', 'outcome', 'detail', 'previous', 'hash'] as const
const another: Record<(typeof columns)[number], string> = {
  at: `'2020-01-01T00:00:00.000Z'`,
  actor: `'system'`,
  procedure: `'access.savePerson'`,
  outcome: `'refused'`,
  detail: `replace(detail, 'insert', 'delete')`,
  previous: `'${'a'.repeat(64)}'`,
  hash: `'${'b'.repeat(64)}'`,
}
it.each(columns)('another %s is found at its line', (column) => {
  const report = tampered((sqlite) =>
    sqlite.exec(`UPDATE kernel_audit SET ${column} = ${another[column]} WHERE seq = ${line}`),
  )
  expect(report.firstBreak).toEqual({ seq: line, what: 'changed' })
  expect(report.lines).toBe(line - 1)
})

it('any single bit of a line that flips is found', () => {
  for (let bit = 0; bit < 24; bit++) {
    const report = tampered((sqlite) => {
      const at = sqlite
        .prepare<[], { detail: Buffer }>(
          `SELECT CAST(detail AS BLOB) AS detail FROM kernel_audit WHERE seq = ${line}`,
        )
        .get()!
      const bytes = Buffer.from(at.detail)
      const position = Math.floor((bytes.length / 24) * bit)
      bytes[position] = (bytes[position] ?? 0) ^ (1 << (bit % 7))
      sqlite.pragma('ignore_check_constraints = ON')
      sqlite.prepare(`UPDATE kernel_audit SET detail = CAST(? AS TEXT) WHERE seq = ${line}`).run(bytes)
    })
    expect(report.firstBreak).toEqual({ seq: line, what: 'changed' })
  }
})

it('a line taken out is missed', () => {
  expect(
    tampered((sqlite) => sqlite.exec(`DELETE FROM kernel_audit WHERE seq = ${line}`)).firstBreak,
  ).toEqual({ seq: line, what: 'missing' })
  expect(tampered((sqlite) => sqlite.exec('DELETE FROM kernel_audit WHERE seq = 1')).firstBreak).toEqual({
    seq: 1,
    what: 'missing',
  })
})

it('two lines that changed places are found', () => {
  const report = tampered((sqlite) =>
    sqlite.exec(`
      UPDATE kernel_audit SET seq = -1 WHERE seq = ${line};
      UPDATE kernel_audit SET seq = ${line} WHERE seq = ${line + 1};
      UPDATE kernel_audit SET seq = ${line + 1} WHERE seq = -1;`),
  )
  expect(report.firstBreak).toEqual({ seq: line, what: 'changed' })
})

/** Makes a line's hash fit its content again. */
function rehash(sqlite: Database, seq: number): string {
  const found = sqlite.prepare<[number], never>('SELECT * FROM kernel_audit WHERE seq = ?').get(seq)!
  const hash = hashOfLine(found)
  sqlite.prepare('UPDATE kernel_audit SET hash = ? WHERE seq = ?').run(hash, seq)
  return hash
}

it('a changed line whose own hash was made to fit is found at the next line', () => {
  const report = tampered((sqlite) => {
    sqlite.exec(`UPDATE kernel_audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = ${line}`)
    rehash(sqlite, line)
  })
  expect(report.firstBreak).toEqual({ seq: line + 1, what: 'unlinked' })
})

it('a chain written anew from a line on is found by the anchor', () => {
  const { report, quick } = tamperedFolder((sqlite) => {
    sqlite.exec(`UPDATE kernel_audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = ${line}`)
    for (let seq = line; seq <= 40; seq++) {
      const hash = rehash(sqlite, seq)
      sqlite.prepare('UPDATE kernel_audit SET previous = ? WHERE seq = ?').run(hash, seq + 1)
    }
  })
  expect(report.firstBreak).toEqual({ seq: 40, what: 'rewritten' })
  expect(quick).toEqual({ seq: 40, what: 'rewritten' })
})

it('an end that was cut off is missed by the anchor, at once when the program opens', () => {
  const { report, quick } = tamperedFolder((sqlite) => sqlite.exec('DELETE FROM kernel_audit WHERE seq > 30'))
  expect(report.firstBreak).toEqual({ seq: 31, what: 'cut-off' })
  expect(quick).toEqual({ seq: 40, what: 'cut-off' })
})

it('an anchor that stands behind the chain, as after a power cut, raises no alarm', () => {
  const folder = join(home, 'behind')
  cpSync(plant.folder, folder, { recursive: true })
  const reader = openReader(folder)
  const at30 = reader.read.ask<{ hash: string }>('SELECT hash FROM kernel_audit WHERE seq = 30')[0]!
  expect(verifyChain(reader.read, { seq: 30, hash: at30.hash }, () => {}).firstBreak).toBeNull()
  expect(verifyChain(reader.read, null, () => {})).toMatchObject({ firstBreak: null, hasAnchor: false })
  reader.close()
})

it('the store itself refuses to change or delete a line', () => {
  const { sqlite } = plant.backend.spine.store()
  expect(() => sqlite.exec('UPDATE kernel_audit SET at = at')).toThrow('append-only')
  expect(() => sqlite.exec('DELETE FROM kernel_audit')).toThrow('append-only')
})

it('the trail is searched by person, procedure, record, outcome, day and text', async () => {
  const { access } = plant.api
  const id = await access.addPerson({ name: '赵敏', department: '化验室' })
  await refusalOf(access.revoke({ id: id as never }))
  const found = async (filter: Parameters<typeof access.auditSearch>[0]) =>
    (await access.auditSearch(filter)).lines.map(({ procedure, outcome }) => `${procedure} ${outcome}`)
  expect(await found({ record: id })).toEqual(['access.addPerson done'])
  expect(await found({ text: '赵敏' })).toEqual(['access.addPerson done'])
  expect(await found({ procedure: 'access', outcome: 'refused' })).toEqual(['access.revoke refused'])
  expect(await found({ procedure: 'access.set' })).toEqual([])
  expect(await found({ from: '2026-07-01' })).toEqual([])
  expect(await found({ from: '2026-06-30', to: '2026-06-30', text: '化验室' })).toHaveLength(1)
  const wang = (await access.auditSearch({ procedure: 'access.setUp' })).lines[0]?.user
  expect((await found({ user: wang! })).length).toBeGreaterThan(40)
})

it('a line shows what was and what is, side by side, and names who did it', async () => {
  const { access } = plant.api
  const facts = { position: null, phone: null, email: null, note: null }
  const id = await access.addPerson({ name: '钱多', department: '车间' })
  await access.savePerson({ id, name: '钱多', department: '财务部', ...facts })
  const { lines } = await access.auditSearch({ procedure: 'access.savePerson' })
  expect(lines[0]).toMatchObject({
    name: '王建国',
    tables: [{ table: 'access_people', op: 'update', rows: 1 }],
  })
  const { changes } = await access.auditDetail({ seq: lines[0]!.seq })
  expect(changes[0]?.fields.find(({ name }) => name === 'department')).toEqual({
    name: 'department',
    before: { text: '车间', isRemoved: false },
    after: { text: '财务部', isRemoved: false },
  })
})

it('the trail pages on to its first line', async () => {
  const { access } = plant.api
  for (let more = 0; more < 70; more++) await access.addPerson({ name: `巡检员 ${more}` })
  const first = await access.auditSearch({})
  expect(first.lines).toHaveLength(100)
  const rest = await access.auditSearch({ before: first.next! })
  expect(rest.next).toBeNull()
  expect(rest.lines.at(-1)).toMatchObject({ seq: 1, procedure: 'access.setUp' })
})

it('the whole chain is checked in the background once a plant is open', async () => {
  const { access } = plant.api
  expect(await access.chain({})).toMatchObject({ trouble: null, verifiedLines: null })
  await vi.waitFor(async () => expect((await access.chain({})).verifiedLines).toBeGreaterThan(40), {
    timeout: 20_000,
    interval: 50,
  })
})
