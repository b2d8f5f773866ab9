import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'

import { streamXlsxRows } from 'hucre'

import { runToEnd } from '#electron/kernel/in-process'
import { stageUpload } from '#electron/kernel/uploads'
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
  const [facility] = (await api.organization.tree({})).filter(({ kind }) => kind === 'facility')
  const blob = await openAsBlob(file)
  const body = Readable.toWeb(Readable.fromWeb(blob.stream() as never)) as ReadableStream<Uint8Array>
  const upload = await stageUpload(backend.workspace.store().folder, { name: basename(file), type: '', body })
  const begun = performance.now()
  await runToEnd(
    api.activity.import({
      upload,
      choice: { sheet: null, encoding: null, delimiter: null },
      facility: facility!.id,
      mapping: {
        layout: 'long',
        sheet: '台账',
        header: { from: 1, to: 1 },
        lastRow: null,
        year: null,
        parameters: Object.fromEntries(
          (await api.monitoring.register({ facility: facility!.id })).parameters.map(({ name, id }) => [
            name,
            id,
          ]),
        ),
        units: {},
        decimalMark: 'point',
        hiddenRows: 'leave-out',
        names: [1],
        parameter: null,
        period: { column: 0, precision: 'day' },
        value: 2,
        unit: { column: 3, fixed: null },
        note: null,
        evidence: null,
      },
      period: null,
      acceptRepairs: [],
      take: 'all',
      again: false,
      isRecord: true,
      proofs: [],
      profile: null,
      reason: null,
    }),
  )
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

const tasks: Readonly<Record<string, () => Promise<number>>> = { parse, import: bring, start }
const took = await tasks[task]?.()
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
console.log(
  JSON.stringify({ ms: took, mebibytes: maxRSS / 1024, processor: (userCPUTime + systemCPUTime) / 1000 }),
)
