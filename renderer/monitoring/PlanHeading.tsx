import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'

import type { PlanContent } from '#shared/monitoring/plan'
import { planValue, planWords } from '#shared/monitoring/plan-words'

import { useSay } from '../kernel/say.ts'

/** Writes a part of the content; null where it cannot be written. */
export type WritePlan = ((part: Partial<PlanContent>) => void) | null

interface HeadingProps {
  readonly content: PlanContent
  readonly validFrom: string
  readonly write: WritePlan
  readonly setDay: (validFrom: string) => void
}

/** Title, reason and first day, which people write; organization, units, boundary and methods, which the registers say. */
export function PlanHeading({ content, validFrom, write, setDay }: HeadingProps) {
  const say = useSay()
  const id = useId()
  const words = planWords(say.language)
  const { organization, boundary, units, methods } = content
  const { contacts, ...facts } = organization
  const known: readonly (readonly [string, string])[] = [
    ...Object.entries(facts).map(
      ([name, value]) => [words(`monitoring.plan.field.${name}`), value ?? '—'] as const,
    ),
    [words('monitoring.plan.field.contacts'), contacts.join('; ') || '—'],
    [
      words('monitoring.plan.part.boundary'),
      boundary.number === null
        ? '—'
        : `${words('monitoring.plan.version', { number: boundary.number })} · ${planValue(words, 'approach', boundary.approach)} · ${boundary.facilities.join('; ')}`,
    ],
    [
      words('monitoring.plan.field.exclusions'),
      boundary.exclusions.map(({ what, reason }) => `${what}: ${reason}`).join('; ') || '—',
    ],
    [
      words('monitoring.plan.part.units'),
      units
        .map(({ kind, name, capacity, model }) =>
          [planValue(words, 'kind', kind), name, capacity, model].filter(Boolean).join(' '),
        )
        .join('; ') || '—',
    ],
  ]
  return (
    <section className="paper" aria-label={say('monitoring.plan.tab.heading')}>
      <div className="monitoring-fields">
        <div className="monitoring-wide monitoring-field">
          <label htmlFor={`${id}-title`}>{say('monitoring.plan.field.title')}</label>
          <Input
            id={`${id}-title`}
            value={content.title}
            maxLength={300}
            disabled={write === null}
            onChange={({ target }) => write?.({ title: target.value })}
          />
        </div>
        <div className="monitoring-field">
          <label htmlFor={`${id}-day`}>{say('monitoring.plan.field.validFrom')}</label>
          <DatePicker
            id={`${id}-day`}
            value={dayjs(validFrom)}
            allowClear={false}
            disabled={write === null}
            onChange={(day) => setDay((day ?? dayjs(validFrom)).format('YYYY-MM-DD'))}
          />
        </div>
        {(['reason', 'boundaryChange'] as const).map((name) => (
          <div key={name} className="monitoring-wide monitoring-field">
            <label htmlFor={`${id}-${name}`}>{say(`monitoring.plan.field.${name}`)}</label>
            <Input.TextArea
              id={`${id}-${name}`}
              rows={2}
              maxLength={4000}
              disabled={write === null}
              value={content[name]}
              onChange={({ target }) => write?.({ [name]: target.value })}
            />
          </div>
        ))}
      </div>
      <p className="page-purpose">{say('monitoring.plan.taken-over')}</p>
      <table className="monitoring-table monitoring-known">
        <tbody>
          {known.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{say('monitoring.plan.part.methods')}</h2>
      <div
        className="monitoring-scroll"
        tabIndex={0}
        role="group"
        aria-label={say('monitoring.plan.part.methods')}
      >
        <table className="monitoring-table">
          <thead>
            <tr>
              <th scope="col">{say('monitoring.plan.field.sourceName')}</th>
              <th scope="col">{say('monitoring.plan.field.method')}</th>
              <th scope="col">{say('monitoring.field.methodReason')}</th>
            </tr>
          </thead>
          <tbody>
            {methods.map(({ source, name, method, reason }) => (
              <tr key={source}>
                <th scope="row">{name}</th>
                <td>{planValue(words, 'method', method)}</td>
                <td>{reason ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
