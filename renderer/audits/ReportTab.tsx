import { Button } from 'antd'

import { conclusions, reportTexts } from '#shared/audits/audit'
import type { ShownAudit } from '#shared/audits/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { CoverageTable } from './CoverageTable.tsx'
import { PrintActs } from './PrintActs.tsx'
import { SendSection } from './SendSection.tsx'

/** What is concluded, what is missing, the signature, the distribution, and the closing. */
export function ReportTab({ known }: { readonly known: ShownAudit }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { audit, reportGaps } = known
  const isWritable = audit.state === 'approved' || audit.state === 'running'
  return (
    <div className="audits-stack">
      {isWritable && (
        <section className="paper" aria-label={say('audits.gaps')}>
          <h2>{say('audits.gaps')}</h2>
          <FindingList
            findings={reportGaps}
            onOpen={({ where }) => {
              if (where.startsWith('item/')) go(`/audits/${audit.id}/walk?item=${where.slice(5)}`)
            }}
          />
          {may('audits.check') && <Signing known={known} />}
        </section>
      )}
      {audit.reportedAt !== null && <Signed known={known} />}
      {isWritable && may('audits.enter') ? <ReportForm known={known} /> : <Conclusions known={known} />}
      <section className="paper" aria-label={say('audits.documents')}>
        <h2>{say('audits.documents')}</h2>
        <div className="audits-acts">
          <PrintActs id={audit.id} what="report" />
        </div>
      </section>
      {audit.reportedAt !== null && <SendSection known={known} what="report" />}
      <CoverageTable rows={known.coverage} />
    </div>
  )
}

function Signing({ known: { audit, reportGaps, isLeader, maySign } }: { readonly known: ShownAudit }) {
  const say = useSay()
  const sign = useTask((input: { readonly password: string; readonly text: string }, signal) =>
    api.audits.signReport(
      { id: audit.id, password: input.password, signedFor: isLeader ? null : input.text },
      { signal },
    ),
  )
  if (!maySign) return <p className="page-purpose">{say('audits.only-leader', { number: audit.number })}</p>
  return (
    <div className="audits-acts">
      <PasswordAct
        label={say('audits.sign-report')}
        question={say('audits.sign-question', { number: audit.number })}
        {...(!isLeader && { textLabel: say('audits.signed-for') })}
        running={sign}
        input={(password, text) => ({ password, text })}
        disabled={
          audit.state !== 'running' || reportGaps.some(({ severity }) => severity === 'blocks-report')
        }
      />
    </div>
  )
}

function Signed({ known: { audit, open } }: { readonly known: ShownAudit }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const names = useNames()
  const close = useCommand((note: string) => api.audits.closeAudit({ id: audit.id, note }))
  return (
    <section className="paper" aria-label={say('audits.follow')}>
      <h2>{say('audits.follow')}</h2>
      <p>
        {say('audits.signed-by', {
          name: names.get(audit.reportedBy ?? '') ?? '—',
          at: localTime(audit.reportedAt ?? ''),
        })}
        {audit.signedFor !== null && ` · ${audit.signedFor}`}
      </p>
      <code className="evidence-hash">SHA-256 {audit.reportHash}</code>
      {open.length > 0 && (
        <p>
          <StateTag tone="warn" text={say('audits.open-count', { count: open.length })} />{' '}
          {open.map(({ record, number, path }) => (
            <Button key={record} type="link" size="small" onClick={() => go(path)}>
              {number}
            </Button>
          ))}
        </p>
      )}
      {audit.state === 'closed' && (
        <StateTag
          tone="good"
          text={say('audits.closed-on', {
            at: localTime(audit.closedAt ?? ''),
            note: audit.closingNote ?? '',
          })}
        />
      )}
      {audit.state === 'reported' && may('audits.check') && (
        <div className="audits-acts">
          <ConfirmAct
            label={say('audits.close')}
            question={say('audits.close-question', { number: audit.number })}
            reasonLabel={say('audits.closing-note')}
            onConfirm={(note) => void close.run(note)}
            button={{ type: 'primary', disabled: open.length > 0 }}
          />
        </div>
      )}
      <TroubleNote trouble={close.trouble} onClose={close.forget} />
    </section>
  )
}

function ReportForm({ known: { audit } }: { readonly known: ShownAudit }) {
  const say = useSay()
  const hints = {
    course: 'A.9.3 c) 1',
    performance: '9.2.1 a',
    conformity: '9.2.1 b',
    effectiveness: '9.2.1 c',
    conclusion: 'A.9.3 c) 3',
  }
  const fields = conclusions.map((part): Field => ({
    name: part,
    label: say(`audits.conclude.${part}`),
    kind: 'area',
    hint: hints[part],
  }))
  const save = useCommand((typed: Typed) =>
    api.audits.saveReport({
      id: audit.id,
      report: reportTexts.parse(Object.fromEntries(conclusions.map((part) => [part, textIn(typed, part)]))),
    }),
  )
  return (
    <RecordForm
      title={say('audits.report')}
      draft={`audits/${audit.id}/report`}
      isThere
      initial={audit.report}
      fields={fields}
      submit={say('audits.save')}
      onSubmit={async (typed) => (await save.run(typed)) !== undefined}
      busy={save.busy}
      trouble={save.trouble}
    />
  )
}

function Conclusions({ known: { audit } }: { readonly known: ShownAudit }) {
  const say = useSay()
  return (
    <section className="paper" aria-label={say('audits.report')}>
      <h2>{say('audits.report')}</h2>
      {conclusions.map((part) => (
        <div key={part} className="audits-conclusion">
          <h3>{say(`audits.conclude.${part}`)}</h3>
          <p>{audit.report[part] || '—'}</p>
        </div>
      ))}
    </section>
  )
}
