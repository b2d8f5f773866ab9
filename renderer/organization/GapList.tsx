import type { Finding } from '#shared/kernel/finding'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { StateTag } from '../ui/StateTag.tsx'

const kinds = {
  'blocks-report': ['stop', 'must'],
  explain: ['warn', 'should'],
  note: ['info', 'note'],
} as const

/** What is missing or unsettled in the management system, the grave first, each leading to where it is seen to. */
export function GapList({
  gaps,
  pathOf = () => null,
}: {
  readonly gaps: readonly Finding[]
  readonly pathOf?: (gap: Finding) => string | null
}) {
  const say = useSay()
  const go = useGo()
  const order = Object.keys(kinds)
  const sorted = gaps.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return (
    <ul className="findings">
      {sorted.map((gap) => {
        const [tone, word] = kinds[gap.severity]
        const path = pathOf(gap)
        return (
          <li key={`${gap.code}/${gap.where}`}>
            <StateTag tone={tone} text={say(`organization.gap.${word}`)} />
            {path === null ? (
              <span>{say.of(gap)}</span>
            ) : (
              <button type="button" className="openable" onClick={() => go(path)}>
                {say.of(gap)}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
