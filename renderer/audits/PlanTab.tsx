import { Button } from 'antd'
import { useState } from 'react'

import { type Audit, auditInput } from '#shared/audits/audit'
import type { ShownAudit } from '#shared/audits/contract'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { FindingList } from '../ui/FindingList.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { ImpartialitySection } from './ImpartialitySection.tsx'
import { planIn, usePlanFields } from './plan-fields.tsx'
import { PrintActs } from './PrintActs.tsx'
import { SendSection } from './SendSection.tsx'
import { TeamSection } from './TeamSection.tsx'
import { TimetableSection } from './TimetableSection.tsx'

interface PlanTabProps {
  readonly known: ShownAudit
  readonly onChecklist: () => void
}

/** The plan: what, by what, who, when; whoever may not be impartial; and its approval. */
export function PlanTab({ known, onChecklist }: PlanTabProps) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const { audit, gaps, conflicts } = known
  const isDraft = audit.state === 'draft'
  const canEdit = isDraft && may('audits.enter')
  return (
    <div className="audits-stack">
      {isDraft && (
        <section className="paper" aria-label={say('audits.gaps')}>
          <h2>{say('audits.gaps')}</h2>
          <FindingList
            findings={gaps}
            actOf={({ code }) =>
              code === 'audits.gap-checklist' && (
                <Button size="small" onClick={onChecklist}>
                  {say('audits.tab.checklist')}
                </Button>
              )
            }
          />
          {may('audits.approve') && <Approval known={known} />}
        </section>
      )}
      {isOpen ? (
        <PlanForm audit={audit} onDone={() => setOpen(false)} />
      ) : (
        <Facts audit={audit}>
          {canEdit && <Button onClick={() => setOpen(true)}>{say('audits.edit')}</Button>}
        </Facts>
      )}
      <TeamSection known={known} canEdit={canEdit} />
      <TimetableSection known={known} canEdit={canEdit} />
      <ImpartialitySection audit={audit} conflicts={conflicts} canEdit={canEdit} />
      {audit.approvedAt !== null && audit.state !== 'cancelled' && <SendSection known={known} what="plan" />}
    </div>
  )
}

function Approval({ known: { audit, gaps, conflicts } }: { readonly known: ShownAudit }) {
  const say = useSay()
  const approve = useTask((password: string, signal) =>
    api.audits.approveAudit({ id: audit.id, password }, { signal }),
  )
  const isReady =
    gaps.every(({ severity }) => severity !== 'blocks-report') &&
    conflicts.every(({ justification }) => justification !== null)
  return (
    <div className="audits-acts">
      <PasswordAct
        label={say('audits.approve')}
        question={say('audits.approve-question', { number: audit.number })}
        running={approve}
        input={(password) => password}
        disabled={!isReady}
      />
    </div>
  )
}

function PlanForm({ audit, onDone }: { readonly audit: Audit; readonly onDone: () => void }) {
  const say = useSay()
  const fields = usePlanFields()
  const before = auditInput.parse(audit)
  const { id, number } = audit
  const edit = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      api.audits.editAudit({
        ...planIn(typed, audit.planned),
        id,
        seen: planIn(seen, audit.planned),
      }),
    {
      undo: (_saved, { typed }) => ({
        done: { code: 'audits.saved', facts: { number } },
        undo: () => api.audits.editAudit({ ...before, id, seen: planIn(typed, audit.planned) }),
      }),
    },
  )
  return (
    <RecordForm
      title={say('audits.edit')}
      draft={`audits/${id}/plan`}
      isThere
      initial={before}
      fields={fields}
      submit={say('audits.save')}
      onSubmit={(typed, seen) => submitting(edit, onDone)({ typed, seen })}
      onSettled={edit.forget}
      busy={edit.busy}
      trouble={edit.trouble}
      onLeave={onDone}
    />
  )
}

function Facts({ audit, children }: { readonly audit: Audit; readonly children: React.ReactNode }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const places = usePlaceOptions()
  const all = (list: readonly string[]) =>
    list.length === 0 ? say('audits.all') : list.join(say('audits.paper.and'))
  const placeOf = (id: string) => places.find(({ value }) => value === id)?.label.trim() ?? '—'
  const rows = [
    ['purpose', audit.purpose || '—'],
    ['methods', audit.methods || '—'],
    ['leader', nameOf(audit.leader)],
    ['subsystems', all(audit.subsystems.map((each) => say(`audits.subsystem.${each}`)))],
    ['clauses', all(audit.clauses)],
    ['nodes', all(audit.nodes.map(placeOf))],
    ['departments', audit.departments.join(say('audits.paper.and')) || '—'],
    [
      'criteria',
      audit.criteria
        .map(({ title, version }) => (version === '' ? title : `${title} (${version})`))
        .join('；') || '—',
    ],
  ] as const
  return (
    <section className="paper" aria-label={say('audits.tab.plan')}>
      <h2>{say('audits.tab.plan')}</h2>
      <table className="plain-table audits-facts">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{say(`audits.field.${name}`)}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="audits-acts">
        {children}
        <PrintActs id={audit.id} what="plan" />
      </div>
    </section>
  )
}
