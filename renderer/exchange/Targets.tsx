import { Button, Dropdown } from 'antd'
import { useState } from 'react'

import type { Schedule } from '#shared/exchange/target'
import { placeOf, type Target, type TargetKind, targetKinds } from '#shared/exchange/target'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ProxySection } from './ProxySection.tsx'
import { TargetForm } from './TargetForm.tsx'

interface Editing {
  readonly kind: TargetKind
  readonly target: Target | null
}

/** The places that exports and backups are brought to. */
export function Targets() {
  const say = useSay()
  const may = useMay()
  const asked = useAsk(['exchange', 'targets'], () => api.exchange.targets({}))
  const [editing, setEditing] = useState<Editing | null>(null)
  const targets = asked.data ?? []
  const adding = may('exchange.manage') && editing === null && (
    <AddTarget onChoose={(kind) => setEditing({ kind, target: null })} />
  )
  return (
    <div className="exchange-sheet">
      <TroubleNote trouble={asked.error} />
      {editing && (
        <TargetForm key={editing.target?.id ?? editing.kind} {...editing} onEnd={() => setEditing(null)} />
      )}
      {asked.data && targets.length === 0 && editing === null && (
        <EmptyState
          icon="box"
          title={say('exchange.targets')}
          why={say('exchange.targets-empty')}
          action={adding}
        />
      )}
      {targets.length > 0 && (
        <>
          <div className="exchange-bar">{adding}</div>
          <TargetTable
            targets={targets}
            onEdit={(target) => setEditing({ kind: target.settings.kind, target })}
          />
        </>
      )}
      {may('exchange.manage') && editing === null && <ProxySection />}
    </div>
  )
}

function AddTarget({ onChoose }: { readonly onChoose: (kind: TargetKind) => void }) {
  const say = useSay()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: targetKinds.map((kind) => ({ key: kind, label: say(`exchange.kind-of-${kind}`) })),
        onClick: ({ key }) => {
          const kind = targetKinds.find((each) => each === key)
          if (kind) onChoose(kind)
        },
      }}
    >
      <Button type="primary" icon={<Icon name="plus" />}>
        {say('exchange.add-target')}
      </Button>
    </Dropdown>
  )
}

interface TargetTableProps {
  readonly targets: readonly Target[]
  readonly onEdit: (target: Target) => void
}

function TargetTable({ targets, onEdit }: TargetTableProps) {
  const say = useSay()
  const may = useMay()
  const remove = useCommand((target: Target) => api.exchange.removeTarget({ id: target.id }))
  return (
    <section className="paper" aria-label={say('exchange.targets')}>
      <TroubleNote trouble={remove.trouble} />
      <div className="exchange-scroll" tabIndex={0} role="group" aria-label={say('exchange.targets')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('exchange.target-name')}</th>
              <th scope="col">{say('exchange.target-kind')}</th>
              <th scope="col">{say('exchange.field.schedule')}</th>
              <th scope="col">{say('exchange.target-seal')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {targets.map((target) => (
              <tr key={target.id}>
                <th scope="row">{target.name}</th>
                <td className="exchange-words">
                  {say(`exchange.kind-of-${target.settings.kind}`)}
                  <div className="page-purpose">{placeOf(target.settings)}</div>
                </td>
                <td>
                  {hoursText(say, target.schedule)}
                  {target.bandwidth !== null && (
                    <div className="page-purpose">
                      {say('exchange.target-limit', { limit: target.bandwidth })}
                    </div>
                  )}
                </td>
                <td>
                  <StateTag
                    tone={target.sealedFor === null ? 'quiet' : 'good'}
                    icon={target.sealedFor === null ? 'unlock' : 'lock'}
                    text={say(target.sealedFor === null ? 'exchange.target-plain' : 'exchange.target-sealed')}
                  />
                </td>
                <td>
                  {may('exchange.manage') && (
                    <span className="exchange-acts">
                      <Button size="small" onClick={() => onEdit(target)}>
                        {say('exchange.change-target')}
                      </Button>
                      <ConfirmAct
                        label={say('exchange.remove-target')}
                        question={say('exchange.remove-target-ask', { name: target.name })}
                        button={{ size: 'small' }}
                        onConfirm={() => void remove.run(target)}
                      />
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function hoursText(say: Say, schedule: Schedule): string {
  if (schedule.when !== 'hours') return say(`exchange.schedule-${schedule.when}`)
  const { days, from, to } = schedule
  const words = ([1, 2, 3, 4, 5, 6, 7] as const)
    .filter((each) => days.includes(each))
    .map((each) => say(`exchange.day-${each}`))
  return say('exchange.schedule-hours', { days: words.join(' '), from, to })
}
