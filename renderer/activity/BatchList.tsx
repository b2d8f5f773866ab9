import { useState } from 'react'

import type { Batch } from '#shared/activity/import-model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textOrNull } from './entry-draft.ts'
import { RejectedRows } from './RejectedRows.tsx'
import { useWho } from './use-who.ts'

/** Every imported file: what went in, what was rejected and waits to be settled, and the way to take it back. */
export function BatchList() {
  const say = useSay()
  const may = useMay()
  const who = useWho()
  const asked = useAsk(['activity', 'batches'], () => api.activity.batches({}))
  const [chosen, setChosen] = useState<string | null>(null)
  const undo = useCommand(({ act, reason }: { readonly act: Batch['act']; readonly reason: string }) =>
    api.activity.undo({ act, reason: textOrNull(reason) }),
  )
  const batches = asked.data ?? []
  const open = batches.find(({ id }) => id === chosen)
  if (batches.length === 0) return <TroubleNote trouble={asked.error} />
  return (
    <section className="paper" aria-labelledby="activity-batches">
      <h2 id="activity-batches">{say('activity.batches.title')}</h2>
      <TroubleNote trouble={undo.trouble} onClose={undo.forget} />
      <div className="activity-rows">
        <RecordTable
          name="batches"
          label={say('activity.batches.title')}
          rows={batches}
          rowKey={({ id }) => id}
          columns={columnsIn(say, who)}
          chosen={chosen}
          onOpen={({ id }) => setChosen(id)}
        />
      </div>
      {open && (
        <div className="activity-form" role="group" aria-label={open.name}>
          <div className="activity-bar">
            <span>{open.name}</span>
            {open.undoneAt === null && may('activity.enter') && (
              <ConfirmAct
                label={say('activity.batches.undo')}
                question={say('activity.batches.undo.question', { name: open.name, count: open.readings })}
                reasonLabel={say('activity.submit.reason')}
                isReasonOptional
                onConfirm={(reason) => void undo.run({ act: open.act, reason })}
                button={{ loading: undo.busy }}
              />
            )}
          </div>
          {open.rejected > 0 && <RejectedRows key={open.id} batch={open} />}
        </div>
      )}
    </section>
  )
}

function columnsIn(say: Say, who: (user: string | null) => string): readonly RecordColumn<Batch>[] {
  const stateOf = ({ undoneAt, open }: Batch) => {
    if (undoneAt !== null) return { tone: 'quiet', text: say('activity.standing.undone') } as const
    if (open > 0) return { tone: 'stop', text: say('activity.batches.open', { count: open }) } as const
    return { tone: 'good', text: say('activity.batches.done') } as const
  }
  return [
    { key: 'at', title: say('activity.batches.at'), text: ({ at }) => localTime(at), width: 140 },
    { key: 'name', title: say('activity.files.name'), text: ({ name }) => name, width: 240 },
    { key: 'sheet', title: say('activity.map.sheet'), text: ({ sheet }) => sheet ?? '', width: 120 },
    {
      key: 'readings',
      title: say('activity.batches.readings'),
      text: ({ readings }) => String(readings),
      number: true,
      width: 90,
    },
    {
      key: 'rejected',
      title: say('activity.batches.rejected'),
      text: ({ rejected }) => String(rejected),
      number: true,
      width: 90,
    },
    {
      key: 'state',
      title: say('activity.column.state'),
      text: (row) => stateOf(row).text,
      cell: (row) => <StateTag {...stateOf(row)} />,
      choices: true,
      width: 150,
    },
    { key: 'by', title: say('activity.column.entered'), text: ({ by }) => who(by), width: 110 },
  ]
}
