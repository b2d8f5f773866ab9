import { Button, Input } from 'antd'
import { useId } from 'react'

import { type PlanContent, planTexts } from '#shared/monitoring/plan'
import { planWords } from '#shared/monitoring/plan-words'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import type { WritePlan } from './PlanHeading.tsx'

interface PartsProps {
  readonly content: PlanContent
  readonly write: WritePlan
}

/** What people write beside the parameters: uncertainty, sampling, and the texts of internal quality. */
export function PlanParts({ content, write }: PartsProps) {
  const say = useSay()
  const id = useId()
  return (
    <div className="monitoring-side">
      <Uncertainties content={content} write={write} />
      <Samplings content={content} write={write} />
      <section className="paper" aria-labelledby={`${id}-texts`}>
        <h2 id={`${id}-texts`}>{say('monitoring.plan.part.texts')}</h2>
        {planTexts
          .filter((name) => name !== 'boundaryChange')
          .map((name) => (
            <div key={name} className="monitoring-field">
              <label htmlFor={`${id}-${name}`}>{say(`monitoring.plan.field.${name}`)}</label>
              <Input.TextArea
                id={`${id}-${name}`}
                rows={3}
                maxLength={4000}
                disabled={write === null}
                value={content[name]}
                onChange={({ target }) => write?.({ [name]: target.value })}
              />
            </div>
          ))}
      </section>
    </div>
  )
}

function Uncertainties({ content, write }: PartsProps) {
  const rows = content.uncertainties
  return (
    <Rows<PlanContent['uncertainties'][number]>
      part="uncertainties"
      fields={['size', 'cause', 'measure']}
      rows={rows}
      nameOf={({ name }) => name}
      onChange={write && ((next) => write({ uncertainties: next }))}
    />
  )
}

const emptySampling = {
  material: '',
  place: '',
  frequency: '',
  standard: '',
  preparation: '',
  storage: '',
  testedBy: '',
}

function Samplings({ content, write }: PartsProps) {
  return (
    <Rows<PlanContent['samplings'][number]>
      part="samplings"
      fields={['material', 'place', 'frequency', 'standard', 'preparation', 'storage', 'testedBy']}
      rows={content.samplings}
      onChange={write && ((next) => write({ samplings: next }))}
      blank={emptySampling}
    />
  )
}

interface RowsProps<R extends Readonly<Record<string, unknown>>> {
  readonly part: 'uncertainties' | 'samplings'
  readonly fields: readonly (keyof R & string)[]
  readonly rows: readonly R[]
  /** What the row is about, where that is not typed. */
  readonly nameOf?: (row: R) => string
  readonly onChange: ((rows: R[]) => void) | null
  /** A new row; without it, rows come from the registers. */
  readonly blank?: R
}

/** A small table whose cells are typed into. */
function Rows<R extends Readonly<Record<string, unknown>>>({
  part,
  fields,
  rows,
  nameOf,
  onChange,
  blank,
}: RowsProps<R>) {
  const say = useSay()
  const id = useId()
  const words = planWords(say.language)
  const titleOf = (name: string) =>
    part === 'samplings' && name === 'frequency'
      ? words('monitoring.plan.sampling-frequency')
      : words(`monitoring.plan.field.${name}`)
  const title = say(`monitoring.plan.part.${part}`)
  return (
    <section className="paper" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="monitoring-scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="monitoring-table">
          <thead>
            <tr>
              {nameOf && <th scope="col">{say('monitoring.plan.field.sourceName')}</th>}
              {fields.map((name) => (
                <th key={name} scope="col">
                  {titleOf(name)}
                </th>
              ))}
              {blank && <td />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {nameOf && <th scope="row">{nameOf(row)}</th>}
                {fields.map((name) => (
                  <td key={name}>
                    <Input
                      aria-label={[nameOf?.(row), titleOf(name), nameOf ? null : String(at + 1)]
                        .filter(Boolean)
                        .join(' ')}
                      maxLength={300}
                      disabled={onChange === null}
                      value={String(row[name] ?? '')}
                      onChange={({ target }) => onChange?.(rows.with(at, { ...row, [name]: target.value }))}
                    />
                  </td>
                ))}
                {blank && (
                  <td>
                    <Button
                      type="text"
                      icon={<Icon name="trash" />}
                      aria-label={`${say('monitoring.plan.row-remove')} ${at + 1}`}
                      disabled={onChange === null}
                      onClick={() => onChange?.(rows.toSpliced(at, 1))}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {blank && onChange && (
        <Button icon={<Icon name="plus" />} onClick={() => onChange([...rows, blank])}>
          {say('monitoring.plan.row-add')}
        </Button>
      )}
    </section>
  )
}
