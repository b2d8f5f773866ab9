import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'

import type { Batch } from '#shared/activity/import-model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useWho } from './use-who.ts'

/** Rows that were not taken: kept with what is wrong until somebody says what became of them. */
export function RejectedRows({ batch }: { readonly batch: Batch }) {
  const say = useSay()
  const may = useMay()
  const who = useWho()
  const id = useId()
  const asked = useAsk(['activity', 'rejected', batch.id], () =>
    api.activity.rejectedRows({ batch: batch.id }),
  )
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [settlement, setSettlement] = useState('')
  const settle = useCommand(() =>
    api.activity.settleRows({ batch: batch.id, rows: [...chosen], settlement: settlement.trim() }),
  )
  const rows = asked.data ?? []
  const open = rows.filter(({ settledAt }) => settledAt === null).map(({ row }) => row)
  const send = async () => {
    if (!(await settle.run(undefined))) return
    setChosen([])
    setSettlement('')
  }
  return (
    <div className="activity-form">
      <TroubleNote trouble={asked.error ?? settle.trouble} />
      <div
        className="activity-sheet"
        tabIndex={0}
        role="region"
        aria-label={say('activity.batches.rejected-rows')}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  aria-label={say('activity.batches.choose-all')}
                  checked={open.length > 0 && chosen.length === open.length}
                  disabled={open.length === 0}
                  onChange={({ target }) => setChosen(target.checked ? open : [])}
                />
              </th>
              <th scope="col">{say('activity.batches.row')}</th>
              <th scope="col">{say('activity.batches.content')}</th>
              <th scope="col">{say('activity.preview.what')}</th>
              <th scope="col">{say('activity.batches.settlement')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells, troubles, settledAt, settledBy, settlement: words }) => (
              <tr key={row}>
                <td>
                  {settledAt === null && (
                    <Checkbox
                      aria-label={say('activity.batches.choose', { row })}
                      checked={chosen.includes(row)}
                      onChange={({ target }) =>
                        setChosen(target.checked ? [...chosen, row] : chosen.filter((each) => each !== row))
                      }
                    />
                  )}
                </td>
                <td>{row}</td>
                <td>{cells.join(' | ')}</td>
                <td>
                  {troubles.map((trouble) => (
                    <div key={`${trouble.code} ${trouble.cell}`}>
                      {trouble.cell} {say.of(trouble)}
                    </div>
                  ))}
                </td>
                <td>
                  {settledAt === null ? (
                    <StateTag tone="stop" text={say('activity.batches.unsettled')} />
                  ) : (
                    say('activity.batches.settled', {
                      name: who(settledBy),
                      at: localTime(settledAt),
                      words: words ?? '',
                    })
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {may('activity.enter') && open.length > 0 && (
        <div className="activity-bar">
          <label htmlFor={id}>{say('activity.batches.what-became')}</label>
          <Input
            id={id}
            value={settlement}
            maxLength={1000}
            onChange={({ target }) => setSettlement(target.value)}
            style={{ width: 320 }}
          />
          <Button
            type="primary"
            disabled={chosen.length === 0 || settlement.trim() === ''}
            loading={settle.busy}
            onClick={() => void send()}
          >
            {say('activity.batches.settle', { count: chosen.length })}
          </Button>
        </div>
      )}
    </div>
  )
}
