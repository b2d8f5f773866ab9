import { Button } from 'antd'
import { useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { cellKey, pathOfCell } from './entry-draft.ts'
import { useYears } from './use-years.ts'

const few = 8

/** The months of the year whose readings no file proves, each leading to its cell. */
export function Unproven() {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const [showsAll, showAll] = useState(false)
  const { years } = useYears()
  const cells = years.flatMap(({ facility, rows }) =>
    rows.flatMap(({ parameter, cells: own }) =>
      own.filter(({ unproven }) => unproven > 0).map((cell) => ({ facility, parameter, cell })),
    ),
  )
  if (cells.length === 0) return null
  const shown = showsAll ? cells : cells.slice(0, few)
  return (
    <section className="paper" aria-labelledby="activity-unproven">
      <h2 id="activity-unproven">{say('activity.unproven.title', { year })}</h2>
      <ul className="activity-places">
        {shown.map(({ facility, parameter, cell: { month, unproven } }) => {
          const key = cellKey(parameter.id, month)
          return (
            <li key={key}>
              <button type="button" className="openable" onClick={() => go(pathOfCell(key, facility))}>
                <StateTag
                  tone="warn"
                  text={say('activity.unproven.cell', { name: parameter.name, month, count: unproven })}
                />
              </button>
            </li>
          )
        })}
      </ul>
      {cells.length > few && (
        <Button type="link" onClick={() => showAll(!showsAll)}>
          {say(showsAll ? 'activity.unproven.fewer' : 'activity.unproven.all', { count: cells.length })}
        </Button>
      )}
    </section>
  )
}
