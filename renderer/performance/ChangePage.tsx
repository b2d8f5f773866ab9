import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useParams } from 'react-router'

import { subsystems } from '#shared/organization/boundary'
import { judgement } from '#shared/performance/change'
import type { ShownChange } from '#shared/performance/change-contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useNames as useAccounts } from '../kernel/use-names.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { listIn, textIn } from '../ui/typed.ts'
import { changeTones, majorTag } from './change-tags.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { FactList } from './FactList.tsx'
import { useChanges } from './use-operation.ts'
import { useNames } from './use-performance.ts'

/** One change on its way: what it is, whether it is major, approval, carrying out, and what was seen afterwards. */
export function ChangePage() {
  const say = useSay()
  const may = useMay()
  const { id = '' } = useParams()
  const asked = useChanges()
  const [open, setOpen] = useState<'facts' | 'judgement' | null>(null)
  const change = asked.data?.find((each) => each.id === id)
  if (!change)
    return (
      <PageFrame title={say('performance.changes')} purpose={say('performance.changes.purpose')}>
        <TroubleNote trouble={asked.error} />
        {asked.data && <p>{say('performance.unknown-change')}</p>}
      </PageFrame>
    )
  const isEnded = change.state === 'closed' || change.state === 'dropped'
  const mayEdit = may('performance.enter') && !isEnded && open === null
  return (
    <PageFrame
      title={`${change.number} ${change.title}`}
      purpose={
        <>
          {say(`performance.change.kind.${change.kind}`)} ·{' '}
          {say(change.planned ? 'performance.change.is-planned' : 'performance.change.is-unintended')}{' '}
          <StateTag tone={changeTones[change.state]} text={say(`performance.change.state.${change.state}`)} />{' '}
          <StateTag {...majorTag(say, change.judgement)} />
        </>
      }
      action={<Acts change={change} />}
    >
      <div className="record-page">
        <div className="performance-main">
          {!isEnded && change.lacking.length > 0 && (
            <p className="page-purpose">
              {say('performance.change.lacking', {
                names: change.lacking.map((code) => say.of({ code })).join(' · '),
              })}
            </p>
          )}
          {open === 'facts' ? (
            <ChangeForm change={change} onDone={() => setOpen(null)} />
          ) : (
            <Facts change={change} />
          )}
          {open === 'judgement' ? (
            <JudgeForm change={change} onDone={() => setOpen(null)} />
          ) : (
            <Judged change={change} />
          )}
          {mayEdit && (
            <div className="performance-acts">
              <Button type={change.judgement ? 'default' : 'primary'} onClick={() => setOpen('judgement')}>
                {say('performance.change.judge')}
              </Button>
              {change.approvedAt === null && (
                <Button onClick={() => setOpen('facts')}>{say('performance.change.edit')}</Button>
              )}
            </div>
          )}
        </div>
        <RecordSide record={`performance/change/${change.id}`} />
      </div>
    </PageFrame>
  )
}

interface Shown {
  readonly change: ShownChange
}

function Facts({ change }: Shown) {
  const say = useSay()
  const { nameOf } = useStaff()
  const userName = useNames()
  const places = usePlaceOptions()
  const { effect, effectUnit, approvedBy, approvedAt, closedBy, closedAt, aloneReason } = change
  const when = (by: string | null, at: string | null) =>
    at === null ? '' : `${userName(by)} ${localDay(at)}`
  return (
    <FactList
      label={say('performance.change.facts')}
      rows={[
        [say('performance.change.what'), change.what],
        [say('performance.change.occursOn'), change.occursOn],
        [
          say('performance.indicator.node'),
          places.find(({ value }) => value === change.node)?.label.trim() ?? '',
        ],
        [say('performance.change.person'), change.person === null ? '' : nameOf(change.person)],
        [
          say('performance.change.effect-year'),
          <NumberText key="effect" value={effect} {...(effectUnit !== null && { unit: effectUnit })} />,
        ],
        [say('performance.change.effectNote'), change.effectNote],
        [say('performance.change.assetEffect'), change.assetEffect],
        [say('performance.change.measures'), change.measures],
        ...(change.planned
          ? [
              [
                say('performance.change.approved'),
                [when(approvedBy, approvedAt), aloneReason].filter(Boolean).join(' · '),
              ] as const,
            ]
          : []),
        [say('performance.change.carriedOutOn'), change.carriedOutOn],
        [
          say('performance.change.conclusion'),
          [change.conclusion, when(closedBy, closedAt)].filter(Boolean).join(' · '),
        ],
      ]}
    />
  )
}

