import { Button } from 'antd'
import dayjs from 'dayjs'
import { Link, useLocation } from 'react-router'

import { addTallies } from '#shared/compliance/maturity'
import type { RequirementTree } from '#shared/compliance/tree'

import { useSay } from '../kernel/say.ts'
import { useGo, withScope } from '../kernel/scope.ts'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { HeatMap } from './HeatMap.tsx'
import { LevelLine } from './LevelLine.tsx'
import { NextSteps } from './NextSteps.tsx'
import { ProgressChart } from './ProgressChart.tsx'
import { TreeChoice } from './TreeChoice.tsx'
import { type Filter, passes, useOverview, useStanding, useTree, useTreeId } from './use-conformity.ts'

type Overview = NonNullable<ReturnType<typeof useOverview>['data']>

/** What a manager reads in a minute: the level, where the gaps are, and what comes next. */
export function ConformityPage() {
  const say = useSay()
  const go = useGo()
  const tree = useTreeId()
  const overview = useOverview(tree)
  const wording = useTree(tree)
  const { data } = overview
  const open = (query: string) => go(`/compliance/tree?tree=${tree}${query}`)
  return (
    <PageFrame
      title={say('compliance.map')}
      purpose={say('compliance.map.purpose')}
      action={
        <>
          <TreeChoice />
          <Button type="primary" icon={<Icon name="tree" />} onClick={() => open('')}>
            {say('compliance.clauses')}
          </Button>
        </>
      }
    >
      <TroubleNote trouble={overview.error ?? wording.error} />
      {data && wording.data && (
        <>
          <Summary overview={data} />
          <div className="compliance-columns">
            <HeatMap cells={data.cells} tree={wording.data} excluded={data.excluded} onOpen={open} />
            <LookAt tree={tree} wording={wording.data} />
          </div>
          <NextSteps steps={data.steps} tree={tree} />
          <ProgressChart progress={data.progress} />
        </>
      )}
    </PageFrame>
  )
}

/** The level, the numbers behind it, and what stands beside the score. */
function Summary({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const { search } = useLocation()
  const { total, cells, excluded } = overview
  const { asked, full, part, failing } = total.tally
  const advised = addTallies(cells.map(({ tallies }) => tallies.advised))
  const allowed = addTallies(cells.map(({ tallies }) => tallies.allowed))
  return (
    <section className="paper" aria-label={say('compliance.maturity')}>
      <div className="compliance-head">
        <LevelLine maturity={total} />
        <Link to={withScope('/compliance/maturity', search)}>{say('compliance.maturity')}</Link>
      </div>
      <p>
        {say('compliance.map.counts', { asked, full, part, failing, open: asked - full - part - failing })}
      </p>
      <p className="page-purpose">
        {say('compliance.map.beside', {
          advisedFull: advised.full,
          advised: advised.asked,
          allowedFull: allowed.full,
          allowed: allowed.asked,
        })}
      </p>
      {excluded
        .filter(({ rows }) => rows > 0)
        .map(({ subsystem, reason, rows }) => (
          <p key={subsystem}>
            <StateTag
              tone="quiet"
              text={say('compliance.map.excluded', {
                subsystem: say(`compliance.subsystem.${subsystem}`),
                rows,
                reason: reason ?? say('compliance.map.no-reason'),
              })}
            />{' '}
            <Link className="openable" to={withScope('/organization/scope', search)}>
              {say('compliance.map.to-scope')}
            </Link>
          </p>
        ))}
    </section>
  )
}

const looked = [
  ['failing', 'compliance.only.failing', 'stop'],
  ['contradicted', 'compliance.only.contradicted', 'stop'],
  ['stale', 'compliance.only.stale', 'warn'],
  ['late', 'compliance.only.late', 'stop'],
  ['unowned', 'compliance.only.unowned', 'warn'],
  ['owned', 'compliance.only.owned', 'info'],
  ['present', 'compliance.only.present', 'info'],
] as const satisfies readonly (readonly [Filter, string, string])[]

/** Gaps by what is to be done about them; each number leads to the rows. */
function LookAt({ tree, wording }: { readonly tree: string; readonly wording: RequirementTree }) {
  const say = useSay()
  const { search } = useLocation()
  const { data } = useStanding(tree)
  const today = dayjs().format('YYYY-MM-DD')
  const must = new Set(
    wording.requirements.filter(({ level }) => level.startsWith('shall')).map(({ id }) => id),
  )
  return (
    <section className="paper" aria-label={say('compliance.map.look-at')}>
      <h2>{say('compliance.map.look-at')}</h2>
      <table className="plain-table">
        <tbody>
          {looked.map(([filter, code, tone]) => {
            const count = (data?.rows ?? []).filter(
              (row) => must.has(row.id) && passes(row, filter, today),
            ).length
            return (
              <tr key={filter}>
                <th scope="row">
                  <StateTag tone={count === 0 ? 'quiet' : tone} text={say(code)} />
                </th>
                <td className="right number">
                  {count === 0 ? (
                    '0'
                  ) : (
                    <Link
                      to={withScope(`/compliance/tree?tree=${tree}&only=${filter}&weight=must`, search)}
                      aria-label={`${say(code)} ${count}`}
                    >
                      {count}
                    </Link>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
