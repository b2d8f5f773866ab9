import { labNumbers } from '#shared/activity/laboratory'
import { type LabColumn, labColumns } from '#shared/activity/laboratory-rows'
import type { Finding } from '#shared/kernel/finding'

import type { Say } from '../kernel/say.ts'
import type { GridCell, GridColumn } from '../ui/grid-model.ts'
import type { LabTable } from './use-lab-rows.ts'

const amounts: readonly string[] = labNumbers
const wide: readonly string[] = ['number', 'laboratory', 'reportNo', 'note']

/** The columns of the table of samples. */
export function labGridColumns(say: Say): GridColumn[] {
  return labColumns.map((key) => ({
    key,
    title: say(`activity.lab.column.${key}`),
    width: wide.includes(key) ? 140 : 112,
    words: !amounts.includes(key),
  }))
}

interface LabView {
  readonly findings: readonly Finding[] | undefined
  readonly mayEnter: boolean
  readonly say: Say
}

/** A cell of a sample as the grid draws it; what is odd about the sample stands at its number. */
export function drawnLabCell(
  row: LabTable | undefined,
  column: string,
  { findings = [], mayEnter, say }: LabView,
): GridCell {
  const at: LabColumn | undefined = labColumns.find((known) => known === column)
  if (!row || at === undefined) return { text: '', readOnly: true }
  const { sample, texts, read } = row
  const isPosted = sample?.isPosted === true
  const troubles =
    read.kind === 'trouble'
      ? read.troubles.map(({ column: of, code, facts }) => ({
          of,
          text: say.of({ code, facts: { ...facts, column: say(`activity.lab.column.${of}`) } }),
        }))
      : []
  const odd = at === 'number' ? findings.filter(({ where }) => where === sample?.id) : []
  return {
    text: texts[at] ?? '',
    ...(isPosted && at === 'number' && { mark: { sign: '✓', word: say('activity.lab.state.posted') } }),
    ...((isPosted || !mayEnter) && { readOnly: true }),
    ...(isPosted && { notes: [say('activity.lab.posted-row')] }),
    findings: [
      ...troubles.filter(({ of }) => of === at).map(({ text }) => ({ severity: 'stop' as const, text })),
      ...odd.map((finding) => ({ severity: 'warn' as const, text: say.of(finding) })),
    ],
  }
}
