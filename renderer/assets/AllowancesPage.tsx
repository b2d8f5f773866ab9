import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import type { Estimate } from '#shared/assets/contract'
import type { Unit } from '#shared/assets/model'

import { FoldedSide } from '../kernel/FoldedSide.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { CarryOver } from './CarryOver.tsx'
import { MonthsChart } from './MonthsChart.tsx'
import { PlannedTable } from './PlannedTable.tsx'
import { Settlement } from './Settlement.tsx'
import { TermsForm } from './TermsForm.tsx'
import { UnitForm } from './UnitForm.tsx'
import { UnitList } from './UnitList.tsx'
import { useEstimate, usePlans } from './use-assets.ts'

/** What is being registered or changed. */
interface Editing {
  readonly kind: Unit['kind']
  readonly unit: Unit | null
}

/** Allowances of the year by its plan, against what has to be surrendered. */
export function AllowancesPage() {
  const say = useSay()
  const may = useMay()
  const { year } = useScope()
  const asked = useEstimate(year)
  const [params] = useSearchParams()
  const [editing, setEditing] = useState<Editing | null>(null)
  const estimate = asked.data
  const canEnter = may('assets.enter')
  const acts = canEnter && estimate && !editing && (
    <>
      <Button onClick={() => setEditing({ kind: 'industry', unit: null })}>{say('assets.add-line')}</Button>
      <Button type="primary" onClick={() => setEditing({ kind: 'power', unit: null })}>
        {say('assets.add-unit')}
      </Button>
    </>
  )
  return (
    <PageFrame
      title={say('assets.title')}
      purpose={say('assets.purpose')}
      {...(acts && estimate.units.length > 0 && { action: acts })}
    >
      <TroubleNote trouble={asked.error} />
      {editing && (
        <UnitForm
          key={editing.unit?.id ?? editing.kind}
          kind={editing.kind}
          unit={editing.unit}
          onLeave={() => setEditing(null)}
        />
      )}
      {estimate && estimate.units.length === 0 && !editing && (
        <EmptyState
          icon="coins"
          title={say('assets.units.empty')}
          why={say('assets.units.empty.why')}
          action={<div className="page-acts">{acts}</div>}
        />
      )}
      {estimate && estimate.units.length > 0 && (
        <>
          <PlanLine estimate={estimate} />
          <Settlement estimate={estimate} />
          <section className="paper" aria-label={say('assets.findings')}>
            <FindingList findings={estimate.findings} />
          </section>
          <MonthsChart estimate={estimate} />
          <UnitList estimate={estimate} onEdit={(unit) => setEditing({ kind: unit.kind, unit })} />
          {estimate.units
            .filter(({ unit }) => unit.id === (editing?.unit?.id ?? params.get('unit')))
            .map(({ unit }) => (
              <RecordSide key={unit.id} record={`assets/unit/${unit.id}`} />
            ))}
          {estimate.isForecast && <p className="page-purpose">{say('assets.rule')}</p>}
          {canEnter && <PlannedTable key={estimate.year} estimate={estimate} />}
          <TermsForm
            terms={estimate.terms}
            isIndustry={estimate.units.some(({ unit }) => unit.kind === 'industry')}
          />
          <FoldedSide key={estimate.year} record={`assets/year/${estimate.year}`} />
          <CarryOver />
          <PlanNotes estimate={estimate} />
        </>
      )}
    </PageFrame>
  )
}

function PlanLine({ estimate: { plan, isForecast } }: { readonly estimate: Estimate }) {
  const say = useSay()
  if (!plan) return null
  return (
    <p className="assets-plan">
      <span>
        {plan.title[say.language]}（{plan.document}）
      </span>
      {plan.status === 'draft' && <StateTag tone="warn" text={say('assets.draft')} />}
      {isForecast && <StateTag tone="info" text={say('assets.forecast')} />}
      {plan.deadline !== null && <span>{say('assets.deadline', { day: plan.deadline })}</span>}
    </p>
  )
}

/** What is known of the plan itself, and of where its numbers come from. */
function PlanNotes({ estimate: { plan } }: { readonly estimate: Estimate }) {
  const say = useSay()
  const { data } = usePlans()
  const source = data?.plans.find(({ id }) => id === plan?.id)?.sources
  if (!plan) return null
  return (
    <details className="paper">
      <summary>{say('assets.notes')}</summary>
      <ul>
        {plan.notes.map((note) => (
          <li key={note.en}>{note[say.language]}</li>
        ))}
        {source && <li>{say('assets.notes.source', { source: source[say.language] })}</li>}
      </ul>
    </details>
  )
}
