import { Button } from 'antd'
import { useState } from 'react'

import { type Criteria, levels, newCriteria, type NewCriteria, riskClasses } from '#shared/risks/criteria'
import { proposal } from '#shared/risks/proposal'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn, wholeIn } from '../ui/typed.ts'
import { ScaleField } from './ScaleField.tsx'
import { useCriteria } from './use-risks.ts'

/** The criteria in force in words, and writing the next version. */
export function CriteriaPage() {
  const say = useSay()
  const may = useMay()
  const asked = useCriteria()
  const [isOpen, setOpen] = useState(false)
  const versions = asked.data ?? []
  const newest = versions.at(-1)
  const begin = may('risks.check') && !isOpen && (
    <Button type="primary" onClick={() => setOpen(true)}>
      {say(newest ? 'risks.criteria.change' : 'risks.criteria.begin')}
    </Button>
  )
  return (
    <PageFrame title={say('risks.criteria')} purpose={say('risks.criteria.purpose')} action={newest && begin}>
      <TroubleNote trouble={asked.error} />
      {isOpen && (
        <CriteriaForm
          key={newest?.number ?? 0}
          before={newest ?? proposal(say)}
          version={newest?.number ?? 0}
          onDone={() => setOpen(false)}
        />
      )}
      {asked.data && !newest && !isOpen && (
        <EmptyState
          icon="calculator"
          title={say('risks.criteria.empty')}
          why={say('risks.criteria.empty-why')}
          action={begin}
        />
      )}
      {newest && <CriteriaPaper criteria={newest} />}
      {versions.length > 1 && (
        <section aria-label={say('risks.criteria.older')}>
          <h2>{say('risks.criteria.older')}</h2>
          {versions
            .slice(0, -1)
            .toReversed()
            .map((each) => (
              <CriteriaPaper key={each.number} criteria={each} />
            ))}
        </section>
      )}
    </PageFrame>
  )
}

function CriteriaPaper({ criteria }: { readonly criteria: Criteria }) {
  const say = useSay()
  const names = useNames()
  const { number, madeAt, madeBy, mediumFrom, highFrom, reviewMonths, acceptable, method, reason } = criteria
  const title = say('risks.criteria.in-force', {
    number,
    on: localTime(madeAt),
    name: names.get(madeBy) ?? '—',
  })
  const limits = riskClasses.flatMap((each) => {
    const points = acceptable[each]
    return points === undefined
      ? []
      : say('risks.criteria.limit', { class: say(`risks.class.${each}`), points })
  })
  const bounds = { low: mediumFrom - 1, medium: mediumFrom, below: highFrom - 1, high: highFrom }
  return (
    <section className="paper" aria-label={title}>
      <h2>{title}</h2>
      <div className="risks-top">
        {(['likelihood', 'impact'] as const).map((scale) => (
          <table key={scale} className="plain-table">
            <caption>{say(`risks.${scale}`)}</caption>
            <tbody>
              {criteria[scale].map(({ name, meaning }, at) => (
                <tr key={at}>
                  <th scope="row">
                    {at + 1} {name}
                  </th>
                  <td>{meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p>
        {say('risks.criteria.levels', bounds)}
        <br />
        {say('risks.criteria.review', { ...reviewMonths })}
        <br />
        {say('risks.criteria.limits', {
          limits: limits.length > 0 ? limits.join(' · ') : say('risks.criteria.no-limit'),
        })}
      </p>
      <p className="record-words">{method}</p>
      <p className="page-purpose">{reason}</p>
    </section>
  )
}

interface CriteriaFormProps {
  readonly before: NewCriteria
  readonly version: number
  readonly onDone: () => void
}
function CriteriaForm({ before, version, onDone }: CriteriaFormProps) {
  const say = useSay()
  const set = useCommand((typed: Typed) => api.risks.setCriteria(criteriaIn(typed)))
  const submit = submitting(set, onDone)
  const text = (whole: number | undefined) => (whole === undefined ? '' : String(whole))
  return (
    <RecordForm
      title={say('risks.criteria.change')}
      draft={`risks/criteria/${version}`}
      initial={{
        likelihood: before.likelihood,
        impact: before.impact,
        mediumFrom: text(before.mediumFrom),
        highFrom: text(before.highFrom),
        method: before.method,
        reason: version === 0 ? before.reason : '',
        ...Object.fromEntries(levels.map((each) => [`months-${each}`, text(before.reviewMonths[each])])),
        ...Object.fromEntries(riskClasses.map((each) => [`limit-${each}`, text(before.acceptable[each])])),
      }}
      fields={fieldsOf(say)}
      submit={say('risks.save')}
      onSubmit={submit}
      busy={set.busy}
      trouble={set.trouble}
      onLeave={onDone}
    />
  )
}

function fieldsOf(say: Say): readonly Field[] {
  const { shape } = newCriteria
  return [
    ...(['likelihood', 'impact'] as const).map((name): Field => ({
      name,
      label: say(`risks.${name}`),
      kind: 'own',
      schema: shape[name],
      control: <ScaleField label={say(`risks.${name}`)} />,
    })),
    {
      name: 'mediumFrom',
      label: say('risks.criteria.medium-from'),
      kind: 'number',
      schema: shape.method,
      hint: say('risks.criteria.points-hint'),
    },
    { name: 'highFrom', label: say('risks.criteria.high-from'), kind: 'number', schema: shape.method },
    ...levels.map((each): Field => ({
      name: `months-${each}`,
      label: say('risks.criteria.months', { level: say(`risks.level.${each}`) }),
      kind: 'number',
      schema: shape.method,
    })),
    ...riskClasses.map((each): Field => ({
      name: `limit-${each}`,
      label: say('risks.criteria.limit-of', { class: say(`risks.class.${each}`) }),
      kind: 'number',
      ...(each === 'strategic' && { hint: say('risks.criteria.acceptable-hint') }),
    })),
    { name: 'method', label: say('risks.criteria.method'), kind: 'area', schema: shape.method },
    { name: 'reason', label: say('risks.criteria.reason'), kind: 'area', schema: shape.reason },
  ]
}

function criteriaIn(typed: Typed): NewCriteria {
  const limits = riskClasses.flatMap((each) => {
    const points = wholeIn(typed, `limit-${each}`)
    return points === null ? [] : [[each, points]]
  })
  return newCriteria.parse({
    likelihood: typed['likelihood'],
    impact: typed['impact'],
    mediumFrom: wholeIn(typed, 'mediumFrom'),
    highFrom: wholeIn(typed, 'highFrom'),
    acceptable: Object.fromEntries(limits),
    reviewMonths: Object.fromEntries(levels.map((each) => [each, wholeIn(typed, `months-${each}`)])),
    method: textIn(typed, 'method'),
    reason: textIn(typed, 'reason'),
  })
}
