import { Button } from 'antd'
import { useState } from 'react'

import { isCurrent } from '#shared/organization/context'
import type { Party } from '#shared/organization/parties'

import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { GapList } from './GapList.tsx'
import { ReviewForm } from './ReviewSection.tsx'
import { useParties } from './use-system.ts'

/** Interested parties with what they need, and which needs are obligations. */
export function PartiesPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useParties()
  const [isReviewing, setReviewing] = useState(false)
  const columns = useColumns()
  const parties = asked.data?.parties ?? []
  const current = parties.filter(isCurrent)
  const begin = may('organization.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/organization/parties/new')}>
      {say('organization.parties.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('organization.parties.title')}
      purpose={say('organization.parties.purpose')}
      action={
        parties.length > 0 && (
          <>
            {may('organization.enter') && current.length > 0 && (
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
          records={current.map(({ id }) => `organization/party/${id}`)}
          onDone={() => setReviewing(false)}
        />
      )}
      <div className="organization-list">
        <RecordTable
          name="organization-parties"
          label={say('organization.parties.title')}
          rows={parties}
          rowKey={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => go(`/organization/parties/${id}`)}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="people"
              title={say('organization.parties.empty')}
              why={say('organization.parties.empty-why')}
              action={begin}
            />
          }
        />
      </div>
      {asked.data && asked.data.findings.length > 0 && parties.length > 0 && (
        <section className="paper" aria-label={say('organization.context.findings')}>
          <h2>{say('organization.context.findings')}</h2>
          <GapList
            gaps={asked.data.findings}
            pathOf={({ where }) => {
              const party = parties.find(
                ({ id, needs }) => id === where || needs.some((need) => need.id === where),
              )
              return party ? `/organization/parties/${party.id}` : null
            }}
          />
        </section>
      )}
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<Party>[] {
  const say = useSay()
  const { nameOf } = useStaff()
  return [
    { key: 'name', title: say('organization.party.name'), text: ({ name }) => name, width: 180 },
    {
      key: 'category',
      title: say('organization.party.category'),
      text: ({ category }) => say(`organization.party-category.${category}`),
      choices: true,
      width: 110,
    },
    {
      key: 'needs',
      title: say('organization.party.needs'),
      text: ({ needs }) => needs.map(({ what }) => what).join('；'),
      width: 320,
    },
    {
      key: 'obligations',
      title: say('organization.party.obligations'),
      text: ({ needs }) => String(needs.filter(({ isObligation }) => isObligation === true).length),
      number: true,
      width: 90,
    },
    {
      key: 'owner',
      title: say('organization.issue.owner'),
      text: ({ owner }) => nameOf(owner),
      width: 100,
    },
    {
      key: 'reviewOn',
      title: say('organization.issue.reviewOn'),
      text: ({ reviewOn, endedOn, endReason }) =>
        endedOn === null
          ? reviewOn
          : say('organization.issue.ended', { on: endedOn, reason: endReason ?? '' }),
      width: 120,
    },
  ]
}
