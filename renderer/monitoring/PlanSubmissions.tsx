import { Button, Form, Input } from 'antd'
import { useState } from 'react'

import type { PlanSubmission } from '#shared/monitoring/plan'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { OfferedFiles } from '../kernel/OfferedFiles.tsx'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress, evidenceAddress } from '../kernel/upload.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
import { DayField } from './DayField.tsx'
import type { PlanAnswer } from './PlanPage.tsx'
import { emptyAsNull } from './typed.ts'

/** Handing the version to the authority with its receipt, and the files that are handed in. */
export function PlanSubmissions({ answer }: { readonly answer: PlanAnswer }) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState<PlanSubmission | 'new' | null>(null)
  return (
    <div className="monitoring-side">
      <PlanFiles answer={answer} />
      <MonitoringReport answer={answer} />
      <section className="paper" aria-labelledby="plan-submissions">
        <h2 id="plan-submissions">{say('monitoring.plan.tab.submissions')}</h2>
        {answer.submissions.length === 0 && (
          <StateTag tone="quiet" text={say('monitoring.plan.no-submission')} />
        )}
        {answer.submissions.length > 0 && (
          <Submitted submissions={answer.submissions} onEdit={may('monitoring.enter') ? setOpen : null} />
        )}
        {open === null && may('monitoring.enter') && (
          <Button icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
            {say('monitoring.plan.submission-add')}
          </Button>
        )}
        {open !== null && (
          <SubmissionForm
            key={open === 'new' ? 'new' : open.id}
            plan={answer.plan.id}
            known={open === 'new' ? null : open}
            onDone={() => setOpen(null)}
          />
        )}
      </section>
    </div>
  )
}

