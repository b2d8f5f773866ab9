import { Button } from 'antd'

import type { BackupContents, BackupSource, Comparison } from '#shared/exchange/backup-contents'

import { api } from '../kernel/api.ts'
import { localTime } from '../kernel/local-time.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { sizeText } from '../ui/size-text.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'

const tones = { same: 'good', older: 'info', newer: 'info', apart: 'warn', other: 'stop' } as const

interface BackupPreviewProps {
  readonly source: BackupSource
  readonly contents: BackupContents
  readonly comparison: Comparison
}

/** What a backup holds beside what there is now, and the two acts: look at it, or make it the present. */
export function BackupPreview({ source, contents, comparison }: BackupPreviewProps) {
  const say = useSay()
  const may = useMay()
  const looking = useTask((_: null, signal: AbortSignal) => api.exchange.openBackup(source, { signal }))
  const restoring = useTask((password: string, signal: AbortSignal) =>
    api.exchange.restoreBackup({ source, password }, { signal }),
  )
  const lost = comparison.lost.reduce((sum, { count }) => sum + count, 0)
  const isNewer = contents.schema === 'newer'
  return (
    <div className="backup-preview">
      <ContentsTable contents={contents} />
      <p>
        <StateTag tone={tones[comparison.relation]} text={say(`exchange.relation.${comparison.relation}`)} />{' '}
        {lost === 0
          ? say('exchange.restore.nothing-lost')
          : say('exchange.restore.lost', {
              count: lost,
              areas: comparison.lost.map((each) => areaText(say, each)).join(say('exchange.list-mark')),
              at: comparison.lastLostAt === null ? '' : localTime(comparison.lastLostAt),
            })}
      </p>
      {isNewer && <p>{say('exchange.restore.needs-newer')}</p>}
      {may('exchange.manage') && !isNewer && (
        <>
          <p className="page-purpose">{say('exchange.restore.how')}</p>
          <div className="page-acts">
            <Button loading={looking.task.state === 'running'} onClick={() => void looking.start(null)}>
              {say('exchange.restore.look')}
            </Button>
            <PasswordAct
              label={say('exchange.restore.act')}
              question={say('exchange.restore.ask')}
              running={restoring}
              input={(password) => password}
            />
          </div>
          <TaskPanel running={looking} title={say('exchange.restore.opening')} />
          {restoring.task.state === 'running' && (
            <TaskPanel running={restoring} title={say('exchange.restore.restoring')} />
          )}
        </>
      )}
    </div>
  )
}

function areaText(say: Say, { area, count }: BackupContents['records'][number]): string {
  return say('exchange.area-count', { area: say(`exchange.area.${area}`), count })
}

/** What is in a backup, as facts. */
export function ContentsTable({ contents }: { readonly contents: BackupContents }) {
  const say = useSay()
  const { organization, isSample, facilities, months, frozenYears, users, audit, records } = contents
  const facts: readonly (readonly [label: string, value: string])[] = [
    [
      say('exchange.holds.organization'),
      organization === null
        ? say('exchange.holds.no-organization')
        : say(isSample ? 'exchange.holds.sample' : 'exchange.holds.facilities', {
            name: organization,
            count: facilities,
          }),
    ],
    [say('exchange.holds.made'), `${localTime(contents.madeAt)} · ${contents.program}`],
    [
      say('exchange.holds.months'),
      months === null ? say('exchange.holds.none') : `${months.first} – ${months.last}`,
    ],
    [
      say('exchange.holds.frozen'),
      frozenYears.length === 0 ? say('exchange.holds.none') : frozenYears.join(say('exchange.list-mark')),
    ],
    [say('exchange.holds.users'), users.join(say('exchange.list-mark'))],
    [
      say('exchange.holds.last'),
      audit.at === null
        ? say('exchange.holds.none')
        : say('exchange.holds.line', { at: localTime(audit.at), seq: audit.seq }),
    ],
    [say('exchange.holds.head'), audit.hash],
    [
      say('exchange.holds.records'),
      records.map((each) => areaText(say, each)).join(say('exchange.list-mark')),
    ],
    [
      say('exchange.size'),
      say('exchange.holds.size', { size: sizeText(contents.size), evidence: contents.evidence }),
    ],
    [say('exchange.holds.schema'), say(`exchange.schema.${contents.schema}`)],
  ]
  // Of what cannot be opened here only these are known.
  const known = contents.isEnciphered
    ? [say('exchange.holds.made'), say('exchange.holds.head'), say('exchange.size')]
    : facts.map(([label]) => label)
  return (
    <table className="plain-table backup-facts" aria-label={say('exchange.holds')}>
      <tbody>
        {contents.isEnciphered && (
          <tr>
            <td colSpan={2}>{say('exchange.holds.enciphered')}</td>
          </tr>
        )}
        {facts
          .filter(([label]) => known.includes(label))
          .map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="exchange-words">{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
