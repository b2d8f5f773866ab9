import { Button, Collapse } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import type { ShownObligation } from '#shared/compliance/obligation'
import { isEnded } from '#shared/compliance/obligation-standing'
import { monthsLater } from '#shared/kernel/period'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { evidenceAddress } from '../kernel/upload.ts'
import { useNames } from '../kernel/use-names.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { FactTable } from '../ui/FactTable.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { Deadlines } from './Deadlines.tsx'
import { Evaluations } from './Evaluations.tsx'
import { FactsForm, TextForm } from './ObligationForm.tsx'
import { ObligationTag, useObligations, useToday } from './use-obligations.tsx'

type Open = 'facts' | 'text' | 'review' | null

/** One obligation: its text, how it is taken up, its deadlines and how far it is met. */
export function ObligationPage() {
  const say = useSay()
  const { id = '' } = useParams()
  const asked = useObligations()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const obligation = asked.data?.find((each) => each.id === id)
  if (!obligation)
    return (
      <PageFrame title={say('compliance.obligations')} purpose={say('compliance.obligations.purpose')}>
        <TroubleNote trouble={asked.error} />
        {asked.data && <p>{say('compliance.unknown-obligation')}</p>}
      </PageFrame>
    )
  return (
    <PageFrame
      title={`${obligation.number} ${obligation.title}`}
      purpose={
        <>
          {[obligation.code, obligation.issuer].filter(Boolean).join(' · ')}{' '}
          <ObligationTag standing={obligation.standing} />
        </>
      }
      action={<Acts obligation={obligation} onOpen={setOpen} />}
    >
      <div className="record-page">
        <div className="obligations-main">
          {obligation.findings.length > 0 && (
            <section className="paper" aria-label={say('compliance.obligations.to-do')}>
              <FindingList findings={obligation.findings} />
            </section>
          )}
          {open === 'facts' && <FactsForm obligation={obligation} onDone={close} />}
          {open === 'text' && <TextForm obligation={obligation} onDone={close} />}
          {open === 'review' && <ReviewForm obligation={obligation} onDone={close} />}
          {open !== 'facts' && <Facts obligation={obligation} />}
          <Deadlines obligation={obligation} />
          <Evaluations obligation={obligation} />
          <Texts obligation={obligation} />
        </div>
        <RecordSide record={`compliance/obligation/${obligation.id}`} />
      </div>
    </PageFrame>
  )
}

interface Shown {
  readonly obligation: ShownObligation
}
function Facts({ obligation }: Shown) {
  const say = useSay()
  const { nameOf } = useStaff()
  const places = usePlaceOptions()
  const { kind, subsystem, applicability, applicabilityReason, processes, posts, clauses, nodes, owner } =
    obligation
  const { weight, evaluationMonths, intervalReason, nextReview, effectiveOn, endedOn, endReason } = obligation
  const listed = (words: readonly string[]) => (words.length > 0 ? words.join(' · ') : '—')
  const interval = say('compliance.obligation.interval', {
    months: evaluationMonths,
    weight: say(`compliance.weight.${weight}`),
  })
  const facts = [
    { name: say('compliance.obligation.kind'), value: say(`compliance.obligation.kind.${kind}`) },
    { name: say('risks.subsystem'), value: say(`risks.subsystem.${subsystem}`) },
    { name: say('compliance.obligation.effective-on'), value: effectiveOn ?? '—' },
    {
      name: say('compliance.obligation.applicability'),
      value: [say(`compliance.applicability.${applicability}`), applicabilityReason]
        .filter(Boolean)
        .join(' · '),
    },
    { name: say('compliance.obligation.processes'), value: listed(processes) },
    { name: say('compliance.obligation.posts'), value: listed(posts) },
    { name: say('compliance.obligation.clauses'), value: listed(clauses) },
    {
      name: say('compliance.obligation.nodes'),
      value: listed(nodes.map((node) => places.find(({ value }) => value === node)?.label.trim() ?? '—')),
    },
    { name: say('compliance.obligation.owner'), value: nameOf(owner) },
    {
      name: say('compliance.obligation.evaluation-months'),
      value: [interval, intervalReason].filter(Boolean).join(' · '),
    },
    { name: say('compliance.obligation.next-evaluation'), value: obligation.nextEvaluation ?? '—' },
    { name: say('compliance.obligation.next-review'), value: nextReview },
  ]
  return (
    <section className="paper" aria-label={say('compliance.obligation.facts')}>
      <FactTable facts={facts} />
      {endedOn !== null && (
        <p>{say('compliance.obligation.ended-note', { on: endedOn, reason: endReason })}</p>
      )}
      {obligation.origin !== null && (
        <p className="page-purpose">{say('compliance.obligation.from-library')}</p>
      )}
    </section>
  )
}

