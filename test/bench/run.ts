import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { writeXlsxStream } from 'hucre'
import { build } from 'vite'

import { readDb } from '#db/kernel/access'
import { liveAccount } from '#electron/accounting/live'
import { usualRules } from '#electron/accounting/usual-rules'
import { textOf } from '#shared/kernel/figure'
import { printTable } from '#test/bench/document'
import { encryption } from '#test/bench/encryption'
import { type Line, median, medianOf, ms, timed, timedAsync, times } from '#test/bench/measure'
import {
  type BenchPlant,
  buildPlant,
  open,
  type Open,
  parametersInPlant,
  signIn,
  withReadings,
  year,
} from '#test/bench/plant'
import { workbook } from '#test/bench/workbook'
import { longest, type Yardstick } from '#test/bench/yardsticks'

/**
 * `npm run bench`: prints what the program needs and what it should need, losing results too. `--write` puts the
 * table into docs/bench.md.
 */
const home = mkdtempSync(join(tmpdir(), 'tanbu-bench-'))
const sizes = [10_000, 100_000, 1_000_000]
const lines: Line[] = []
/** How many changes are counted, after as many that are not. */
const counted = 40
const root = join(import.meta.dirname, '..', '..')
try {
  await builtProgram()
  await bench()
} finally {
  rmSync(home, { recursive: true, force: true })
}

/** What has a process of its own is measured as users run it: bundled, not read from its source. */
async function builtProgram(): Promise<void> {
  execFileSync(process.execPath, [join('scripts', 'build.mjs')], { cwd: root, stdio: 'ignore' })
  const input = { child: 'test/bench/child.ts', 'job-worker': 'electron/job-worker.ts' }
  await build({
    root,
    configFile: join(root, 'vite.main.config.ts'),
    logLevel: 'error',
    build: { outDir: 'out/bench', sourcemap: false, rollupOptions: { input } },
  })
}

async function bench(): Promise<void> {
  const empty = join(home, 'empty')
  const plant = await buildPlant(empty)
  tell('plant', `${parametersInPlant} parameters × 12 months`)
  const changes: number[] = []
  for (const size of sizes) {
    const folder = withReadings(empty, join(home, String(size)), size)
    tell('filled', `${size} readings`)
    const opened = open(folder)
    await signIn(opened)
    recalculation(opened, size)
    changes.push(await oneChange(opened, plant, size))
    opened.close()
  }
  for (const { what, result, aim, isMet } of await encryption(join(home, String(sizes[1])), plant, home))
    line(what, result, aim, isMet)
  const [small = 0, , large = 0] = changes
  line(
    'One change, 1,000,000 readings against 10,000',
    times(large / small),
    'flat (≤ 1.5×)',
    large <= small * 1.5,
  )
  const full = join(home, String(sizes.at(-1)))
  const ledger = await imports(empty)
  starts(empty, full)
  window(full, ledger)
  for (const { what, result, aim, isMet } of await workbook(home, hyperFormula))
    line(what, result, aim, isMet)
  printTable(lines, counted)
}

/** Everything computed again, as a ratio to summing the same rows by parameter and month in plain SQL with floats. */
function recalculation({ backend }: Open, size: number): void {
  const { store, around } = backend.spine
  const { sqlite, read } = store()
  const rules = usualRules({ db: read, around }, year, null)!
  const bare = new Sqlite(join(home, `bare-${size}.db`))
  bare.exec('CREATE TABLE reading (parameter INTEGER, month TEXT, amount REAL)')
  const insert = bare.prepare('INSERT INTO reading VALUES (?, ?, ?)')
  const rows = sqlite
    .prepare<[], [number, string, string]>(
      'SELECT parameter, month, entered FROM activity_readings WHERE live = 1',
    )
    .raw()
  bare.transaction(() => {
    for (const [parameter, month, entered] of rows.iterate())
      insert.run(parameter, month, Number.parseFloat(entered))
  })()
  const sum = bare.prepare('SELECT parameter, month, sum(amount) FROM reading GROUP BY parameter, month')
  const plain = medianOf(5, () => sum.all())
  bare.close()
  // A connection that nobody has asked before remembers nothing.
  const full = medianOf(5, () => liveAccount(readDb(sqlite), around, rules))
  const { account } = liveAccount(readDb(sqlite), around, rules)
  const total = account.total.state === 'complete' ? textOf(account.total.figure.value) : 'incomplete'
  const isMillion = size === sizes.at(-1)
  line(
    `Full recalculation, ${shown(size)} readings`,
    `${ms(full)} = ${times(full / plain)} of plain SQL (${ms(plain)}); total ${total.slice(0, 24)} tCO2e`,
    isMillion ? '≤ 1×' : '',
    isMillion ? full <= plain : null,
  )
}

