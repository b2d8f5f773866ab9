import { Button } from 'antd'

import type { Estimate } from '#shared/assets/contract'
import type { Unit } from '#shared/assets/model'
import { Decimal } from '#shared/kernel/quantity'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { NumberText, OpenableNumber } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { openAllowance } from './use-assets.ts'

interface UnitListProps {
  readonly estimate: Estimate
  readonly onEdit: (unit: Unit) => void
}

/** Every unit with its class, load and allowances, or what it lacks. */
export function UnitList({ estimate, onEdit }: UnitListProps) {
  const say = useSay()
  const may = useMay()
  const remove = useCommand((unit: Unit) => api.assets.removeUnit({ id: unit.id }))
  return (
    <section className="paper" aria-label={say('assets.units')}>
      <h2>{say('assets.units')}</h2>
      <TroubleNote trouble={remove.trouble} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('assets.unit.name')}</th>
            <th scope="col">{say('assets.unit.class')}</th>
            <th scope="col" className="right">
              {say('assets.unit.capacity')}
            </th>
            <th scope="col" className="right">
              {say('assets.unit.load')}
            </th>
            <th scope="col" className="right">
              {say('assets.allocation')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {estimate.units.map(({ unit, allocation, load, missing }) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              <td>{unit.kind === 'power' ? say(`assets.class.${unit.unitClass}`) : ''}</td>
              <td className="right">{unit.kind === 'power' && <NumberText value={unit.capacity} />}</td>
              <td className="right">
                {load && (
                  <OpenableNumber
                    value={load.value === null ? null : new Decimal(load.value).times(100).toFixed()}
                    unit="%"
                    decimals={2}
                    onOpen={() => openAllowance(say('assets.unit.load'), estimate.year, load.path)}
                  />
                )}
              </td>
              <td className="right">
                {missing.length > 0 ? (
                  <StateTag tone="warn" text={say('assets.unit.lacks', { what: wordsOf(missing, say) })} />
                ) : (
                  <OpenableNumber
                    value={allocation.value}
                    unit="t"
                    onOpen={() => openAllowance(unit.name, estimate.year, allocation.path)}
                  />
                )}
              </td>
              <td className="right">
                {may('assets.enter') && (
                  <>
                    <Button size="small" onClick={() => onEdit(unit)}>
                      {say('assets.edit')}
                    </Button>{' '}
                    <ConfirmAct
                      label={say('assets.remove')}
                      question={say('assets.remove.ask', { name: unit.name })}
                      onConfirm={() => void remove.run(unit)}
                      button={{ size: 'small' }}
                    />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const items = ['gross', 'supplied', 'heat', 'heatRatio', 'hours', 'output', 'emission'] as const
function wordsOf(missing: readonly string[], say: Say): string {
  const words = missing.map((each) => {
    const item = items.find((known) => known === each)
    return item ? say(`assets.item.${item}`) : say('assets.missing.load')
  })
  return words.join(say('assets.comma'))
}
