import { Button } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'

import type { FigureNode } from '#shared/accounting/inventory'
import type { FigureRecord } from '#shared/kernel/figure'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { FormulaText, NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { steerTree } from '../ui/steer-tree.ts'
import { fetchFigure, type FigureSubject, useFigure } from './explained-figure.ts'
import { figureName } from './figure-name.ts'

/** What unfolding everything may show at once; a longer tree is walked by hand. */
const mostUnfolded = 400
/** So many operands of one figure are shown before asking for more. */
const mostAtOnce = 60

interface FigureTreeProps {
  readonly subject: FigureSubject
  /** Where the figure stands whose operands these are. */
  readonly at: readonly number[]
  readonly node: FigureNode
  /** Opens an operand by its place below this figure. */
  readonly onOpen: (below: readonly number[], figure: FigureRecord) => void
}

interface Tree extends Omit<FigureTreeProps, 'node'> {
  readonly unfolded: ReadonlySet<string>
  readonly fold: (place: string, isUnfolded: boolean) => void
  /** The one item that Tab reaches. */
  readonly active: string
  readonly onActive: (place: string) => void
}

/** Everything a figure is made of, unfolded floor by floor; arrows move, Enter opens. */
export function FigureTree({ subject, at, node, onOpen }: FigureTreeProps) {
  const say = useSay()
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(() => firstBranch(node))
  const [active, setActive] = useState('0')
  const list = useRef<HTMLUListElement>(null)
  const fold = (place: string, isUnfolded: boolean) => {
    const next = new Set(unfolded)
    if (isUnfolded) next.add(place)
    else next.delete(place)
    setUnfolded(next)
  }
  const unfoldAll = async () => setUnfolded(await everyBranch(subject, at, node))
  const tree: Tree = { subject, at, onOpen, unfolded, fold, active, onActive: setActive }
  return (
    <section aria-label={say('accounting.explain.operands', { count: node.figure.operands.length })}>
      <div className="figure-tree-head">
        <h4>{say('accounting.explain.operands', { count: node.figure.operands.length })}</h4>
        <span className="no-print">
          {unfolded.size === 0 ? (
            <Button size="small" type="text" onClick={() => void unfoldAll()}>
              {say('accounting.explain.unfold-all')}
            </Button>
          ) : (
            <Button size="small" type="text" onClick={() => setUnfolded(new Set())}>
              {say('accounting.explain.fold-all')}
            </Button>
          )}
        </span>
      </div>
      <ul
        ref={list}
        role="tree"
        className="figure-tree"
        aria-label={say('accounting.explain.operands', { count: node.figure.operands.length })}
        onKeyDown={(event: KeyboardEvent<HTMLUListElement>) => steerTree(event, fold)}
      >
        <Operands tree={tree} below={[]} node={node} />
      </ul>
      <p className="page-purpose no-print">{say('accounting.explain.tree-keys')}</p>
    </section>
  )
}

interface BranchProps {
  readonly tree: Tree
  /** Place below the figure of the tree. */
  readonly below: readonly number[]
}

function Operands({ tree, below, node }: BranchProps & { readonly node: FigureNode }) {
  const say = useSay()
  const [shown, setShown] = useState(mostAtOnce)
  const { operands, facts } = node.figure
  return (
    <>
      {operands.slice(0, shown).map((figure, index) => (
        <Branch
          key={index}
          tree={tree}
          below={[...below, index]}
          figure={figure}
          name={figureName(say, figure, facts)}
          parts={node.below[index] ?? 0}
        />
      ))}
      {operands.length > shown && (
        <li role="none">
          <Button size="small" type="link" onClick={() => setShown(shown + 200)}>
            {say('accounting.explain.more', { count: operands.length - shown })}
          </Button>
        </li>
      )}
    </>
  )
}

interface OperandProps extends BranchProps {
  readonly figure: FigureRecord
  readonly name: string
  readonly parts: number
}

function Branch({ tree, below, figure, name, parts }: OperandProps) {
  const say = useSay()
  const place = below.join('.')
  const isUnfolded = parts > 0 && tree.unfolded.has(place)
  const asked = useFigure(tree.subject, [...tree.at, ...below], isUnfolded)
  const { origin } = figure
  const isDoubtful = origin?.kind === 'factor' && ['recalled', 'secondary-copy'].includes(origin.verification)
  return (
    <li role="none">
      <div
        role="treeitem"
        className="figure-row"
        data-place={place}
        tabIndex={place === tree.active ? 0 : -1}
        aria-level={below.length}
        {...(parts > 0 && { 'aria-expanded': isUnfolded })}
        onFocus={() => tree.onActive(place)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target === event.currentTarget) tree.onOpen(below, figure)
        }}
      >
        {parts > 0 ? (
          <button
            type="button"
            className="figure-fold"
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => tree.fold(place, !isUnfolded)}
          >
            <Icon name={isUnfolded ? 'down' : 'right'} size={14} />
          </button>
        ) : (
          <Icon name={leafIcon(figure)} size={14} />
        )}
        <button
          type="button"
          className="figure-open"
          tabIndex={-1}
          onClick={() => tree.onOpen(below, figure)}
        >
          <span className="figure-title">
            <FormulaText text={name} />
            {origin?.kind === 'factor' && <small> {origin.edition}</small>}
            {isDoubtful && (
              <>
                {' '}
                <StateTag tone="warn" text={say(`factors.verification.${origin.verification}`)} />
              </>
            )}
          </span>
          <NumberText value={figure.value} unit={figure.unit} />
        </button>
      </div>
      {isUnfolded && asked.data && (
        <ul role="group">
          <Operands tree={tree} below={below} node={asked.data} />
        </ul>
      )}
    </li>
  )
}

function leafIcon({ operation }: FigureRecord) {
  if (operation === 'lookup') return 'library'
  return operation === 'entered' ? 'meter' : 'minus'
}

/** A figure made of a single other one shows at once what that is made of. */
function firstBranch({ below }: FigureNode): ReadonlySet<string> {
  return new Set(below.length === 1 && (below[0] ?? 0) > 0 ? ['0'] : [])
}

/** Every place that has something below it, floor by floor, as far as one wants to see at once. */
async function everyBranch(
  subject: FigureSubject,
  at: readonly number[],
  root: FigureNode,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  let seen = root.figure.operands.length
  let floor = branchesOf(root, [])
  while (floor.length > 0) {
    const next: number[][] = []
    for (const below of floor) {
      if (seen > mostUnfolded) return found
      const node = await fetchFigure(subject, [...at, ...below])
      seen += node.figure.operands.length
      found.add(below.join('.'))
      next.push(...branchesOf(node, below))
    }
    floor = next
  }
  return found
}
function branchesOf({ below }: FigureNode, place: readonly number[]): number[][] {
  return below.flatMap((parts, index) => (parts > 0 ? [[...place, index]] : []))
}
