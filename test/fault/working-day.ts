import { sha256 } from '#electron/kernel/crypto'
import type { Reading } from '#shared/activity/model'
import { endOf } from '#shared/kernel/period'
import { columns, dailyMapping, daysOf, type FaultPlant, nextDay } from '#test/fault/plant'
import type { Random } from '#test/fault/random'
import type { DayState } from '#test/fault/state'
import { type Api, finish } from '#test/support/backend'

/** The window at which the day is lived. */
export interface Desk {
  readonly api: Api
  readonly upload: (name: string, bytes: Uint8Array) => Promise<string>
}

/** One thing that somebody does, and what holds once the program has said that it is done. */
export interface Act {
  readonly name: string
  readonly run: (desk: Desk) => Promise<unknown>
  readonly after: DayState
}

/** Something to do next, as far as the day allows it now; null where it does not. */
type Idea = (plant: FaultPlant, now: DayState, random: Random) => Act | null

/** Each as often as it stands here: mostly typing, now and then something large. */
const ideas: readonly Idea[] = [
  type,
  type,
  type,
  draft,
  draft,
  draft,
  correct,
  correct,
  withdraw,
  prove,
  prove,
  bring,
  bring,
  undo,
  close,
  close,
  print,
  backUp,
]

/** What somebody does next. */
export function nextAct(plant: FaultPlant, now: DayState, random: Random): Act {
  for (;;) {
    const act = random.pick(ideas)(plant, now, random)
    if (act) return act
  }
}

/** An act that the audit trail records. */
function recorded(name: string, now: DayState, change: Partial<DayState>, run: Act['run']): Act {
  return { name, run, after: { ...now, ...change, acts: now.acts + 1 } }
}

const ownReason = '厂内一人'

function type({ typed }: FaultPlant, now: DayState, random: Random): Act | null {
  const count = 1 + random.below(4)
  const free = daysOf(`2024-${String(1 + random.below(12)).padStart(2, '0')}`)
    .filter((day) => now.cells[`typed/${day}`] === undefined)
    .slice(0, count)
  if (free.length === 0) return null
  const values = free.map((day) => ({ day, text: amount(random) }))
  const cells = Object.fromEntries(values.map(({ day, text }) => [`typed/${day}`, `${text} submitted`]))
  return recorded('type', now, { cells: { ...now.cells, ...cells } }, ({ api }) =>
    api.activity.submit({
      readings: values.map(({ day, text }) => ({
        parameter: typed,
        from: day,
        to: nextDay(day),
        text,
        unit: null,
        note: null,
        proofs: [],
      })),
      proofs: [],
      reason: null,
    }),
  )
}

function amount(random: Random): string {
  return `${1 + random.below(5000)}.${100 + random.below(900)}`
}

function draft(_plant: FaultPlant, now: DayState, random: Random): Act {
  const key = `activity/grid/cell-${random.below(40)}`
  const value = { text: '1'.repeat(1 + random.below(400)) }
  return {
    name: 'draft',
    run: ({ api }) => api.desk.saveDraft({ key, value }),
    after: { ...now, drafts: { ...now.drafts, [key]: JSON.stringify(value) } },
  }
}

function typedCell(now: DayState, random: Random): string | null {
  const cells = Object.keys(now.cells).filter((key) => key.startsWith('typed/'))
  return cells.length === 0 ? null : random.pick(cells)
}
async function readingAt({ api }: Desk, { typed }: FaultPlant, cell: string): Promise<Reading['id']> {
  const day = cell.slice(cell.indexOf('/') + 1)
  const { readings } = await api.activity.readings({ parameter: typed, month: day.slice(0, 7) })
  return readings.find((reading) => reading.live && reading.from === day)!.id
}

function correct(plant: FaultPlant, now: DayState, random: Random): Act | null {
  const cell = typedCell(now, random)
  if (cell === null) return null
  const text = amount(random)
  return recorded('correct', now, { cells: { ...now.cells, [cell]: `${text} submitted` } }, async (desk) => {
    const reading = await readingAt(desk, plant, cell)
    return desk.api.activity.correct({ reading, text, unit: null, note: null, proofs: [], reason: '抄错' })
  })
}

function withdraw(plant: FaultPlant, now: DayState, random: Random): Act | null {
  const cell = typedCell(now, random)
  if (cell === null) return null
  const { [cell]: _gone, ...cells } = now.cells
  return recorded('withdraw', now, { cells }, async (desk) => {
    const reading = await readingAt(desk, plant, cell)
    return desk.api.activity.withdraw({ readings: [reading], reason: '重复' })
  })
}

