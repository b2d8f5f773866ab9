import { type KeyboardEvent, useRef, useState } from 'react'

import type { Node, NodeId } from '#shared/organization/model'
import { childrenOf, inTreeOrder, pathOf } from '#shared/organization/tree'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'

interface NodeTreeProps {
  readonly nodes: readonly Node[]
  readonly chosen: NodeId | null
  readonly onChoose: (node: Node) => void
  readonly onAdd: (above: Node) => void
  readonly onMove: (node: Node, step: -1 | 1) => void
}

/** A tree by keyboard: arrows go and fold, Enter opens, Insert adds below, Alt with up or down moves. */
export function NodeTree({ nodes, chosen, onChoose, onAdd, onMove }: NodeTreeProps) {
  const say = useSay()
  const list = useRef<HTMLUListElement>(null)
  const [folded, setFolded] = useState<ReadonlySet<NodeId>>(new Set())
  const [at, setAt] = useState<NodeId | null>(null)
  const shown = inTreeOrder(nodes).filter((node) =>
    pathOf(nodes, node.id)
      .slice(1)
      .every(({ id }) => !folded.has(id)),
  )
  const here = shown.find(({ id }) => id === (at ?? chosen)) ?? shown[0]
  const go = (node: Node | undefined) => {
    if (!node) return
    setAt(node.id)
    list.current?.querySelector<HTMLElement>(`[data-node="${node.id}"]`)?.focus()
  }
  const fold = (node: Node, isFolded: boolean) => {
    const next = new Set(folded)
    if (isFolded) next.add(node.id)
    else next.delete(node.id)
    setFolded(next)
  }
  const steer = (event: KeyboardEvent, node: Node) => {
    const index = shown.indexOf(node)
    const children = childrenOf(nodes, node.id)
    const isFolded = folded.has(node.id)
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (event.altKey ? onMove(node, 1) : go(shown[index + 1])),
      ArrowUp: () => (event.altKey ? onMove(node, -1) : go(shown[index - 1])),
      ArrowRight: () => (isFolded ? fold(node, false) : go(children[0])),
      ArrowLeft: () =>
        children.length > 0 && !isFolded ? fold(node, true) : go(shown.find(({ id }) => id === node.parent)),
      Home: () => go(shown[0]),
      End: () => go(shown.at(-1)),
      Enter: () => onChoose(node),
      ' ': () => onChoose(node),
      Insert: () => onAdd(node),
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <ul role="tree" className="organization-tree" aria-label={say('organization.tree.title')} ref={list}>
      {shown.map((node) => {
        const children = childrenOf(nodes, node.id)
        return (
          <li
            key={node.id}
            role="treeitem"
            data-node={node.id}
            aria-level={pathOf(nodes, node.id).length}
            aria-selected={node.id === chosen}
            {...(children.length > 0 && { 'aria-expanded': !folded.has(node.id) })}
            tabIndex={node === here ? 0 : -1}
            style={{ paddingInlineStart: `${(pathOf(nodes, node.id).length - 1) * 20 + 4}px` }}
            onClick={() => {
              setAt(node.id)
              onChoose(node)
            }}
            onKeyDown={(event) => steer(event, node)}
          >
            <span
              className="organization-fold"
              aria-hidden="true"
              onClick={(event) => {
                event.stopPropagation()
                fold(node, !folded.has(node.id))
              }}
            >
              {children.length > 0 && <Icon name={folded.has(node.id) ? 'right' : 'down'} size={14} />}
            </span>
            <NodeLine node={node} />
          </li>
        )
      })}
    </ul>
  )
}

function NodeLine({ node }: { readonly node: Node }) {
  const say = useSay()
  return (
    <>
      <span className="organization-kind">{say(`organization.kind.${node.kind}`)}</span>
      <span>
        {node.code} {node.name}
      </span>
      {node.tenure !== 'owned' && (
        <span className="organization-kind">{say(`organization.tenure.${node.tenure}`)}</span>
      )}
      {node.capacity !== null && node.capacityUnit !== null && (
        <span className="organization-kind">
          <NumberText value={node.capacity} unit={node.capacityUnit} />
        </span>
      )}
      {node.validTo !== null && (
        <span className="organization-kind">{say('organization.tree.closed-on', { on: node.validTo })}</span>
      )}
    </>
  )
}
