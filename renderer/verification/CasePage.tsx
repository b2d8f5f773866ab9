import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import { type CaseId, caseId } from '#shared/verification/case'
import type { ShownCase, ShownStep } from '#shared/verification/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { CaseForm, UnknownYear } from './CaseForm.tsx'
import { CaseStateTag } from './CasesPage.tsx'
import { PackageSection } from './PackageSection.tsx'
import { PlanSection } from './PlanSection.tsx'
import { RequestsSection } from './RequestsSection.tsx'
import { StatementsSection } from './StatementsSection.tsx'
import { StepPanel } from './StepPanel.tsx'
import { StepTable } from './StepTable.tsx'
import { useBodyOptions, useCase, useInventoryOptions } from './use-verification.ts'

/** One case: where it stands, its steps with their days, and everything that was said and handed over in it. */
export function CasePage() {
  const { id } = useParams()
  const say = useSay()
  const parsed = caseId.safeParse(id)
  if (parsed.success) return <Opened key={parsed.data} id={parsed.data} />
  return (
    <PageFrame title={say('verification.title')} purpose={say('verification.no-such-case')}>
      {null}
    </PageFrame>
  )
}

function Opened({ id }: { readonly id: CaseId }) {
  const say = useSay()
  const go = useGo()
  const [chosen, setChosen] = useState<Pick<ShownStep, 'id' | 'outcome'> | null>(null)
  const [tab, setTab] = useState('steps')
  const asked = useCase(id)
  const of = asked.data
  if (of?.id !== id)
    return (
      <PageFrame title={say('verification.title')} purpose={say('verification.purpose')}>
        <TroubleNote trouble={asked.error} />
      </PageFrame>
    )
  const running = of.steps.find(({ outcome }) => outcome === null) ?? of.steps.at(-1)
  // Whoever closes the step that is open before them goes on with the next.
  const step = of.steps.find(({ id, outcome }) => id === chosen?.id && outcome === chosen.outcome) ?? running
  return (
    <PageFrame
      title={`${of.number} ${of.title}`}
      purpose={
        <>
          <CaseStateTag state={of.state} /> {say(`verification.kind.${of.kind}`)} ·{' '}
          {say('verification.case.limits', { least: of.least, most: of.most, used: of.daysUsed })}
        </>
      }
      action={<Button onClick={() => go('/verification')}>{say('verification.all')}</Button>}
    >
      <Standing of={of} />
      <div className="record-page">
        <div className="verification-main">
          <Tabs activeKey={tab} onChange={setTab} items={tabsOf(of, say, step, setChosen)} />
        </div>
        <RecordSide
          record={step && tab === 'steps' ? `verification/step/${step.id}` : `verification/case/${of.id}`}
          whole={`verification/case/${of.id}`}
        />
      </div>
    </PageFrame>
  )
}

function tabsOf(
  of: ShownCase,
  say: ReturnType<typeof useSay>,
  step: ShownStep | undefined,
  onChoose: (step: ShownStep) => void,
) {
  const open = of.requests.filter(({ state }) => state !== 'accepted').length
  const counted = (word: string, count: number) => (count === 0 ? word : `${word} ${count}`)
  return [
    {
      key: 'steps',
      label: say('verification.steps'),
      children: (
        <div className="verification-main">
          <StepTable of={of} chosen={step?.id ?? null} onChoose={onChoose} />
          {step && <StepPanel key={step.id} of={of} step={step} />}
        </div>
      ),
    },
    ...(of.kind === 'verification'
      ? [{ key: 'plan', label: say('verification.plan'), children: <PlanSection of={of} /> }]
      : []),
    { key: 'package', label: say('verification.package'), children: <PackageSection of={of} /> },
    {
      key: 'requests',
      label: counted(say('verification.requests'), open),
      children: <RequestsSection of={of} />,
    },
    { key: 'statements', label: say('verification.statements'), children: <StatementsSection of={of} /> },
    { key: 'facts', label: say('verification.case.facts'), children: <FactsSection of={of} /> },
  ]
}

/** What stands over a case: years that nobody knows the holidays of, and how it ended. */
function Standing({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const confirm = useCommand((year: number) => api.verification.confirmWeekdays({ id: of.id, year }))
  const { closedOn, deliveredHash, closingNote, uncertainYears } = of
  const assumed = of.weekdayYears.filter((year) =>
    of.steps.some(({ usualOn, dueOn }) => [usualOn, dueOn].some((day) => day.startsWith(String(year)))),
  )
  return (
    <>
      {of.state === 'open' &&
        uncertainYears.map((year) => (
          <UnknownYear key={year} year={year} onConfirm={() => void confirm.run(year)} />
        ))}
      {assumed.length > 0 && (
        <p className="page-purpose">{say('verification.years-assumed', { years: assumed.join(', ') })}</p>
      )}
      {of.state === 'delivered' && (
        <p>{say('verification.case.delivered', { on: closedOn ?? '', hash: deliveredHash ?? '' })}</p>
      )}
      {of.state === 'cancelled' && (
        <p>{say('verification.case.cancelled', { on: closedOn ?? '', reason: closingNote })}</p>
      )}
    </>
  )
}

function FactsSection({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const inventories = useInventoryOptions()
  const bodies = useBodyOptions()
  const [isOpen, setOpen] = useState(false)
  const cancel = useCommand((reason: string) => api.verification.cancelCase({ id: of.id, reason }))
  if (isOpen) return <CaseForm of={of} onDone={() => setOpen(false)} />
  const labelOf = (options: typeof bodies, value: string | null) =>
    options.find((option) => option.value === value)?.label ?? '—'
  const rows: readonly (readonly [string, string])[] = [
    [say('verification.case.year'), String(of.year)],
    [say('verification.case.starts'), of.startsOn],
    [say('verification.case.owner'), nameOf(of.owner)],
    [say('verification.case.inventory'), labelOf(inventories, of.inventory)],
    [say('verification.case.body'), labelOf(bodies, of.body)],
    [say('verification.case.requester'), of.requester || '—'],
    [
      say('verification.case.compulsory'),
      say(of.isCompulsory ? 'verification.case.compulsory.yes' : 'verification.case.compulsory.no'),
    ],
    [say('verification.case.cost'), of.cost ?? '—'],
  ]
  return (
    <section className="paper" aria-label={say('verification.case.facts')}>
      <table className="plain-table">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {of.state === 'open' && may('verification.check') && (
        <div className="page-acts">
          <Button onClick={() => setOpen(true)}>{say('verification.case.edit')}</Button>
          <ConfirmAct
            label={say('verification.case.cancel')}
            question={say('verification.case.cancel-ask')}
            reasonLabel={say('verification.step.reason')}
            button={{ danger: true, loading: cancel.busy }}
            onConfirm={(reason) => void cancel.run(reason)}
          />
        </div>
      )}
      <TroubleNote trouble={cancel.trouble} onClose={cancel.forget} />
    </section>
  )
}