function Submitted({
  submissions,
  onEdit,
}: {
  readonly submissions: readonly PlanSubmission[]
  readonly onEdit: ((submission: PlanSubmission) => void) | null
}) {
  const say = useSay()
  const columns = ['authority', 'dueOn', 'submittedOn', 'receiptNo'] as const
  return (
    <table className="monitoring-table">
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {say(`monitoring.submission.${name}`)}
            </th>
          ))}
          <th scope="col">{say('monitoring.submission.receipt')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {submissions.map((submission) => (
          <tr key={submission.id}>
            {columns.map((name) => (
              <td key={name}>{submission[name] ?? '—'}</td>
            ))}
            <td>
              {submission.receipt && (
                <a
                  href={evidenceAddress(submission.receipt.sha256, submission.receipt.name)}
                  target="_blank"
                  rel="noreferrer"
                >
                  {submission.receipt.name}
                </a>
              )}
            </td>
            <td>
              {onEdit && (
                <Button size="small" onClick={() => onEdit(submission)}>
                  {say('monitoring.plan.submission-edit')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Typed {
  readonly authority: string
  readonly dueOn: string | null
  readonly submittedOn: string | null
  readonly receiptNo: string | null
  readonly note: string | null
  readonly upload: string | null
  readonly file: string | null
}
const blank: Typed = {
  authority: '',
  dueOn: null,
  submittedOn: null,
  receiptNo: null,
  note: null,
  upload: null,
  file: null,
}

function SubmissionForm({
  plan,
  known,
  onDone,
}: {
  readonly plan: PlanAnswer['plan']['id']
  readonly known: PlanSubmission | null
  readonly onDone: () => void
}) {
  const say = useSay()
  const draft = useDraft<Typed>(
    `monitoring/plans/${plan}/submission/${known?.id ?? 'new'}`,
    known ? { ...blank, ...known, file: known.receipt?.name ?? null } : blank,
  )
  const save = useCommand(async (typed: Typed) => {
    const { authority, dueOn, submittedOn, receiptNo, note, upload } = emptyAsNull(typed, [
      'dueOn',
      'submittedOn',
      'receiptNo',
      'note',
    ])
    const facts = { authority, dueOn, submittedOn, receiptNo, note, upload }
    return known
      ? api.monitoring.changeSubmission({ id: known.id, ...facts })
      : api.monitoring.addSubmission({ plan, ...facts })
  })
  const finish = async () => {
    if (!(await save.run(draft.value))) return
    await draft.settled()
    onDone()
  }
  if (!draft.ready) return null
  return (
    <Form
      key={draft.restoredAt ?? 'kept'}
      name="submission"
      layout="vertical"
      initialValues={draft.value}
      onValuesChange={(_changed, all: Partial<Typed>) => draft.change({ ...draft.value, ...all })}
      onFinish={() => void finish()}
    >
      <DraftNote draft={draft} />
      <div className="monitoring-fields">
        <Form.Item
          name="authority"
          label={say('monitoring.submission.authority')}
          rules={[{ required: true, message: say('frame.field.empty') }]}
        >
          <Input maxLength={300} autoFocus />
        </Form.Item>
        <DayField name="dueOn" label={say('monitoring.submission.dueOn')} />
        <DayField name="submittedOn" label={say('monitoring.submission.submittedOn')} />
        <Form.Item name="receiptNo" label={say('monitoring.submission.receiptNo')}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item className="monitoring-wide" name="note" label={say('monitoring.submission.note')}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </div>
      <UploadArea
        label={draft.value.file ?? say('monitoring.submission.upload')}
        onUploaded={(upload, { name }) => draft.update((now) => ({ ...now, upload, file: name }))}
      />
      <TroubleNote trouble={save.trouble} onClose={save.forget} />
      <div className="page-acts">
        <Button type="primary" htmlType="submit" loading={save.busy}>
          {say('monitoring.plan.submission-save')}
        </Button>
        <Button onClick={onDone}>{say('monitoring.leave')}</Button>
      </div>
    </Form>
  )
}

/** DOCX and XLSX of this version in the language of the window; they also wait in the outbox. */
function PlanFiles({ answer }: { readonly answer: PlanAnswer }) {
  const say = useSay()
  const may = useMay()
  const making = useTask((input: Parameters<typeof api.exchange.exportPlan>[0], signal) =>
    api.exchange.exportPlan(input, { signal }),
  )
  if (!may('exchange.enter')) return null
  const made: readonly { readonly id: string; readonly fileName: string }[] =
    making.task.state === 'done' ? making.task.result : []
  const make = (kind: 'docx' | 'xlsx') =>
    void making.start({ plan: answer.plan.id, kinds: [kind], language: say.language })
  return (
    <section className="paper" aria-label={say('exchange.exports')}>
      <div className="page-acts">
        {(['docx', 'xlsx'] as const).map((kind) => (
          <Button
            key={kind}
            icon={<Icon name="export" />}
            loading={making.task.state === 'running'}
            onClick={() => make(kind)}
          >
            {say('monitoring.plan.make', { kind: kind.toUpperCase() })}
          </Button>
        ))}
        {made.map(({ id, fileName }) => (
          <a key={id} href={downloadAddress(id)} download={fileName}>
            {fileName}
          </a>
        ))}
      </div>
      {making.task.state === 'refused' && <TroubleNote trouble={making.task.trouble} />}
    </section>
  )
}

/** The report on a year by this plan, in the language of the window. */
function MonitoringReport({ answer }: { readonly answer: PlanAnswer }) {
  const say = useSay()
  const may = useMay()
  const { year } = useScope()
  const making = useTask((input: Parameters<typeof api.activity.exportMonitoring>[0], signal) =>
    api.activity.exportMonitoring(input, { signal }),
  )
  if (!may('activity.read')) return null
  const { facility } = answer.plan
  return (
    <section className="paper" aria-labelledby="plan-monitoring-report">
      <h2 id="plan-monitoring-report">{say('activity.report.heading')}</h2>
      <p className="page-purpose">{say('activity.report.purpose')}</p>
      <div className="page-acts">
        <OfferedFiles
          making={making}
          kinds={(['docx', 'pdf', 'xlsx'] as const).map((kind) => ({
            input: { facility, year, kind, language: say.language },
            label: say('activity.report.make', { year, kind: kind.toUpperCase() }),
          }))}
        />
      </div>
    </section>
  )
}
