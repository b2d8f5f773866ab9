import { Button } from 'antd'
import { useState } from 'react'

import { type Evaluation, newEvaluation, results } from '#shared/compliance/evaluation'
import type { ShownObligation } from '#shared/compliance/obligation'
import { isLive } from '#shared/compliance/obligation-standing'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useAboutRecord } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { evidenceAddress } from '../kernel/upload.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { FileField, filesIn } from './obligation-fields.tsx'
import { ResultTag, useToday } from './use-obligations.tsx'

/** How far the obligation was found to be met, each time with what shows it. */
export function Evaluations({ obligation }: { readonly obligation: ShownObligation }) {
  const say = useSay()
  const may = useMay()
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const { evaluations, nextEvaluation } = obligation
  const isDue = nextEvaluation !== null && nextEvaluation <= today
  return (
    <>
      <section className="paper" aria-label={say('compliance.evaluations')}>
        <div className="obligations-head">
          <h2>{say('compliance.evaluations')}</h2>
          {may('compliance.check') && isLive(obligation, today) && !isOpen && (
            <Button
              type={isDue || evaluations.length === 0 ? 'primary' : 'default'}
              onClick={() => setOpen(true)}
            >
              {say('compliance.evaluation.new')}
            </Button>
          )}
        </div>
        {evaluations.length === 0 && <p className="page-purpose">{say('compliance.evaluations.none')}</p>}
        <ul className="record-list">
          {evaluations.toReversed().map((each) => (
            <EvaluationItem key={each.id} evaluation={each} />
          ))}
        </ul>
      </section>
      {isOpen && <EvaluationForm obligation={obligation} onDone={() => setOpen(false)} />}
    </>
  )
}

function EvaluationItem({ evaluation }: { readonly evaluation: Evaluation }) {
  const say = useSay()
  const names = useNames()
  const {
    id,
    number,
    result,
    finding,
    proof,
    evaluatedOn,
    version,
    madeBy,
    approvedBy,
    approvedAt,
    aloneReason,
  } = evaluation
  const about = useAboutRecord(`compliance/evaluation/${id}`)
  const { links = [], attachments = [] } = about.data ?? {}
  const raised = links.flatMap(({ other }) => (other?.record.startsWith('nonconformity/') ? [other] : []))
  const named = (user: string | null) => (user === null ? null : names.get(user)) ?? '—'
  return (
    <li id={id}>
      <div className="record-line">
        <strong>
          {number} · {evaluatedOn}
        </strong>
        <ResultTag result={result} />
      </div>
      <div>{finding}</div>
      <span className="page-purpose">{say('compliance.evaluation.proof-line', { proof })}</span>
      {attachments.map(({ id: file, sha256, name }) => (
        <div key={file}>
          <a href={evidenceAddress(sha256, name)} target="_blank" rel="noreferrer">
            {name}
          </a>
        </div>
      ))}
      <span className="page-purpose">
        {say('compliance.evaluation.by', { name: named(madeBy), version })}
        {approvedAt !== null &&
          ` · ${say('compliance.evaluation.approved-by', { name: named(approvedBy), on: localTime(approvedAt) })}`}
        {aloneReason !== null && ` · ${say('compliance.evaluation.alone-line', { reason: aloneReason })}`}
      </span>
      <EvaluationActs evaluation={evaluation} raised={raised} />
    </li>
  )
}

interface Raised {
  readonly path: string
  readonly number: string | null
  readonly title: string
}
function EvaluationActs({
  evaluation: { id, result, finding, approvedAt },
  raised,
}: {
  readonly evaluation: Evaluation
  readonly raised: readonly Raised[]
}) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const users = useNames()
  const isAlone = users.size <= 1
  const approve = useCommand((reason: string) =>
    api.compliance.approveEvaluation({ id, aloneReason: isAlone ? reason : null }),
  )
  const isUnmet = result === 'not-met' || result === 'partly'
  const address = `/nonconformity/new?from=compliance/evaluation/${id}&fact=${encodeURIComponent(finding)}`
  return (
    <div className="page-acts obligations-acts">
      {raised.map(({ path, number, title }) => (
        <Button key={path} size="small" type="link" onClick={() => go(path)}>
          {number ?? title}
        </Button>
      ))}
      {isUnmet && raised.length === 0 && may('nonconformity.enter') && (
        <Button size="small" type="primary" onClick={() => go(address)}>
          {say('compliance.evaluation.raise')}
        </Button>
      )}
      {approvedAt === null && may('compliance.approve') && (
        <ConfirmAct
          label={say('compliance.evaluation.approve')}
          question={say('compliance.evaluation.approve-ask')}
          {...(isAlone && { reasonLabel: say('compliance.evaluation.alone') })}
          button={{ size: 'small', loading: approve.busy }}
          onConfirm={(reason) => void approve.run(reason)}
        />
      )}
      <TroubleNote trouble={approve.trouble} onClose={approve.forget} />
    </div>
  )
}

function EvaluationForm({
  obligation: { id },
  onDone,
}: {
  readonly obligation: ShownObligation
  readonly onDone: () => void
}) {
  const say = useSay()
  const today = useToday()
  const { shape } = newEvaluation
  const evaluate = useCommand((typed: Typed) =>
    api.compliance.evaluateObligation({
      ...newEvaluation.parse({
        ...typed,
        finding: textIn(typed, 'finding'),
        proof: textIn(typed, 'proof'),
      }),
      obligation: id,
      uploads: filesIn(typed, 'files').map(({ upload }) => upload),
    }),
  )
  const submit = submitting(evaluate, onDone)
  return (
    <RecordForm
      title={say('compliance.evaluation.new')}
      draft={`compliance/evaluation/${id}`}
      initial={{ evaluatedOn: today, finding: '', proof: '' }}
      fields={[
        {
          name: 'result',
          label: say('compliance.evaluation.result'),
          kind: 'choice',
          schema: shape.result,
          options: results.map((value) => ({ value, label: say(`compliance.result.${value}`) })),
        },
        {
          name: 'evaluatedOn',
          label: say('compliance.evaluation.on'),
          kind: 'day',
          schema: shape.evaluatedOn,
        },
        { name: 'finding', label: say('compliance.evaluation.finding'), kind: 'area', schema: shape.finding },
        { name: 'proof', label: say('compliance.evaluation.proof'), kind: 'area', schema: shape.proof },
        {
          name: 'files',
          label: say('compliance.evaluation.files'),
          kind: 'own',
          hint: say('compliance.evaluation.files-hint'),
          control: <FileField label={say('compliance.evaluation.files-choose')} isMultiple />,
        },
      ]}
      submit={say('compliance.evaluation.save')}
      onSubmit={submit}
      busy={evaluate.busy}
      trouble={evaluate.trouble}
      onLeave={onDone}
    />
  )
}
