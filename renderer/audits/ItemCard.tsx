import { Button, Input } from 'antd'
import { useEffect, useEffectEvent, useRef } from 'react'

import type { Audit } from '#shared/audits/audit'
import { type ListedItem, type Verdict, verdicts } from '#shared/audits/checklist'

import { isTyping } from '../kernel/keys.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useNames } from '../kernel/use-names.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { Corrections } from './Corrections.tsx'
import { ExpectedSection } from './ExpectedSection.tsx'
import { FindingAct } from './FindingAct.tsx'
import { PhotoAct } from './PhotoAct.tsx'
import { SampleSection } from './SampleSection.tsx'
import { type Answering, useAnswering } from './use-answering.ts'
import { VerdictTag } from './use-audits.tsx'

interface ItemCardProps {
  readonly audit: Audit
  readonly item: ListedItem
  readonly place: { readonly at: number; readonly of: number }
  readonly onPrevious: () => void
  readonly onNext: () => void
}
const bases = ['interview', 'site', 'record'] as const

/** One question: what is asked, what the records say, and the answer, which is kept at every key. */
export function ItemCard({ audit, item, place, onPrevious, onNext }: ItemCardProps) {
  const say = useSay()
  const answering = useAnswering(audit, item)
  const { draft, isLocked, answer } = answering
  const note = useRef<HTMLDivElement>(null)
  const photo = useRef<HTMLInputElement>(null)
  useWalkKeys({
    ...Object.fromEntries(verdicts.map((verdict, at) => [String((at + 1) % 6), () => answer(verdict)])),
    n: () => note.current?.querySelector('textarea')?.focus(),
    p: () => photo.current?.click(),
    arrowleft: onPrevious,
    arrowright: onNext,
    arrowup: onPrevious,
    arrowdown: onNext,
  })
  const leaveBySaving = async () => {
    if (await answering.save()) onNext()
  }
  return (
    <article
      className="paper audits-card"
      aria-label={`${item.clause} ${item.title[say.language]}`}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void leaveBySaving()
        if (event.key === 'Escape' && isTyping(event.target)) (event.target as HTMLElement).blur()
      }}
    >
      <Question item={item} place={place} onPrevious={onPrevious} onNext={onNext} />
      <TroubleNote trouble={answering.trouble} />
      {!isLocked && <DraftNote draft={draft} />}
      <Verdicts answering={answering} />
      {answering.asked !== null && <AskedBack answering={answering} verdict={answering.asked} />}
      <div className="audits-answer" onBlur={() => void answering.save()}>
        <div ref={note} className="record-wide">
          <label htmlFor="audit-note">{say('audits.field.note')} (N)</label>
          <Input.TextArea
            id="audit-note"
            rows={3}
            disabled={isLocked}
            value={draft.value.note}
            maxLength={8000}
            placeholder={say('audits.note-how')}
            onChange={({ target }) => answering.change({ note: target.value })}
          />
        </div>
        {(['department', 'interviewed', 'place'] as const).map((name) => (
          <div key={name}>
            <label htmlFor={`audit-${name}`}>{say(`audits.field.answer-${name}`)}</label>
            <Input
              id={`audit-${name}`}
              disabled={isLocked}
              value={draft.value[name]}
              maxLength={100}
              onChange={({ target }) => answering.change({ [name]: target.value })}
            />
          </div>
        ))}
        <div role="group" aria-label={say('audits.field.basis')}>
          <span className="audits-label">{say('audits.field.basis')}</span>
          <div className="audits-bases">
            {bases.map((basis) => {
              const isOn = draft.value.basis.includes(basis)
              return (
                <Button
                  key={basis}
                  type={isOn ? 'primary' : 'default'}
                  aria-pressed={isOn}
                  disabled={isLocked}
                  onClick={() => answering.turnBasis(basis)}
                >
                  {say(`audits.basis.${basis}`)}
                </Button>
              )
            })}
          </div>
        </div>
      </div>
      <Standing item={item} answering={answering} />
      <div className="audits-acts">
        <PhotoAct item={item} input={photo} isLocked={isLocked} onBefore={answering.keep} />
        <FindingAct item={item} isLocked={isLocked} onBefore={answering.save} />
      </div>
      <ExpectedSection item={item} isLocked={isLocked} />
      <SampleSection item={item} isLocked={isLocked} />
      {audit.reportedAt !== null && <Corrections audit={audit} item={item} />}
    </article>
  )
}

