import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'

import { type DayColumn, type DayLine, readLine } from '#shared/activity/day-lines'
import type { EnteredValue, Reading } from '#shared/activity/model'
import { daysIn } from '#shared/kernel/period'
import type { Parameter } from '#shared/monitoring/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { DataGrid } from '../ui/DataGrid.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import type { GridChange } from '../ui/grid-model.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

const columnKeys = ['date', 'value', 'unit', 'note'] as const satisfies readonly DayColumn[]
const emptyLine: DayLine = { date: '', value: '', unit: '', note: '' }
const noLines: readonly DayLine[] = []

interface DayEntryProps {
  readonly parameter: Parameter
  readonly month: string
  /** What is there already; its days are not offered again. */
  readonly taken: readonly Reading[]
}

/** Daily readings or single deliveries of one month, typed or pasted as lines of date, value, unit and note. */
export function DayEntry({ parameter, month, taken }: DayEntryProps) {
  const say = useSay()
  const may = useMay()
  const isDaily = parameter.frequency === 'day'
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft(`activity/days/${parameter.id}/${month}`, noLines)
  const days = useMemo(() => (isDaily ? openDays(month, taken) : noLines), [isDaily, month, taken])
  const typed = draft.value
  const submit = useCommand(
    (readings: EnteredValue[]) => api.activity.submit({ readings, proofs: [], reason: null }),
    {
      undo: ({ act, readings: { length: count } }) => ({
        done: { code: 'activity.entry.did-submit', facts: { count } },
        undo: () => api.activity.undo({ act, reason: null }),
      }),
    },
  )
  const lines = useMemo(() => shownLines(days, typed), [days, typed])
  const read = useMemo(() => lines.map((line) => readLine(parameter, month, line)), [lines, parameter, month])
  const values = read.flatMap((each) => (each.kind === 'value' ? [each.value] : []))
  const troubles = read.filter(({ kind }) => kind === 'trouble').length
  const cellAt = useCallback(
    (row: string, column: string) => {
      const at = Number(row)
      const key = columnKeys.find((known) => known === column)
      const found = read[at]
      const trouble = found?.kind === 'trouble' && found.column === column ? found.trouble : null
      return {
        text: key ? (lines[at]?.[key] ?? '') : '',
        ...(trouble && { findings: [{ severity: 'stop' as const, text: say.of(trouble) }] }),
        ...(column === 'unit' && { grey: parameter.unit }),
      }
    },
    [lines, read, say, parameter.unit],
  )
  const columns = useMemo(
    () =>
      columnKeys.map((key) => ({
        key,
        title: say(`activity.line.${key}`),
        width: widths[key],
        words: key !== 'value',
      })),
    [say],
  )
  const rows = useMemo(() => lines.map((_, at) => ({ key: String(at), title: String(at + 1) })), [lines])
  const change = (changes: readonly GridChange[]) => draft.change(withLines(lines, changes))
  const send = async () => {
    if (!(await submit.run(values))) return
    draft.discard()
    setOpen(false)
  }
  if (!may('activity.enter')) return null
  if (!isOpen && typed.length === 0)
    return (
      <Button onClick={() => setOpen(true)}>
        {say(isDaily ? 'activity.line.open-days' : 'activity.line.open-batches')}
      </Button>
    )
  return (
    <section aria-label={say('activity.line.title')}>
      <h2>{say('activity.line.title')}</h2>
      <p className="page-purpose">{say('activity.line.how')}</p>
      <DraftNote draft={draft} />
      <DataGrid
        label={say('activity.line.title')}
        rowsTitle={say('activity.line.number')}
        rows={rows}
        columns={columns}
        cellAt={cellAt}
        onChange={change}
        height={320}
      />
      <TroubleNote trouble={submit.trouble} onClose={submit.forget} />
      <div className="activity-bar">
        {troubles > 0 && (
          <StateTag tone="stop" text={say('activity.submit.unreadable', { count: troubles })} />
        )}
        <Button
          type="primary"
          disabled={values.length === 0 || troubles > 0}
          loading={submit.busy}
          onClick={() => void send()}
        >
          {say('activity.submit.act', { count: values.length })}
        </Button>
        <Button
          onClick={() => {
            draft.discard()
            setOpen(false)
          }}
        >
          {say('frame.confirm.cancel')}
        </Button>
      </div>
    </section>
  )
}

const widths: Readonly<Record<DayColumn, number>> = { date: 120, value: 120, unit: 90, note: 200 }

/** A line for each day of the month that has no reading yet. */
function openDays(month: string, taken: readonly Reading[]): readonly DayLine[] {
  const counted = taken.filter(({ live }) => live)
  return Array.from({ length: daysIn(month) }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
    .filter((date) => !counted.some(({ from, to }) => from <= date && date < to))
    .map((date) => ({ ...emptyLine, date }))
}

/** What was typed, or the days to begin with; always a few free lines after the last. */
function shownLines(days: readonly DayLine[], typed: readonly DayLine[]): readonly DayLine[] {
  const lines = typed.length > 0 ? typed : days
  const free = days.length > 0 ? 0 : 5
  return [...lines, ...Array.from({ length: free }, () => emptyLine)]
}

function withLines(lines: readonly DayLine[], changes: readonly GridChange[]): readonly DayLine[] {
  const next = lines.map((line, at) =>
    changes
      .filter(({ row }) => Number(row) === at)
      .reduce<DayLine>((changed, { column, text }) => ({ ...changed, [column]: text }), line),
  )
  const last = next.findLastIndex((line) => columnKeys.some((key) => line[key] !== ''))
  return next.slice(0, last + 1)
}