/** A corrected reading, from the command to the new total, besides what the disk takes for one synced row. */
async function oneChange({ api, backend }: Open, plant: BenchPlant, size: number): Promise<number> {
  const { store, around } = backend.spine
  const { read } = store()
  const rules = usualRules({ db: read, around }, year, null)!
  liveAccount(read, around, rules)
  const took: { total: number; command: number; processor: number }[] = []
  const sync: number[] = []
  const bare = new Sqlite(join(store().folder, 'bare.db'))
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  bare.exec('CREATE TABLE one (value TEXT)')
  const insert = bare.prepare('INSERT INTO one VALUES (?)')
  for (let change = 0; change < 2 * counted; change += 1) {
    const parameter = plant.parameters[(change * 37) % plant.parameters.length]!
    const month = `${year}-${String(1 + (change % 12)).padStart(2, '0')}`
    const { readings } = await api.activity.readings({ parameter: parameter.id, month })
    const reading = readings.find(({ live }) => live)!.id
    sync.push(timed(() => insert.run('x')))
    let command = 0
    const before = process.cpuUsage()
    const total = await timedAsync(async () => {
      command = await timedAsync(() =>
        api.activity.correct({
          reading,
          text: `${100 + change}.125`,
          unit: null,
          note: null,
          proofs: [],
          reason: '抄错',
        }),
      )
      liveAccount(read, around, rules)
    })
    const { user, system } = process.cpuUsage(before)
    // A program that has run for a while: the first changes are compiled as they go.
    if (change >= counted) took.push({ total, command, processor: (user + system) / 1000 })
  }
  bare.close()
  const disk = median(sync)
  const total = median(took.map((each) => each.total))
  const besides = total - disk
  line(
    `One corrected reading to the new total, ${shown(size)} readings`,
    `${ms(besides)} besides the disk’s sync of ${ms(disk)} (command ${ms(median(took.map((each) => each.command)))}; slowest ${ms(Math.max(...took.map((each) => each.total)))}; time on the processor ${ms(median(took.map((each) => each.processor)))})`,
    '< 5 ms',
    besides < 5,
  )
  return besides
}

/** @returns the ledger of 100,000 rows. */
async function imports(empty: string): Promise<string> {
  const files = []
  for (const rows of [10_000, 100_000]) {
    const file = join(home, `${rows}.xlsx`)
    await writeLedger(file, rows)
    files.push(file)
  }
  const [short = '', long = ''] = files
  const fresh = (number: number) => withReadings(empty, join(home, `import-${number}`), 0)
  const parsed = [1, 2, 3].map(() => child('parse', '-', long))
  const bare = median(parsed.map((run) => run.ms))
  const brought = [1, 2, 3].map((number) => child('import', fresh(number), long))
  const took = median(brought.map((run) => run.ms))
  line(
    'Import of an XLSX of 100,000 rows',
    `${ms(took)} = ${times(took / bare)} of bare parsing (${ms(bare)}); processors, with the start of each process: ${ms(median(brought.map((run) => run.processor)))} and ${ms(median(parsed.map((run) => run.processor)))}`,
    '≤ 2×',
    took <= bare * 2,
  )
  const little = child('import', fresh(4), short).mebibytes
  const much = median(brought.map((run) => run.mebibytes))
  line(
    'Memory of that import at its peak',
    `${much.toFixed(0)} MiB; 10,000 rows: ${little.toFixed(0)} MiB`,
    'flat (≤ 1.3×)',
    much <= little * 1.3,
  )
  return long
}

