import { useState } from 'react'
import { useSearchParams } from 'react-router'

import { countsOf, type RegisteredFinding } from '#shared/activity/finding-register'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FindingActs } from './FindingActs.tsx'
import { FindingPanel } from './FindingPanel.tsx'
import { SettledFindings } from './SettledFindings.tsx'
import { useWho } from './use-who.ts'

/** Everything that the program found in a year, what people said to it, and the way to each. */
export function FindingsPage() {
  const say = useSay()
  const who = useWho()
  const { year, facility } = useScope()
  const [params, setParams] = useSearchParams()
  const [picked, setPicked] = useState<string | null>(null)
  const asked = useAsk(
    ['activity', 'findings', year, facility, say.language],
    () => api.activity.findings({ year, facility: facility as NodeId | null, language: say.language }),
    { also: ['monitoring', 'organization', 'factors', 'accounting'] },
  )
  const findings = asked.data?.findings ?? []
  const settled = asked.data?.settled ?? []
  const chosen = picked ?? params.get('finding')
  const open = findings.find((finding) => keyOf(finding) === chosen)
  const choose = (key: string | null) => {
    setPicked(key)
    if (params.has('finding'))
      setParams((before) => {
        const next = new URLSearchParams(before)
        next.delete('finding')
        return next
      })
  }
  return (
    <PageFrame
      title={say('activity.finding.title')}
      purpose={say('activity.finding.purpose')}
      action={<FindingActs year={year} facility={facility as NodeId | null} />}
    >
      <TroubleNote trouble={asked.error} />
      {findings.length > 0 && <p role="status">{say('activity.finding.counts', countsOf(findings))}</p>}
      <div className="activity-split">
        <RecordTable
          name="findings"
          label={say('activity.finding.title')}
          rows={findings}
          rowKey={keyOf}
          columns={columnsIn(say, who)}
          chosen={chosen}
          onOpen={(finding) => choose(keyOf(finding))}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="check"
              title={say('activity.finding.none')}
              why={say('activity.finding.none.why', { year })}
            />
          }
        />
        {open && (
          <FindingPanel
            key={keyOf(open)}
            finding={open}
            year={year}
            facility={facility as NodeId | null}
            onClose={() => choose(null)}
          />
        )}
      </div>
      <SettledFindings settled={settled} />
    </PageFrame>
  )
}

function keyOf({ code, where }: Pick<RegisteredFinding, 'code' | 'where'>): string {
  return `${code} ${where}`
}

const severities = { 'blocks-report': 'stop', explain: 'warn', note: 'info' } as const satisfies Record<
  RegisteredFinding['severity'],
  Tone
>
const states = { open: 'warn', changed: 'stop', answered: 'good' } as const satisfies Record<
  RegisteredFinding['state'],
  Tone
>

function columnsIn(
  say: Say,
  who: (user: string | null) => string,
): readonly RecordColumn<RegisteredFinding>[] {
  const severity = (row: RegisteredFinding) => say(`frame.severity.${row.severity}`)
  const state = (row: RegisteredFinding) => say(`activity.finding.state.${row.state}`)
  return [
    {
      key: 'severity',
      title: say('activity.finding.severity'),
      text: severity,
      cell: (row) => <StateTag tone={severities[row.severity]} text={severity(row)} />,
      choices: true,
      width: 180,
    },
    {
      key: 'topic',
      title: say('activity.finding.topic'),
      text: ({ topic }) => say(`activity.finding.topic.${topic}`),
      choices: true,
      width: 80,
    },
    { key: 'subject', title: say('activity.finding.subject'), text: ({ subject }) => subject, width: 170 },
    { key: 'period', title: say('activity.finding.period'), text: ({ period }) => period, width: 90 },
    { key: 'words', title: say('activity.finding.words'), text: ({ words }) => words, width: 420 },
    {
      key: 'state',
      title: say('activity.finding.state'),
      text: state,
      cell: (row) => <StateTag tone={states[row.state]} text={state(row)} />,
      choices: true,
      width: 200,
    },
    {
      key: 'reason',
      title: say('activity.finding.reason'),
      text: ({ answer }) => answer?.reason ?? '',
      width: 200,
      optional: true,
    },
    {
      key: 'by',
      title: say('activity.finding.by'),
      text: ({ answer }) => (answer ? who(answer.by) : ''),
      width: 100,
      optional: true,
    },
  ]
}
