import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import { type Criteria, limitOf } from '#shared/risks/criteria'
import type { ShownRisk } from '#shared/risks/risk'
import { currentRating, isAboveLimit, isAccepted } from '#shared/risks/standing'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { FactTable } from '../ui/FactTable.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { RatingChart, RatingSection } from './RatingSection.tsx'
import { RiskForm } from './RiskForm.tsx'
import { LevelTag, StandingTag } from './tones.tsx'
import { Treatments } from './Treatments.tsx'
import { useCriteria, useRisks } from './use-risks.ts'

/** One risk or opportunity: what it is, how it is rated, what is done about it and whether that worked. */
export function RiskPage() {
  const say = useSay()
  const { id = '' } = useParams()
  const asked = useRisks()
  const criteria = useCriteria()
  const [isOpen, setOpen] = useState(false)
  const risk = asked.data?.find((each) => each.id === id)
  if (!risk || !criteria.data)
    return (
      <PageFrame title={say('risks.title')} purpose={say('risks.purpose')}>
        <TroubleNote trouble={asked.error ?? criteria.error} />
        {asked.data && <p>{say('risks.unknown-risk')}</p>}
      </PageFrame>
    )
  const rule = criteria.data.at(-1) ?? null
  return (
    <PageFrame
      title={`${risk.number} ${risk.title}`}
      purpose={
        <>
          {say(`risks.kind.${risk.kind}`)} · {say(`risks.class.${risk.class}`)}{' '}
          <StandingTag standing={risk.standing} />
        </>
      }
      action={<Acts risk={risk} all={criteria.data} onEdit={() => setOpen(true)} />}
    >
      <div className="record-page">
        <div className="risks-main">
          {risk.findings.length > 0 && (
            <section className="paper" aria-label={say('risks.gaps')}>
              <FindingList findings={risk.findings} />
            </section>
          )}
          {isOpen ? (
            <RiskForm risk={risk} onDone={() => setOpen(false)} />
          ) : (
            <Facts risk={risk} all={criteria.data} />
          )}
          <RatingSection risk={risk} criteria={rule} />
          <RatingChart risk={risk} />
          <Treatments risk={risk} criteria={rule} />
        </div>
        <RecordSide record={`risks/risk/${risk.id}`} />
      </div>
    </PageFrame>
  )
}

interface Shown {
  readonly risk: ShownRisk
  readonly all: readonly Criteria[]
}

function Facts({ risk, all }: Shown) {
  const say = useSay()
  const { nameOf } = useStaff()
  const names = useNames()
  const places = usePlaceOptions()
  const now = currentRating(risk)
  const [first] = risk.ratings
  const rule = all.find(({ number }) => number === now?.criteria)
  const { acceptedReason, acceptedBy, acceptedAt, closedOn, closedReason } = risk
  const accepted = {
    name: (acceptedBy && names.get(acceptedBy)) ?? '—',
    on: acceptedAt === null ? '' : localTime(acceptedAt),
    reason: acceptedReason,
  }
  const facts = [
    { name: say('risks.cause'), value: risk.cause },
    { name: say('risks.effect'), value: risk.effect },
    { name: say('risks.aim'), value: say(`risks.aim.${risk.aim}`) },
    { name: say('risks.subsystem'), value: say(`risks.subsystem.${risk.subsystem}`) },
    {
      name: say('risks.node'),
      value: places.find(({ value }) => value === risk.node)?.label.trim() ?? say('risks.all'),
    },
    { name: say('risks.owner'), value: nameOf(risk.owner) },
    { name: say('risks.found-on'), value: risk.foundOn },
    { name: say('risks.next-review'), value: risk.nextReview ?? '—' },
    {
      name: say('risks.initial'),
      value: first ? <LevelTag level={first.level} points={first.points} /> : '—',
    },
    {
      name: say('risks.current'),
      value: (
        <>
          {now ? <LevelTag level={now.level} points={now.points} /> : '—'}{' '}
          {rule && risk.kind === 'risk' && (
            <span className="page-purpose">{say('risks.limit', { limit: limitOf(risk.class, rule) })}</span>
          )}
        </>
      ),
    },
  ]
  return (
    <section className="paper" aria-label={say('risks.facts')}>
      <FactTable facts={facts} />
      {isAccepted(risk) && <p>{say('risks.accepted-note', accepted)}</p>}
      {closedOn !== null && <p>{say('risks.closed-note', { on: closedOn, reason: closedReason })}</p>}
    </section>
  )
}

function Acts({ risk, all, onEdit }: Shown & { readonly onEdit: () => void }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { id, number, closedOn, ratings, treatments } = risk
  const accept = useCommand((reason: string) => api.risks.acceptRisk({ id, reason }))
  const close = useCommand((reason: string) => api.risks.closeRisk({ id, reason }), {
    undo: () => ({
      done: { code: 'risks.saved', facts: { number } },
      undo: () => api.risks.reopenRisk({ id }),
    }),
  })
  const reopen = useCommand(() => api.risks.reopenRisk({ id }))
  const remove = useCommand(() => api.risks.removeRisk({ id }))
  const isBare = ratings.length + treatments.length === 0
  const mayEnter = may('risks.enter')
  return (
    <>
      <TroubleNote trouble={accept.trouble ?? close.trouble ?? reopen.trouble ?? remove.trouble} />
      {closedOn === null && may('risks.approve') && isAboveLimit(risk, all) && !isAccepted(risk) && (
        <ConfirmAct
          label={say('risks.accept')}
          question={say('risks.accept-ask')}
          reasonLabel={say('risks.reason')}
          onConfirm={(reason) => void accept.run(reason)}
        />
      )}
      {closedOn === null && mayEnter && risk.kind === 'opportunity' && (
        <Button onClick={() => go(`/nonconformity/improvements/new?from=risks/risk/${id}`)}>
          {say('risks.to-improvement')}
        </Button>
      )}
      {closedOn === null && mayEnter && !isBare && (
        <ConfirmAct
          label={say('risks.close')}
          question={say('risks.close-ask')}
          reasonLabel={say('risks.reason')}
          onConfirm={(reason) => void close.run(reason)}
        />
      )}
      {mayEnter && isBare && (
        <ConfirmAct
          label={say('risks.remove')}
          question={say('risks.remove-ask', { number })}
          button={{ danger: true }}
          onConfirm={() =>
            void remove.run(undefined).then((done) => {
              if (done) go('/risks')
            })
          }
        />
      )}
      {closedOn === null && mayEnter && <Button onClick={onEdit}>{say('risks.edit')}</Button>}
      {closedOn !== null && mayEnter && (
        <Button onClick={() => void reopen.run(undefined)}>{say('risks.reopen')}</Button>
      )}
    </>
  )
}
