import { Button } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'

import {
  type Issue,
  type IssueInput,
  issueInput,
  issueThemes,
  type SwotField,
  swotFields,
} from '#shared/organization/context'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { Facts } from './Facts.tsx'
import { ReviewSection } from './ReviewSection.tsx'
import { useContextRegister, usualDays } from './use-system.ts'

const tones = { strength: 'good', weakness: 'warn', opportunity: 'info', threat: 'stop' } as const

/** One internal or external issue: what it does, who follows it, and what was concluded about it. */
export function IssuePage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { id } = useParams()
  const [params] = useSearchParams()
  const asked = useContextRegister()
  const [isOpen, setOpen] = useState(false)
  const issue = asked.data?.issues.find((each) => each.id === id)
  const title = issue?.title ?? say('organization.context.new')
  const back = () => go('/organization/context')
  return (
    <PageFrame
      title={title}
      purpose={say('organization.context.purpose')}
      action={
        <>
          {issue && may('risks.enter') && issue.endedOn === null && (
            <Button onClick={() => go(riskOf(issue))}>{say('risks.from-record')}</Button>
          )}
          {issue && may('organization.enter') && <IssueActs issue={issue} onGone={back} />}
          <Button onClick={back}>{say('organization.context.title')}</Button>
        </>
      }
    >
      <TroubleNote trouble={asked.error} />
      {id === 'new' && <IssueForm issue={null} field={fieldOf(params.get('field'))} onDone={back} />}
      {asked.data && id !== 'new' && !issue && <p>{say('organization.unknown-record')}</p>}
      {issue && isOpen && <IssueForm issue={issue} field={issue.field} onDone={() => setOpen(false)} />}
      {issue && (
        <div className="record-page">
          <div className="organization-side">
            {!isOpen && <IssueFacts issue={issue} onEdit={() => setOpen(true)} />}
            <ReviewSection record={`organization/issue/${issue.id}`} />
          </div>
          <RecordSide record={`organization/issue/${issue.id}`} />
        </div>
      )}
    </PageFrame>
  )
}
/** The address at which a risk or an opportunity is registered that follows from an issue. */
function riskOf({ id, field, title }: Issue): string {
  const kind = field === 'opportunity' || field === 'strength' ? 'opportunity' : 'risk'
  return `/risks/new?from=organization/issue/${id}&kind=${kind}&title=${encodeURIComponent(title)}`
}
function fieldOf(text: string | null): SwotField {
  return swotFields.find((each) => each === text) ?? 'strength'
}

function IssueFacts({ issue, onEdit }: { readonly issue: Issue; readonly onEdit: () => void }) {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const { field, theme, effect, owner, identifiedOn, reviewOn, endedOn, endReason } = issue
  return (
    <section className="paper" aria-label={issue.title}>
      <StateTag tone={tones[field]} text={say(`organization.swot.${field}`)} />
      {endedOn !== null && <p>{say('organization.issue.ended', { on: endedOn, reason: endReason ?? '' })}</p>}
      <Facts
        lines={[
          [say('organization.issue.effect'), effect],
          [say('organization.issue.theme'), say(`organization.theme.${theme}`)],
          [say('organization.issue.owner'), nameOf(owner)],
          [say('organization.issue.identifiedOn'), identifiedOn],
          [say('organization.issue.reviewOn'), reviewOn],
        ]}
      />
      {may('organization.enter') && endedOn === null && (
        <div className="page-acts organization-acts">
          <Button onClick={onEdit}>{say('organization.context.edit')}</Button>
        </div>
      )}
    </section>
  )
}

