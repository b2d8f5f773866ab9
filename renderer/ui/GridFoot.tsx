import { useSay } from '../kernel/say.ts'
import { unitSymbol } from './grid-cells.ts'
import type { CellAt, GridColumn, GridRow } from './grid-model.ts'
import { FormulaText } from './NumberText.tsx'
import { StateTag } from './StateTag.tsx'

interface GridFootProps {
  readonly focused: { readonly row: string; readonly column: string } | null
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly cellAt: CellAt
}

/** What there is to know about the cell in focus: where it stands, its unit, what is expected, its findings. */
export function GridFoot({ focused, rows, columns, cellAt }: GridFootProps) {
  const say = useSay()
  const row = rows.find(({ key }) => key === focused?.row)
  const column = columns.find(({ key }) => key === focused?.column)
  if (!row || !column)
    return (
      <p className="grid-foot" role="status">
        {say('frame.grid.keys')}
      </p>
    )
  const cell = cellAt(row.key, column.key)
  const unit = cell.unit ?? row.unit
  return (
    <div className="grid-foot" role="status">
      <span>
        {row.title} · {column.title}
        {unit !== undefined && (
          <span className="unit">
            {' '}
            <FormulaText text={unitSymbol(unit)} />
          </span>
        )}
      </span>
      {cell.mark && <span>{cell.mark.word}</span>}
      {cell.grey !== undefined && cell.notes === undefined && (
        <span className="unit">{say('frame.grid.expected', { text: cell.grey })}</span>
      )}
      {cell.notes?.map((note) => (
        <span key={note}>{note}</span>
      ))}
      {cell.readOnly === true && <span className="unit">{say('frame.grid.read-only')}</span>}
      {cell.findings?.map(({ severity, text }) => (
        <StateTag key={text} tone={severity} text={text} />
      ))}
    </div>
  )
}
