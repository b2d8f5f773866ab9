import { Link, useLocation } from 'react-router'

import { type Maturity, scale } from '#shared/compliance/maturity'
import type { Subsystem } from '#shared/kernel/subsystem'

import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { LevelLine } from './LevelLine.tsx'
import { MaturityRadar } from './MaturityRadar.tsx'
import { ProgressChart } from './ProgressChart.tsx'
import { TreeChoice } from './TreeChoice.tsx'
import { useOverview, useTree, useTreeId } from './use-conformity.ts'

/** Levels of the whole and of each subsystem, how they are worked out, and the shortest way to the next. */
export function MaturityPage() {
  const say = useSay()
  const tree = useTreeId()
  const overview = useOverview(tree)
  const wording = useTree(tree)
  const { data } = overview
  return (
    <PageFrame
      title={say('compliance.maturity')}
      purpose={say('compliance.maturity.purpose')}
      action={<TreeChoice />}
    >
      <TroubleNote trouble={overview.error ?? wording.error} />
      {data && wording.data && (
        <>
          <Levels tree={tree} total={data.total} subsystems={data.subsystems} />
          <MaturityRadar cells={data.cells} chapters={wording.data.chapters} />
          <ProgressChart progress={data.progress} />
          <Scale reached={data.total.level} />
        </>
      )}
    </PageFrame>
  )
}

interface LevelsProps {
  readonly tree: string
  readonly total: Maturity
  readonly subsystems: readonly { readonly subsystem: Subsystem; readonly maturity: Maturity }[]
}

function Levels({ tree, total, subsystems }: LevelsProps) {
  const say = useSay()
  const lines = [
    { key: 'all', name: say('compliance.maturity.whole'), maturity: total },
    ...(subsystems.length > 1
      ? subsystems.map(({ subsystem, maturity }) => ({
          key: subsystem,
          name: say(`compliance.subsystem.${subsystem}`),
          maturity,
        }))
      : []),
  ]
  return (
    <section className="paper" aria-label={say('compliance.maturity')}>
      <table className="plain-table compliance-levels">
        <thead>
          <tr>
            <th scope="col">{say('compliance.row.subsystem')}</th>
            <th scope="col">{say('compliance.maturity')}</th>
            <th scope="col">{say('compliance.maturity.raise')}</th>
            <th scope="col">{say('compliance.maturity.candidates')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, maturity }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                <LevelLine maturity={maturity} />
              </td>
              <NextLevel tree={tree} maturity={maturity} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function NextLevel({ tree, maturity }: { readonly tree: string; readonly maturity: Maturity }) {
  const say = useSay()
  const { search } = useLocation()
  const { next, level } = maturity
  if (!next)
    return (
      <>
        <td>{level === null ? '—' : say('compliance.maturity.top')}</td>
        <td />
      </>
    )
  return (
    <>
      <td>{say('compliance.maturity.next', { rows: next.rows, level: next.level, from: next.from })}</td>
      <td>
        <span className="compliance-examples">
          {next.candidates.map((id) => (
            <Link key={id} to={withScope(`/compliance/requirements/${tree}/${id}`, search)}>
              {id}
            </Link>
          ))}
          {next.rows > next.candidates.length && '…'}
        </span>
      </td>
    </>
  )
}

/** The published scale, so that anybody can work a level out again. */
function Scale({ reached }: { readonly reached: number | null }) {
  const say = useSay()
  return (
    <section className="paper" aria-label={say('compliance.maturity.scale')}>
      <h2>{say('compliance.maturity.scale')}</h2>
      <p className="compliance-explained">
        {say('compliance.maturity.scale-why', { version: scale.version })}
      </p>
      <table className="plain-table compliance-scale">
        <thead>
          <tr>
            <th scope="col">{say('compliance.maturity')}</th>
            <th scope="col" className="right">
              {say('compliance.maturity.from')}
            </th>
            <th scope="col">{say('compliance.maturity.reached')}</th>
          </tr>
        </thead>
        <tbody>
          {scale.levels.map(({ level, from }) => (
            <tr key={level} {...(level === reached && { 'aria-current': 'true' as const })}>
              <td>
                {say('compliance.maturity.level', { level })} · {say(`compliance.maturity.name-${level}`)}
              </td>
              <td className="right number">{from} %</td>
              <td>{level === reached ? '●' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