function prove(plant: FaultPlant, now: DayState, random: Random): Act | null {
  const cell = typedCell(now, random)
  if (cell === null) return null
  const size = random.below(8) === 0 ? 3_000_000 : 200 + random.below(20_000)
  const bytes = Buffer.alloc(size, `${random.below(2 ** 30)} `)
  const proofs = [...now.proofs, sha256(bytes)].toSorted()
  return recorded('prove', now, { proofs }, async (desk) => {
    const upload = await desk.upload('化验单.pdf', bytes)
    const reading = await readingAt(desk, plant, cell)
    const proof = { file: { from: 'upload' as const, upload }, place: null, reportNo: null, sampleDate: null }
    return desk.api.activity.addEvidence({ to: { kind: 'reading', reading }, proof })
  })
}

/** A month's ledger of the imported columns, with what each day shall read as. */
export function ledger(
  month: string,
  random: Random,
): { readonly text: string; readonly cells: DayState['cells'] } {
  const rows = daysOf(month).map((day) => ({
    day,
    values: Array.from({ length: columns }, () => amount(random)),
  }))
  const head = ['日期', ...Array.from({ length: columns }, (_, index) => `第${index + 1}列(MWh)`)]
  const cells = rows.flatMap(({ day, values }) =>
    values.map((value, index) => [`imported-${index + 1}/${day}`, `${value} submitted`]),
  )
  return {
    text: [head, ...rows.map(({ day, values }) => [day, ...values])].map((row) => row.join(',')).join('\n'),
    cells: Object.fromEntries(cells) as DayState['cells'],
  }
}

function bring(plant: FaultPlant, now: DayState, random: Random): Act | null {
  const month = `${2020 + random.below(4)}-${String(1 + random.below(12)).padStart(2, '0')}`
  if (now.cells[`imported-1/${month}-01`] !== undefined) return null
  const { text, cells } = ledger(month, random)
  const change = { cells: { ...now.cells, ...cells }, imports: [...now.imports, month] }
  return recorded('import', now, change, async (desk) =>
    importLedger(plant, desk.api, await desk.upload(`${month}.csv`, Buffer.from(text))),
  )
}

/** Imports an uploaded ledger, all or nothing. */
export function importLedger(plant: FaultPlant, api: Api, upload: string) {
  return finish(
    api.activity.import({
      upload,
      choice: { sheet: null, encoding: null, delimiter: null },
      facility: plant.works,
      mapping: dailyMapping(plant, '台账'),
      period: null,
      acceptRepairs: [],
      take: 'all',
      again: true,
      isRecord: true,
      proofs: [],
      profile: null,
      reason: null,
    }),
  )
}

/** Takes the latest import back. */
function undo(_plant: FaultPlant, now: DayState): Act | null {
  const month = now.imports.at(-1)
  if (month === undefined) return null
  const cells = Object.fromEntries(
    Object.entries(now.cells).filter(([key]) => !(key.startsWith('imported') && key.includes(`/${month}-`))),
  )
  return recorded('undo', now, { cells, imports: now.imports.slice(0, -1) }, async ({ api }) => {
    const latest = (await api.activity.batches({})).find(({ undoneAt }) => undoneAt === null)!
    return api.activity.undo({ act: latest.act, reason: null })
  })
}

/** The next step towards closing the first open month of the closing facility: enter, check, approve, seal. */
function close({ closing: { facility, parameter } }: FaultPlant, now: DayState, random: Random): Act | null {
  const index = now.seals.length
  if (index >= 36) return null
  const month = `${2021 + Math.floor(index / 12)}-${String(1 + (index % 12)).padStart(2, '0')}`
  const key = `closing/${month}-01`
  const [text, state] = (now.cells[key] ?? '').split(' ')
  const select = { by: 'month' as const, facility, month, parameters: null }
  const become = (next: string) => ({ cells: { ...now.cells, [key]: `${text} ${next}` } })
  if (state === 'submitted')
    return recorded('check', now, become('checked'), ({ api }) =>
      api.activity.check({ select, reason: ownReason }),
    )
  if (state === 'checked')
    return recorded('approve', now, become('approved'), ({ api }) =>
      api.activity.approve({ select, reason: ownReason }),
    )
  if (state === 'approved')
    return recorded('seal', now, { seals: [...now.seals, month] }, ({ api }) =>
      api.activity.seal({ facility, month, reason: ownReason }),
    )
  const value = amount(random)
  const reading = {
    parameter,
    from: `${month}-01`,
    to: endOf(month),
    text: value,
    unit: null,
    note: null,
    proofs: [],
  }
  return recorded('enter', now, { cells: { ...now.cells, [key]: `${value} submitted` } }, ({ api }) =>
    api.activity.submit({ readings: [reading], proofs: [], reason: null }),
  )
}

function print({ inventory }: FaultPlant, now: DayState, random: Random): Act {
  const kinds = random.pick([['json'], ['json', 'xlsx']] as const)
  return recorded('print', now, { exports: now.exports + kinds.length }, ({ api }) =>
    finish(api.exchange.makeExports({ inventory, kinds: [...kinds], language: 'zh' })),
  )
}

function backUp(_plant: FaultPlant, now: DayState): Act {
  return recorded('back up', now, { backups: now.backups + 1 }, ({ api }) =>
    finish(api.exchange.backUp({ target: null })),
  )
}
