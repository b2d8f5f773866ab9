import { Button, Select } from 'antd'
import { useState } from 'react'

import type { TargetId } from '#shared/exchange/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { sizeText } from '../ui/size-text.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Backups that were read back whole, and the act that makes one. */
export function Backups() {
  const say = useSay()
  const asked = useAsk(['exchange', 'backups'], () => api.exchange.backups({}))
  const backups = asked.data ?? []
  return (
    <div className="exchange-sheet">
      <TroubleNote trouble={asked.error} />
      <MakeBackup />
      {asked.data?.length === 0 && (
        <EmptyState icon="backup" title={say('exchange.backups')} why={say('exchange.backups-empty')} />
      )}
      {backups.length > 0 && (
        <section className="paper" aria-label={say('exchange.backups')}>
          <div className="exchange-scroll" tabIndex={0} role="group" aria-label={say('exchange.backups')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('exchange.file')}</th>
                  <th scope="col">{say('exchange.proven-at')}</th>
                  <th scope="col" className="number">
                    {say('exchange.evidence-count')}
                  </th>
                  <th scope="col" className="number">
                    {say('exchange.size')}
                  </th>
                  <th scope="col">{say('exchange.sha256')}</th>
                </tr>
              </thead>
              <tbody>
                {backups.map(({ id, file, provenAt, evidence, size, sha256 }) => (
                  <tr key={id}>
                    <th scope="row">{file}</th>
                    <td>
                      <StateTag tone="good" text={localTime(provenAt)} />
                    </td>
                    <td className="number">{evidence}</td>
                    <td className="number">{sizeText(size)}</td>
                    <td>
                      <code className="exchange-hash" title={sha256}>
                        {sha256}
                      </code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="page-purpose">{say('exchange.backup-restore-hint')}</p>
        </section>
      )}
    </div>
  )
}

const here = 'here'

function MakeBackup() {
  const say = useSay()
  const may = useMay()
  const targets = useAsk(['exchange', 'targets'], () => api.exchange.targets({}))
  const [target, setTarget] = useState<TargetId | null>(null)
  const making = useTask((input: { readonly target: TargetId | null }, signal) =>
    api.exchange.backUp(input, { signal }),
  )
  if (!may('exchange.enter')) return null
  const choices = [
    { value: here, label: say('exchange.back-up-here') },
    ...(targets.data ?? []).map(({ id, name, path }) => ({
      value: id as string,
      label: `${name} (${path})`,
    })),
  ]
  return (
    <section className="paper" aria-label={say('exchange.back-up')}>
      <div className="exchange-send">
        <label className="exchange-label">
          {say('exchange.back-up-also')}{' '}
          <Select
            aria-label={say('exchange.back-up-also')}
            className="exchange-target"
            value={target ?? here}
            options={choices}
            onChange={(id) => setTarget(targets.data?.find((each) => each.id === id)?.id ?? null)}
          />
        </label>
        <Button
          type="primary"
          loading={making.task.state === 'running'}
          onClick={() => void making.start({ target })}
        >
          {say('exchange.back-up')}
        </Button>
        <TaskPanel
          running={making}
          title={say('exchange.backing-up')}
          result={({ file }) => say('exchange.backed-up', { file })}
        />
      </div>
    </section>
  )
}
