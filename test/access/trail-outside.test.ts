import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { auditVerify } from '#electron/cli/read-plant'
import { readAnchor, writeAnchor } from '#electron/kernel/anchor'
import { type AuditLine, hashOfLine } from '#electron/kernel/audit'
import { givenAnchors, spelledAnchor } from '#electron/kernel/given-anchors'
import { offeredDownload } from '#electron/kernel/uploads'
import { finish, startBackend, type TestBackend } from '#test/support/backend'

const run = promisify(execFile)
const scratch = mkdtempSync(join(tmpdir(), 'tanbu-trail-'))
let plant: TestBackend
beforeAll(async () => {
  plant = await startBackend()
  for (const name of ['=HYPERLINK("x")', '李"工', '控制\u0007符\u2028'])
    await plant.api.access.addPerson({ name }).catch(() => {})
})
afterAll(async () => {
  await plant.close()
  rmSync(scratch, { recursive: true })
})

async function exported(kind: 'csv' | 'jsonl', filter = {}): Promise<string> {
  const { download } = await finish(plant.api.access.auditExport({ filter, kind }))
  const file = join(scratch, `${download}.${kind}`)
  writeFileSync(file, readFileSync(offeredDownload(plant.folder, download)?.path ?? ''))
  return file
}
/** The second program, in another language. */
async function outside(file: string, ...anchors: string[]): Promise<[number, string]> {
  const given = anchors.flatMap((anchor) => ['--anchor', anchor])
  try {
    const { stdout } = await run('python3', ['resources/access/verify_trail.py', file, ...given])
    return [0, stdout.trim()]
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return [code, stdout.trim()]
  }
}
/** The command line in this process, without starting it anew. */
async function cli(...anchors: string[]): Promise<[string, string]> {
  const said: string[] = []
  const talk = {
    language: 'en' as const,
    out: (text: string) => void said.push(text),
    err: (text: string) => void said.push(text),
    ask: () => Promise.resolve(null),
  }
  return [await auditVerify(talk, plant.folder, anchors), said.join('\n')]
}

it.each(['csv', 'jsonl'] as const)(
  'an exported trail in %s verifies outside of the program, to the same head',
  async (kind) => {
    const file = await exported(kind)
    const head = spelledAnchor(givenAnchors(plant.folder).at(-1)!)
    expect(await outside(file, head)).toEqual([
      0,
      `${head.split(':')[0]} lines verified, the last is ${head}`,
    ])
    expect(readFileSync(file, 'utf8')).not.toContain('HYPERLINK')
  },
)

it.each([
  ['a changed word', (text: string) => text.replace('access.setUp', 'access.signIn'), 'line 1: its content'],
  ['a line taken out', (text: string) => text.replace(/\n\{"seq":2,.*/, ''), 'lines were exported'],
  [
    'a line in the place of another',
    (text: string) => text.replace(/(\n\{"seq":2,.*)(\n\{"seq":3,.*)/, '$2$1'),
    'line 2: out of order',
  ],
])('%s in the exported file is found', async (_what, change, words) => {
  const file = await exported('jsonl')
  const text = readFileSync(file, 'utf8')
  expect(change(text)).not.toBe(text)
  writeFileSync(file, change(text))
  expect(await outside(file)).toEqual([1, expect.stringContaining(words)])
})

it('a search is exported with what it found and still gives its hashes', async () => {
  const file = await exported('csv', { procedure: 'access.addPerson' })
  const [code, said] = await outside(file)
  expect([code, said.split(' ')[0]]).toEqual([0, '3'])
})

it('every file that is offered remembers the head with which it left', async () => {
  const before = givenAnchors(plant.folder).length
  const { download } = await finish(plant.api.access.anchorSheet({ language: 'zh' }))
  expect(
    readFileSync(offeredDownload(plant.folder, download)?.path ?? '')
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF')
  const given = givenAnchors(plant.folder).slice(before)
  expect(given.map(({ purpose }) => purpose)).toEqual(['file', 'sheet'])
  const [newest] = await plant.api.access.anchors({})
  expect(newest).toMatchObject({ purpose: 'sheet', holds: true })
})

it('a history that was written anew with all of its hashes is found by an anchor that was given out before', async () => {
  const noted = spelledAnchor(readAnchor(plant.folder)!)
  expect((await cli(noted))[0]).toBe('done')
  const { sqlite } = plant.backend.spine.store()
  const lines = sqlite.prepare<[], AuditLine>('SELECT * FROM kernel_audit ORDER BY seq').all()
  sqlite.exec(`DROP TRIGGER IF EXISTS kernel_audit_no_update; DROP TRIGGER IF EXISTS kernel_audit_no_delete`)
  for (const { name } of sqlite
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'kernel_audit'`,
    )
    .all())
    sqlite.exec(`DROP TRIGGER "${name}"`)
  let previous = '0'.repeat(64)
  for (const line of lines) {
    const written = { ...line, previous, ...(line.seq === 2 ? { actor: 'somebody else' } : {}) }
    previous = hashOfLine(written)
    sqlite
      .prepare('UPDATE kernel_audit SET actor = ?, previous = ?, hash = ? WHERE seq = ?')
      .run(written.actor, written.previous, previous, line.seq)
  }
  writeAnchor(plant.folder, { seq: lines.length, hash: previous })
  // The list of what was given out is taken away as well: only what left the plant is left.
  rmSync(join(plant.folder, 'audit-anchors.jsonl'))
  expect((await cli())[0]).toBe('done')
  const [ending, said] = await cli(noted)
  expect([ending, said]).toEqual(['check-failed', expect.stringContaining('the chain was rewritten')])
  const kept = join(scratch, 'sheet.txt')
  writeFileSync(kept, `审计链锚点 ${noted}`)
  expect((await cli(kept))[0]).toBe('check-failed')
})