function IssueActs({ issue, onGone }: { readonly issue: Issue; readonly onGone: () => void }) {
  const say = useSay()
  const { id, title } = issue
  const done = { code: 'organization.issue.saved', facts: { title } }
  const end = useCommand(
    (reason: string) => api.organization.endIssue({ id, on: usualDays().today, reason }),
    { undo: () => ({ done, undo: () => api.organization.reopenIssue({ id }) }) },
  )
  const reopen = useCommand(() => api.organization.reopenIssue({ id }))
  const remove = useCommand(() => api.organization.removeIssue({ id }), {
    undo: () => ({ done, undo: () => api.organization.saveIssue({ ...issue, id: null }) }),
  })
  return (
    <>
      <TroubleNote trouble={end.trouble ?? reopen.trouble ?? remove.trouble} />
      {issue.endedOn === null ? (
        <ConfirmAct
          label={say('organization.issue.end')}
          question={say('organization.issue.end-question', { title })}
          reasonLabel={say('organization.reason')}
          onConfirm={(reason) => void end.run(reason)}
        />
      ) : (
        <Button onClick={() => void reopen.run(undefined)}>{say('organization.restore')}</Button>
      )}
      <ConfirmAct
        label={say('organization.remove')}
        question={say('organization.remove-question', { title })}
        button={{ danger: true }}
        onConfirm={() => void remove.run(undefined).then((gone) => gone && onGone())}
      />
    </>
  )
}

function issueIn(typed: Typed, issue: Issue | null): IssueInput {
  return issueInput.parse({
    ...typed,
    id: issue?.id ?? null,
    title: textIn(typed, 'title'),
    effect: textIn(typed, 'effect'),
    owner: typed['owner'] ?? null,
    seen: undefined,
  })
}

interface IssueFormProps {
  readonly issue: Issue | null
  readonly field: SwotField
  readonly onDone: () => void
}
function IssueForm({ issue, field, onDone }: IssueFormProps) {
  const say = useSay()
  const { today, inAYear } = usualDays()
  const fields = useFields()
  const save = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      api.organization.saveIssue({
        ...issueIn(typed, issue),
        ...(issue && { seen: issueIn(seen, issue) }),
      }),
    {
      undo: (saved) => ({
        done: { code: 'organization.issue.saved', facts: { title: saved.title } },
        undo: () =>
          issue
            ? api.organization.saveIssue({ ...issue, seen: saved })
            : api.organization.removeIssue({ id: saved.id }),
      }),
    },
  )
  const fresh = { field, title: '', effect: '', identifiedOn: today, reviewOn: inAYear }
  return (
    <RecordForm
      title={say(issue ? 'organization.context.edit' : 'organization.context.new')}
      draft={`organization/issue/${issue?.id ?? `new-${field}`}`}
      isThere={issue !== null}
      initial={issue ? { ...issue } : fresh}
      fields={fields}
      submit={say('organization.save')}
      onSubmit={(typed, seen) => submitting(save, onDone)({ typed, seen })}
      onSettled={save.forget}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}

function useFields(): readonly Field[] {
  const say = useSay()
  const { shape } = issueInput
  return [
    {
      name: 'title',
      label: say('organization.issue.title'),
      kind: 'text',
      schema: shape.title,
      wide: true,
    },
    {
      name: 'effect',
      label: say('organization.issue.effect'),
      kind: 'area',
      schema: shape.effect,
      hint: '4.1',
    },
    {
      name: 'field',
      label: say('organization.issue.field'),
      kind: 'choice',
      schema: shape.field,
      options: swotFields.map((value) => ({ value, label: say(`organization.swot.${value}`) })),
    },
    {
      name: 'theme',
      label: say('organization.issue.theme'),
      kind: 'choice',
      schema: shape.theme,
      options: issueThemes.map((value) => ({ value, label: say(`organization.theme.${value}`) })),
    },
    {
      name: 'identifiedOn',
      label: say('organization.issue.identifiedOn'),
      kind: 'day',
      schema: shape.identifiedOn,
    },
    { name: 'reviewOn', label: say('organization.issue.reviewOn'), kind: 'day', schema: shape.reviewOn },
    {
      name: 'owner',
      label: say('organization.issue.owner'),
      kind: 'own',
      control: <PersonField label={say('organization.issue.owner')} />,
    },
  ]
}
