import { Alert } from 'antd'

import type { Comparison, ShownBridge } from '#shared/accounting/comparison-contract'
import type { InventoryId, ShownTotal } from '#shared/accounting/inventory'
import type { DecimalText } from '#shared/kernel/quantity'

import { type Say, useSay } from '../kernel/say.ts'
import { FormulaText, NumberText, OpenableNumber } from '../ui/NumberText.tsx'
import { openFigure } from './explained-figure.ts'
import { OpenableTotal } from './OpenableTotal.tsx'
import { twoDecimals } from './two-decimals.ts'

type Side = Comparison['inventories'][number]
type Line = ShownBridge['lines'][number]

interface BridgeProps {
  readonly bridge: ShownBridge
  readonly first: Side
  readonly second: Side
}

/** From one total to the other: what each cause comes to, and every line with its own causes. */
export function BridgeTable({ bridge, first, second }: BridgeProps) {
  const say = useSay()
  const name = say('accounting.sides.bridge', {
    first: first.inventory.title,
    second: second.inventory.title,
  })
  return (
    <section className="paper inventory-months" aria-label={name}>
      <h2>{name}</h2>
      <p className="page-purpose">{say('accounting.sides.unit')}</p>
      {bridge.difference === null && <Alert type="warning" title={say('accounting.sides.whole-open')} />}
      <div className="inventory-scroll" tabIndex={0} role="group" aria-label={name}>
        <table className="bridge-table">
          <thead>
            <tr>
              <th scope="col">{say('accounting.column.source')}</th>
              <th scope="col">{first.inventory.title}</th>
              <th scope="col">{second.inventory.title}</th>
              <th scope="col">{say('accounting.sides.difference')}</th>
              <th scope="col">{say('accounting.sides.cause')}</th>
            </tr>
          </thead>
          <tbody>
            {bridge.lines.map((line) => (
              <LineRow key={line.source} line={line} first={first} second={second} />
            ))}
            {bridge.rounding !== null && (
              <tr>
                <th scope="row">{say('accounting.bridge.total-rounding')}</th>
                <td />
                <td />
                <td>
                  <Difference
                    inventory={first.inventory.id}
                    title={say('accounting.bridge.total-rounding')}
                    {...bridge.rounding}
                  />
                </td>
                <td />
              </tr>
            )}
          </tbody>
          <tbody className="inventory-sum">
            <tr>
              <th scope="row">{say('accounting.sides.total')}</th>
              <td>
                <OpenableTotal
                  inventory={first.inventory.id}
                  total={first.total}
                  title={first.inventory.title}
                />
              </td>
              <td>
                <OpenableTotal
                  inventory={second.inventory.id}
                  total={second.total}
                  title={second.inventory.title}
                />
              </td>
              <td>
                {bridge.difference && (
                  <Difference inventory={first.inventory.id} title={name} {...bridge.difference} />
                )}
              </td>
              <td>
                <Causes inventory={first.inventory.id} steps={bridge.causes} word={causeWord(say)} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface LineProps {
  readonly line: Line
  readonly first: Side
  readonly second: Side
}

function LineRow({ line, first, second }: LineProps) {
  const say = useSay()
  const { name, category, steps, difference, left } = line
  const [only] = steps ?? []
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{say.of({ code: `accounting.category.${category}` })}</small>
      </th>
      <td>
        <SideCell inventory={first.inventory.id} total={line.first} line={line} />
      </td>
      <td>
        <SideCell inventory={second.inventory.id} total={line.second} line={line} />
      </td>
      <td>
        {difference === null && <small>{say('accounting.sides.incomplete')}</small>}
        {difference !== null &&
          (only && left !== null ? (
            <Difference
              inventory={first.inventory.id}
              title={say(`accounting.bridge.${only.cause}`)}
              {...only}
            />
          ) : (
            <NumberText value={twoDecimals(difference)} decimals={2} />
          ))}
      </td>
      <td>
        {left === null ? (
          <Causes
            inventory={first.inventory.id}
            steps={steps ?? []}
            word={(cause) => say(`accounting.bridge.${cause}`)}
          />
        ) : (
          <FormulaText text={leftWord(say, left)} />
        )}
      </td>
    </tr>
  )
}

function SideCell({
  inventory,
  total,
  line,
}: {
  readonly inventory: InventoryId
  readonly total: ShownTotal | null
  readonly line: Line
}) {
  const say = useSay()
  if (!total) return <small>{say('accounting.sides.not-counted')}</small>
  return <OpenableTotal inventory={inventory} total={total} title={line.name} />
}

interface CausesProps {
  readonly inventory: InventoryId
  readonly steps: readonly Pick<ShownBridge['causes'][number], 'cause' | 'path' | 'value'>[]
  readonly word: (cause: ShownBridge['causes'][number]['cause']) => string
}

/** Each cause with what it adds or takes; none where the two are the same. */
function Causes({ inventory, steps, word }: CausesProps) {
  const say = useSay()
  if (steps.length === 0) return <small>{say('accounting.sides.same')}</small>
  return (
    <ul className="bridge-causes">
      {steps.map(({ cause, path, value }) => (
        <li key={cause}>
          {word(cause)} <Difference inventory={inventory} title={word(cause)} path={path} value={value} />
        </li>
      ))}
    </ul>
  )
}

interface DifferenceProps {
  readonly inventory: InventoryId
  readonly title: string
  readonly path: string
  readonly value: DecimalText
}
function Difference({ inventory, title, path, value }: DifferenceProps) {
  return (
    <OpenableNumber
      value={twoDecimals(value)}
      decimals={2}
      onOpen={() => openFigure(title, { inventory, path })}
    />
  )
}
function causeWord(say: Say) {
  return (cause: ShownBridge['causes'][number]['cause']) => say(`accounting.bridge-cause.${cause}`)
}
function leftWord(say: Say, left: string): string {
  return say.of({ code: left === 'absent' ? 'accounting.left.absent' : `accounting.apart.${left}` })
}