function Judged({ change: { judgement: judged, unreviewed } }: Shown) {
  const say = useSay()
  const go = useGo()
  const nameOf = useNames()
  if (judged === null) return null
  return (
    <section className="paper" aria-label={say('performance.change.judgement')}>
      <h2>{say('performance.change.judgement')}</h2>
      <p className="performance-said">{judged.reason}</p>
      <p className="page-purpose">
        {nameOf(judged.by)} {localDay(judged.at)}
      </p>
      <ul>
        {judged.subsystems.map((each) => (
          <li key={each}>
            <button type="button" className="openable" onClick={() => go('/performance/reviews')}>
              {say(`performance.system-review.subsystem.${each}`)}
            </button>{' '}
            <StateTag
              tone={unreviewed.includes(each) ? 'stop' : 'good'}
              text={say(
                unreviewed.includes(each) ? 'performance.change.to-review' : 'performance.change.reviewed',
              )}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function JudgeForm({ change, onDone }: Shown & { readonly onDone: () => void }) {
  const say = useSay()
  const { shape } = judgement
  const judge = useCommand((typed: Typed) =>
    api.performance.judgeChange({
      id: change.id,
      major: typed['major'] === 'major',
      reason: textIn(typed, 'reason'),
      subsystems: shape.subsystems.parse(listIn(typed, 'subsystems')),
    }),
  )
  const submit = async (typed: Typed) => {
    const done = await judge.run(typed)
    if (done) onDone()
    return done !== undefined
  }
  const before = change.judgement
  return (
    <RecordForm
      title={say('performance.change.judgement')}
      draft={`performance/changes/${change.id}/judgement`}
      initial={{
        major: before?.major === true ? 'major' : 'minor',
        reason: before?.reason ?? '',
        subsystems: before?.subsystems ?? [],
      }}
      fields={[
        {
          name: 'major',
          label: say('performance.change.major'),
          kind: 'choice',
          hint: say('performance.change.major-hint'),
          options: [
            { value: 'major', label: say('performance.change.is-major') },
            { value: 'minor', label: say('performance.change.is-minor') },
          ],
        },
        {
          name: 'subsystems',
          label: say('performance.change.subsystems'),
          kind: 'choices',
          options: subsystems.map((value) => ({
            value,
            label: say(`performance.system-review.subsystem.${value}`),
          })),
        },
        { name: 'reason', label: say('performance.change.reason'), kind: 'area', schema: shape.reason },
      ]}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={judge.busy}
      trouble={judge.trouble}
      onLeave={onDone}
    />
  )
}

function Acts({ change: { id, title, state, lacking, judgement: judged, planned } }: Shown) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const isAlone = useAccounts().size <= 1
  const [on, setOn] = useState(dayjs())
  const approve = useCommand((reason: string) =>
    api.performance.approveChange({ id, reason: reason === '' ? null : reason }),
  )
  const carryOut = useCommand(() => api.performance.carryOutChange({ id, on: on.format('YYYY-MM-DD') }))
  const close = useCommand((conclusion: string) => api.performance.closeChange({ id, conclusion }))
  const drop = useCommand((reason: string) => api.performance.dropChange({ id, reason }))
  const remove = useCommand(() => api.performance.removeChange({ id }))
  const mayEnter = may('performance.enter')
  const isFresh = judged === null && (state === 'recorded' || (state === 'carried-out' && !planned))
  return (
    <>
      <TroubleNote
        trouble={approve.trouble ?? carryOut.trouble ?? close.trouble ?? drop.trouble ?? remove.trouble}
      />
      {isFresh && mayEnter && (
        <ConfirmAct
          label={say('performance.remove')}
          question={say('performance.change.remove-question', { name: title })}
          button={{ danger: true }}
          onConfirm={() => void remove.run(undefined).then((done) => done && go('/performance/changes'))}
        />
      )}
      {(state === 'recorded' || state === 'approved') && mayEnter && (
        <ConfirmAct
          label={say('performance.change.drop')}
          question={say('performance.change.drop-question', { name: title })}
          reasonLabel={say('performance.change.reason')}
          button={{ danger: true }}
          onConfirm={(reason) => void drop.run(reason)}
        />
      )}
      {state === 'recorded' && may('performance.approve') && (
        <ConfirmAct
          label={say('performance.change.approve')}
          question={say('performance.change.approve-question')}
          {...(isAlone && { reasonLabel: say('performance.change.alone-reason') })}
          button={{ type: 'primary' }}
          onConfirm={(reason) => void approve.run(reason)}
        />
      )}
      {state === 'approved' && mayEnter && (
        <>
          <DatePicker
            value={on}
            allowClear={false}
            onChange={(value: dayjs.Dayjs | null) => value && setOn(value)}
            aria-label={say('performance.change.carriedOutOn')}
          />
          <Button type="primary" loading={carryOut.busy} onClick={() => void carryOut.run(undefined)}>
            {say('performance.change.carry-out')}
          </Button>
        </>
      )}
      {state === 'carried-out' && mayEnter && (
        <ConfirmAct
          label={say('performance.change.close')}
          question={say('performance.change.close-question')}
          reasonLabel={say('performance.change.conclusion')}
          button={{ type: 'primary', disabled: lacking.length > 0 }}
          onConfirm={(conclusion) => void close.run(conclusion)}
        />
      )}
    </>
  )
}
