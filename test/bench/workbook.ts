import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { engineLibrary } from '#electron/accounting/engine-library'
import { gather } from '#electron/accounting/gather'
import { accountOf, liveAccount } from '#electron/accounting/live'
import { usualRules } from '#electron/accounting/usual-rules'
import type { Account } from '#shared/accounting/account'
import { textOf } from '#shared/kernel/figure'
import { Decimal } from '#shared/kernel/quantity'
import { type Line, ms, timed, times } from '#test/bench/measure'
import { buildPlant, open, type Open, signIn, withReadings } from '#test/bench/plant'
import { inLibreOffice, inPython, type Yardstick } from '#test/bench/yardsticks'

/** An inventory as people keep it in a workbook: 20 sources, ten years, twelve months each. */
const sources = 20
const years = Array.from({ length: 10 }, (_, index) => 2020 + index)
const lines = sources * years.length * 12
const factor = '0.5306'

/** The same inventory computed anew by the program, by LibreOffice Calc, by HyperFormula and by Python. */
export async function workbook(
  home: string,
  hyperFormula: (sheet: string, turns: number) => Yardstick,
): Promise<Line[]> {
  const plant = join(home, 'workbook')
  await buildPlant(plant, sources)
  const table: Line[] = []
  for (const count of [lines, 1_000_000]) {
    const opened = open(withReadings(plant, join(home, `workbook-${count}`), count, years))
    await signIn(opened)
    const turns = count === lines ? 20 : 1
    const ours = await recalculated(opened, Math.max(turns, 5))
    const sheet = join(home, `workbook-${count}.csv`)
    await writeSheet(opened, sheet)
    opened.close()
    const others = [
      { name: 'LibreOffice', aim: 20, took: await inLibreOffice(sheet, home, turns) },
      { name: 'HyperFormula', aim: 10, took: hyperFormula(sheet, turns) },
      { name: 'Python’s decimal', aim: 0, took: inPython(sheet, factor, turns) },
    ]
    table.push(lineOf(count, ours, others))
  }
  return table
}

interface Other {
  readonly name: string
  readonly aim: number
  readonly took: Yardstick
}
function lineOf(count: number, ours: Recalculated, others: readonly Other[]): Line {
  // A month of many readings is added up as they come, which is no work of a recalculation.
  const begun = count === lines ? ours.inMemory : ours.ms
  const said = others.map(({ name, took }) => {
    if ('missing' in took) return took.missing
    if ('ms' in took) return `${name} ${ms(took.ms)} = ${times(took.ms / begun)}`
    return `${name} not done in ${ms(took.unfinished)}, more than ${times(took.unfinished / begun)}`
  })
  const least = (took: Yardstick) => ('ms' in took ? took.ms : 'unfinished' in took ? took.unfinished : 0)
  const differing = others.filter(({ took }) => 'total' in took && !isAbout(took.total, ours.total))
  if (differing.length > 0)
    throw new Error(`Not the same work: ${ours.total} here, ${JSON.stringify(differing)}`)
  const own =
    count === lines
      ? `${ms(ours.inMemory)} from the readings in memory, ${ms(ours.ms)} from the store`
      : `${ms(ours.ms)} from the store`
  return {
    what: `Recalculation of ${sources} sources × ${years.length} years × 12 months, ${count.toLocaleString('en-US')} readings`,
    result: `${own}; ${said.join('; ')}; total ${ours.total} tCO2e`,
    aim: 'LibreOffice ≥ 20×, HyperFormula ≥ 10×',
    isMet: others.every(({ aim, took }) => least(took) >= aim * begun),
  }
}
/** Sheets count in binary, and the program rounds its totals by rule. */
function isAbout(a: string, b: string): boolean {
  return new Decimal(a).minus(b).abs().lt(new Decimal(b).times('1e-6'))
}

interface Recalculated {
  /** From the store, as after any change of the registers: nothing that was computed before is used. */
  readonly ms: number
  /** From what was read already, which is where the others begin. */
  readonly inMemory: number
  readonly total: string
}
/** Every year's inventory, exact and with every figure ready to be opened, the quickest of some times. */
async function recalculated({ api, backend }: Open, turns: number): Promise<Recalculated> {
  const { store, around } = backend.spine
  const { read } = store()
  const rules = years.map((year) => usualRules({ db: read, around }, year, null)!)
  const { sources: all } = await api.monitoring.register({ facility: null })
  const took: { whole: number; inMemory: number }[] = []
  let accounts: Account[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    await api.monitoring.changeSource({ ...all[0]!, note: String(turn) })
    const whole = timed(() => {
      accounts = rules.map((each) => liveAccount(read, around, each).account)
    })
    const library = engineLibrary(read, around)
    const assemblies = rules.map((each) => gather(read, around, each, () => null))
    const inMemory = timed(() => assemblies.map((each) => accountOf(each, library)))
    took.push({ whole, inMemory })
  }
  const total = accounts.reduce((sum, account) => {
    if (account.total.state !== 'complete') throw new Error('The inventory is not complete')
    return sum.plus(account.total.figure.value)
  }, new Decimal(0))
  return {
    ms: Math.min(...took.map(({ whole }) => whole)),
    inMemory: Math.min(...took.map(({ inMemory }) => inMemory)),
    total: textOf(total),
  }
}

/**
 * One sheet: every reading by the number of its line, and beside them each line's amount, factor and emission, and the
 * total. Where a line has one reading, that is its amount, else the sum of its readings.
 */
async function writeSheet({ backend }: Open, file: string): Promise<void> {
  const { sqlite } = backend.spine.store()
  const { count } = sqlite
    .prepare<[], { count: number }>('SELECT count(*) AS count FROM activity_readings')
    .get()!
  const rows = sqlite
    .prepare<[], { parameter: number; month: string; entered: string }>(
      'SELECT parameter, month, entered FROM activity_readings WHERE live = 1',
    )
    .iterate()
  const keys = new Map<string, number>()
  const keyOf = (of: string) => {
    const key = keys.get(of) ?? keys.size + 1
    keys.set(of, key)
    return key
  }
  const written = function* () {
    let row = 0
    for (const { parameter, month, entered } of rows) {
      row += 1
      const own = `${keyOf(`${parameter}/${month}`)},${entered}`
      const sum = count === lines ? `=B${row}` : `"=SUMIF(A$1:A$${count},D${row},B$1:B$${count})"`
      const total = row === 1 ? `,"=SUM(G1:G${lines})"` : ''
      yield row > lines ? `${own}\n` : `${own},,${row},${sum},${factor},"=E${row}*F${row}"${total}\n`
    }
  }
  await pipeline(Readable.from(written()), createWriteStream(file))
}
