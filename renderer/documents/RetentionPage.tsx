import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'

import {
  type Disposal,
  type DisposalId,
  disposalMethods,
  proposedDisposal,
  type Retained,
} from '#shared/documents/disposal'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { PaperActs } from './PaperActs.tsx'
import { useToday, VersionStateTag } from './use-documents.tsx'

/** Ended versions until the end of their time, and the certificates of what was disposed of (7.4.3). */
export function RetentionPage() {
  const say = useSay()
  const asked = useAsk(['documents', 'retention'], () => api.documents.retention({}))
  const { retained = [], disposals = [], isAlone = false } = asked.data ?? {}
  const isEmpty = asked.data !== undefined && retained.length + disposals.length === 0
  return (
    <PageFrame title={say('documents.retention')} purpose={say('documents.retention.purpose')}>
      <TroubleNote trouble={asked.error} />
      {isEmpty && (
        <EmptyState
          icon="box"
          title={say('documents.retention.empty')}
          why={say('documents.retention.empty-why')}
        />
      )}
      {retained.length > 0 && <RetainedTable retained={retained} disposals={disposals} />}
      {disposals.length > 0 && <Certificates disposals={disposals} isAlone={isAlone} />}
    </PageFrame>
  )
}

interface RetainedTableProps {
  readonly retained: readonly Retained[]
  readonly disposals: readonly Disposal[]
}

function RetainedTable({ retained, disposals }: RetainedTableProps) {
  const say = useSay()
  const may = useMay()
  const [chosen, setChosen] = useState<Retained['version'] | null>(null)
  const today = useToday()
  const waits = (version: string) =>
    disposals.some((each) => each.version === version && each.state === 'proposed')
  return (
    <section className="paper" aria-label={say('documents.retention')}>
      {chosen !== null && <ProposeForm key={chosen} version={chosen} onDone={() => setChosen(null)} />}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('documents.field.number')}</th>
            <th scope="col">{say('documents.field.title')}</th>
            <th scope="col">{say('documents.field.label')}</th>
            <th scope="col">{say('documents.field.state')}</th>
            <th scope="col">{say('documents.field.endedOn')}</th>
            <th scope="col">{say('documents.field.retainedUntil')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {retained.map(({ version, document, number, title, label, state, endedOn, until }) => (
            <tr key={version}>
              <td>
                <Link to={`/documents/${document}`}>{number}</Link>
              </td>
              <td>{title}</td>
              <td>{label}</td>
              <td>
                <VersionStateTag state={state} />
              </td>
              <td className="documents-day">{endedOn}</td>
              <td className="documents-day">{until ?? say('documents.retention.for-good')}</td>
              <td className="right">
                {waits(version) && <StateTag tone="info" text={say('documents.disposal.proposed')} />}
                {until !== null && until <= today && !waits(version) && may('documents.enter') && (
                  <Button size="small" onClick={() => setChosen(version)}>
                    {say('documents.retention.propose')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface ProposeFormProps {
  readonly version: Retained['version']
  readonly onDone: () => void
}

/** Says why a version is to go, and what is done with its paper; the file is erased in any case. */
function ProposeForm({ version, onDone }: ProposeFormProps) {
  const say = useSay()
  const propose = useCommand((typed: Typed) =>
    api.documents.proposeDisposal({
      version,
      method: disposalMethods.find((each) => each === typed['method']) ?? 'erased',
      reason: textIn(typed, 'reason'),
    }),
  )
  const submit = async (typed: Typed) => {
    const done = (await propose.run(typed)) !== undefined
    if (done) onDone()
    return done
  }
  const { shape } = proposedDisposal
  return (
    <RecordForm
      title={say('documents.retention.propose')}
      draft={`documents/disposals/${version}`}
      initial={{ method: 'erased', reason: '' }}
      fields={[
        {
          name: 'method',
          label: say('documents.retention.method'),
          kind: 'choice',
          schema: shape.method,
          options: disposalMethods.map((value) => ({ value, label: say(`documents.method.${value}`) })),
        },
        { name: 'reason', label: say('documents.field.reason'), kind: 'area', schema: shape.reason },
      ]}
      submit={say('documents.retention.propose')}
      onSubmit={submit}
      busy={propose.busy}
      trouble={propose.trouble}
      onLeave={onDone}
    />
  )
}

interface CertificatesProps {
  readonly disposals: readonly Disposal[]
  readonly isAlone: boolean
}

function Certificates({ disposals, isAlone }: CertificatesProps) {
  const say = useSay()
  const names = useNames()
  const nameOf = (user: string | null) => (user === null ? '' : (names.get(user) ?? '—'))
  return (
    <section className="paper" aria-label={say('documents.retention.certificates')}>
      <h2>{say('documents.retention.certificates')}</h2>
      <ul className="record-list">
        {disposals.map((each) => (
          <li key={each.id}>
            <strong>{each.number}</strong> {each.documentNumber} {each.title} {each.label} ·{' '}
            {say(`documents.method.${each.method}`)} · {each.reason}
            <br />
            {say('documents.column.proposed_by')} {nameOf(each.proposedBy)} {localDay(each.proposedAt)}
            {each.decidedAt !== null &&
              ` · ${say('documents.column.decided_by')} ${nameOf(each.decidedBy)} ${localDay(each.decidedAt)}`}{' '}
            <StateTag
              tone={each.state === 'done' ? 'good' : each.state === 'proposed' ? 'info' : 'quiet'}
              text={say(`documents.disposal.${each.state}`)}
            />{' '}
            {each.isFileGone !== null &&
              say(each.isFileGone ? 'documents.retention.gone' : 'documents.retention.kept')}
            {each.note !== null && ` ${each.note}`}
            {each.aloneReason !== null && ` ${say('documents.version.alone', { reason: each.aloneReason })}`}
            <br />
            <code className="documents-hash">SHA-256 {each.sha256}</code>
            {each.state === 'proposed' && <DecideActs id={each.id} isAlone={isAlone} />}
            {each.state === 'done' && (
              <PaperActs
                label={say('documents.retention.certificate')}
                make={(kind, signal) =>
                  api.documents.printDisposal({ id: each.id, kind, language: say.language }, { signal })
                }
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface DecideActsProps {
  readonly id: DisposalId
  readonly isAlone: boolean
}

function DecideActs({ id, isAlone }: DecideActsProps) {
  const say = useSay()
  const may = useMay()
  const approve = useTask(
    ({ password, text }: { readonly password: string; readonly text: string }, signal) =>
      api.documents.approveDisposal({ id, password, aloneReason: isAlone ? text : null }, { signal }),
  )
  const decline = useCommand((reason: string) => api.documents.declineDisposal({ id, reason }))
  if (!may('documents.approve')) return null
  return (
    <div className="page-acts">
      <PasswordAct
        label={say('documents.retention.approve')}
        question={say('documents.retention.approve-question')}
        {...(isAlone && { textLabel: say('documents.version.alone-label') })}
        running={approve}
        input={(password, text) => ({ password, text })}
      />
      <ConfirmAct
        label={say('documents.retention.decline')}
        question={say('documents.retention.decline-question')}
        reasonLabel={say('documents.field.reason')}
        onConfirm={(reason) => void decline.run(reason)}
      />
      <TroubleNote trouble={decline.trouble} onClose={decline.forget} />
    </div>
  )
}
