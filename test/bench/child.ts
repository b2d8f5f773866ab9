import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'

import { streamXlsxRows } from 'hucre'

import { runToEnd } from '#electron/kernel/in-process'
import { stageUpload } from '#electron/kernel/uploads'
import { ledgerRequest } from '#test/bench/ledger'
import { open, signIn, year } from '#test/bench/plant'

/**
 * One measurement in a process of its own, so that its memory and its start are nobody else's. Prints one line of
 * JSON: milliseconds, the most memory that the process ever held in MiB, and its time on processors, in milliseconds, of
 * its whole life.
 */
const [task = '', folder = '', file = ''] = process.argv.slice(2)

async function parse(): Promise<number> {
  const blob = await openAsBlob(file)
  const begun = performance.now()
  let filled = 0
  for await (const { values } of streamXlsxRows(blob.stream() as never)) filled += values.length
  if (filled === 0) throw new Error('The file is empty')
  return performance.now() - begun
}

async function bring(): Promise<number> {
  const opened = open(folder)
  await signIn(opened)
  const { api, backend } = opened
  const blob = await openAsBlob(file)
  const body = Readable.toWeb(Readable.fromWeb(blob.stream() as never)) as ReadableStream<Uint8Array>
  const upload = await stageUpload(backend.workspace.store().folder, { name: basename(file), type: '', body })
  const request = await ledgerRequest(api, upload)
  const begun = performance.now()
  await runToEnd(api.activity.import(request))
  const took = performance.now() - begun
  opened.close()
  return took
}

/** From the start of the process to the first page's answers: the year at a glance and the grid. */
async function start(): Promise<number> {
  const opened = open(folder)
  const { api } = opened
  await signIn(opened)
  const [facility] = (await api.organization.tree({})).filter(({ kind }) => kind === 'facility')
  await api.accounting.glance({ year, facility: null })
  await api.activity.grid({ facility: facility!.id, year })
  const took = performance.now()
  opened.close()
  return took
}

/** Somebody looks at the first page for a while, as before every start but the first; what was shown is kept then. */
async function look(): Promise<number> {
  const opened = open(folder)
  await signIn(opened)
  await opened.api.accounting.glance({ year, facility: null })
  const took = performance.now()
  await setTimeout(4000)
  opened.close()
  return took
}

/** The yardstick that runs in this language: the sheet, and how many times. */
async function hyperFormula(): Promise<{ readonly ms: number; readonly total: string }> {
  const { inHyperFormula } = await import('#test/bench/yardsticks')
  return inHyperFormula(file, Number(folder))
}

const tasks: Readonly<
  Record<string, () => Promise<number | { readonly ms: number; readonly total: string }>>
> = {
  parse,
  import: bring,
  start,
  look,
  'hyper-formula': hyperFormula,
}
const took = await tasks[task]?.()
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
console.log(
  JSON.stringify({
    ...(typeof took === 'object' ? took : { ms: took }),
    mebibytes: maxRSS / 1024,
    processor: (userCPUTime + systemCPUTime) / 1000,
  }),
)
