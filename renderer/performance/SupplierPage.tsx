import { Button } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useParams } from 'react-router'

import {
  newEvaluation,
  type ScoreCriterion,
  type ShownSupplier,
  supplierDecisions,
} from '#shared/performance/supplier'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { FactList } from './FactList.tsx'
import { SupplierForm } from './SupplierForm.tsx'
import { supplierState } from './SuppliersPage.tsx'
import { useScoreCriteria, useSuppliers } from './use-operation.ts'
import { useNames } from './use-performance.ts'

/** One supplier: what is known of it, and every evaluation with its points as they were given. */
export function SupplierPage() {
  const say = useSay()
  const may = useMay()
  const { id = '' } = useParams()
  const asked = useSuppliers()
  const [open, setOpen] = useState<'facts' | 'evaluation' | null>(null)
  const supplier = asked.data?.find((each) => each.id === id)
  if (!supplier)
    return (
      <PageFrame title={say('performance.suppliers')} purpose={say('performance.suppliers.purpose')}>
        <TroubleNote trouble={asked.error} />
        {asked.data && <p>{say('performance.unknown-supplier')}</p>}
      </PageFrame>
    )
  return (
    <PageFrame
      title={supplier.name}
      purpose={
        <>
          {supplier.goods} <StateTag {...supplierState(say, supplier)} />
        </>
      }
      action={
        may('performance.enter') &&
        open === null && (
          <>
            <Retire supplier={supplier} />
            <Button onClick={() => setOpen('facts')}>{say('performance.supplier.edit')}</Button>
            <Button type="primary" onClick={() => setOpen('evaluation')}>
              {say('performance.supplier.evaluate')}
            </Button>
          </>
        )
      }
    >
      <div className="record-page">
        <div className="performance-main">
          {open === 'evaluation' && <EvaluationForm supplier={supplier} onDone={() => setOpen(null)} />}
          {open === 'facts' ? (
            <SupplierForm supplier={supplier} onDone={() => setOpen(null)} />
          ) : (
            <FactList
              label={say('performance.supplier.facts')}
              rows={[
                [
                  say('performance.supplier.dataState'),
                  say(`performance.supplier.dataState.${supplier.dataState}`),
                ],
                [say('performance.supplier.askedOn'), supplier.askedOn],
                [
                  say('performance.supplier.spend'),
                  <NumberText key="spend" value={supplier.spend} unit="CNY" />,
                ],
                [say('performance.supplier.note'), supplier.note],
              ]}
            />
          )}
          <Evaluations supplier={supplier} />
        </div>
        <RecordSide record={`performance/supplier/${supplier.id}`} />
      </div>
    </PageFrame>
  )
}

interface Shown {
  readonly supplier: ShownSupplier
}

function Retire({ supplier: { id, name, retiredOn, evaluations } }: Shown) {
  const say = useSay()
  const go = useGo()
  const turn = useCommand(() =>
    retiredOn === null ? api.performance.retireSupplier({ id }) : api.performance.resumeSupplier({ id }),
  )
  const remove = useCommand(() => api.performance.removeSupplier({ id }))
  return (
    <>
      <TroubleNote trouble={turn.trouble ?? remove.trouble} />
      {evaluations.length === 0 && (
        <ConfirmAct
          label={say('performance.remove')}
          question={say('performance.supplier.remove-question', { name })}
          button={{ danger: true }}
          onConfirm={() => void remove.run(undefined).then((done) => done && go('/performance/suppliers'))}
        />
      )}
      <Button onClick={() => void turn.run(undefined)}>
        {say(retiredOn === null ? 'performance.supplier.retire' : 'performance.supplier.resume')}
      </Button>
    </>
  )
}

function Evaluations({ supplier: { evaluations } }: Shown) {
  const say = useSay()
  const nameOf = useNames()
  const label = say('performance.supplier.evaluations')
  return (
    <section className="paper" aria-label={label}>
      <h2>{label}</h2>
      {evaluations.length === 0 && (
        <p className="page-purpose">{say('performance.supplier.no-evaluations')}</p>
      )}
      {evaluations.map((each) => (
        <article key={each.id} className="performance-evaluation">
          <p>
            {each.evaluatedOn} · {say('performance.supplier.score')}{' '}
            <NumberText value={each.score} decimals={1} /> ·{' '}
            {say(`performance.supplier.decision.${each.decision}`)} · {nameOf(each.madeBy)} ·{' '}
            {say('performance.supplier.nextOn')} {each.nextOn}
          </p>
          <p className="performance-said">{each.reason}</p>
          <table className="plain-table">
            <tbody>
              {each.scores.map(({ name, weight, points }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="right">
                    <NumberText value={points} />
                  </td>
                  <td className="page-purpose">{say('performance.supplier.points-hint', { weight })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </article>
      ))}
    </section>
  )
}

function EvaluationForm({ supplier, onDone }: Shown & { readonly onDone: () => void }) {
  const say = useSay()
  const { data } = useScoreCriteria()
  const criteria = (data ?? []).filter(({ retired }) => !retired)
  const evaluate = useCommand((typed: Typed) =>
    api.performance.evaluateSupplier(evaluationIn(typed, supplier, criteria)),
  )
  const submit = async (typed: Typed) => {
    const made = await evaluate.run(typed)
    if (made) onDone()
    return made !== undefined
  }
  if (!data) return null
  if (criteria.length === 0) return <p>{say('performance.supplier.needs-criteria')}</p>
  const { shape } = newEvaluation
  const fields: readonly Field[] = [
    {
      name: 'evaluatedOn',
      label: say('performance.supplier.evaluatedOn'),
      kind: 'day',
      schema: shape.evaluatedOn,
    },
    ...criteria.map(({ id, name, weight }): Field => ({
      name: id,
      label: name,
      kind: 'number',
      schema: typedNumber.pipe(shape.points.element.shape.points),
      hint: say('performance.supplier.points-hint', { weight }),
    })),
    {
      name: 'decision',
      label: say('performance.supplier.decision'),
      kind: 'choice',
      schema: shape.decision,
      options: supplierDecisions.map((value) => ({
        value,
        label: say(`performance.supplier.decision.${value}`),
      })),
    },
    { name: 'nextOn', label: say('performance.supplier.nextOn'), kind: 'day', schema: shape.nextOn },
    { name: 'reason', label: say('performance.supplier.reason'), kind: 'area', schema: shape.reason },
  ]
  const today = dayjs()
  return (
    <RecordForm
      title={say('performance.supplier.evaluate')}
      draft={`performance/suppliers/${supplier.id}/evaluation`}
      initial={{
        evaluatedOn: today.format('YYYY-MM-DD'),
        nextOn: today.add(1, 'year').format('YYYY-MM-DD'),
        reason: '',
      }}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={evaluate.busy}
      trouble={evaluate.trouble}
      onLeave={onDone}
    />
  )
}

function evaluationIn(typed: Typed, { id }: ShownSupplier, criteria: readonly ScoreCriterion[]) {
  return newEvaluation.parse({
    supplier: id,
    evaluatedOn: knownIn(typed, 'evaluatedOn'),
    points: criteria.map((each) => ({ criterion: each.id, points: numberIn(typed, each.id) })),
    decision: typed['decision'],
    reason: textIn(typed, 'reason'),
    nextOn: knownIn(typed, 'nextOn'),
  })
}
