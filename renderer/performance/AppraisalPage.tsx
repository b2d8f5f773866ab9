import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import type { ShownAppraisal } from '#shared/performance/appraisal'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { NumberText, OpenableNumber } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { AppraisalForm } from './AppraisalForm.tsx'
import { appraisalTones } from './AppraisalsPage.tsx'
import { FactList } from './FactList.tsx'
import { openValue } from './open-value.ts'
import { useAppraisals, useSuppliers } from './use-operation.ts'
import { useNames } from './use-performance.ts'

/** One design or purchase: its options in one table, and the choice with its reason. */
export function AppraisalPage() {
  const say = useSay()
  const may = useMay()
  const { id = '' } = useParams()
  const asked = useAppraisals()
  const places = usePlaceOptions()
  const [isOpen, setOpen] = useState(false)
  const appraisal = asked.data?.find((each) => each.id === id)
  if (!appraisal)
    return (
      <PageFrame title={say('performance.appraisals')} purpose={say('performance.appraisals.purpose')}>
        <TroubleNote trouble={asked.error} />
        {asked.data && <p>{say('performance.unknown-appraisal')}</p>}
      </PageFrame>
    )
  const { number, title, kind, state, weight } = appraisal
  return (
    <PageFrame
      title={`${number} ${title}`}
      purpose={
        <>
          {say(`performance.appraisal.kind.${kind}`)}{' '}
          <StateTag tone={appraisalTones[state]} text={say(`performance.appraisal.state.${state}`)} />
        </>
      }
      action={
        state === 'draft' &&
        may('performance.enter') &&
        !isOpen && (
          <>
            <Remove appraisal={appraisal} />
            <Button onClick={() => setOpen(true)}>{say('performance.appraisal.edit')}</Button>
          </>
        )
      }
    >
      {!isOpen && <Compared appraisal={appraisal} />}
      <div className="record-page">
        <div className="performance-main">
          {isOpen ? (
            <AppraisalForm appraisal={appraisal} onDone={() => setOpen(false)} />
          ) : (
            <FactList
              label={say('performance.appraisal.facts')}
              rows={[
                [say('performance.appraisal.what'), appraisal.what],
                [
                  say('performance.indicator.node'),
                  places.find(({ value }) => value === appraisal.node)?.label.trim() ?? '',
                ],
                [say('performance.appraisal.reviewedOn'), appraisal.reviewedOn],
                [say('performance.appraisal.criterion'), appraisal.criterion],
                [
                  say('performance.appraisal.weight'),
                  weight === null ? '' : <NumberText key="weight" value={weight} unit="%" />,
                ],
                [
                  say('performance.appraisal.rate'),
                  <NumberText key="rate" value={appraisal.rate} unit="%" />,
                ],
              ]}
            />
          )}
        </div>
        <RecordSide record={`performance/appraisal/${appraisal.id}`} />
      </div>
    </PageFrame>
  )
}

interface Shown {
  readonly appraisal: ShownAppraisal
}

function Remove({ appraisal: { id, title } }: Shown) {
  const say = useSay()
  const go = useGo()
  const remove = useCommand(() => api.performance.removeAppraisal({ id }))
  return (
    <>
      <TroubleNote trouble={remove.trouble} />
      <ConfirmAct
        label={say('performance.remove')}
        question={say('performance.appraisal.remove-question', { name: title })}
        button={{ danger: true }}
        onConfirm={() => void remove.run(undefined).then((done) => done && go('/performance/appraisals'))}
      />
    </>
  )
}

function Compared({ appraisal }: Shown) {
  const say = useSay()
  const may = useMay()
  const { id, options, compared, chosen, state } = appraisal
  const decide = useCommand((choice: { readonly chosen: number; readonly reason: string }) =>
    api.performance.decideAppraisal({ id, ...choice }),
  )
  const mayDecide = state === 'draft' && may('performance.approve')
  const label = say('performance.appraisal.compare')
  const head = [
    'investment',
    'yearlyCost',
    'lifetime',
    'emission',
    'yearly',
    'saved',
    'perTonne',
    'payback',
  ] as const
  const { data: suppliers = [] } = useSuppliers()
  return (
    <section className="paper" aria-label={label}>
      <h2>{label}</h2>
      <div
        className="plain-scroll"
        role="region"
        tabIndex={0}
        aria-label={say('frame.chart.table', { label })}
      >
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('performance.appraisal.options')}</th>
              {head.map((each) => (
                <th key={each} scope="col" className="right">
                  {say(`performance.appraisal.${each}`)}
                </th>
              ))}
              <th scope="col">{say('performance.appraisal.chosen')}</th>
            </tr>
          </thead>
          <tbody>
            {options.map((each, at) => {
              const beside = compared[at]
              const supplier = suppliers.find((known) => known.id === each.supplier)?.name
              const path = beside?.path ?? null
              return (
                <tr key={each.name}>
                  <th scope="row">{[each.name, supplier].filter(Boolean).join(' · ')}</th>
                  <td className="right">
                    <NumberText value={each.investment} />
                  </td>
                  <td className="right">
                    <NumberText value={each.yearlyCost} />
                  </td>
                  <td className="right">
                    <NumberText value={each.lifetime === null ? null : String(each.lifetime)} />
                  </td>
                  <td className="right">
                    <NumberText value={each.emission} />
                  </td>
                  <td className="right">
                    <NumberText value={beside?.yearly ?? null} unit="CNY" decimals={0} />
                  </td>
                  <td className="right">
                    {at > 0 && <NumberText value={beside?.saved ?? null} unit="tCO2e" decimals={2} />}
                  </td>
                  <td className="right">
                    {path !== null && (
                      <OpenableNumber
                        value={beside?.perTonne ?? null}
                        unit="CNY/tCO2e"
                        decimals={2}
                        onOpen={() => openValue(each.name, path)}
                      />
                    )}
                  </td>
                  <td className="right">
                    {typeof beside?.payback === 'string' ? (
                      <NumberText value={beside.payback} decimals={1} />
                    ) : (
                      '—'
                    )}
                  </td>
                  <td>
                    {chosen === at && <StateTag tone="good" text={say('performance.appraisal.chosen')} />}
                    {mayDecide && options.length > 1 && (
                      <ConfirmAct
                        label={say('performance.appraisal.choose')}
                        question={say('performance.appraisal.choose-question', { name: each.name })}
                        reasonLabel={say('performance.appraisal.reason')}
                        button={{ size: 'small' }}
                        onConfirm={(why) => void decide.run({ chosen: at, reason: why })}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <TroubleNote trouble={decide.trouble} />
      <Decision appraisal={appraisal} />
    </section>
  )
}

function Decision({ appraisal: { id, state, reason, decidedBy, decidedAt } }: Shown) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const waive = useCommand((why: string) => api.performance.waiveAppraisal({ id, reason: why }))
  return (
    <>
      {decidedAt !== null && (
        <p>
          {say('performance.appraisal.decided', {
            reason,
            who: nameOf(decidedBy),
            on: localDay(decidedAt),
          })}
        </p>
      )}
      {state === 'draft' && may('performance.approve') && (
        <div className="performance-acts">
          <ConfirmAct
            label={say('performance.appraisal.waive')}
            question={say('performance.appraisal.waive-question')}
            reasonLabel={say('performance.appraisal.reason')}
            onConfirm={(why) => void waive.run(why)}
          />
        </div>
      )}
      <TroubleNote trouble={waive.trouble} />
    </>
  )
}
