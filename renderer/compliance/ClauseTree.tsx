import { type KeyboardEvent, useState } from 'react'

import { type Clause, type RequirementTree, weightOf } from '#shared/compliance/tree'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { steerTree } from '../ui/steer-tree.ts'
import type { Row } from './use-conformity.ts'

interface ClauseTreeProps {
  readonly tree: RequirementTree
  readonly rows: readonly Row[]
  /** The heading whose rows are listed; null for all. */
  readonly chosen: string | null
  readonly onChoose: (clause: string | null) => void
}

/** The headings of the standard, by keyboard alone; each with how many of its rows that must be are met. */
export function ClauseTree({ tree, rows, chosen, onChoose }: ClauseTreeProps) {
  const say = useSay()
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(
    () => new Set(chosen === null ? [] : aboveOf(tree.clauses, chosen)),
  )
  const counts = countsBelow(tree.clauses, rows)
  const shown = tree.clauses.filter(
    ({ id, parent }) =>
      counts.has(id) && (parent === null || aboveOf(tree.clauses, id).every((each) => unfolded.has(each))),
  )
  const fold = (place: string, isUnfolded: boolean) => {
    const next = new Set(unfolded)
    if (isUnfolded) next.add(place)
    else next.delete(place)
    setUnfolded(next)
  }
  const choose = (event: KeyboardEvent<HTMLElement>, id: string) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    onChoose(id === chosen ? null : id)
  }
  const focused = shown.some(({ id }) => id === chosen) ? chosen : shown[0]?.id
  return (
    <ul
      role="tree"
      className="compliance-tree"
      aria-label={say('compliance.clauses.headings')}
      onKeyDown={(event) => steerTree(event, fold)}
    >
      {shown.map(({ id, title }) => {
        const inner = tree.clauses.some((each) => each.parent === id && counts.has(each.id))
        const { full = 0, asked = 0 } = counts.get(id) ?? {}
        return (
          <li
            key={id}
            role="treeitem"
            data-place={id}
            aria-level={aboveOf(tree.clauses, id).length + 1}
            aria-selected={id === chosen}
            {...(inner && { 'aria-expanded': unfolded.has(id) })}
            tabIndex={id === focused ? 0 : -1}
            className={`depth-${Math.min(5, aboveOf(tree.clauses, id).length)}`}
            onClick={() => onChoose(id === chosen ? null : id)}
            onKeyDown={(event) => choose(event, id)}
          >
            <button
              type="button"
              tabIndex={-1}
              aria-hidden
              className={inner ? 'compliance-fold' : 'compliance-fold none'}
              onClick={(event) => {
                event.stopPropagation()
                fold(id, !unfolded.has(id))
              }}
            >
              {inner && <Icon name={unfolded.has(id) ? 'down' : 'right'} size={12} />}
            </button>
            <span className="compliance-heading">
              <span className="number">{id}</span> {title[say.language]}
            </span>
            <small className="number">
              {full}/{asked}
            </small>
          </li>
        )
      })}
    </ul>
  )
}

function aboveOf(clauses: readonly Clause[], id: string): string[] {
  const parent = clauses.find((each) => each.id === id)?.parent ?? null
  return parent === null ? [] : [...aboveOf(clauses, parent), parent]
}

/** Of every heading with requirements below it: how many must be met and how many are. */
function countsBelow(clauses: readonly Clause[], rows: readonly Row[]) {
  const above = new Map(clauses.map(({ id }) => [id, [...aboveOf(clauses, id), id]]))
  const counts = new Map<string, { full: number; asked: number }>()
  for (const { requirement, row } of rows) {
    const isOwed = weightOf(requirement.level) === 'must' && row.state !== 'not-applicable'
    for (const id of above.get(requirement.clause) ?? []) {
      const { full, asked } = counts.get(id) ?? { full: 0, asked: 0 }
      const isFull = isOwed && row.state === 'conforming'
      counts.set(id, { full: full + (isFull ? 1 : 0), asked: asked + (isOwed ? 1 : 0) })
    }
  }
  return counts
}
