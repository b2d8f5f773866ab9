import { useSay } from './say.ts'
import { type AuditCell, type AuditDetail, cellWord, columnWord, tableWord } from './trail-word.ts'
import { useNames } from './use-names.ts'

type RowChange = AuditDetail['changes'][number]
type Field = RowChange['fields'][number]

const sides = { insert: ['after'], update: ['before', 'after'], delete: ['before'] } as const
const differs = ({ before, after }: Field) =>
  before?.text !== after?.text || before?.isRemoved !== after?.isRemoved
const isFilled = (cell: AuditCell | null) => cell !== null && (cell.text !== null || cell.isRemoved)

/** One changed row of the trail, before and after side by side; without `isWhole` only what differs. */
export function TrailChange({ change, isWhole }: { readonly change: RowChange; readonly isWhole: boolean }) {
  const say = useSay()
  const names = useNames()
  const { table, op } = change
  const shown = change.fields.filter((field) =>
    op === 'update' ? isWhole || differs(field) : isFilled(field.before ?? field.after),
  )
  return (
    <section>
      <p>
        {say(`access.audit.op.${op}`)} {tableWord(say, table)}
      </p>
      <table className="audit-change">
        <thead>
          <tr>
            <th scope="col">{say('access.audit.field')}</th>
            {sides[op].map((side) => (
              <th scope="col" key={side}>
                {say(`access.audit.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <tr key={field.name}>
              <th scope="row">{columnWord(say, table, field.name)}</th>
              {sides[op].map((side) => (
                <td
                  key={side}
                  className={op === 'update' && side === 'after' && differs(field) ? 'changed' : ''}
                >
                  {cellWord(say, field[side] ?? { text: null, isRemoved: false }, names)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
