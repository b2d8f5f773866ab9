import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import { type Node, type NodeId, type NodeKind, nodeKinds } from '#shared/organization/model'
import { childrenOf, mayStandBelow } from '#shared/organization/tree'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { NewNodeForm } from './NewNodeForm.tsx'
import { NodeRecord } from './NodeRecord.tsx'
import { NodeTree } from './NodeTree.tsx'

type Chosen =
  | { readonly is: 'node'; readonly id: NodeId }
  | { readonly is: 'new'; readonly kind: NodeKind; readonly parent: NodeId | null }
  | null

/** Sites, facilities, process units and equipment: what the organization runs, since when and until when. */
export function TreePage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const [chosen, choose] = useState<Chosen>(null)
  const [showsClosed, showClosed] = useState(false)
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const current = useAsk(['organization', 'current'], () => api.organization.current({}))
  const move = useMove()
  const all = tree.data ?? []
  const nodes = all.filter(({ validTo }) => showsClosed || validTo === null)
  const node = chosen?.is === 'node' ? all.find(({ id }) => id === chosen.id) : undefined
  const add = (kind: NodeKind, parent: NodeId | null) => choose({ is: 'new', kind, parent })
  const addBelow = (above: Node) => {
    const kind = nodeKinds.find((below) => mayStandBelow(below, above.kind))
    if (kind && may('organization.enter')) add(kind, above.id)
  }
  const moveWithin = (siblings: readonly Node[], moved: Node, step: -1 | 1) => {
    const neighbour = siblings[siblings.indexOf(moved) + step]
    if (neighbour && may('organization.enter')) void move.run({ node: moved, step, siblings })
  }
  return (
    <PageFrame
      title={say('organization.tree.title')}
      purpose={say('organization.tree.purpose')}
      action={
        current.data &&
        may('organization.enter') && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => add('site', null)}>
            {say('organization.tree.add-site')}
          </Button>
        )
      }
    >
      <TroubleNote trouble={tree.error ?? move.trouble} />
      {current.data === null && (
        <EmptyState
          icon="tree"
          title={say('organization.tree.empty')}
          why={say('organization.tree.empty-why')}
          action={
            <Button type="primary" onClick={() => go('/organization/facts')}>
              {say('organization.tree.to-facts')}
            </Button>
          }
        />
      )}
      {current.data && (
        <div className="organization-columns tree">
          <section className="paper" aria-label={say('organization.tree.title')}>
            <div className="page-acts">
              <Checkbox checked={showsClosed} onChange={({ target }) => showClosed(target.checked)}>
                {say('organization.tree.show-closed')}
              </Checkbox>
            </div>
            <NodeTree
              nodes={nodes}
              chosen={node?.id ?? null}
              onChoose={({ id }) => choose({ is: 'node', id })}
              onAdd={addBelow}
              onMove={(moved, step) => moveWithin(childrenOf(nodes, moved.parent), moved, step)}
            />
            <p className="organization-hint">{say('organization.tree.keys')}</p>
          </section>
          <section className="paper" aria-live="polite">
            {node && (
              <NodeRecord key={node.id} node={node} nodes={all} onAdd={add} onGone={() => choose(null)} />
            )}
            {chosen?.is === 'new' && (
              <NewNodeForm
                key={`${chosen.kind} ${chosen.parent}`}
                kind={chosen.kind}
                parent={all.find(({ id }) => id === chosen.parent) ?? null}
                onAdded={({ id }) => choose({ is: 'node', id })}
                onLeave={() => choose(null)}
              />
            )}
            {!node && chosen?.is !== 'new' && (
              <p className="page-purpose">{say('organization.tree.choose')}</p>
            )}
          </section>
        </div>
      )}
    </PageFrame>
  )
}

interface Move {
  readonly node: Node
  readonly step: -1 | 1
  readonly siblings: readonly Node[]
}
/** One place up or down among its siblings; undone by one place back. */
function useMove() {
  const place = ({ node, step, siblings }: Move) => {
    const at = siblings.findIndex(({ id }) => id === node.id)
    const before = siblings[step < 0 ? at - 1 : at + 2]?.id ?? null
    return api.organization.moveNode({ id: node.id, parent: node.parent, before })
  }
  return useCommand(place, {
    undo: (_moved, { node, siblings }) => ({
      done: { code: 'organization.tree.moved', facts: { name: node.name } },
      undo: () => {
        const at = siblings.findIndex(({ id }) => id === node.id)
        return api.organization.moveNode({
          id: node.id,
          parent: node.parent,
          before: siblings[at + 1]?.id ?? null,
        })
      },
    }),
  })
}
