import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { writeXlsx } from 'hucre'

import { importJob } from '#electron/activity/import-job'
import { inspectJob } from '#electron/activity/inspect-job'
import { knownParameters } from '#electron/activity/known-parameters'
import { noChoice } from '#electron/activity/read-table'
import { calculate } from '#electron/cli/calculate'
import type { Talk } from '#electron/cli/talk'
import { readTree } from '#electron/compliance/read-tree'
import { changesKind } from '#electron/exchange/make-changes'
import { clientAt } from '#electron/kernel/in-process'
import { openPackage, sealPackage } from '#electron/kernel/sealed-package'
import { stageUpload } from '#electron/kernel/uploads'
import { checkPackage } from '#electron/verification/check-package'
import { proposeMapping } from '#shared/activity/propose'
import { recognise } from '#shared/activity/recognise'
import { type Plant as LedgerPlant, startPlant as startLedger } from '#test/accounting/plant'
import { type Plant as AuditPlant, startPlant as startAudit } from '#test/audits/support'
import { passphrase, type TwoFolders, twoFolders } from '#test/exchange/two-folders'
import { backups, papers, pictures, releases } from '#test/fault/kept-readers'
import { anyOf, damaged, type Mutation, partsOf, repacked, reshaped, scribbled } from '#test/fault/mutations'
import { objectiveLike } from '#test/performance/support'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'
import { enactPlan } from '#test/verification/plan'

/** One way in which a file from outside is read. */
export interface Reader {
  readonly name: string
  /** Honest files, each with what is done to it; the last part of a name tells the reader its kind. */
  readonly bases: readonly { readonly name: string; readonly bytes: Buffer; readonly mutation: Mutation }[]
  /** Reads the file at a path. Refusals are thrown as the reader throws them. */
  readonly read: (path: string, name: string) => Promise<unknown>
}

const cheap = { N: 1024, r: 8, p: 1 }
const heard = { report: () => {}, signal: new AbortController().signal }
const program = new URL('../..', import.meta.url).pathname
const text = (...lines: readonly string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`)
const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`)

