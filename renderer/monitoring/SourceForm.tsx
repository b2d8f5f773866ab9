import { Button, Form } from 'antd'
import { useEffect, useState } from 'react'

import type { NewSource, Parameter, Source, SourceId } from '#shared/monitoring/model'
import type { Node, NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useEditDraft } from '../kernel/edit-draft.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ClashNote } from '../ui/ClashNote.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { blankSource, factsOf, following, sourceFrom } from './source-values.ts'
import { SourceFields } from './SourceFields.tsx'

interface SourceFormProps {
  /** Null for a new one. */
  readonly source: Source | null
  /** What goes with the source when it is removed. */
  readonly parameters: readonly Parameter[]
  /** Where a new one stands. */
  readonly node: NodeId
  readonly nodes: readonly Node[]
  readonly onSaved: (saved: SourceId) => void
}

/** The facts of a source. What is typed is kept as a draft until it is saved. */
export function SourceForm({ source, parameters, node, nodes, onSaved }: SourceFormProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { year } = useScope()
  const [isTyped, setTyped] = useState(source === null)
  const [form] = Form.useForm<NewSource>()
  const now = source ? factsOf(source) : blankSource(node, `${year - 1}-01-01`)
  const draft = useEditDraft<NewSource>(`monitoring/${source?.id ?? 'new'}`, now)
  const { ready, filling } = draft
  // A form that is kept over its fillings would show what it held before.
  useEffect(() => {
    if (ready) form.resetFields()
  }, [form, ready, filling])
  const save = useSave(source)
  const remove = useRemove(source, parameters)
  const change = (changed: Partial<NewSource>, all: NewSource) => {
    const more = following(changed, all, source === null)
    form.setFieldsValue(more)
    setTyped(true)
    draft.change({ ...draft.value, ...all, ...more })
  }
  const finish = async (typed: NewSource) => {
    const saved = await save.run({ typed: { ...draft.value, ...typed }, seen: draft.seen })
    if (!saved) return
    form.setFieldsValue(factsOf(saved))
    await draft.settled(factsOf(saved))
    setTyped(false)
    onSaved(saved.id)
  }
  const hasChanges = isTyped || draft.restoredAt !== null
  const canManage = may('monitoring.manage')
  return (
    <section className="paper" aria-labelledby="monitoring-facts">
      <h2 id="monitoring-facts">{say('monitoring.facts')}</h2>
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.filling}
          form={form}
          name="source"
          layout="vertical"
          disabled={!canManage}
          initialValues={draft.value}
          onValuesChange={change}
          onFinish={(typed) => void finish(typed)}
        >
          <SourceFields form={form} source={source} nodes={nodes} />
          <ClashNote
            trouble={save.trouble ?? remove.trouble}
            draft={draft}
            now={now}
            onSettled={save.forget}
          />
          {canManage && (
            <div className="page-acts">
              <Button
                type={hasChanges ? 'primary' : 'default'}
                disabled={!hasChanges}
                htmlType="submit"
                loading={save.busy}
              >
                {say('monitoring.save')}
              </Button>
              {source && (
                <ConfirmAct
                  label={say('monitoring.remove')}
                  question={say('monitoring.remove-question', { name: source.name })}
                  button={{ danger: true, loading: remove.busy }}
                  onConfirm={() => void remove.run({}).then((gone) => gone && go('/monitoring'))}
                />
              )}
            </div>
          )}
        </Form>
      )}
    </section>
  )
}

function useSave(source: Source | null) {
  return useCommand(
    async ({ typed, seen }: { readonly typed: NewSource; readonly seen: NewSource }) =>
      source
        ? api.monitoring.changeSource({ ...sourceFrom(typed), id: source.id, seen })
        : api.monitoring.addSource(sourceFrom(typed)),
    {
      undo: (saved) => ({
        done: { code: 'monitoring.saved', facts: { name: saved.name } },
        undo: () =>
          source
            ? api.monitoring.revertSource({ id: source.id, from: factsOf(saved), to: factsOf(source) })
            : api.monitoring.removeSource({ id: saved.id }),
      }),
    },
  )
}

function useRemove(source: Source | null, parameters: readonly Parameter[]) {
  const sources = source ? [source] : []
  return useCommand(
    (_input: object) => api.monitoring.takeBack({ sources: sources.map(({ id }) => id), parameters: [] }),
    {
      undo: () => ({
        done: { code: 'monitoring.removed', facts: { name: source?.name ?? '' } },
        undo: () => api.monitoring.putBack({ sources, parameters: [...parameters] }),
      }),
    },
  )
}
