import { Button } from 'antd'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { sizeText } from '../ui/size-text.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface SealedRescueProps {
  /** What was typed at the door and proved right: a password or the recovery key. */
  readonly secret: string
  readonly onDone: () => void
}

/** At the door of a plant that is encrypted and damaged: its newest backups, each brought back in one act. */
export function SealedRescue({ secret, onDone }: SealedRescueProps) {
  const say = useSay()
  const { data: offers, error } = useAsk(['exchange', 'rescueOffers'], () => api.exchange.rescueOffers({}))
  const restoring = useTask((file: string, signal: AbortSignal) =>
    api.exchange.rescueSealed({ file, secret }, { signal }),
  )
  const bringBack = async (file: string) => {
    if (await restoring.start(file)) onDone()
  }
  if (!offers) return <TroubleNote trouble={error} />
  if (offers.length === 0) return <p>{say('exchange.rescue.none')}</p>
  return (
    <section aria-labelledby="exchange-rescue">
      <h2 id="exchange-rescue">{say('host.rescue.title')}</h2>
      <p className="page-purpose">{say('host.rescue.why')}</p>
      <table className="plain-table">
        <tbody>
          {offers.slice(0, shown).map(({ file, at, size }) => (
            <tr key={file}>
              <td title={file}>{localTime(at)}</td>
              <td className="number">{sizeText(size)}</td>
              <td>
                <Button
                  size="small"
                  disabled={restoring.task.state === 'running'}
                  aria-label={say('exchange.rescue.act', { at: localTime(at) })}
                  onClick={() => void bringBack(file)}
                >
                  {say('host.rescue.act')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TaskPanel running={restoring} title={say('exchange.restore.restoring')} />
    </section>
  )
}
/** Older ones are brought back from within the program, or by the command line. */
const shown = 8
