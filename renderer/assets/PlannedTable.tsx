import { Button, Input } from 'antd'
import { type ClipboardEvent, useState } from 'react'

import type { Estimate } from '#shared/assets/contract'
import { type PlannedItem, plannedUnits, type UnitId } from '#shared/assets/model'
import { decimalText } from '#shared/kernel/quantity'
import { plainAmount } from '#shared/kernel/typed-amount'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { type Draft, useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { grouped, shortened } from '../ui/number-text.ts'
import { UnitText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface Row {
  readonly key: string
  readonly title: string
  readonly unit: UnitId | null
  readonly item: PlannedItem
  readonly months: Estimate['emission']['months']
}
type Values = Readonly<Record<string, string>>
const keyOf = ({ key }: Row, month: string) => `${key}/${month}`

/** Planned values of the months without data: typed, or pasted along a row. */
export function PlannedTable({ estimate }: { readonly estimate: Estimate }) {
  const say = useSay()
  const rows = useRows(estimate)
  const kept = plannedIn(rows)
  const draft = useDraft<Values>(`assets/planned/${estimate.year}`, kept)
  const [odd, setOdd] = useState<readonly string[]>([])
  const save = useCommand((values: Parameters<typeof api.assets.setPlanned>[0]['values']) =>
    api.assets.setPlanned({ values }),
  )
  const months = estimate.emission.months.map(({ month }) => month)
  const submit = async () => {
    const typed = rows.flatMap((row) =>
      months.flatMap((month) => {
        const text = (draft.value[keyOf(row, month)] ?? '').trim()
        return text === (kept[keyOf(row, month)] ?? '') ? [] : [{ row, month, text }]
      }),
    )
    const wrong = typed.filter(({ text }) => text !== '' && !decimalText.safeParse(plainAmount(text)).success)
    setOdd(wrong.map(({ row, month }) => keyOf(row, month)))
    if (wrong.length > 0 || typed.length === 0) return
    const values = typed.map(({ row, month, text }) => ({
      unit: row.unit,
      item: row.item,
      month,
      value: text === '' ? null : decimalText.parse(plainAmount(text)),
    }))
    if (await save.run(values)) await draft.settled()
  }
  const paste = (row: Row, at: number) => (event: ClipboardEvent) => {
    const cells = event.clipboardData
      .getData('text')
      .trim()
      .split(/\t|\r?\n/)
    if (cells.length < 2) return
    event.preventDefault()
    const given = cells.flatMap((text, index) => {
      const month = row.months.find((each) => each.month === months[at + index])
      return month && month.kind !== 'actual' ? [[keyOf(row, month.month), text.trim()] as const] : []
    })
    draft.change({ ...draft.value, ...Object.fromEntries(given) })
  }
  if (!draft.ready) return null
  return (
    <section className="paper" aria-label={say('assets.planned')}>
      <h2>{say('assets.planned')}</h2>
      <p className="page-purpose">{say('assets.planned.why')}</p>
      <DraftNote draft={draft} />
      <div className="plain-scroll" role="region" tabIndex={0} aria-label={say('assets.planned')}>
        <table className="plain-table assets-planned">
          <thead>
            <tr>
              <th scope="col" />
              {months.map((month) => (
                <th key={month} scope="col" className="right">
                  {month}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.title} <UnitText unit={plannedUnits[row.item]} />
                </th>
                {months.map((month, at) => (
                  <td key={month} className="right">
                    <PlannedCell
                      row={row}
                      month={month}
                      draft={draft}
                      isOdd={odd.includes(keyOf(row, month))}
                      onPaste={paste(row, at)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {odd.length > 0 && <StateTag tone="stop" text={say('assets.planned.odd', { count: odd.length })} />}
      <TroubleNote trouble={save.trouble} />
      <div className="page-acts">
        <Button type="primary" loading={save.busy} onClick={() => void submit()}>
          {say('assets.save')}
        </Button>
      </div>
    </section>
  )
}

interface CellProps {
  readonly row: Row
  readonly month: string
  readonly draft: Draft<Values>
  readonly isOdd: boolean
  readonly onPaste: (event: ClipboardEvent) => void
}
/** What was measured, or a field for what is expected; nothing in a month in which the unit was not there. */
function PlannedCell({ row, month, draft, isOdd, onPaste }: CellProps) {
  const say = useSay()
  const found = row.months.find((each) => each.month === month)
  if (!found) return null
  const { kind, value } = found
  if (kind === 'actual')
    return (
      <span title={say('assets.planned.saved')}>{value === null ? '' : grouped(shortened(value, 3))}</span>
    )
  return (
    <Input
      size="small"
      inputMode="decimal"
      aria-label={`${row.title} ${month}`}
      status={isOdd ? 'error' : ''}
      placeholder={kind === 'estimated' && value !== null ? grouped(shortened(value, 2)) : ''}
      value={draft.value[keyOf(row, month)] ?? ''}
      onPaste={onPaste}
      onChange={({ target }) => draft.change({ ...draft.value, [keyOf(row, month)]: target.value })}
    />
  )
}

function useRows({ units, emission }: Estimate): Row[] {
  const say = useSay()
  return [
    ...units.flatMap(({ unit, months }) =>
      months.map(({ item, months: of }) => ({
        key: `${unit.id}/${item}`,
        title: `${unit.name} ${say(`assets.item.${item}`)}`,
        unit: unit.id,
        item,
        months: of,
      })),
    ),
    {
      key: 'plant/emission',
      title: say('assets.item.emission'),
      unit: null,
      item: 'emission' as const,
      months: emission.months,
    },
  ]
}

function plannedIn(rows: readonly Row[]): Values {
  return Object.fromEntries(
    rows.flatMap((row) =>
      row.months.flatMap(({ month, kind, value }) =>
        kind === 'planned' && value !== null ? [[keyOf(row, month), value] as const] : [],
      ),
    ),
  )
}
