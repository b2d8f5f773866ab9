import { writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'

import type { Line } from '#test/bench/measure'

/** Prints what was measured and, with `--write`, puts it into docs/bench.md. `counted`: how many changes are counted. */
export function printTable(lines: readonly Line[], counted: number): void {
  const verdict = ({ isMet }: Line) => (isMet === null ? '' : isMet ? 'met' : '**missed**')
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}, load at the end ${loadavg()[1]?.toFixed(1)}, SQLite ${new Sqlite(':memory:').prepare('SELECT sqlite_version()').pluck().get() as string}`
  const table = [
    '| What | Result | Aim | |',
    '|---|---|---|---|',
    ...lines.map((each) => `| ${each.what} | ${each.result} | ${each.aim} | ${verdict(each)} |`),
  ].join('\n')
  console.log(`${machine}\n\n${table}`)
  if (process.argv.includes('--write'))
    writeFileSync(
      join(import.meta.dirname, '..', '..', 'docs', 'bench.md'),
      documentOf({ machine, table, counted }),
    )
}

/** How everything is measured, on which machine, and what it came to. */
function documentOf({
  machine,
  table,
  counted,
}: {
  readonly machine: string
  readonly table: string
  readonly counted: number
}): string {
  return `# Speed and size

\`npm run bench\` prints this table; \`npm run bench -- --write\` writes it here. Medians of five runs, of three for
imports; both sides of a ratio in the same run on the same machine. Plain SQL is \`SELECT parameter, month, sum(amount)
GROUP BY parameter, month\` over a bare table of floats. A load above the number of processors means that others worked
on the machine: times are then longer than they are for a user, ratios are not. Import and start are measured in the
built program. One change: ${counted} of them, after as many that are not counted. The window is a real browser on the
built program; what stands still is its longest task.

A recalculation uses nothing that was computed before: the registers are changed ahead of each. LibreOffice and
HyperFormula compute a sheet of the same lines again, in binary floats; Python adds in decimals of the same 60 digits. In
the sheet of 2,400 readings each line has its amount beside it, in that of a million it sums its readings by SUMIF. Of
2,400 readings everybody has twenty times and the quickest counts, of a million the others have one and the program five.
The others begin with their numbers in memory, so of 2,400 readings, each a month of its own, the program too is compared
from the readings in memory (documents put together and checked, every line with its tree, all totals); from the store,
reading the months and what proves them is two fifths of the time. A million readings are compared from the store.

Where the time of 2,400 lines goes, in a warm program from the store: a good third to reading the months and what proves
them (most of it SQLite handing over rows, half a microsecond each), a fifth to putting the documents together and checking
them, a quarter to the lines (a good microsecond each: its inputs, the figures of its tree, one exact product), the rest
to totals and to reading the registers again. Short numbers are put together from whole ones and sums carried once, so
that cheaper arithmetic would not shorten it much; leaving trees out until they are opened would save a part of the quarter.
LibreOffice multiplies 2,400 floats in native code and keeps no reasons; twenty times as fast would be 40 nanoseconds a line.

${machine}

${table}
`
}
