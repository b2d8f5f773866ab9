import { sha256Stream } from '#electron/kernel/crypto'
import type { ImportPreview } from '#shared/activity/import-model'
import type { ImportTrouble, ParsedReading, PreviewBatch } from '#shared/activity/preview-model'

/** What a file came to. The lists are cut, the counts and the digest cover all of it. */
export interface ImportOutcome extends ImportPreview {
  /** SHA-256 over all readings in the order of the file. */
  readonly digest: string
  /** Whether each reading begins where the one before it of its parameter ended, or later. */
  readonly inOrder: boolean
}

/** `["<parameter>","2025-01-01","2025-01-02","1.5","MWh","15",1]` as JSON has it; what a person wrote is quoted with care. */
function lineOf({ parameter, from, to, text, unit, mantissa, scale }: ParsedReading): string {
  const entered = /^[\d.,-]*$/.test(text) ? `"${text}"` : JSON.stringify(text)
  return `["${parameter}","${from}","${to}",${entered},"${unit}","${mantissa}",${scale}]\n`
}

/** How many troubles, duplicates and readings a person is shown; the counts tell the rest. */
const shown = { troubles: 500, duplicates: 200, readings: 100 }

type Tally = { -readonly [K in keyof ImportPreview['tally'][number]]: ImportPreview['tally'][number][K] }
interface Kept {
  readonly troubles: ImportTrouble[]
  readonly duplicates: PreviewBatch['duplicates'][number][]
  readonly readings: ParsedReading[]
}

/** Gathers what a person is shown, and a digest of everything. */
export function outcomeOf() {
  const digest = sha256Stream()
  const tally = new Map<string, Tally>()
  const kept: Kept = { troubles: [], duplicates: [], readings: [] }
  const rejected = new Set<number>()
  const sequence = orderKept()
  let readings = 0
  return {
    add: (batch: PreviewBatch) => {
      digest.add(batch.readings.map(lineOf).join(''))
      sequence.look(batch.readings)
      for (const { severity, code, row, repair } of batch.troubles) {
        if (severity === 'error') rejected.add(row)
        const key = `${severity} ${code}`
        const entry = tally.get(key) ?? { code, severity, count: 0, repairable: 0 }
        entry.count += 1
        if (repair !== null) entry.repairable += 1
        tally.set(key, entry)
      }
      readings += batch.readings.length
      for (const list of ['troubles', 'duplicates', 'readings'] as const) {
        const room = shown[list] - kept[list].length
        if (room > 0) kept[list].push(...(batch[list].slice(0, room) as never[]))
      }
    },
    end: (counts: ImportPreview['counts']): ImportOutcome => {
      const told = worstFirst([...tally.values()])
      const of = (severity: ImportTrouble['severity']) =>
        told.filter((each) => each.severity === severity).reduce((sum, { count }) => sum + count, 0)
      return {
        ...kept,
        // Rows that were kept out here count as errors, too.
        counts: {
          ...counts,
          readings,
          errors: of('error'),
          warnings: of('warning'),
          notes: of('note'),
          rejectedRows: rejected.size,
        },
        tally: told,
        digest: digest.end(),
        inOrder: sequence.isKept(),
      }
    },
  }
}

function worstFirst(tally: readonly ImportPreview['tally'][number][]): ImportPreview['tally'] {
  const order = { error: 0, warning: 1, note: 2 }
  return tally.toSorted((a, b) => order[a.severity] - order[b.severity] || b.count - a.count)
}

/** Whether each reading begins where the one before it of its parameter ended, or later. */
function orderKept() {
  const reached = new Map<string, string>()
  let isKept = true
  return {
    look: (readings: readonly ParsedReading[]) => {
      for (const { parameter, from, to } of readings) {
        isKept &&= (reached.get(parameter) ?? '') <= from
        reached.set(parameter, to)
      }
    },
    isKept: () => isKept,
  }
}