/** The text in force, and under it every one before and every review. */
function Texts({ obligation: { versions, reviews } }: Shown) {
  const say = useSay()
  const names = useNames()
  const [newest, ...older] = versions.toReversed()
  if (!newest) return null
  const shown = (each: typeof newest) => (
    <>
      <div className="record-words obligations-text">{each.text}</div>
      {each.file !== null && each.fileName !== null && (
        <p>
          <a href={evidenceAddress(each.file, each.fileName)} target="_blank" rel="noreferrer">
            {each.fileName}
          </a>
        </p>
      )}
    </>
  )
  const named = ({ number, madeAt, madeBy, reason, title }: typeof newest) =>
    [
      say('compliance.obligation.version', {
        number,
        on: localTime(madeAt),
        name: names.get(madeBy) ?? '—',
      }),
      title,
      reason,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <section className="paper" aria-label={say('compliance.obligation.text')}>
      <h2>{say('compliance.obligation.text')}</h2>
      <p className="page-purpose">{named(newest)}</p>
      {shown(newest)}
      {older.length > 0 && (
        <Collapse
          ghost
          items={older.map((each) => ({ key: each.number, label: named(each), children: shown(each) }))}
        />
      )}
      {reviews.length > 0 && (
        <ul className="record-list">
          {reviews.toReversed().map(({ on, conclusion, nextReview, madeBy }) => (
            <li key={`${on}/${conclusion}`}>
              {say('compliance.obligation.review-line', { on, name: names.get(madeBy) ?? '—', conclusion })}
              <span className="page-purpose">
                {say('compliance.obligation.next-review')} {nextReview}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ReviewForm({ obligation: { id }, onDone }: Shown & { readonly onDone: () => void }) {
  const say = useSay()
  const today = useToday()
  const review = useCommand((typed: Typed) =>
    api.compliance.reviewObligation({
      id,
      conclusion: textIn(typed, 'conclusion'),
      nextReview: textIn(typed, 'nextReview'),
    }),
  )
  const submit = submitting(review, onDone)
  return (
    <RecordForm
      title={say('compliance.obligation.review')}
      draft={`compliance/obligations/${id}/review`}
      initial={{ conclusion: '', nextReview: monthsLater(today, 12) }}
      fields={[
        { name: 'conclusion', label: say('compliance.obligation.conclusion'), kind: 'area' },
        { name: 'nextReview', label: say('compliance.obligation.next-review'), kind: 'day' },
      ]}
      submit={say('compliance.obligation.review')}
      onSubmit={submit}
      busy={review.busy}
      trouble={review.trouble}
      onLeave={onDone}
    />
  )
}

function Acts({ obligation, onOpen }: Shown & { readonly onOpen: (open: Open) => void }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const today = useToday()
  const { id, number, evaluations, deadlines, reviews, versions } = obligation
  const resume = useCommand(() => api.compliance.resumeObligation({ id }))
  const end = useCommand((reason: string) => api.compliance.endObligation({ id, on: today, reason }), {
    undo: () => ({
      done: { code: 'compliance.obligation.saved', facts: { number } },
      undo: () => api.compliance.resumeObligation({ id }),
    }),
  })
  const remove = useCommand(() => api.compliance.removeObligation({ id }))
  if (!may('compliance.enter')) return null
  const isBare =
    evaluations.length + deadlines.length + reviews.length === 0 &&
    versions.every(({ file, number: at }) => file === null && at === 1)
  const trouble = <TroubleNote trouble={resume.trouble ?? end.trouble ?? remove.trouble} />
  if (isEnded(obligation, today))
    return (
      <>
        {trouble}
        <Button onClick={() => void resume.run(undefined)}>{say('compliance.obligation.resume')}</Button>
      </>
    )
  return (
    <>
      {trouble}
      {isBare ? (
        <ConfirmAct
          label={say('compliance.obligation.remove')}
          question={say('compliance.obligation.remove-ask', { number })}
          button={{ danger: true }}
          onConfirm={() =>
            void remove.run(undefined).then((done) => {
              if (done) go('/compliance/obligations')
            })
          }
        />
      ) : (
        <ConfirmAct
          label={say('compliance.obligation.end')}
          question={say('compliance.obligation.end-ask')}
          reasonLabel={say('risks.reason')}
          onConfirm={(reason) => void end.run(reason)}
        />
      )}
      <Button onClick={() => onOpen('text')}>{say('compliance.obligation.change-text')}</Button>
      <Button onClick={() => onOpen('review')}>{say('compliance.obligation.review')}</Button>
      <Button
        type={obligation.applicability === 'undecided' ? 'primary' : 'default'}
        onClick={() => onOpen('facts')}
      >
        {say(
          obligation.applicability === 'undecided'
            ? 'compliance.obligation.judge'
            : 'compliance.obligation.edit',
        )}
      </Button>
    </>
  )
}
