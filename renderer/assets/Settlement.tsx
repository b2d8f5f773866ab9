import type { Estimate } from '#shared/assets/contract'

import { useSay } from '../kernel/say.ts'
import { OpenableNumber } from '../ui/NumberText.tsx'
import { openAllowance } from './use-assets.ts'

interface Line {
  readonly key: string
  readonly title: string
  readonly number: { readonly path: string; readonly value: string | null }
  readonly unit: string
  readonly strong?: boolean
}

/** The numbers of the year side by side, each of which opens; a shortfall and a surplus are called by their names. */
export function Settlement({ estimate }: { readonly estimate: Estimate }) {
  const say = useSay()
  const lines = useLines(estimate)
  return (
    <dl className="assets-numbers">
      {lines.map(({ key, title, number, unit, strong = false }) => (
        <div key={key} className={strong ? 'paper strong' : 'paper'}>
          <dt>{title}</dt>
          <dd>
            {number.value === null ? (
              <span className="missing">{say('assets.unknown')}</span>
            ) : (
              <OpenableNumber
                value={number.value.replace(/^-/, strong ? '' : '-')}
                unit={unit}
                decimals={2}
                onOpen={() => openAllowance(title, estimate.year, number.path)}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function useLines(estimate: Estimate): Line[] {
  const say = useSay()
  const { gap, gapAfterCredits, usableCredits, borrowable, preAllocated, money } = estimate
  const isBelow = (value: string | null) => value?.startsWith('-') ?? false
  const line = (key: string, title: string, number: Line['number'], unit = 't', strong = false): Line => ({
    key,
    title,
    number,
    unit,
    strong,
  })
  return [
    line('allocation', say('assets.allocation'), estimate.allocation),
    line('emission', say('assets.emission'), estimate.emission, 'tCO2e'),
    line('obligation', say('assets.obligation'), estimate.obligation),
    line('gap', say(isBelow(gap.value) ? 'assets.surplus' : 'assets.gap'), gap, 't', true),
    ...(usableCredits.value === null
      ? []
      : [
          line('credits', say('assets.usable-credits'), usableCredits),
          line(
            'after',
            say(isBelow(gapAfterCredits.value) ? 'assets.surplus-after-credits' : 'assets.gap-after-credits'),
            gapAfterCredits,
            't',
            true,
          ),
        ]),
    ...(borrowable ? [line('borrowable', say('assets.borrowable'), borrowable)] : []),
    ...(preAllocated ? [line('pre', say('assets.pre-allocated'), preAllocated)] : []),
    ...(money
      ? [line('money', say(isBelow(money.value) ? 'assets.worth' : 'assets.cost'), money, 'CNY', true)]
      : []),
  ]
}
