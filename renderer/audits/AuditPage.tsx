import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import { auditId, type AuditId, type AuditState } from '#shared/audits/audit'
import type { ShownAudit } from '#shared/audits/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ChecklistTab } from './ChecklistTab.tsx'
import { PackageTab } from './PackageTab.tsx'
import { PlanTab } from './PlanTab.tsx'
import { ReportTab } from './ReportTab.tsx'
import { AuditStateTag, useAudit } from './use-audits.tsx'

/** One audit from its plan to its closing. */
export function AuditPage() {
  const say = useSay()
  const { id } = useParams()
  const parsed = auditId.safeParse(id)
  if (parsed.success) return <Opened key={parsed.data} id={parsed.data} />
  return (
    <PageFrame title={say('audits.title')} purpose={say('audits.unknown-audit')}>
      {null}
    </PageFrame>
  )
}

const firstTab = {
  draft: 'plan',
  approved: 'checklist',
  running: 'checklist',
  reported: 'report',
  closed: 'report',
  cancelled: 'plan',
} as const satisfies Record<AuditState, string>

function Opened({ id }: { readonly id: AuditId }) {
  const say = useSay()
  const asked = useAudit(id)
  const [tab, setTab] = useState<string | null>(null)
  const known = asked.data
  if (known?.audit.id !== id)
    return (
      <PageFrame title={say('audits.title')} purpose={say('audits.purpose')}>
        <TroubleNote trouble={asked.error} />
      </PageFrame>
    )
  const { audit } = known
  return (
    <PageFrame
      title={`${audit.number} ${audit.title}`}
      purpose={<Purpose known={known} />}
      action={<Acts known={known} />}
    >
      <TroubleNote trouble={asked.error} />
      <Tabs
        activeKey={tab ?? firstTab[audit.state]}
        onChange={setTab}
        items={[
          {
            key: 'plan',
            label: say('audits.tab.plan'),
            children: <PlanTab known={known} onChecklist={() => setTab('checklist')} />,
          },
          { key: 'checklist', label: say('audits.tab.checklist'), children: <ChecklistTab known={known} /> },
          { key: 'report', label: say('audits.tab.report'), children: <ReportTab known={known} /> },
          {
            key: 'package',
            label: say('audits.package'),
            children: <PackageTab known={known} />,
          },
          {
            key: 'side',
            label: say('frame.record.about'),
            children: <RecordSide record={`audits/audit/${id}`} />,
          },
        ]}
      />
    </PageFrame>
  )
}

function Purpose({ known: { audit, progress } }: { readonly known: ShownAudit }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const parts = [
    audit.leader === null ? null : say('audits.led-by', { name: nameOf(audit.leader) }),
    audit.begins === null ? null : `${audit.begins} – ${audit.ends ?? '—'}`,
    progress.items === 0 ? null : say('audits.looked-of', { looked: progress.looked, items: progress.items }),
  ].filter((each) => each !== null)
  return (
    <span className="audits-head">
      <AuditStateTag state={audit.state} />
      <span>{parts.join(' · ')}</span>
    </span>
  )
}

function Acts({ known: { audit } }: { readonly known: ShownAudit }) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { id, number, state } = audit
  const revise = useCommand(() => api.audits.reviseAudit({ id }))
  const cancel = useCommand((reason: string) => api.audits.cancelAudit({ id, reason }))
  const isOpen = state === 'draft' || state === 'approved' || state === 'running'
  return (
    <>
      <TroubleNote trouble={revise.trouble ?? cancel.trouble} />
      {may('audits.enter') && isOpen && (
        <ConfirmAct
          label={say('audits.cancel')}
          question={say('audits.cancel-question', { number })}
          reasonLabel={say('audits.reason')}
          onConfirm={(reason) => void cancel.run(reason)}
          button={{ danger: true }}
        />
      )}
      {may('audits.enter') && state === 'approved' && (
        <ConfirmAct
          label={say('audits.revise')}
          question={say('audits.revise-question')}
          onConfirm={() => void revise.run(undefined)}
        />
      )}
      {(state === 'approved' || state === 'running') && (
        <Button
          type="primary"
          size="large"
          icon={<Icon name="play" />}
          onClick={() => go(`/audits/${id}/walk`)}
        >
          {say(state === 'approved' ? 'audits.begin' : 'audits.go-on')}
        </Button>
      )}
    </>
  )
}
