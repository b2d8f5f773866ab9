import { useCallback, useMemo, useState } from 'react'

import { factorKinds, purposes, sectors } from '#shared/factors/model'
import { type CellTrouble, ownColumns, type TypedFactors } from '#shared/factors/own-rows'
import { verifications } from '#shared/kernel/figure'

import { type Say, useSay } from '../kernel/say.ts'
import { DataGrid } from '../ui/DataGrid.tsx'
import type { GridChange } from '../ui/grid-model.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { cellKey, type OwnDraft, rowCount, troublesByCell } from './own-draft.ts'

interface OwnGridProps {
  readonly draft: OwnDraft
  readonly read: TypedFactors
  /** None: the rows can only be read. */
  readonly onChange?: (changes: readonly GridChange[]) => void
}

const wide: ReadonlySet<string> = new Set([
  'name',
  'kind',
  'source',
  'seenIn',
  'verification',
  'usedFor',
  'note',
  'ref',
])

/** The rows of an own edition as a sheet, with every trouble in its cell. */
export function OwnGrid({ draft, read, onChange }: OwnGridProps) {
  const say = useSay()
  const [column, setColumn] = useState<string | null>(null)
  const isReadOnly = onChange === undefined
  const count = rowCount(draft, isReadOnly)
  const rows = useMemo(
    () =>
      Array.from({ length: count }, (_, at) => ({
        key: String(at),
        title: say('factors.own.row', { number: at + 1 }),
      })),
    [count, say],
  )
  const columns = useMemo(
    () =>
      ownColumns.map((key) => ({
        key,
        title: say(`factors.column.${key}`),
        width: wide.has(key) ? 200 : 124,
        words: key !== 'value',
      })),
    [say],
  )
  const byCell = useMemo(() => troublesByCell(read.troubles), [read])
  const cellAt = useCallback(
    (row: string, key: string) => {
      const typed: Readonly<Record<string, string>> = { ...draft.rows[Number(row)] }
      const findings = (byCell.get(cellKey(row, key)) ?? []).map((trouble) => ({
        severity: 'stop' as const,
        text: say.of(trouble),
      }))
      return { text: typed[key] ?? '', readOnly: isReadOnly, findings }
    },
    [draft.rows, byCell, isReadOnly, say],
  )
  const words = wordsFor(say, column)
  return (
    <section aria-label={say('factors.own.grid')}>
      <DataGrid
        label={say('factors.own.grid')}
        rowsTitle={say('factors.own.rows-title')}
        rows={rows}
        columns={columns}
        cellAt={cellAt}
        onChange={onChange ?? nothing}
        onFocus={(_row, key) => setColumn(key)}
        height={360}
      />
      {words !== '' && !isReadOnly && <p className="page-purpose">{say('factors.own.words', { words })}</p>}
      <Troubles read={read} />
    </section>
  )
}
function nothing(): void {
  // A released edition takes no change; its cells are read-only.
}

/** The words that a column understands. */
function wordsFor(say: Say, column: string | null): string {
  const join = (all: readonly string[]) => all.join(say.language === 'zh' ? '、' : ', ')
  if (column === 'kind') return join(factorKinds.map((each) => say(`factors.kind.${each}`)))
  if (column === 'purpose') return join(purposes.map((each) => say(`factors.purpose.${each}`)))
  if (column === 'sector') return join(sectors.map((each) => say(`factors.sector.${each}`)))
  if (column === 'verification') return join(verifications.map((each) => say(`factors.verification.${each}`)))
  return ''
}

function Troubles({ read: { factors, troubles } }: { readonly read: TypedFactors }) {
  const say = useSay()
  if (troubles.length === 0)
    return (
      <p>
        {factors.length === 0 ? (
          <StateTag tone="quiet" text={say('factors.own.none')} />
        ) : (
          <StateTag tone="good" text={say('factors.own.fine', { count: factors.length })} />
        )}
      </p>
    )
  return (
    <div className="own-troubles">
      <StateTag tone="stop" text={say('factors.own.troubles', { count: troubles.length })} />
      <ul>
        {troubles.map((trouble) => (
          <li key={`${trouble.row} ${trouble.column} ${trouble.code}`}>{troubleLine(say, trouble)}</li>
        ))}
      </ul>
    </div>
  )
}
function troubleLine(say: Say, trouble: CellTrouble): string {
  return say('factors.own.trouble', {
    row: trouble.row + 1,
    column: say(`factors.column.${trouble.column}`),
    text: say.of(trouble),
  })
}
