import { Radio } from 'antd'

import {
  type SettledRecord,
  type Side,
  undecided,
  type WeighedField,
  type WeighedRecord,
  wholeRecord,
} from '#shared/exchange/changes'

import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { fieldWord, valueWord } from './change-words.ts'

const standingTones: Readonly<Record<WeighedRecord['standing'], Tone>> = {
  new: 'info',
  there: 'info',
  here: 'quiet',
  both: 'warn',
  same: 'quiet',
  told: 'quiet',
  'removed-here': 'warn',
  'removed-there': 'warn',
}
const outcomeTones: Readonly<Record<SettledRecord['outcome'], Tone>> = {
  added: 'good',
  changed: 'good',
  nothing: 'quiet',
  left: 'warn',
}

interface ChangedRecordProps {
  readonly record: WeighedRecord | SettledRecord
  readonly names: Readonly<Record<string, string>>
  /** What was chosen so far, by field. */
  readonly chosen: Readonly<Record<string, Side>>
  /** Absent where nothing can be chosen any more. */
  readonly onChoose?: ((field: string, side: Side) => void) | undefined
}

/** One record that a copy changed: when it was copied, here and there side by side, and which one holds. */
export function ChangedRecord({ record, names, chosen, onChoose }: ChangedRecordProps) {
  const say = useSay()
  const { kind, title, standing, fields, by, at } = record
  const name = `${say(`exchange.changes.kind.${kind}`)} ${title}`
  const settled = 'outcome' in record ? record : null
  return (
    <section className="paper" aria-label={name}>
      <div className="exchange-change-head">
        <h3>{name}</h3>
        <StateTag tone={standingTones[standing]} text={say(`exchange.changes.standing.${standing}`)} />
        {settled && (
          <StateTag
            tone={outcomeTones[settled.outcome]}
            text={say(`exchange.changes.outcome.${settled.outcome}`)}
          />
        )}
        {by && at && (
          <span className="page-purpose">
            {by.name} · {localTime(at)}
          </span>
        )}
      </div>
      {settled?.refusal && <p>{say.of(settled.refusal as Parameters<typeof say.of>[0])}</p>}
      {standing === 'removed-here' && (
        <WholeChoice name={name} side={chosen[wholeRecord]} onChoose={onChoose} />
      )}
      {fields.length > 0 && (
        <div className="plain-scroll">
          <table className="plain-table exchange-change">
            <thead>
              <tr>
                <th scope="col">{say('exchange.changes.field')}</th>
                {standing !== 'new' && standing !== 'removed-here' && (
                  <>
                    <th scope="col">{say('exchange.changes.base')}</th>
                    <th scope="col">{say('exchange.changes.here')}</th>
                  </>
                )}
                <th scope="col">{say('exchange.changes.there')}</th>
                {standing !== 'new' && standing !== 'removed-here' && (
                  <th scope="col">{say('exchange.changes.holds')}</th>
                )}
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <FieldRow
                  key={field.name}
                  record={record}
                  field={field}
                  names={names}
                  side={chosen[field.name]}
                  onChoose={onChoose}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

interface FieldRowProps {
  readonly record: WeighedRecord
  readonly field: WeighedField
  readonly names: Readonly<Record<string, string>>
  readonly side: Side | undefined
  readonly onChoose: ChangedRecordProps['onChoose']
}
function FieldRow({ record, field, names, side, onChoose }: FieldRowProps) {
  const say = useSay()
  const { kind, standing } = record
  const label = fieldWord(say, kind, field.name)
  const word = (value: unknown) =>
    valueWord(say, { kind, name: field.name.split('.').at(-1) ?? '' }, value, names)
  const isWhole = standing === 'new' || standing === 'removed-here'
  const holds = field.standing === 'both' ? side : field.standing
  return (
    <tr>
      <th scope="row">{label}</th>
      {!isWhole && (
        <>
          <td>{word(field.base)}</td>
          <td className={holds === 'here' || holds === 'same' ? 'chosen' : ''}>{word(field.here)}</td>
        </>
      )}
      <td className={!isWhole && (holds === 'there' || holds === 'same') ? 'chosen' : ''}>
        {word(field.there)}
      </td>
      {!isWhole && (
        <td>
          {undecided(record).includes(field.name) && onChoose ? (
            <Radio.Group
              aria-label={`${record.title} ${label}`}
              value={side ?? null}
              onChange={({ target }) => onChoose(field.name, target.value as Side)}
              options={[
                { value: 'here', label: say('exchange.changes.take-here') },
                { value: 'there', label: say('exchange.changes.take-there') },
              ]}
            />
          ) : (
            say(`exchange.changes.side.${field.standing === 'both' ? (side ?? 'here') : field.standing}`)
          )}
        </td>
      )}
    </tr>
  )
}

function WholeChoice({
  name,
  side,
  onChoose,
}: {
  readonly name: string
  readonly side: Side | undefined
  readonly onChoose: ChangedRecordProps['onChoose']
}) {
  const say = useSay()
  return (
    <Radio.Group
      aria-label={name}
      value={side ?? null}
      disabled={!onChoose}
      onChange={({ target }) => onChoose?.(wholeRecord, target.value as Side)}
      options={[
        { value: 'here', label: say('exchange.changes.stay-removed') },
        { value: 'there', label: say('exchange.changes.bring-back') },
      ]}
    />
  )
}
