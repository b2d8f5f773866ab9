import { Button } from 'antd'
import { useState } from 'react'

import type { WatchedFile } from '#shared/activity/watch'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { Mappings } from './Mappings.tsx'
import { RejectedRows } from './RejectedRows.tsx'
import { WatchFolders } from './WatchFolders.tsx'

/** The folders that are watched, what became of the files in them, and the mappings by which files are known. */
export function WatchPage() {
  const say = useSay()
  const may = useMay()
  const look = useTask((_: null, signal) => api.activity.watchNow({}, { signal }))
  const folders = useAsk(['activity', 'watch-folders'], () => api.activity.watchFolders({}))
  return (
    <PageFrame
      title={say('activity.watch.title')}
      purpose={say('activity.watch.purpose')}
      action={
        may('activity.manage') &&
        (folders.data?.length ?? 0) > 0 && (
          <Button loading={look.task.state === 'running'} onClick={() => void look.start(null)}>
            {say('activity.watch.look')}
          </Button>
        )
      }
    >
      <TroubleNote trouble={folders.error} />
      <TaskPanel
        running={look}
        title={say('activity.watch.looking')}
        result={(found) => say('activity.watch.looked', found)}
      />
      {folders.data && <WatchFolders folders={folders.data} />}
      {(folders.data?.length ?? 0) > 0 && <WatchLog />}
      <Mappings />
    </PageFrame>
  )
}

/** What became of each file, newest first; a file with refused rows opens to them. */
function WatchLog() {
  const say = useSay()
  const asked = useAsk(['activity', 'watch-log'], () => api.activity.watchLog({ limit: 500 }))
  const batches = useAsk(['activity', 'batches'], () => api.activity.batches({}))
  const [chosen, setChosen] = useState<string | null>(null)
  const files = asked.data ?? []
  const open = files.find(({ id }) => id === chosen)
  const batch = batches.data?.find(({ id }) => id === open?.batch)
  return (
    <section className="paper" aria-labelledby="activity-watch-log">
      <h2 id="activity-watch-log">{say('activity.watch.log')}</h2>
      <TroubleNote trouble={asked.error} />
      {files.length === 0 && <p className="page-purpose">{say('activity.watch.log.empty')}</p>}
      {files.length > 0 && (
        <div className="activity-rows">
          <RecordTable
            name="watch-log"
            label={say('activity.watch.log')}
            rows={files}
            rowKey={({ id }) => id}
            columns={columnsIn(say)}
            chosen={chosen}
            onOpen={({ id }) => setChosen(id)}
          />
        </div>
      )}
      {open && batch && batch.rejected > 0 && (
        <div
          className="activity-form"
          role="group"
          aria-label={say('activity.watch.rows', { name: open.name })}
        >
          <div className="activity-bar">
            <span>{say('activity.watch.rows', { name: open.name })}</span>
            <Button onClick={() => setChosen(null)}>{say('activity.watch.close')}</Button>
          </div>
          <RejectedRows key={batch.id} batch={batch} />
        </div>
      )}
    </section>
  )
}

const tones = {
  imported: 'good',
  partly: 'warn',
  refused: 'stop',
  known: 'quiet',
  unknown: 'warn',
} as const

function columnsIn(say: Say): readonly RecordColumn<WatchedFile>[] {
  return [
    { key: 'at', title: say('activity.watch.at'), text: ({ at }) => localTime(at), width: 140 },
    { key: 'file', title: say('activity.watch.file'), text: ({ name }) => name, width: 220 },
    {
      key: 'outcome',
      title: say('activity.watch.outcome'),
      text: ({ outcome }) => say(`activity.watch.outcome.${outcome}`),
      cell: ({ outcome }) => (
        <StateTag tone={tones[outcome]} text={say(`activity.watch.outcome.${outcome}`)} />
      ),
      choices: true,
      width: 130,
    },
    {
      key: 'shape',
      title: say('activity.watch.shape'),
      text: ({ shape }) => (shape === null ? '' : say(`activity.watch.shape.${shape}`)),
      choices: true,
      width: 130,
    },
    {
      key: 'readings',
      title: say('activity.watch.readings'),
      text: ({ readings }) => String(readings),
      number: true,
      width: 90,
    },
    {
      key: 'rejected',
      title: say('activity.watch.rejected'),
      text: ({ rejected }) => String(rejected),
      number: true,
      width: 90,
    },
    {
      key: 'why',
      title: say('activity.watch.why'),
      text: ({ code, facts }) => (code === null ? '' : say.of({ code, facts })),
      width: 360,
    },
  ]
}
