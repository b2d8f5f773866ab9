import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'

import { folderTarget } from '#test/exchange/folder-target'
import { homesOf } from '#test/fault/homes'
import { handOver, type Host, isBound, unprivileged } from '#test/fault/host'
import { found, opened } from '#test/fault/state'
import { finish, refusalOf } from '#test/support/backend'

const { plant, home, start } = homesOf()

it('D1 a second program is refused, which names the first, and opens once the first was killed', async () => {
  const { home: own } = home()
  const first = await start(own)
  await first.signIn()
  const second = await start(own)
  const page = await second.firstPage()
  expect(page).toContain('正在被另一个程序使用：Tanbu')
  expect(page).toContain('being used by another program: Tanbu')
  expect(page).toContain(`进程 ${first.pid}`)
  await first.kill()
  // Asked again, as its page offers, it finds the folder free.
  expect(await second.firstPage()).not.toContain('正在被另一个程序使用')
})

it('D2 data of a newer program is refused, named, and left as it was', async () => {
  const { home: own, folder } = home()
  const sqlite = new Sqlite(join(folder, 'store.db'))
  sqlite.exec(`INSERT INTO migrations VALUES ('9999-future.sql')`)
  sqlite.close()
  const before = readFileSync(join(folder, 'store.db'))
  const page = await (await start(own)).firstPage()
  expect(page).toContain('更新版本的碳簿写成（9999-future.sql）')
  expect(page).toContain('数据没有被改动')
  expect(readFileSync(join(folder, 'store.db')).equals(before)).toBe(true)
})

it('D3 a damaged header is said to be damage, in words', async () => {
  const { home: own, folder } = home()
  const bytes = readFileSync(join(folder, 'store.db'))
  bytes.fill(0xa5, 0, 100)
  writeFileSync(join(folder, 'store.db'), bytes)
  expect(await (await start(own)).firstPage()).toContain('数据文件已损坏，无法打开')
  expect(readFileSync(join(folder, 'store.db')).equals(bytes)).toBe(true)
})

it.each([
  ['gone', (file: string) => rmSync(file)],
  ['empty', (file: string) => truncateSync(file)],
])('D4 a store that is %s does not come back as a new plant over the old keys', async (_how, lose) => {
  const { home: own, folder } = home()
  const keys = readFileSync(join(folder, 'keyring.json'), 'utf8')
  lose(join(folder, 'store.db'))
  expect(await (await start(own)).firstPage()).toContain('store.db 不见了或为空')
  expect(readFileSync(join(folder, 'keyring.json'), 'utf8')).toBe(keys)
})

it.skipIf(!isBound)('D5 a folder that may only be read is refused as that', async () => {
  const { home: own, folder } = home()
  for (const name of readdirSync(folder))
    chmodSync(join(folder, name), statSync(join(folder, name)).mode & 0o555)
  chmodSync(folder, 0o500)
  expect(await (await start(own)).firstPage()).toContain(`数据文件夹“${folder}”不能写入`)
  chmodSync(folder, 0o700)
})

it.skipIf(!isBound)('D6 so is a home in which nothing may be made', async () => {
  const { home: own, folder } = home()
  rmSync(folder, { recursive: true })
  chmodSync(own, 0o500)
  expect(await (await start(own)).firstPage()).toContain('不能写入')
  chmodSync(own, 0o700)
})

const value = (day: string) => ({
  parameter: plant().typed,
  from: `2024-05-${day}`,
  to: `2024-05-${String(Number(day) + 1).padStart(2, '0')}`,
  text: '7',
  unit: null,
  note: null,
  proofs: [],
})
const submit = ({ api }: Host, day: string) =>
  api.activity.submit({ readings: [value(day)], proofs: [], reason: null })

it('D7 a data folder that vanishes takes no change that it would lose', async () => {
  const { home: own, folder } = home()
  const host = await start(own)
  await host.signIn()
  await submit(host, '02')
  renameSync(folder, `${folder}-away`)
  expect(await refusalOf(submit(host, '03'))).toMatchObject({ code: 'kernel.folder-gone', facts: { folder } })
  renameSync(`${folder}-away`, folder)
  await submit(host, '04')
  await host.kill()
  const { state, faults } = await found(folder)
  expect(faults).toEqual([])
  expect(Object.keys(state.cells)).toEqual(['typed/2024-05-02', 'typed/2024-05-04'])
})

