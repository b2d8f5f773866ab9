import { fishboneDrawing } from '#shared/nonconformity/fishbone-svg'
import { branches, type Fishbone } from '#shared/nonconformity/model'

import { useSay } from '../kernel/say.ts'

/** The cause diagram, drawn from its lists; nothing while they are empty. */
export function FishboneDrawing({
  fishbone,
  title,
}: {
  readonly fishbone: Fishbone
  readonly title: string
}) {
  const say = useSay()
  if (branches.every((branch) => fishbone[branch].length === 0)) return null
  const { width, height, spine, end, effect, bones } = fishboneDrawing(fishbone, title, (branch) =>
    say(`nonconformity.branch.${branch}`),
  )
  const label = say('nonconformity.fishbone.drawn', { title })
  return (
    <svg className="nonconformity-bones" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <g stroke="currentColor" fill="none">
        <line x1={30} y1={spine} x2={end} y2={spine} strokeWidth={3} />
        <rect x={end} y={spine - 75} width={160} height={150} strokeWidth={1.5} />
        {bones.map(({ branch, foot, head }) => (
          <line key={branch} x1={head.x} y1={head.y} x2={foot.x} y2={foot.y} strokeWidth={1.5} />
        ))}
      </g>
      <g fill="currentColor">
        {bones.map(({ branch, name, head, causes }) => (
          <g key={branch}>
            <text
              x={head.x - 40}
              y={head.y < spine ? head.y - 12 : head.y + 24}
              fontSize={15}
              fontWeight={600}
            >
              {name}
            </text>
            {causes.map(({ text, x, y }) => (
              <text key={`${x}/${y}`} x={x} y={y} fontSize={12}>
                {text}
              </text>
            ))}
          </g>
        ))}
        {effect.map((line, at) => (
          <text key={line} x={end + 16} y={spine + 5 + (at - (effect.length - 1) / 2) * 20} fontSize={14}>
            {line}
          </text>
        ))}
      </g>
    </svg>
  )
}
