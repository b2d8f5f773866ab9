import { Button, Segmented } from 'antd'
import { useState } from 'react'

import type { Finding } from '#shared/kernel/finding'
import { riskKinds, type ShownRisk } from '#shared/risks/risk'
import { currentRating } from '#shared/risks/standing'

import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { type Chosen, RiskMatrix } from './RiskMatrix.tsx'
import { LevelTag, StandingTag } from './tones.tsx'
import { useCriteria, useRisks } from './use-risks.ts'

/** The register: where risks or opportunities stand in the matrix, what is wanting, and all of them in a list. */
export function RisksPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useRisks()
  const criteria = useCriteria()
  const [kind, setKind] = useState<ShownRisk['kind']>('risk')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const columns = useColumns()
  const all = asked.data ?? []
  const own = all.filter((each) => each.kind === kind)
  const open = own.filter(({ closedOn }) => closedOn === null)
  const rule = criteria.data?.at(-1)
  const rows = chosen === null ? own : own.filter((each) => stands(each, chosen))
  // What is above its limit and not answered comes first.
  const rank = ({ code }: Finding) => (code === 'risks.gap' ? 0 : 1)
  const findings = open.flatMap((each) => each.findings).toSorted((a, b) => rank(a) - rank(b))
  const begin = may('risks.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go(`/risks/new?kind=${kind}`)}>
      {say('risks.new')}
    </Button>
  )
  return (
    <PageFrame
      title={say('risks.title')}
      purpose={say('risks.purpose')}
      action={
        all.length > 0 && (
          <>
            <Segmented
              aria-label={say('risks.kind')}
              options={riskKinds.map((value) => ({ value, label: say(`risks.kind.${value}`) }))}
              value={kind}
              onChange={(value) => {
                setKind(value)
                setChosen(null)
              }}
            />
            <Button onClick={() => go('/risks/criteria')}>{say('risks.criteria')}</Button>
            {begin}
          </>
        )
      }
    >
      <TroubleNote trouble={asked.error ?? criteria.error} />
      {criteria.data?.length === 0 && (
        <p role="status">
          {say('risks.criteria-first')}{' '}
          <Button type="link" onClick={() => go('/risks/criteria')}>
            {say('risks.criteria.begin')}
          </Button>
        </p>
      )}
      {rule && open.length > 0 && (
        <div className="risks-top">
          <RiskMatrix
            label={say(kind === 'risk' ? 'risks.matrix' : 'risks.matrix.opportunity')}
            {...{ risks: open, criteria: rule, chosen, onChoose: setChosen }}
          />
          <section className="paper risks-findings" aria-label={say('risks.gaps')}>
            <h2>{say('risks.gaps')}</h2>
            <FindingList
              findings={findings}
              onOpen={({ where }) => go(`/risks/${where.split('/').at(-1) ?? ''}`)}
            />
          </section>
        </div>
      )}
      {chosen !== null && (
        <p role="status">
          {say('risks.matrix.chosen', { ...chosen })}{' '}
          <Button type="link" onClick={() => setChosen(null)}>
            {say('risks.matrix.show-all')}
          </Button>
        </p>
      )}
      <div className={own.length > 0 ? 'risks-list' : ''}>
        <RecordTable
          name={`risks-${kind}`}
          label={say('risks.list')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => go(`/risks/${id}`)}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="warning"
              title={say('risks.empty')}
              why={say('risks.empty-why')}
              action={begin}
            />
          }
        />
      </div>
    </PageFrame>
  )
}

function stands(risk: ShownRisk, { likelihood, impact }: Chosen): boolean {
  const now = currentRating(risk)
  return risk.closedOn === null && now?.likelihood === likelihood && now.impact === impact
}

function useColumns(): readonly RecordColumn<ShownRisk>[] {
  const say = useSay()
  const { nameOf } = useStaff()
  return [
    { key: 'number', title: say('risks.number'), text: ({ number }) => number, width: 120 },
    { key: 'title', title: say('risks.name'), text: ({ title }) => title, width: 240 },
    {
      key: 'class',
      title: say('risks.class'),
      text: (each) => say(`risks.class.${each.class}`),
      choices: true,
      width: 90,
    },
    {
      key: 'subsystem',
      title: say('risks.subsystem'),
      text: ({ subsystem }) => say(`risks.subsystem.${subsystem}`),
      choices: true,
      width: 110,
    },
    {
      key: 'initial',
      title: say('risks.initial'),
      text: ({ ratings: [first] }) => (first ? String(first.points) : ''),
      number: true,
      width: 80,
    },
    {
      key: 'points',
      title: say('risks.current'),
      text: (each) => String(currentRating(each)?.points ?? ''),
      cell: (each) => {
        const now = currentRating(each)
        return now && <LevelTag level={now.level} points={now.points} />
      },
      number: true,
      width: 100,
    },
    {
      key: 'standing',
      title: say('risks.standing'),
      text: ({ standing }) => say(`risks.standing.${standing}`),
      cell: ({ standing }) => <StandingTag standing={standing} />,
      choices: true,
      width: 170,
    },
    {
      key: 'treatments',
      title: say('risks.treatments'),
      text: ({ treatments }) => String(treatments.length),
      number: true,
      width: 90,
    },
    {
      key: 'owner',
      title: say('risks.owner'),
      text: ({ owner }) => (owner === null ? '' : nameOf(owner)),
      choices: true,
      width: 110,
    },
    {
      key: 'review',
      title: say('risks.next-review'),
      text: ({ nextReview }) => nextReview ?? '',
      width: 120,
    },
    {
      key: 'found',
      title: say('risks.found-on'),
      text: ({ foundOn }) => foundOn,
      width: 120,
      optional: true,
    },
  ]
}