it('D8 an uploaded file that vanishes, and a target that vanishes, are said to be gone', async () => {
  const { home: own, folder } = home()
  const host = await start(own)
  await host.signIn()
  const { api } = host
  const upload = await host.upload('化验单.pdf', Buffer.from('paper'))
  rmSync(join(folder, 'staging', upload))
  const { readings } = await submit(host, '02')
  const proof = { file: { from: 'upload' as const, upload }, place: null, reportNo: null, sampleDate: null }
  const to = { kind: 'reading' as const, reading: readings[0]!.id }
  expect((await refusalOf(api.activity.addEvidence({ to, proof }))).code).toBe('kernel.upload-gone')
  const stick = join(own, 'stick')
  mkdirSync(stick)
  handOver(stick)
  const target = await finish(api.exchange.addTarget(folderTarget('U 盘', stick)))
  const [file] = await finish(
    api.exchange.makeExports({ inventory: plant().inventory, kinds: ['json'], language: 'zh' }),
  )
  await api.exchange.send({ exports: [file!.id], target: target.id })
  renameSync(stick, `${stick}-pulled`)
  expect(await finish(api.exchange.deliver({}))).toEqual({ delivered: 0, failed: 1 })
  expect((await api.exchange.outbox({}))[0]).toMatchObject({
    state: 'waiting',
    trouble: 'exchange.target-gone',
  })
  expect((await refusalOf(finish(api.exchange.backUp({ target: target.id })))).code).toBe(
    'exchange.target-gone',
  )
  expect(readdirSync(join(folder, 'backups'))).toEqual([])
  renameSync(`${stick}-pulled`, stick)
  expect(await finish(api.exchange.deliver({}))).toEqual({ delivered: 1, failed: 0 })
  expect(existsSync(join(stick, file!.fileName))).toBe(true)
})

it('D9 a migration that is killed half-way leaves the old store and its backup, and opens as before', async () => {
  const { home: own, folder } = home()
  const before = await found(folder)
  const child = spawn(process.execPath, ['test/fault/slow-migration.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...unprivileged,
  })
  await once(child.stdout, 'data')
  // The backup is whole when it has its name; the migration writes from then on.
  while (!existsSync(join(folder, 'backups', 'before-9990-slow.db'))) await pause(20)
  await pause(300)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await found(folder)).toEqual(before)
  const backup = new Sqlite(join(folder, 'backups', 'before-9990-slow.db'), { readonly: true })
  expect(backup.pragma('integrity_check', { simple: true })).toBe('ok')
  backup.close()
  const host = await start(own)
  await host.signIn()
  await submit(host, '02')
})
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

it('D10 no kind of statement changes or removes a line of the trail or a reading', async () => {
  const { home: own, folder } = home()
  const host = await start(own)
  await host.signIn()
  await submit(host, '02')
  await host.close()
  const { sqlite, close } = opened(folder)
  const refused = [
    `UPDATE kernel_audit SET at = '2020-01-01' WHERE seq = 1`,
    'DELETE FROM kernel_audit WHERE seq = 1',
    'INSERT OR REPLACE INTO kernel_audit SELECT * FROM kernel_audit WHERE seq = 1',
    `UPDATE OR REPLACE kernel_audit SET seq = 1 WHERE seq = 2`,
    `INSERT INTO kernel_audit SELECT * FROM kernel_audit WHERE true ON CONFLICT DO UPDATE SET at = 'x'`,
    `UPDATE activity_readings SET entered = '8'`,
    'DELETE FROM activity_readings',
    'INSERT OR REPLACE INTO activity_readings SELECT * FROM activity_readings',
  ]
  for (const statement of refused)
    expect(() => sqlite.exec(statement), statement).toThrow(/append-only|never (overwritten|deleted)/)
  close()
})
