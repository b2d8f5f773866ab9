import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { sizeText } from '../ui/size-text.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { Unproven } from './Unproven.tsx'
import { useWho } from './use-who.ts'

type File = Awaited<ReturnType<typeof api.activity.evidence>>[number]

/** Every file that proves something, what it proves, and the readings that nothing proves yet. */
export function EvidencePage() {
  const say = useSay()
  const who = useWho()
  const go = useGo()
  const [params] = useSearchParams()
  const asked = useAsk(['activity', 'evidence'], () => api.activity.evidence({}))
  const [chosen, setChosen] = useState<string | null>(params.get('file'))
  const files = asked.data ?? []
  const file = files.find(({ sha256 }) => sha256 === chosen)
  return (
    <PageFrame title={say('activity.files.title')} purpose={say('activity.files.purpose')}>
      <TroubleNote trouble={asked.error} />
      <Unproven />
      <div className="activity-split">
        <RecordTable
          name="evidence"
          label={say('activity.files.title')}
          rows={files}
          rowKey={({ sha256 }) => sha256}
          columns={columnsIn(say, who)}
          chosen={chosen}
          onOpen={({ sha256 }) => setChosen(sha256)}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="evidence"
              title={say('activity.files.empty')}
              why={say('activity.files.empty.why')}
              action={
                <Button type="primary" onClick={() => go('/activity')}>
                  {say('activity.files.empty.act')}
                </Button>
              }
            />
          }
        />
        {file && <EvidencePanel key={file.sha256} file={file} onClose={() => setChosen(null)} />}
      </div>
    </PageFrame>
  )
}

function columnsIn(say: Say, who: (user: string | null) => string): readonly RecordColumn<File>[] {
  return [
    { key: 'name', title: say('activity.files.name'), text: ({ name }) => name, width: 260 },
    {
      key: 'proves',
      title: say('activity.files.proves'),
      text: ({ readings, acts }) => say('activity.files.proves-count', { readings, acts }),
      cell: ({ readings, acts }) =>
        readings + acts === 0 ? (
          <StateTag tone="quiet" text={say('activity.files.unused')} />
        ) : (
          say('activity.files.proves-count', { readings, acts })
        ),
      width: 200,
    },
    { key: 'by', title: say('activity.files.by'), text: ({ addedBy }) => who(addedBy), width: 110 },
    { key: 'at', title: say('activity.files.at'), text: ({ addedAt }) => localTime(addedAt), width: 150 },
    {
      key: 'size',
      title: say('activity.files.size'),
      text: ({ size }) => sizeText(size),
      number: true,
      width: 100,
    },
    { key: 'hash', title: 'SHA-256', text: ({ sha256 }) => sha256, width: 160 },
  ]
}
