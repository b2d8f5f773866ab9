import { Button } from 'antd'

import { isSound, type StoreCheck, type StoreHealth } from '#shared/exchange/backup'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'

/** How many of the last checks are shown. */
const shown = 10

/** The nightly checks of the whole data folder, what each found, and the check now. */
export function StoreChecks() {
  const say = useSay()
  const asked = useAsk(['exchange', 'storeChecks'], () => api.exchange.storeChecks({}))
  const checking = useTask((_: null, signal: AbortSignal) => api.exchange.checkStore({}, { signal }))
  const checks = (asked.data ?? []).slice(0, shown)
  return (
    <section className="paper" aria-label={say('exchange.checks')}>
      <h2>{say('exchange.checks')}</h2>
      <p className="page-purpose">{say('exchange.checks.why')}</p>
      {checks.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('exchange.checks.at')}</th>
              <th scope="col">{say('exchange.checks.outcome')}</th>
              <th scope="col">{say('exchange.checks.found')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <Check key={check.id} check={check} />
            ))}
          </tbody>
        </table>
      )}
      <div className="page-acts">
        <Button loading={checking.task.state === 'running'} onClick={() => void checking.start(null)}>
          {say('exchange.checks.now')}
        </Button>
      </div>
      <TaskPanel
        running={checking}
        title={say('exchange.checks.now')}
        result={(found) => say(isSound(found) ? 'exchange.health.sound' : 'exchange.health.damaged')}
      />
    </section>
  )
}

function Check({ check: { madeAt, sound, found } }: { readonly check: StoreCheck }) {
  const say = useSay()
  return (
    <tr>
      <th scope="row">{localTime(madeAt)}</th>
      <td>
        <StateTag
          tone={sound ? 'good' : 'stop'}
          text={say(sound ? 'exchange.checks.sound' : 'exchange.checks.damaged')}
        />
      </td>
      <td className="exchange-words">
        {sound
          ? say('exchange.checks.evidence', { count: found.evidence })
          : troublesIn(say, found).map((line) => <div key={line}>{line}</div>)}
      </td>
    </tr>
  )
}

/** Each trouble in a line of its own, the first of many by name. */
function troublesIn(say: Say, { damage, dangling, unlike, brokenAt, faults }: StoreHealth): string[] {
  return [
    ...damage.slice(0, shown).map((reason) => say('exchange.proof.damage', { reason })),
    ...(dangling > 0 ? [say('exchange.proof.dangling', { count: dangling })] : []),
    ...(brokenAt === null ? [] : [say('exchange.proof.chain', { seq: brokenAt })]),
    ...unlike
      .slice(0, shown)
      .map(({ table, row }) => say('exchange.checks.unlike', { table: tableText(say, table), row })),
    ...faults.slice(0, shown).map(({ sha256, fault }) => say(`exchange.proof.evidence-${fault}`, { sha256 })),
  ]
}

/** A table by the word that the trail has for it. */
function tableText(say: Say, table: string): string {
  const [area = '', ...rest] = table.split('_')
  return say.of({ code: `${area}.table.${rest.join('_')}` })
}
