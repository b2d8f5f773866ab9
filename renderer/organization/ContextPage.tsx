import { Button } from 'antd'
import { useState } from 'react'

import {
  type Issue,
  isCurrent,
  type Strategy,
  type StrategyKind,
  type SwotField,
} from '#shared/organization/context'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { GapList } from './GapList.tsx'
import { PrintButton } from './PrintButton.tsx'
import { ReviewForm } from './ReviewSection.tsx'
import { useContextRegister, usualDays } from './use-system.ts'

/** The SWOT as one picture: issues at the edges, and where two fields cross, the strategies that combine them. */
export function ContextPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useContextRegister()
  const [isReviewing, setReviewing] = useState(false)
  const issues = asked.data?.issues ?? []
  const current = issues.filter(isCurrent)
  const gone = issues.filter((each) => !isCurrent(each))
  const begin = may('organization.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/organization/context/issues/new')}>
      {say('organization.context.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('organization.context.title')}
      purpose={say('organization.context.purpose')}
      action={
        current.length > 0 && (
          <>
            <PrintButton
              label={say('organization.declaration.print')}
              make={(signal) => api.organization.printContext({ language: say.language }, { signal })}
            />
            {may('organization.enter') && (
              <Button onClick={() => setReviewing(true)}>{say('organization.review.all')}</Button>
            )}
            {begin}
          </>
        )
      }
    >
      <TroubleNote trouble={asked.error} />
      {isReviewing && (
        <ReviewForm
          title={say('organization.review.many', { count: current.length })}
          records={current.map(({ id }) => `organization/issue/${id}`)}
          onDone={() => setReviewing(false)}
        />
      )}
      {asked.data && issues.length === 0 && (
        <EmptyState
          icon="boundary"
          title={say('organization.context.empty')}
          why={say('organization.context.empty-why')}
          action={begin}
        />
      )}
      {asked.data && issues.length > 0 && (
        <>
          <Matrix issues={current} strategies={asked.data.strategies} />
          {asked.data.findings.length > 0 && (
            <section className="paper" aria-label={say('organization.context.findings')}>
              <h2>{say('organization.context.findings')}</h2>
              <GapList
                gaps={asked.data.findings}
                pathOf={({ code, where }) =>
                  code.endsWith('.overdue')
                    ? `/organization/context/issues/${where}`
                    : code.endsWith('.strategy-outdated')
                      ? `/organization/context/strategies/${where}`
                      : null
                }
              />
            </section>
          )}
        </>
      )}
      {gone.length > 0 && (
        <details className="paper">
          <summary>{say('organization.context.ended', { count: gone.length })}</summary>
          <IssueList issues={gone} />
        </details>
      )}
    </PageFrame>
  )
}

interface MatrixProps {
  readonly issues: readonly Issue[]
  readonly strategies: readonly Strategy[]
}
const rows = [
  ['opportunity', ['SO', 'WO']],
  ['threat', ['ST', 'WT']],
] as const

function Matrix({ issues, strategies }: MatrixProps) {
  const say = useSay()
  const inField = (field: SwotField) => issues.filter((each) => each.field === field)
  return (
    <table className="swot" aria-label={say('organization.context.title')}>
      <thead>
        <tr>
          <td className="swot-corner">
            <span>{say('organization.swot.internal')} →</span>
            <span>{say('organization.swot.external')} ↓</span>
          </td>
          {(['strength', 'weakness'] as const).map((field) => (
            <th key={field} scope="col" className={`swot-field ${field}`}>
              <FieldCell field={field} issues={inField(field)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([field, kinds]) => (
          <tr key={field}>
            <th scope="row" className={`swot-field ${field}`}>
              <FieldCell field={field} issues={inField(field)} />
            </th>
            {kinds.map((kind) => (
              <td key={kind} className="swot-strategies">
                <StrategyCell
                  kind={kind}
                  strategies={strategies.filter((each) => each.kind === kind)}
                  issues={issues}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FieldCell({ field, issues }: { readonly field: SwotField; readonly issues: readonly Issue[] }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const word = say(`organization.swot.${field}`)
  return (
    <>
      <div className="swot-head">
        <span>{word}</span>
        {may('organization.enter') && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" />}
            aria-label={say('organization.swot.add-here', { field: word })}
            onClick={() => go(`/organization/context/issues/new?field=${field}`)}
          />
        )}
      </div>
      {issues.length === 0 ? (
        <p className="organization-hint">{say('organization.swot.none')}</p>
      ) : (
        <IssueList issues={issues} />
      )}
    </>
  )
}

function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const say = useSay()
  const go = useGo()
  const { today } = usualDays()
  return (
    <ol className="swot-list">
      {issues.map(({ id, title, theme, reviewOn, endedOn }) => (
        <li key={id}>
          <button type="button" className="openable" onClick={() => go(`/organization/context/issues/${id}`)}>
            {title}
          </button>{' '}
          <span className="organization-hint">{say(`organization.theme.${theme}`)}</span>
          {endedOn === null && reviewOn < today && (
            <StateTag tone="warn" text={say('organization.issue.review-by', { on: reviewOn })} />
          )}
        </li>
      ))}
    </ol>
  )
}

interface StrategyCellProps {
  readonly kind: StrategyKind
  readonly strategies: readonly Strategy[]
  readonly issues: readonly Issue[]
}
function StrategyCell({ kind, strategies, issues }: StrategyCellProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const word = say(`organization.strategy.${kind}`)
  return (
    <>
      <div className="swot-head">
        <span>{word}</span>
        <span className="organization-hint">{say(`organization.strategy-why.${kind}`)}</span>
        {may('organization.enter') && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" />}
            aria-label={say('organization.strategy.add', { kind: word })}
            onClick={() => go(`/organization/context/strategies/new?kind=${kind}`)}
          />
        )}
      </div>
      <ul className="swot-list">
        {strategies.map(({ id, statement, issues: own }) => (
          <li key={id}>
            <button
              type="button"
              className="openable"
              onClick={() => go(`/organization/context/strategies/${id}`)}
            >
              {statement}
            </button>
            <div className="organization-hint">
              {own
                .flatMap((of) => issues.find((each) => each.id === of)?.title ?? [])
                .join(say.language === 'zh' ? '；' : '; ')}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
