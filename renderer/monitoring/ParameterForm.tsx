import { Button, Form } from 'antd'
import { useEffect } from 'react'

import { rolesOf } from '#shared/monitoring/methods'
import type { Parameter, Source } from '#shared/monitoring/model'
import { unitChoices } from '#shared/monitoring/unit-choices'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useEditDraft } from '../kernel/edit-draft.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ClashNote } from '../ui/ClashNote.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { blankParameter, parameterFrom, type TypedParameter, usualOf } from './parameter-values.ts'
import { ParameterFields } from './ParameterFields.tsx'
import { roleWord } from './role-word.ts'

interface ParameterFormProps {
  /** Null for a new one. */
  readonly parameter: Parameter | null
  /** The role that a new one is to play. */
  readonly adding: string
  readonly source: Source | null
  readonly node: NodeId
  readonly siblings: readonly Parameter[]
  readonly onDone: () => void
}

/** One parameter: what it is in the method, in which unit and how often, where its value comes from. */
export function ParameterForm({ parameter, adding, source, node, siblings, onDone }: ParameterFormProps) {
  const say = useSay()
  const may = useMay()
  const { year } = useScope()
  const [form] = Form.useForm<TypedParameter>()
  const roles = source ? rolesOf(source.calculation) : []
  const first = roles.find(({ path }) => path === adding)
  const usual = first ? usualOf(first, unitChoices(first, siblings), siblings, say) : {}
  const place = { source, node, siblings, validFrom: `${year - 1}-01-01` }
  const now: TypedParameter = parameter ?? blankParameter(place, usual)
  const draft = useEditDraft(
    `monitoring/${source?.id ?? `place/${node}`}/${parameter?.id ?? `new/${adding}`}`,
    now,
  )
  const { ready, filling } = draft
  // A form that is kept over its fillings would show what it held before.
  useEffect(() => {
    if (ready) form.resetFields()
  }, [form, ready, filling])
  const save = useSave(parameter)
  const remove = useRemove(parameter)
  const finish = async (typed: TypedParameter) => {
    const saved = await save.run({ typed: { ...draft.value, ...typed }, seen: draft.seen })
    if (!saved) return
    await draft.settled(saved)
    onDone()
  }
  const canManage = may('monitoring.manage')
  const title = parameter?.name ?? (first ? say('monitoring.add-role', { role: roleWord(say, first) }) : null)
  return (
    <div className="monitoring-open">
      <h3>{title ?? say('monitoring.new-parameter')}</h3>
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.filling}
          form={form}
          name="parameter"
          layout="vertical"
          disabled={!canManage}
          initialValues={draft.value}
          onValuesChange={(_changed, all: TypedParameter) => draft.change({ ...draft.value, ...all })}
          onFinish={(typed) => void finish(typed)}
        >
          <ParameterFields form={form} roles={roles} parameter={parameter} siblings={siblings} />
          <ClashNote
            trouble={save.trouble ?? remove.trouble}
            draft={draft}
            now={now}
            onSettled={save.forget}
          />
          {canManage && (
            <div className="page-acts">
              <Button type="primary" htmlType="submit" loading={save.busy}>
                {say('monitoring.save-parameter')}
              </Button>
              <Button onClick={onDone}>{say('monitoring.leave')}</Button>
              {parameter && (
                <ConfirmAct
                  label={say('monitoring.remove')}
                  question={say('monitoring.remove-question', { name: parameter.name })}
                  button={{ danger: true, loading: remove.busy }}
                  onConfirm={() => void remove.run({}).then((gone) => gone && onDone())}
                />
              )}
            </div>
          )}
        </Form>
      )}
    </div>
  )
}

function useSave(parameter: Parameter | null) {
  return useCommand(
    async ({ typed, seen }: { readonly typed: TypedParameter; readonly seen: TypedParameter }) =>
      parameter
        ? api.monitoring.changeParameter({
            ...parameterFrom(typed),
            id: parameter.id,
            seen: parameterFrom(seen),
          })
        : api.monitoring.addParameter(parameterFrom(typed)),
    {
      undo: (saved) => ({
        done: { code: 'monitoring.saved', facts: { name: saved.name } },
        undo: () =>
          parameter
            ? api.monitoring.changeParameter({ ...parameter, seen: saved })
            : api.monitoring.removeParameter({ id: saved.id }),
      }),
    },
  )
}

function useRemove(parameter: Parameter | null) {
  const all = parameter ? [parameter] : []
  return useCommand(
    (_input: object) => api.monitoring.takeBack({ sources: [], parameters: all.map(({ id }) => id) }),
    {
      undo: () => ({
        done: { code: 'monitoring.removed', facts: { name: parameter?.name ?? '' } },
        undo: () => api.monitoring.putBack({ sources: [], parameters: all }),
      }),
    },
  )
}
