import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import type { AuditFilter, AuditLine } from '#shared/access/audit'
import { areas } from '#shared/kernel/areas'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { procedureWord, touchedWord, trailTime, whoWord } from '../kernel/trail-word.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { AuditDetail } from './AuditDetail.tsx'
import { AuditSearch } from './AuditSearch.tsx'
import { TakeOut } from './TakeOut.tsx'
import { VerifyChain } from './VerifyChain.tsx'

/** The trail: search, one line beside it with before and after, and the proof that nobody changed it. */
export function AuditPage() {
  const say = useSay()
  const [params] = useSearchParams()
  const [filter, setFilter] = useState<AuditFilter>(() => {
    const [record, text] = [params.get('record'), params.get('text')]
    return { ...(record === null ? {} : { record }), ...(text === null ? {} : { text }) }
  })
  const [chosen, setChosen] = useState<number | null>(null)
  const { lines, next, asked, more } = useTrail(filter)
  return (
    <PageFrame
      title={say('access.audit')}
      purpose={say('access.audit.purpose')}
      action={next !== null && <Button onClick={more}>{say('access.audit.more')}</Button>}
    >
      <VerifyChain />
      <TakeOut filter={filter} />
      <AuditSearch
        onSearch={(wanted) => {
          setChosen(null)
          setFilter(wanted)
        }}
      />
      {filter.record !== undefined && (
        <p className="page-purpose">
          {say('access.audit.of-record')}{' '}
          <Button size="small" onClick={() => setFilter({})}>
            {say('access.audit.of-all')}
          </Button>
        </p>
      )}
      <TroubleNote trouble={asked.error} />
      <div className="split">
        <RecordTable
          name="audit"
          label={say('access.audit')}
          rows={lines}
          rowKey={({ seq }) => String(seq)}
          columns={columnsOf(say)}
          chosen={chosen === null ? null : String(chosen)}
          onOpen={({ seq }) => setChosen(seq)}
          loading={asked.isPending}
          empty={
            <EmptyState icon="history" title={say('access.audit.none')} why={say('access.audit.none.why')} />
          }
        />
        {chosen !== null && <AuditDetail key={chosen} seq={chosen} onClose={() => setChosen(null)} />}
      </div>
    </PageFrame>
  )
}

/** The newest lines are asked again with every change; older pages, which never change, are kept. */
function useTrail(filter: AuditFilter) {
  const [older, setOlder] = useState<{
    readonly of: AuditFilter
    readonly lines: readonly AuditLine[]
    readonly next: number | null
  } | null>(null)
  const asked = useAsk(['access', 'audit', filter], () => api.access.auditSearch(filter), { also: areas })
  const known = older?.of === filter ? older : null
  const newest = asked.data?.lines ?? []
  const oldestSeen = known?.lines[0]?.seq ?? 0
  const next = known ? known.next : (asked.data?.next ?? null)
  const more = async () => {
    if (next === null) return
    const page = await api.access.auditSearch({ ...filter, before: next })
    const between = known?.lines ?? newest
    setOlder({ of: filter, lines: [...between, ...page.lines], next: page.next })
  }
  const lines = known ? [...newest.filter(({ seq }) => seq > oldestSeen), ...known.lines] : newest
  return { lines, next, asked, more: () => void more() }
}

function columnsOf(say: Say): readonly RecordColumn<AuditLine>[] {
  const outcomeTones = { done: 'good', refused: 'stop' } as const
  return [
    { key: 'seq', title: say('access.audit.seq'), text: ({ seq }) => String(seq), number: true, width: 80 },
    { key: 'at', title: say('access.audit.at'), text: ({ at }) => trailTime(at), width: 160 },
    { key: 'who', title: say('access.audit.who'), text: (line) => whoWord(say, line), width: 120 },
    {
      key: 'what',
      title: say('access.audit.what'),
      text: ({ procedure }) => procedureWord(say, procedure),
      width: 180,
    },
    {
      key: 'outcome',
      title: say('access.audit.outcome'),
      text: ({ outcome }) => say(`access.audit.outcome.${outcome}`),
      cell: ({ outcome }) => (
        <StateTag tone={outcomeTones[outcome]} text={say(`access.audit.outcome.${outcome}`)} />
      ),
      width: 110,
    },
    {
      key: 'touched',
      title: say('access.audit.touched'),
      text: (line) => touchedWord(say, line),
      width: 260,
    },
  ]
}