function Question({ item, place, onPrevious, onNext }: Omit<ItemCardProps, 'audit'>) {
  const say = useSay()
  const { clause, title, level, subsystem, question, require } = item
  return (
    <header>
      <div className="audits-card-head">
        <Button
          className="audits-big"
          icon={<Icon name="left" />}
          disabled={place.at <= 1}
          onClick={onPrevious}
        >
          {say('audits.previous')}
        </Button>
        <span className="page-purpose number">{say('audits.place', place)}</span>
        <Button className="audits-big" disabled={place.at >= place.of} onClick={onNext}>
          {say('audits.next')} <Icon name="right" />
        </Button>
      </div>
      <h2>
        {clause} {title[say.language]}
      </h2>
      <div className="audits-head">
        <StateTag tone="info" icon="book" text={say(`audits.level.${level}`)} />
        <span className="page-purpose">{say(`audits.subsystem.${subsystem}`)}</span>
        <span className="page-purpose">{item.departments.join(say('audits.paper.and'))}</span>
      </div>
      <p className="audits-question">{question[say.language]}</p>
      {require[say.language] !== question[say.language] && (
        <p className="page-purpose">{say('audits.required', { text: require[say.language] })}</p>
      )}
    </header>
  )
}

function Verdicts({ answering }: { readonly answering: Answering }) {
  const say = useSay()
  const given = answering.draft.value.verdict
  if (answering.isLocked) return <p>{given === null ? '—' : <VerdictTag verdict={given} />}</p>
  return (
    <div className="audits-verdicts" role="group" aria-label={say('audits.field.verdict')}>
      {verdicts.map((verdict, at) => {
        const isOn = given === verdict
        return (
          <Button
            key={verdict}
            className={`audits-big verdict-${verdict}`}
            type={isOn ? 'primary' : 'default'}
            aria-pressed={isOn}
            onClick={() => answering.answer(verdict)}
          >
            <kbd>{(at + 1) % 6}</kbd> {say(`audits.verdict.${verdict}`)}
          </Button>
        )
      })}
    </div>
  )
}

/** A recommendation that was marked as a nonconformity: asked whether it is an observation. */
function AskedBack({ answering, verdict }: { readonly answering: Answering; readonly verdict: Verdict }) {
  const say = useSay()
  return (
    <div className="confirm" role="alertdialog" aria-label={say('audits.ask-back')}>
      <p>{say('audits.ask-back-question')}</p>
      <div className="page-acts">
        <Button type="primary" autoFocus onClick={() => answering.answer('observation')}>
          {say('audits.as-observation')}
        </Button>
        <Button onClick={() => answering.confirm(verdict)}>
          {say('audits.as-it-is', { verdict: say(`audits.verdict.${verdict}`) })}
        </Button>
        <Button onClick={() => answering.askNoMore()}>{say('frame.confirm.cancel')}</Button>
      </div>
    </div>
  )
}

function Standing({
  item: { answer },
  answering,
}: {
  readonly item: ListedItem
  readonly answering: Answering
}) {
  const say = useSay()
  const names = useNames()
  if (answering.isLocked) return <p className="page-purpose">{say('audits.locked')}</p>
  if (answering.isUnsaved)
    return (
      <div className="audits-head">
        <StateTag tone="warn" text={say('audits.unsaved')} />
        <Button loading={answering.busy} onClick={() => void answering.save()}>
          {say('audits.save-answer')}
        </Button>
      </div>
    )
  if (!answer) return <p className="page-purpose">{say('audits.not-answered-yet')}</p>
  return (
    <StateTag
      tone="good"
      text={say('audits.answered-by', {
        name: names.get(answer.answeredBy ?? '') ?? '—',
        at: localTime(answer.answeredAt),
      })}
    />
  )
}

/** Keys that answer and lead on, as long as nothing is being typed. */
function useWalkKeys(keys: Readonly<Record<string, () => void>>): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const called = keys[event.key.toLowerCase()]
    if (!isPlain || !called || event.defaultPrevented || isTyping(event.target)) return
    event.preventDefault()
    called()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => act(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
