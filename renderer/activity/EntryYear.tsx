import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

import type { GridRow } from '#shared/activity/contract'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { DataGrid } from '../ui/DataGrid.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { CellBar } from './CellBar.tsx'
import { CellDrawer } from './CellDrawer.tsx'
import { drawnCell, gridColumns, gridRows } from './entry-cells.ts'
import { cellKey, withTyped } from './entry-draft.ts'
import { RestoredNote } from './RestoredNote.tsx'
import { ReviewBar } from './ReviewBar.tsx'
import { StateLegend } from './StateLegend.tsx'
import { SubmitBar } from './SubmitBar.tsx'
import { useEntry } from './use-entry.ts'
import { isNear, useWanted } from './use-wanted.ts'
import { WantedNote } from './WantedNote.tsx'

const noRows: readonly GridRow[] = []

interface EntryYearProps {
  readonly facility: NodeId
  readonly year: number
}

/** The month × parameter grid of one facility and year, with everything that is done to its cells. */
export function EntryYear({ facility, year }: EntryYearProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useAsk(['activity', 'grid', facility, year], () => api.activity.grid({ facility, year }), {
    also: ['monitoring'],
  })
  const all = asked.data ?? noRows
  const entry = useEntry(facility, year, all)
  const wanted = useWanted(facility, year, all)
  const { rows } = wanted
  const { cells, draft } = entry
  const mayEnter = may('activity.enter')
  const [focus, setFocus] = useState<string | null>(null)
  const opened = useOpenedCell()
  const month = wanted.only?.month ?? null
  const columns = useMemo(
    () => gridColumns(rows, year, say).filter(({ key }) => month === null || isNear(key, month)),
    [rows, year, month, say],
  )
  const titles = useMemo(() => gridRows(rows, say), [rows, say])
  const cellAt = useCallback(
    (row: string, column: string) =>
      drawnCell(cellKey(row, column), { cells, draft: draft.value, mayEnter, say }),
    [cells, draft.value, mayEnter, say],
  )
  if (asked.error) return <TroubleNote trouble={asked.error} />
  if (asked.isPending) return null
  if (all.length === 0)
    return (
      <EmptyState
        icon="table"
        title={say('activity.entry.empty')}
        why={say('activity.entry.empty.why')}
        action={
          <Button type="primary" onClick={() => go('/monitoring')}>
            {say('activity.to-monitoring')}
          </Button>
        }
      />
    )
  return (
    <>
      <RestoredNote draft={draft} />
      <WantedNote wanted={wanted} facility={facility} />
      <ReviewBar facility={facility} year={year} rows={all} focus={focus} />
      <div className="activity-grid">
        <DataGrid
          label={say('activity.entry.title')}
          groupsTitle={say('activity.entry.source')}
          rowsTitle={say('activity.entry.parameter')}
          rows={titles}
          columns={columns}
          cellAt={cellAt}
          onChange={(changes) => draft.change(withTyped(draft.value, changes, cells))}
          onFocus={(row, column) => setFocus(cellKey(row, column))}
          onOpen={(row, column) => opened.open(cellKey(row, column))}
          height="100%"
        />
      </div>
      <StateLegend />
      {focus !== null && <CellBar entry={entry} cellKey={focus} facility={facility} onOpen={opened.open} />}
      {mayEnter && <SubmitBar entry={entry} />}
      <CellDrawer cellKey={opened.key} cells={cells} onClose={opened.close} />
    </>
  )
}

/** The cell whose readings are open stands in the address: a finding elsewhere can lead to it, back closes it. */
function useOpenedCell() {
  const [params, setParams] = useSearchParams()
  const show = (key: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (key === null) next.delete('cell')
      else next.set('cell', key)
      return next
    })
  return { key: params.get('cell'), open: (key: string) => show(key), close: () => show(null) }
}
