import type { Overview } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import { NumberText, OpenableNumber } from '../ui/NumberText.tsx'
import { Renewing } from '../ui/Renewing.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { openFigure } from './explained-figure.ts'
import { InventoryState } from './InventoryState.tsx'
import { signed } from './signed.ts'
import { paddedTotal, twoDecimals } from './two-decimals.ts'
import { UncertaintyFact } from './UncertaintyFact.tsx'

interface InventoryHeadProps {
  readonly overview: Overview
  /** What is shown is from before a change that is being computed. */
  readonly isRenewing: boolean
}

/** The total, or that there is none yet; what it was last year; and how it stands. */
export function InventoryHead({ overview, isRenewing }: InventoryHeadProps) {
  const say = useSay()
  const { inventory, total, before, findings, sources } = overview
  const blocking = findings.filter(({ severity }) => severity === 'blocks-report').length
  const open = () => openFigure(say('accounting.head.total'), { inventory: inventory.id, path: 'total' })
  return (
    <section className="paper inventory-head" aria-label={say('accounting.head.total')}>
      <div>
        <h2>{say('accounting.head.total')}</h2>
        <Renewing busy={isRenewing} />
        {total.value === null ? (
          <>
            <p className="inventory-total">
              <StateTag tone="warn" text={say('accounting.head.incomplete', { lines: total.lines })} />
            </p>
            <p className="page-purpose" title={say('accounting.head.known-why')}>
              {say('accounting.head.known')}{' '}
              <OpenableNumber value={twoDecimals(total.known)} unit="tCO2e" decimals={2} onOpen={open} />
            </p>
          </>
        ) : (
          <p className="inventory-total">
            <OpenableNumber
              value={paddedTotal(total)}
              unit="tCO2e"
              decimals={total.decimals ?? 2}
              onOpen={open}
            />
          </p>
        )}
        {sources.length === 0 && <StateTag tone="warn" text={say('accounting.head.no-sources')} />}
      </div>
      <dl>
        <div>
          <dt>{say('accounting.field.state')}</dt>
          <dd>
            <InventoryState state={inventory.state} />
          </dd>
        </div>
        {before && (
          <div>
            <dt>{say('accounting.head.before')}</dt>
            <dd>
              <NumberText
                value={paddedTotal(before.total)}
                unit="tCO2e"
                decimals={before.total.decimals ?? 2}
              />
              {before.total.change !== null && <> ({signed(before.total.change)})</>}
            </dd>
          </div>
        )}
        <UncertaintyFact inventory={inventory} />
        <div>
          <dt>{say('accounting.head.blocking')}</dt>
          <dd>
            <StateTag tone={blocking > 0 ? 'stop' : 'good'} text={String(blocking)} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
