import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

import { HyperFormula } from 'hyperformula'

import { timed } from '#test/bench/measure'

/** What a yardstick took and came to; how long it had without coming to an end; or why it cannot be had on this machine. */
export type Yardstick =
  | { readonly ms: number; readonly total: string }
  | { readonly unfinished: number }
  | { readonly missing: string }

/** Milliseconds that a yardstick is given, its start and its reading of the sheet included. */
export const longest = 150_000

const module = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
${body.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}
</script:module>
`
/** Loads a sheet, computes all of it so many times, and writes down how many milliseconds each time took. */
const recalculating = `Sub Recalculate
  On Error Goto failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(Environ("BENCH_BOOK"), "_blank", 0, hidden())
  told = ""
  For turn = 1 To CInt(Environ("BENCH_TURNS"))
    begun = GetSystemTicks()
    book.calculateAll()
    told = told & (GetSystemTicks() - begun) & " "
  Next turn
  Tell(told & book.Sheets.getByIndex(0).getCellRangeByName("H1").getValue())
  Exit Sub
failed:
  Tell("failed: " & Error$)
End Sub
Sub Tell(words)
  channel = FreeFile
  Open Environ("BENCH_ANSWER") For Output As #channel
  Print #channel, words
  Close #channel
End Sub`

/** LibreOffice Calc without a window computing a sheet again by a hard recalculation; its start does not count. */
export async function inLibreOffice(sheet: string, home: string, turns: number): Promise<Yardstick> {
  const profile = join(home, 'libreoffice')
  const answer = join(home, 'libreoffice.txt')
  rmSync(answer, { force: true })
  const start = (...args: readonly string[]) => {
    const given = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      ...args,
    ]
    const env = {
      ...process.env,
      BENCH_BOOK: pathToFileURL(sheet).href,
      BENCH_ANSWER: answer,
      BENCH_TURNS: String(turns),
    }
    return spawn('soffice', given, { detached: true, stdio: 'ignore', env })
  }
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
  } catch {
    return { missing: 'LibreOffice is not on this machine' }
  }
  // The first start makes a profile, whose own module is then replaced.
  const basic = join(profile, 'user', 'basic', 'Standard')
  if (!existsSync(join(basic, 'Module1.xba'))) {
    mkdirSync(profile, { recursive: true })
    const first = start('--terminate_after_init')
    for (let second = 0; second < 60 && !existsSync(join(basic, 'script.xlb')); second += 1) await wait(1000)
    await wait(2000)
    end(first.pid)
    mkdirSync(basic, { recursive: true })
    writeFileSync(join(basic, 'Module1.xba'), module(recalculating))
    await wait(1000)
  }
  const office = start('macro:///Standard.Module1.Recalculate')
  const given = performance.now() + longest
  while (performance.now() < given && !isTold(answer)) await wait(100)
  end(office.pid)
  if (!isTold(answer)) return { unfinished: longest }
  const told = readFileSync(answer, 'utf8').trim()
  const numbers = told.split(' ')
  if (told.startsWith('failed')) return { missing: `LibreOffice ${told}` }
  return { ms: Math.min(...numbers.slice(0, -1).map(Number)), total: numbers.at(-1) ?? '' }
}
function isTold(answer: string): boolean {
  return existsSync(answer) && readFileSync(answer, 'utf8').endsWith('\n')
}
function end(pid: number | undefined): void {
  try {
    // Its own group: the starter has a child that does the work.
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

/** HyperFormula computing the same sheet again. Runs in a process of its own, with room for a million rows. */
export function inHyperFormula(
  sheet: string,
  turns: number,
): { readonly ms: number; readonly total: string } {
  const rows = readFileSync(sheet, 'utf8').trimEnd().split('\n').map(cellsOf)
  const engine = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', maxRows: rows.length + 1 })
  const took = Array.from({ length: turns }, () => timed(() => engine.rebuildAndRecalculate()))
  const total = engine.getCellValue({ sheet: 0, row: 0, col: 7 })
  return { ms: Math.min(...took), total: String(total) }
}
function cellsOf(line: string): (number | string | null)[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain = '']) => {
    const text = quoted ?? plain
    if (text === '') return null
    return text.startsWith('=') ? text : Number(text)
  })
}

const summing = `
import sys, time
from decimal import Decimal, getcontext
getcontext().prec = 60
rows = [line.split(',')[:2] for line in open(sys.argv[1])]
factor = Decimal(sys.argv[2])
best = None
for turn in range(int(sys.argv[3])):
    begun = time.perf_counter()
    sums = {}
    for key, amount in rows:
        sums[key] = sums.get(key, 0) + Decimal(amount)
    total = sum((amount * factor for amount in sums.values()), Decimal(0))
    took = (time.perf_counter() - begun) * 1000
    best = took if best is None or took < best else best
print(best, total)
`
/** Python's decimal adding the same readings up by their lines, and the lines by the factor. */
export function inPython(sheet: string, factor: string, turns: number): Yardstick {
  try {
    const said = execFileSync('python3', ['-c', summing, sheet, factor, String(turns)], { encoding: 'utf8' })
    const [took = '', total = ''] = said.trim().split(' ')
    return { ms: Number(took), total }
  } catch {
    return { missing: 'Python 3 is not on this machine' }
  }
}
