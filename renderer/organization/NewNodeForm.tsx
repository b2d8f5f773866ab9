import { Button, Form } from 'antd'

import { day } from '#shared/kernel/period'
import type { Node, NodeKind } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DayItem } from './DayItem.tsx'
import { asFacts, PlateFields, type TypedPlate } from './PlateFields.tsx'

interface NewNodeProps {
  readonly kind: NodeKind
  readonly parent: Node | null
  readonly onAdded: (node: Node) => void
  readonly onLeave: () => void
}

type TypedNode = TypedPlate & { readonly validFrom: string }

/** A node that is being added, kept while it is typed. */
export function NewNodeForm({ kind, parent, onAdded, onLeave }: NewNodeProps) {
  const say = useSay()
  const { year } = useScope()
  const blank: TypedNode = {
    name: '',
    code: '',
    tenure: parent?.tenure ?? 'owned',
    capacity: '',
    capacityUnit: null,
    model: '',
    maker: '',
    serialNo: '',
    place: '',
    note: '',
    validFrom: parent?.validFrom ?? `${year - 1}-01-01`,
  }
  const draft = useDraft(`organization/tree/new/${kind}/${parent?.id ?? ''}`, blank)
  const add = useCommand(api.organization.addNode, {
    undo: ({ id, name }) => ({
      done: { code: 'organization.tree.added', facts: { name } },
      undo: () => api.organization.removeNode({ id }),
    }),
  })
  const finish = async (typed: TypedNode) => {
    const added = await add.run({
      ...asFacts(typed),
      kind,
      parent: parent?.id ?? null,
      validFrom: typed.validFrom,
    })
    if (!added) return
    await draft.settled()
    onAdded(added)
  }
  return (
    <>
      <h2>
        {parent === null
          ? say('organization.tree.new-site')
          : say('organization.tree.new', { kind: say(`organization.kind.${kind}`), parent: parent.name })}
      </h2>
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.restoredAt ?? 'new'}
          layout="vertical"
          className="organization-fields"
          initialValues={draft.value}
          onValuesChange={(_change, all: TypedNode) => draft.change(all)}
          onFinish={(typed: TypedNode) => void finish(typed)}
        >
          <PlateFields kind={kind} isNew />
          <DayItem
            name="validFrom"
            label={say('organization.node.validFrom')}
            rules={schemaRules(say, day)}
          />
          <div className="organization-wide">
            <TroubleNote trouble={add.trouble} />
            <div className="page-acts">
              <Button type="primary" htmlType="submit" loading={add.busy}>
                {say('organization.tree.add')}
              </Button>
              <Button onClick={onLeave}>{say('organization.tree.leave')}</Button>
            </div>
          </div>
        </Form>
      )}
    </>
  )
}
