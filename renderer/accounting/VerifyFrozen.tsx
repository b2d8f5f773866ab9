import { Alert, Button } from 'antd'
import { useState } from 'react'

import type { Inventory, Overview } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { pathName } from './path-name.ts'

interface VerifyFrozenProps {
  readonly inventory: Inventory
  readonly overview: Overview | undefined
}

/** Whether a frozen inventory still computes to the same, and what today's registers would give instead. */
export function VerifyFrozen(props: VerifyFrozenProps) {
  const say = useSay()
  return (
    <section className="paper inventory-verify" aria-label={say('accounting.verify')}>
      <h2>{say('accounting.verify')}</h2>
      <Recompute {...props} />
      <Compare {...props} />
    </section>
  )
}

function Recompute({ inventory: { id }, overview }: VerifyFrozenProps) {
  const say = useSay()
  const [isAsked, setAsked] = useState(false)
  const asked = useAsk(['accounting', 'recompute', id], () => api.accounting.recompute({ id }), {
    enabled: isAsked,
  })
  const found = asked.data
  return (
    <div>
      <p className="page-purpose">{say('accounting.recompute.why')}</p>
      <Button
        loading={isAsked && asked.isFetching}
        onClick={() => (isAsked ? void asked.refetch() : setAsked(true))}
      >
        {say('accounting.recompute')}
      </Button>
      <TroubleNote trouble={asked.error} />
      {found?.isIdentical && (
        <Alert role="status" type="success" showIcon title={say('accounting.recompute.same')} />
      )}
      {found && found.damaged.length > 0 && (
        <Alert
          role="status"
          type="error"
          showIcon
          title={say('accounting.recompute.damaged', {
            parts: found.damaged
              .map((part) => say(`accounting.part.${part}`))
              .join(say.language === 'zh' ? '、' : ', '),
          })}
        />
      )}
      {found && !found.isIdentical && found.damaged.length === 0 && (
        <>
          <Alert
            role="status"
            type="error"
            showIcon
            title={say('accounting.recompute.other', {
              differences: found.differences.length,
              faults: found.faults.length,
              engine: found.engine,
              now: found.now,
            })}
          />
          <Differences differences={found.differences} overview={overview} />
          {found.faults.length > 0 && (
            <>
              <h3>{say('accounting.recompute.faults')}</h3>
              <ul>
                {found.faults.map((fault) => (
                  <li key={fault}>
                    {pathName(say, fault.split(' ')[0] ?? '', overview)} <code>{fault.split(' ')[1]}</code>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  )
}

function Compare({ inventory: { id }, overview }: VerifyFrozenProps) {
  const say = useSay()
  const [isAsked, setAsked] = useState(false)
  const asked = useAsk(['accounting', 'today', id], () => api.accounting.compareWithToday({ id }), {
    enabled: isAsked,
    also: ['activity', 'monitoring', 'factors', 'organization'],
  })
  const found = asked.data
  return (
    <div>
      <p className="page-purpose">{say('accounting.compare.why')}</p>
      <Button
        loading={isAsked && asked.isFetching}
        onClick={() => (isAsked ? void asked.refetch() : setAsked(true))}
      >
        {say('accounting.compare')}
      </Button>
      <TroubleNote trouble={asked.error} />
      {found?.length === 0 && (
        <Alert role="status" type="success" showIcon title={say('accounting.compare.same')} />
      )}
      {found && found.length > 0 && (
        <>
          <Alert
            role="status"
            type="warning"
            showIcon
            title={say('accounting.compare.other', { count: found.length })}
          />
          <Differences differences={found} overview={overview} />
        </>
      )}
    </div>
  )
}

interface DifferencesProps {
  readonly differences: readonly {
    readonly path: string
    readonly frozen: string | null
    readonly now: string | null
  }[]
  readonly overview: Overview | undefined
}

function Differences({ differences, overview }: DifferencesProps) {
  const say = useSay()
  if (differences.length === 0) return null
  const value = (text: string | null) => (text === '' ? null : text)
  return (
    <table className="inventory-differences">
      <thead>
        <tr>
          <th scope="col">{say('accounting.column.item')}</th>
          <th scope="col">{say('accounting.compare.frozen')}</th>
          <th scope="col">{say('accounting.compare.now')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, frozen, now }) => (
          <tr key={path}>
            <th scope="row">{pathName(say, path, overview)}</th>
            <td>
              <NumberText value={value(frozen)} unit="tCO2e" decimals={2} />
            </td>
            <td>
              <NumberText value={value(now)} unit="tCO2e" decimals={2} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