/** Every reader of files from outside, on plants that were made for it; `close` clears them away. */
export async function makeReaders(): Promise<{
  readonly readers: readonly Reader[]
  readonly close: () => Promise<void>
}> {
  const scratch = mkdtempSync(join(tmpdir(), 'tanbu-fuzz-'))
  const [ledger, audit, laptop] = await Promise.all([startLedger(), startAudit(), startBackend()])
  const folders = await twoFolders()
  const readers = [
    await tables(ledger),
    await trees(),
    ...(await verification(ledger, scratch)),
    ...(await audits(audit, laptop)),
    await changes(folders),
    ...(await backups(laptop, scratch, passphrase)),
    await papers(),
    pictures(),
    releases(scratch),
  ]
  return {
    readers,
    close: async () => {
      await Promise.all([ledger.backend.close(), audit.close(), laptop.close(), folders.close()])
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}

/** Spreadsheets and text: looked into, recognised, and read into readings, as a watched folder does it unattended. */
async function tables({ backend, facility, bought }: LedgerPlant): Promise<Reader> {
  const { folder, api } = backend
  const rows = [
    ['月份', '购入电量（MWh）', '柴油消耗量（t）'],
    ...months.map((month, at) => [month, 1000 + at, '0.7']),
  ]
  const workbook = Buffer.from(await writeXlsx({ sheets: [{ name: '月报', rows }] }))
  const lines = rows.map((row) => row.join(','))
  const wanted = { facility, month: '2025-06', department: null, language: 'zh' } as const
  const collection = await finish(api.activity.collectionWorkbook(wanted))
  const { read } = backend.backend.spine.store()
  const parameters = knownParameters(read, facility, 2025)
  if (!parameters.some(({ id }) => id === bought.id)) throw new Error('The plant knows no parameter')
  return {
    name: 'tables',
    bases: [
      { name: '月报.xlsx', bytes: workbook, mutation: anyOf(damaged, repacked(), repacked()) },
      {
        name: '采集.xlsx',
        bytes: readFileSync(join(folder, 'exports', collection.download)),
        mutation: repacked(),
      },
      { name: '月报.csv', bytes: text(...lines), mutation: anyOf(damaged, scribbled) },
      { name: '月报.txt', bytes: Buffer.from(lines.join('\n'), 'utf16le'), mutation: damaged },
    ],
    read: async (path, name) => {
      const { sheet, rows: looked } = await inspectJob({ path, name, choice: noChoice })
      const collected = recognise({ sheet, rows: looked, year: 2025, parameters, profiles: [] })
      const mapping = collected?.mapping ?? proposeMapping(sheet, looked, parameters, { year: 2025 }).mapping
      if (mapping === null) return 'unknown'
      const choice = name.endsWith('x') ? { ...noChoice, sheet } : noChoice
      const plan = { choice, mapping, period: null, acceptRepairs: [] }
      return importJob({ folder, path, name, parameters, unattended: null, staging: null, ...plan }, heard)
    },
  }
}

/** A tree of requirements as JSON and as a table. */
async function trees(): Promise<Reader> {
  const shipped = JSON.parse(
    readFileSync(join(program, 'resources/compliance/iso-50001-outline-2018.json'), 'utf8'),
  ) as {
    requirements: unknown[]
  }
  const small = { ...shipped, requirements: shipped.requirements.slice(0, 12) }
  const head = { id: 'own', edition: '2026', title: { zh: '自有要求', en: 'Own' }, document: 'Q/X 1' }
  const rows = [
    '条款,要求,级别,文本',
    '4.1,4.1-1,应,应确定',
    '4.2,4.2-1,宜,宜评审',
    '5,5-1,应,"应任命, 并公布"',
  ]
  return {
    name: 'trees',
    bases: [
      {
        name: 'tree.json',
        bytes: Buffer.from(JSON.stringify(small)),
        mutation: anyOf(reshaped, reshaped, scribbled, damaged),
      },
      { name: 'tree.csv', bytes: text(...rows), mutation: anyOf(scribbled, damaged) },
    ],
    read: (path, name) => readTree(path, name, head),
  }
}

/** The verifier's package, what the verifier answers, and the inventory document in it for the command line. */
async function verification(
  { backend, api, bought, diesel, type, create, ...plant }: LedgerPlant,
  scratch: string,
) {
  for (const month of months) {
    await type(bought, month, '1000.5')
    await type(diesel, month, '0.7')
  }
  await enactPlan({ backend, api, bought, diesel, type, create, ...plant })
  const { id: inventory } = await create({})
  await finish(api.accounting.freeze({ id: inventory, password: administrator.password }))
  const facts = {
    kind: 'verification',
    title: '2025 年核查',
    year: 2025,
    inventory,
    owner: null,
    body: null,
  } as const
  const more = { requester: '省厅', isCompulsory: true, cost: null, startsOn: '2026-06-30', weekdayYears: [] }
  const { id } = await api.verification.createCase({ ...facts, ...more })
  const made = await finish(api.verification.makePackage({ id, recipient: '核查公司', purpose: '' }))
  const zip = readFileSync(join(backend.folder, 'exports', made.id))
  const line = {
    id: 'line-0001',
    kind: 'question',
    request: null,
    severity: null,
    about: '',
    text: '谁抄表？',
    by: '甲',
    at: null,
  }
  const replies = { format: 'tanbu-replies/1', seal: made.seal, lines: [line] }
  const csv = [
    '类型,针对序号,程度,涉及内容,内容,提出人,日期',
    '发现,,重大,,柴油密度无出处,乙,2026-07-02',
    '问题,,,,"谁, 何时",乙,',
  ]
  const document = (await partsOf(zip)).get('json/document.json') ?? Buffer.alloc(0)
  const talk: Talk = { language: 'zh', out: () => {}, err: () => {}, ask: () => Promise.resolve(null) }
  const own = clientAt(backend.backend.router, 'window-1')
  return [
    {
      name: 'verification packages',
      bases: [
        { name: 'package.zip', bytes: zip, mutation: anyOf(damaged, repacked(), repacked(), repacked()) },
      ],
      read: (from, name) => checkPackage({ from, name, seal: '', scratch }, { program }),
    },
    {
      name: 'verifiers’ answers',
      bases: [
        {
          name: 'replies.json',
          bytes: Buffer.from(JSON.stringify(replies)),
          mutation: anyOf(reshaped, reshaped, scribbled, damaged),
        },
        { name: 'replies.csv', bytes: text(...csv), mutation: anyOf(scribbled, damaged) },
      ],
      read: async (path, name) =>
        finish(own.verification.mergeReplies({ id, upload: await sent(backend, path, name) })),
    },
    {
      name: 'inventory documents',
      bases: [{ name: 'inventory.json', bytes: document, mutation: anyOf(reshaped, reshaped, scribbled) }],
      read: (path) => new Promise((done) => done(calculate(talk, path, true))),
    },
  ] satisfies Reader[]
}

/** Hands a file to a plant as a window does. */
function sent({ folder }: Pick<TestBackend, 'folder'>, path: string, name: string): Promise<string> {
  const body = new Blob([new Uint8Array(readFileSync(path))]).stream() as ReadableStream<Uint8Array>
  return stageUpload(folder, { name, type: '', body })
}

/** Audit packages on their way out and back: sealed whole, by somebody who has the passphrase, with anything in them. */
async function audits(plant: AuditPlant, laptop: TestBackend): Promise<Reader[]> {
  const audit = await plant.plan({ clauses: ['9.2'], subsystems: [] })
  await plant.approve(audit)
  const out = await finish(
    plant.api.audits.makePackage({ audit, auditor: null, withFiles: true, passphrase }),
  )
  const outFile = join(plant.folder, 'exports', out.download)
  await finish(laptop.api.audits.receivePackage({ upload: await sent(laptop, outFile, 'x'), passphrase }))
  const [item] = await laptop.api.audits.checklist({ audit })
  const answered = {
    verdict: 'conforming',
    note: '齐全',
    interviewed: '',
    place: '',
    department: '',
  } as const
  if (item)
    await laptop.api.audits.answer({ item: item.id, ...answered, basis: ['record'], isConfirmed: true })
  const back = await finish(laptop.api.audits.returnPackage({ audit, passphrase }))
  const backFile = join(laptop.folder, 'exports', back.download)
  const fresh = await startBackend()
  const close = laptop.close
  Object.assign(laptop, { close: () => Promise.all([close(), fresh.close()]) })
  const [receiving, merging] = [fresh, plant].map(({ backend }) => clientAt(backend.router, 'window-1'))
  return [
    {
      name: 'audit packages',
      bases: [await sealedBase(outFile, 'audit-package')],
      read: async (path, name) =>
        finish(receiving!.audits.receivePackage({ upload: await sent(fresh, path, name), passphrase })),
    },
    {
      name: 'audit results',
      bases: [await sealedBase(backFile, 'audit-result')],
      read: async (path, name) =>
        finish(merging!.audits.mergePackage({ upload: await sent(plant, path, name), passphrase })),
    },
  ]
}

/** What was changed on a copy of a plant, taken in and merged as far as nobody has to choose. */
async function changes({ main, copy, boiler, fan, objective, edit, packed }: TwoFolders): Promise<Reader> {
  await edit(copy, boiler.id, { name: '一号循环流化床锅炉' })
  await edit(main, fan.id, { name: '一号引风机' })
  const { id } = objective
  await copy.api.performance.editObjective({ ...objectiveLike, title: '减排', id, seen: objectiveLike })
  const own = clientAt(main.backend.router, 'window-1')
  return {
    name: 'changes of a copy',
    bases: [await sealedBase(await packed(), changesKind)],
    read: async (path, name) => {
      const upload = await sent(main, path, name)
      const brought = await finish(own.exchange.bringChanges({ upload, passphrase }))
      const { seen } = await own.exchange.brought({ id: brought.id })
      return own.exchange.mergeChanges({ id: brought.id, seen, choices: [] })
    },
  }
}

/** The content is reshaped and sealed again, so that what is read lies behind every seal; or the sealed bytes change. */
async function sealedBase(file: string, kind: string): Promise<Reader['bases'][number]> {
  const { manifest, files } = await openPackage(file, { kind, passphrase })
  const { files: _listed, ...origin } = manifest
  let made = 0
  const inside: Mutation = async (bytes, random) => {
    made += 1
    const content = await anyOf(
      reshaped,
      reshaped,
      reshaped,
      scribbled,
    )(files.get('content.json') ?? bytes, random)
    const parts = [...files].map(([path, each]) => ({
      path,
      content: path === 'content.json' ? content : each,
    }))
    const to = `${file}-${made}`
    const id = `01987654-aaaa-7000-8000-${String(made).padStart(12, '0')}`
    await sealPackage(to, { kind, id, passphrase, cost: cheap }, origin, parts)
    const changed = readFileSync(to)
    rmSync(to)
    return changed
  }
  return { name: 'package', bytes: readFileSync(file), mutation: anyOf(damaged, inside, inside, inside) }
}
