import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { readDb } from '#db/kernel/access'
import { liveAccount } from '#electron/accounting/live'
import { usualRules } from '#electron/accounting/usual-rules'
import { textOf } from '#shared/kernel/figure'
import { Decimal } from '#shared/kernel/quantity'
import { type Line, medianOf, ms, times } from '#test/bench/measure'
import { buildPlant, open, type Open, withReadings } from '#test/bench/plant'
import { inLibreOffice, inPython, type Yardstick } from '#test/bench/yardsticks'

/** An inventory as people keep it in a workbook: 20 sources, ten years, twelve months each. */
const sources = 20
const years = Array.from({ length: 10 }, (_, index) => 2020 + index)
const lines = sources * years.length * 12
const factor = '0.5306'

/** The same inventory computed by the program, by LibreOffice Calc, by HyperFormula and by Python, from nothing kept. */
export async function workbook(
  home: string,
  hyperFormula: (sheet: string, turns: number) => Yardstick,
): Promise<Line[]> {
  const plant = join(home, 'workbook')
  await buildPlant(plant, sources)
  const table: Line[] = []
  for (const count of [lines, 1_000_000]) {
    const opened = open(withReadings(plant, join(home, `workbook-${count}`), count, years))
    const ours = recalculated(opened)
    const sheet = join(home, `workbook-${count}.csv`)
    await writeSheet(opened, sheet)
    opened.close()
    const turns = count === lines ? 5 : 1
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
function lineOf(
  count: number,
  ours: { readonly ms: number; readonly total: string },
  others: readonly Other[],
): Line {
  const said = others.map(({ name, took }) => {
    if ('missing' in took) return took.missing
    if ('ms' in took) return `${name} ${ms(took.ms)} = ${times(took.ms / ours.ms)}`
    return `${name} not done in ${ms(took.unfinished)}, more than ${times(took.unfinished / ours.ms)}`
  })
  const least = (took: Yardstick) => ('ms' in took ? took.ms : 'unfinished' in took ? took.unfinished : 0)
  const differing = others.filter(({ took }) => 'total' in took && !isAbout(took.total, ours.total))
  if (differing.length > 0)
    throw new Error(`Not the same work: ${ours.total} here, ${JSON.stringify(differing)}`)
  return {
    what: `Recalculation of ${sources} sources × ${years.length} years × 12 months, ${count.toLocaleString('en-US')} readings`,
    result: `${ms(ours.ms)}; ${said.join('; ')}; total ${ours.total} tCO2e`,
    aim: 'LibreOffice ≥ 20×, HyperFormula ≥ 10×',
    isMet: others.every(({ aim, took }) => least(took) >= aim * ours.ms),
  }
}
/** Sheets count in binary, and the program rounds its totals by rule. */
function isAbout(a: string, b: string): boolean {
  return new Decimal(a).minus(b).abs().lt(new Decimal(b).times('1e-6'))
}

/** Every year's inventory on a connection that remembers nothing: exact, and with every figure ready to be opened. */
function recalculated({ backend }: Open): { readonly ms: number; readonly total: string } {
  const { store, around } = backend.spine
  const { sqlite } = store()
  const all = () => {
    const read = readDb(sqlite)
    return years.map(
      (year) => liveAccount(read, around, usualRules({ db: read, around }, year, null)!).account,
    )
  }
  const took = medianOf(5, all)
  const total = all().reduce((sum, account) => {
    if (account.total.state !== 'complete') throw new Error('The inventory is not complete')
    return sum.plus(account.total.figure.value)
  }, new Decimal(0))
  return { ms: took, total: textOf(total) }
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
