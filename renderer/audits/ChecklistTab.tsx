import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import type { ListedItem } from '#shared/audits/checklist'
import type { ShownAudit } from '#shared/audits/contract'
import { weightOf } from '#shared/compliance/tree'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useChecklist, VerdictTag } from './use-audits.tsx'

/** Every question as a dense list; a row opens it in the walk. */
export function ChecklistTab({ known: { audit, progress } }: { readonly known: ShownAudit }) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const asked = useChecklist(audit.id)
  const { findings, ...counts } = progress
  const [hidesMay, setHidesMay] = useState(true)
  const build = useCommand(() => api.audits.buildChecklist({ audit: audit.id }))
  const rows = (asked.data ?? []).filter(({ level }) => !hidesMay || weightOf(level) !== 'allowed')
  const canBuild = audit.state === 'draft' && may('audits.enter')
  const make = canBuild && (
    <Button loading={build.busy} onClick={() => void build.run(undefined)}>
      {say(progress.items === 0 ? 'audits.build' : 'audits.rebuild')}
    </Button>
  )
  return (
    <div className="audits-list">
      <TroubleNote trouble={asked.error ?? build.trouble} />
      {progress.items > 0 && (
        <div className="audits-head">
          <span>{say('audits.progress', { ...counts, ...findings })}</span>
          {audit.edition !== null && (
            <span className="page-purpose">{say('audits.edition', { edition: audit.edition })}</span>
          )}
          <Checkbox checked={hidesMay} onChange={({ target }) => setHidesMay(target.checked)}>
            {say('audits.hide-may')}
          </Checkbox>
          {make}
        </div>
      )}
      <RecordTable<ListedItem>
        name="audit-checklist"
        label={say('audits.tab.checklist')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={useColumns()}
        {...(audit.state !== 'draft' && {
          onOpen: ({ id }: ListedItem) => go(`/audits/${audit.id}/walk?item=${id}`),
        })}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="table"
            title={say('audits.checklist-empty')}
            why={say('audits.checklist-why')}
            action={make}
          />
        }
      />
    </div>
  )
}

function useColumns(): readonly RecordColumn<ListedItem>[] {
  const say = useSay()
  const { language } = say
  return [
    { key: 'clause', width: 90, title: say('audits.field.clause'), text: ({ clause }) => clause },
    {
      key: 'level',
      width: 80,
      title: say('audits.field.level'),
      text: ({ level }) => say(`audits.level.${level}`),
      choices: true,
    },
    {
      key: 'question',
      width: 420,
      title: say('audits.field.question'),
      text: ({ question }) => question[language],
    },
    {
      key: 'subsystem',
      width: 110,
      title: say('audits.field.subsystem'),
      text: ({ subsystem }) => say(`audits.subsystem.${subsystem}`),
      choices: true,
      optional: true,
    },
    {
      key: 'department',
      width: 130,
      title: say('audits.field.department'),
      text: ({ departments }) => departments.join(say('audits.paper.and')) || '—',
      choices: true,
    },
    {
      key: 'verdict',
      width: 130,
      title: say('audits.field.verdict'),
      text: ({ answer }) => (answer?.verdict ? say(`audits.verdict.${answer.verdict}`) : '—'),
      cell: ({ answer }) => (answer?.verdict ? <VerdictTag verdict={answer.verdict} /> : '—'),
      choices: true,
    },
    { key: 'note', width: 220, title: say('audits.field.note'), text: ({ answer }) => answer?.note ?? '' },
    {
      key: 'case',
      width: 124,
      title: say('audits.field.case'),
      text: ({ raised }) => raised?.number ?? '',
    },
  ]
}
