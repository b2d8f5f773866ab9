import { Button, Form } from 'antd'
import { useState } from 'react'

import { type Node, type NodeId, type NodeKind, nodeKinds } from '#shared/organization/model'
import { mayStandBelow } from '#shared/organization/tree'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useEditDraft } from '../kernel/edit-draft.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ClashNote } from '../ui/ClashNote.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DayField } from './DayItem.tsx'
import { asFacts, asTyped, PlateFields, type TypedPlate } from './PlateFields.tsx'

interface NodeRecordProps {
  readonly node: Node
  readonly nodes: readonly Node[]
  readonly onAdd: (kind: NodeKind, parent: NodeId) => void
  readonly onGone: () => void
}

/** One node: its plate, what may be added below it, and its end. */
export function NodeRecord({ node, nodes, onAdd, onGone }: NodeRecordProps) {
  const say = useSay()
  const may = useMay()
  const draft = useEditDraft(`organization/tree/${node.id}`, asTyped(node))
  const edit = useCommand(api.organization.editNode, {
    undo: (saved) => ({
      done: { code: 'organization.tree.edited', facts: { name: node.name } },
      undo: () =>
        api.organization.editNode({ ...asFacts(asTyped(node)), id: node.id, seen: asFacts(asTyped(saved)) }),
    }),
  })
  const finish = async (typed: TypedPlate) => {
    const saved = await edit.run({ ...asFacts(typed), id: node.id, seen: asFacts(draft.seen) })
    if (saved) await draft.settled(asTyped(saved))
  }
  const parent = nodes.find(({ id }) => id === node.parent)
  const canEdit = may('organization.enter')
  return (
    <>
      <h2>
        {say(`organization.kind.${node.kind}`)} {node.name}
      </h2>
      <p className="page-purpose">
        {say('organization.node.since', { from: node.validFrom })}
        {parent && ` · ${say('organization.node.below', { parent: parent.name })}`}
      </p>
      {node.validTo !== null && (
        <StateTag tone="quiet" text={say('organization.tree.closed-on', { on: node.validTo })} />
      )}
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.filling}
          layout="vertical"
          className="organization-fields"
          disabled={!canEdit}
          initialValues={draft.value}
          onValuesChange={(_change, all: TypedPlate) => draft.change({ ...draft.value, ...all })}
          onFinish={(typed: TypedPlate) => void finish({ ...asTyped(node), ...typed })}
        >
          <PlateFields kind={node.kind} />
          {canEdit && (
            <div className="organization-wide">
              <ClashNote trouble={edit.trouble} draft={draft} now={asTyped(node)} onSettled={edit.forget} />
              <Button type="primary" htmlType="submit" loading={edit.busy}>
                {say('organization.tree.save')}
              </Button>
            </div>
          )}
        </Form>
      )}
      {canEdit && <NodeActs node={node} nodes={nodes} onAdd={onAdd} onGone={onGone} />}
    </>
  )
}

/** What else can be done with a node. A node that has a history is closed, never deleted. */
function NodeActs({ node, nodes, onAdd, onGone }: NodeRecordProps) {
  const say = useSay()
  const [on, setOn] = useState<string | null>(null)
  const close = useCommand(api.organization.closeNode, {
    undo: (ids) => ({
      done: { code: 'organization.tree.closed', facts: { name: node.name } },
      undo: () => api.organization.reopenNodes({ ids }),
    }),
  })
  const reopen = useCommand(api.organization.reopenNodes)
  const remove = useCommand(api.organization.removeNode, {
    undo: () => ({
      done: { code: 'organization.tree.removed', facts: { name: node.name } },
      undo: () => {
        const { id: _id, position: _position, validTo: _validTo, ...again } = node
        return api.organization.addNode(again)
      },
    }),
  })
  const removeAndLeave = async () => {
    if (await remove.run({ id: node.id })) onGone()
  }
  const hasParts = nodes.some(({ parent }) => parent === node.id)
  return (
    <div className="organization-acts">
      <TroubleNote trouble={close.trouble ?? reopen.trouble ?? remove.trouble} />
      {node.validTo === null && (
        <div className="page-acts">
          {nodeKinds
            .filter((kind) => mayStandBelow(kind, node.kind))
            .map((kind) => (
              <Button key={kind} icon={<Icon name="plus" />} onClick={() => onAdd(kind, node.id)}>
                {say('organization.tree.add-below', { kind: say(`organization.kind.${kind}`) })}
              </Button>
            ))}
        </div>
      )}
      <div className="page-acts">
        {node.validTo === null ? (
          <>
            <DayField label={say('organization.tree.close-day')} value={on} onChange={setOn} />
            <Button
              disabled={on === null}
              loading={close.busy}
              onClick={() => on !== null && void close.run({ id: node.id, on })}
            >
              {say('organization.tree.close')}
            </Button>
          </>
        ) : (
          <Button loading={reopen.busy} onClick={() => void reopen.run({ ids: [node.id] })}>
            {say('organization.tree.reopen')}
          </Button>
        )}
        {!hasParts && (
          <ConfirmAct
            label={say('organization.tree.remove')}
            question={say('organization.tree.remove-question', { name: node.name })}
            button={{ danger: true, loading: remove.busy }}
            onConfirm={() => void removeAndLeave()}
          />
        )}
      </div>
    </div>
  )
}