/** A ledger: a day, a name, an amount and a unit in each row. */
async function writeLedger(file: string, rows: number): Promise<void> {
  const first = Date.UTC(2023, 0, 1)
  const values = function* () {
    yield ['日期', '名称', '数量', '单位']
    for (let row = 0; row < rows; row += 1) {
      const day = new Date(first + Math.floor(row / parametersInPlant) * 86_400_000)
      const name = `D-${String(1 + (row % parametersInPlant)).padStart(3, '0')} 电量`
      yield [day.toISOString().slice(0, 10), name, (100_000 + ((row * 7919) % 900_000)) / 1000, 'MWh']
    }
  }
  const bytes = await new Response(writeXlsxStream(values() as never, { name: '台账' } as never)).bytes()
  writeFileSync(file, bytes)
}

function starts(empty: string, full: string): void {
  for (const folder of [empty, full]) child('look', folder)
  const runs = [1, 2, 3, 4, 5].map(() => ({ none: child('start', empty).ms, all: child('start', full).ms }))
  const none = median(runs.map((run) => run.none))
  const all = median(runs.map((run) => run.all))
  line(
    'Start to the first answers, 1,000,000 readings',
    `${ms(all)} = ${times(all / none)} of the start with none (${ms(none)})`,
    '≤ 1.3×',
    all <= none * 1.3,
  )
}

/** How long the window stands still while it starts over a million readings, and while a file is brought in. */
function window(folder: string, file: string): void {
  const script = [
    process.execPath,
    join(import.meta.dirname, 'window.ts'),
    folder,
    file,
    join(home, 'window'),
  ]
  const [program = '', ...args] = process.env['DISPLAY'] ? script : ['xvfb-run', '-a', ...script]
  const aim = '≤ 100 ms'
  try {
    const said = execFileSync(program, args, { encoding: 'utf8', cwd: root })
    const stood = JSON.parse(said) as Record<
      'start' | 'import',
      { readonly gap: number; readonly task: number }
    >
    for (const [what, { gap, task }] of Object.entries(stood))
      line(
        `Longest that the window stood still, ${what}`,
        `${ms(task)} in one task; ${ms(gap)} between two frames`,
        aim,
        task <= 100,
      )
  } catch (error) {
    const [why = ''] = String(error).split('\n')
    line('Longest that the window stood still', `no browser or display on this machine: ${why}`, aim, null)
  }
}

function hyperFormula(sheet: string, turns: number): Yardstick {
  try {
    return child('hyper-formula', String(turns), sheet)
  } catch (error) {
    const isLate = error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT'
    return isLate ? { unfinished: longest } : { missing: 'HyperFormula needs more than 8 GiB for it' }
  }
}

interface Measured {
  readonly ms: number
  readonly mebibytes: number
  readonly processor: number
  readonly total: string
}
function child(task: string, ...args: readonly string[]): Measured {
  const script = join(root, 'out', 'bench', 'child.js')
  const env = { ...process.env, NODE_COMPILE_CACHE: join(home, 'compiled') }
  const room = task === 'hyper-formula' ? ['--max-old-space-size=8192'] : []
  const given = [...room, script, task, ...args]
  const said = execFileSync(process.execPath, given, { encoding: 'utf8', env, timeout: longest })
  return JSON.parse(said) as Measured
}

function line(what: string, result: string, aim: string, isMet: boolean | null): void {
  lines.push({ what, result, aim, isMet })
  tell(isMet === false ? '✗' : '✓', `${what}: ${result}`)
}
function tell(mark: string, text: string): void {
  console.error(`${mark} ${text}`)
}
function shown(count: number): string {
  return count.toLocaleString('en-US')
}
