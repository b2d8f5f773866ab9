import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import { symbolOf } from '#shared/kernel/units'
import { type ShownCriterion, watchedMonths } from '#shared/performance/operation'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { FindingList } from '../ui/FindingList.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { BreachTable } from './BreachTable.tsx'
import { CriterionForm } from './CriterionForm.tsx'
import { FactList } from './FactList.tsx'
import { limitText, standingOf } from './OperationPage.tsx'
import { useCriteria } from './use-operation.ts'
import { useNames } from './use-performance.ts'

/** One criterion: what it asks, the readings beyond it with their cases, and how it stood before. */
export function CriterionPage() {
  const say = useSay()
  const may = useMay()
  const { id = '' } = useParams()
  const asked = useCriteria()
  const [isOpen, setOpen] = useState(false)
  const criterion = asked.data?.find((each) => each.id === id)
  if (!criterion)
    return (
      <PageFrame title={say('performance.operation')} purpose={say('performance.operation.purpose')}>
        <TroubleNote trouble={asked.error} />
        {asked.data && <p>{say('performance.unknown-criterion')}</p>}
      </PageFrame>
    )
  return (
    <PageFrame
      title={criterion.process}
      purpose={
        <>
          {say(`performance.criterion.subsystem.${criterion.subsystem}`)}{' '}
          <StateTag {...standingOf(say, criterion)} />
        </>
      }
      action={
        may('performance.enter') && !isOpen && <Acts criterion={criterion} onEdit={() => setOpen(true)} />
      }
    >
      <div className="record-page">
        <div className="performance-main">
          {criterion.findings.length > 0 && (
            <section className="paper" aria-label={say('performance.criterion.gaps')}>
              <h2>{say('performance.criterion.gaps')}</h2>
              <FindingList findings={criterion.findings} />
            </section>
          )}
          {isOpen ? (
            <CriterionForm criterion={criterion} onDone={() => setOpen(false)} />
          ) : (
            <Facts criterion={criterion} />
          )}
          <section className="paper" aria-label={say('performance.breaches')}>
            <h2>{say('performance.breaches')}</h2>
            <BreachTable criteria={[criterion]} />
            {criterion.breaches.length === 0 && (
              <p className="page-purpose">{say('performance.breaches.none', { months: watchedMonths })}</p>
            )}
          </section>
          <Former criterion={criterion} />
        </div>
        <RecordSide record={`performance/criterion/${criterion.id}`} />
      </div>
    </PageFrame>
  )
}

interface Shown {
  readonly criterion: ShownCriterion
}

function Facts({ criterion }: Shown) {
  const say = useSay()
  const { nameOf } = useStaff()
  const places = usePlaceOptions()
  return (
    <FactList
      label={say('performance.criterion.facts')}
      rows={[
        [say('performance.criterion.requirement'), criterion.requirement],
        [
          say('performance.indicator.node'),
          places.find(({ value }) => value === criterion.node)?.label.trim() ?? '',
        ],
        [say('performance.criterion.parameter'), criterion.parameterName],
        [say('performance.criterion.per'), say(`performance.criterion.per.${criterion.per}`)],
        [say('performance.criterion.limit'), limitText(criterion)],
        [say('performance.criterion.source'), criterion.source],
        [say('performance.criterion.resource'), criterion.resource],
        [say('performance.criterion.records'), criterion.records],
        [say('performance.criterion.person'), criterion.person === null ? '' : nameOf(criterion.person)],
        [say('performance.criterion.reviewOn'), criterion.reviewOn],
      ]}
    />
  )
}

function Former({ criterion: { former } }: Shown) {
  const say = useSay()
  const nameOf = useNames()
  if (former.length === 0) return null
  return (
    <section className="paper" aria-label={say('performance.criterion.former')}>
      <h2>{say('performance.criterion.former')}</h2>
      <ul>
        {former.toReversed().map(({ before, reason, changedBy, changedAt }) => (
          <li key={changedAt}>
            {say('performance.criterion.former-line', {
              on: localDay(changedAt),
              who: nameOf(changedBy),
              reason,
              requirement: before.requirement,
              low: before.low ?? '—',
              high: before.high ?? '—',
              unit: before.unit === null ? '' : symbolOf(before.unit),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts({ criterion: { id, retiredOn }, onEdit }: Shown & { readonly onEdit: () => void }) {
  const say = useSay()
  const retire = useCommand(() => api.performance.retireCriterion({ id }))
  const resume = useCommand(() => api.performance.resumeCriterion({ id }))
  return (
    <>
      <TroubleNote trouble={retire.trouble ?? resume.trouble} />
      {retiredOn === null ? (
        <>
          <Button onClick={() => void retire.run(undefined)}>{say('performance.criterion.retire')}</Button>
          <Button type="primary" onClick={onEdit}>
            {say('performance.criterion.edit')}
          </Button>
        </>
      ) : (
        <Button onClick={() => void resume.run(undefined)}>{say('performance.criterion.resume')}</Button>
      )}
    </>
  )
}
