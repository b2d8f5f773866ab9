import { useMemo } from 'react'

import type { LabSample } from '#shared/activity/laboratory'
import {
  type LabColumn,
  labColumns,
  type LabRow,
  type LabTexts,
  readLabRow,
  textsOfSample,
} from '#shared/activity/laboratory-rows'

import { type Draft, useDraft } from '../kernel/drafts.ts'
import type { GridChange } from '../ui/grid-model.ts'

/** What was typed and is not saved yet: texts by row, and reports that were sent for them. */
export interface LabDraft {
  readonly rows: Readonly<Record<string, LabTexts>>
  readonly reports: Readonly<Record<string, { readonly upload: string; readonly name: string }>>
}
const nothing: LabDraft = { rows: {}, reports: {} }

export interface LabTable {
  readonly key: string
  /** Null for a row that is no sample yet. */
  readonly sample: LabSample | null
  readonly texts: LabTexts
  readonly read: LabRow
  readonly isChanged: boolean
}

/** Empty rows that are always offered below the samples. */
const offered = 6

/** The samples of a month with what is typed over them, and empty rows for more. */
export function useLabRows(
  source: string,
  month: string,
  samples: readonly LabSample[],
): {
  readonly draft: Draft<LabDraft>
  readonly rows: readonly LabTable[]
  readonly change: (changes: readonly GridChange[]) => void
} {
  const draft = useDraft<LabDraft>(`activity/laboratory/${source}/${month}`, nothing)
  const { rows: typed, reports } = draft.value
  const rows = useMemo(() => tableOf(samples, typed, reports), [samples, typed, reports])
  const change = (changes: readonly GridChange[]) =>
    draft.update((now) => ({ ...now, rows: withChanges(now.rows, changes, rows) }))
  return { draft, rows, change }
}

function tableOf(
  samples: readonly LabSample[],
  typed: LabDraft['rows'],
  reports: LabDraft['reports'],
): LabTable[] {
  const used = Object.keys(typed).filter((key) => key.startsWith('new-'))
  const last = Math.max(0, ...used.map((key) => Number(key.slice(4))))
  const fresh = Array.from({ length: last + offered }, (_, index) => `new-${index + 1}`)
  const row = (key: string, sample: LabSample | null): LabTable => {
    const texts = { ...(sample ? textsOfSample(sample) : {}), ...typed[key] }
    const isChanged = Object.hasOwn(typed, key) || Object.hasOwn(reports, key)
    return { key, sample, texts, read: readLabRow(texts), isChanged }
  }
  return [...samples.map((sample) => row(sample.id, sample)), ...fresh.map((key) => row(key, null))]
}

/** What equals the saved sample again is no draft any more. */
function withChanges(
  typed: LabDraft['rows'],
  changes: readonly GridChange[],
  rows: readonly LabTable[],
): LabDraft['rows'] {
  const next = new Map(Object.entries(typed))
  for (const { row: key, column, text } of changes) {
    const at: LabColumn | undefined = labColumns.find((known) => known === column)
    const sample = rows.find((row) => row.key === key)?.sample ?? null
    if (at === undefined) continue
    const before = sample ? (textsOfSample(sample)[at] ?? '') : ''
    const { [at]: _old, ...others } = next.get(key) ?? {}
    const own: LabTexts = text === before ? others : { ...others, [at]: text }
    if (Object.keys(own).length === 0) next.delete(key)
    else next.set(key, own)
  }
  return Object.fromEntries(next)
}
