import { Drawer } from 'antd'
import { useState } from 'react'

import type { Reading } from '#shared/activity/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { NumberText, UnitText } from '../ui/NumberText.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DayEntry } from './DayEntry.tsx'
import { type PlacedCell, placeOfCell } from './entry-draft.ts'
import { periodText, standingOf, standingTones } from './reading-words.ts'
import { ReadingActs } from './ReadingActs.tsx'
import { ReadingDetail } from './ReadingDetail.tsx'
import { useWho } from './use-who.ts'

interface CellDrawerProps {
  /** Null: closed. */
  readonly cellKey: string | null
  readonly cells: ReadonlyMap<string, PlacedCell>
  readonly onClose: () => void
}

/** Everything that was ever entered for one cell of the grid. */
export function CellDrawer({ cellKey, cells, onClose }: CellDrawerProps) {
  const say = useSay()
  const placed = cellKey === null ? undefined : cells.get(cellKey)
  const title = placed ? `${placed.row.parameter.name} · ${placed.cell.month}` : say('activity.drawer.none')
  return (
    <Drawer
      open={cellKey !== null}
      onClose={onClose}
      title={title}
      size={760}
      closable={{ 'aria-label': say('frame.close') }}
      destroyOnHidden
    >
      {placed && <CellReadings key={cellKey} placed={placed} />}
      {!placed && cellKey !== null && (
        <p className="page-purpose">
          {say('activity.drawer.elsewhere', { month: placeOfCell(cellKey).month })}
        </p>
      )}
    </Drawer>
  )
}

function CellReadings({ placed: { row, cell } }: { readonly placed: PlacedCell }) {
  const say = useSay()
  const who = useWho()
  const { parameter, source } = row
  const asked = useAsk(['activity', 'readings', parameter.id, cell.month], () =>
    api.activity.readings({ parameter: parameter.id, month: cell.month }),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const readings = asked.data?.readings ?? []
  const open = readings.find(({ id }) => id === chosen) ?? firstToShow(readings)
  return (
    <div className="activity-drawer">
      <TroubleNote trouble={asked.error} />
      <dl className="activity-facts">
        <dt>{say('activity.entry.source')}</dt>
        <dd>{source ? `${source.code} ${source.name}` : say('activity.entry.no-source')}</dd>
        <dt>{say('frame.grid.unit')}</dt>
        <dd>
          <UnitText unit={parameter.unit} />
        </dd>
        <dt>{say('activity.drawer.month-value')}</dt>
        <dd>
          <NumberText value={cell.value} unit={parameter.unit} />
        </dd>
        {parameter.meter !== null && (
          <>
            <dt>{say('activity.drawer.meter')}</dt>
            <dd>{parameter.meter}</dd>
          </>
        )}
        <dt>{say('activity.drawer.frequency')}</dt>
        <dd>{say(`monitoring.frequency.${parameter.frequency}`)}</dd>
      </dl>
      {cell.isSealed && (
        <StateTag tone="info" icon="lock" text={say('activity.fixed.sealed', { from: '', to: '' })} />
      )}
      {!cell.isSealed && <ReadingActs readings={readings} />}
      {readings.length === 0 && !asked.isPending && (
        <p className="page-purpose">{say('activity.drawer.empty')}</p>
      )}
      {readings.length > 0 && (
        <div
          className="activity-list"
          style={{ height: 186 + 33 * Math.min(6, Math.max(0, readings.length - 3)) }}
        >
          <RecordTable
            name="readings"
            label={say('activity.drawer.readings')}
            rows={readings}
            rowKey={({ id }) => id}
            columns={columnsIn(say, who)}
            chosen={open?.id ?? null}
            onOpen={({ id }) => setChosen(id)}
            loading={asked.isPending}
          />
        </div>
      )}
      {open && (
        <ReadingDetail
          key={open.id}
          reading={open}
          parameter={parameter}
          isSealed={cell.isSealed}
          evidence={(asked.data?.evidence ?? []).filter(
            ({ reading }) => reading === null || reading === open.id,
          )}
        />
      )}
      {asked.data && !cell.isSealed && cell.month.length === 7 && parameter.frequency !== 'year' && (
        <DayEntry parameter={parameter} month={cell.month} taken={readings} />
      )}
    </div>
  )
}

/** The one that counts; else the one that waits for its correction; else the latest. */
function firstToShow(readings: readonly Reading[]): Reading | undefined {
  return (
    readings.findLast(({ live }) => live) ??
    readings.findLast(({ state }) => state === 'returned') ??
    readings.at(-1)
  )
}

function columnsIn(say: Say, who: (user: string | null) => string): readonly RecordColumn<Reading>[] {
  const standing = (reading: Reading) => say(`activity.standing.${standingOf(reading)}`)
  return [
    {
      key: 'period',
      title: say('activity.column.period'),
      text: (row) => periodText(row, say),
      width: 130,
    },
    {
      key: 'value',
      title: say('activity.column.value'),
      text: ({ value }) => value ?? '',
      cell: ({ value, unit }) =>
        value === null ? '—' : <NumberText value={value} unit={unit} decimals={12} />,
      number: true,
      width: 150,
    },
    {
      key: 'standing',
      title: say('activity.column.state'),
      text: standing,
      cell: (row) => <StateTag tone={standingTones[standingOf(row)]} text={standing(row)} />,
      choices: true,
      width: 110,
    },
    {
      key: 'entered',
      title: say('activity.column.entered'),
      text: ({ entered }) => who(entered.by),
      width: 110,
    },
    {
      key: 'proofs',
      title: say('activity.column.proofs'),
      text: ({ proofs }) => String(proofs),
      cell: ({ proofs }) =>
        proofs === 0 ? (
          <StateTag tone="warn" text={say('activity.proofs.none')} />
        ) : (
          say('activity.proofs.count', { count: proofs })
        ),
      number: true,
      width: 110,
    },
    { key: 'note', title: say('activity.entry.note'), text: ({ note }) => note ?? '', width: 160 },
  ]
}
