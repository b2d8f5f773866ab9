import { AutoComplete, Button, Checkbox, Form, Input, Select } from 'antd'

import { determinations } from '#shared/kernel/figure'
import { measureOf } from '#shared/kernel/unit-names'
import { isUnit, symbolOf, units } from '#shared/kernel/units'
import { type Role, rolesOf, rollUps } from '#shared/monitoring/methods'
import {
  frequencies,
  gapRules,
  newParameter,
  type NewParameter,
  type Parameter,
  type Source,
} from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { plainAmount, typedAmount } from '#shared/organization/typed-amount'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DayField } from './DayField.tsx'
import { FactorField } from './FactorField.tsx'
import { emptyAsNull } from './typed.ts'

/** The form's own values: the unit as people write it. */
type Typed = Omit<NewParameter, 'unit'> & { readonly unit: string }

interface ParameterFormProps {
  /** Null for a new one. */
  readonly parameter: Parameter | null
  readonly source: Source | null
  readonly node: NodeId
  readonly siblings: readonly Parameter[]
  readonly onDone: () => void
}

/** One parameter: what it is in the method, in which unit and how often, where its value comes from. */
export function ParameterForm({ parameter, source, node, siblings, onDone }: ParameterFormProps) {
  const say = useSay()
  const may = useMay()
  const { year } = useScope()
  const [form] = Form.useForm<Typed>()
  const roles = source ? rolesOf(source.calculation) : []
  const free = roles.filter(
    ({ path }) => !siblings.some(({ role, validTo }) => role === path && validTo === null),
  )
  const draft = useDraft<Typed>(
    `monitoring/parameter/${parameter?.id ?? `new/${source?.id ?? node}`}`,
    parameter ?? blank({ source, node, siblings }, year, free[0] ? usualOf(free[0], siblings, say) : {}),
  )
  const chosen = Form.useWatch<string | undefined>('role', form)
  const role = roles.find(({ path }) => path === chosen)
  const save = useSave(parameter)
  const remove = useCommand(api.monitoring.removeParameter)
  const change = (changed: Partial<Typed>, all: Typed) => {
    const next = roles.find(({ path }) => path === changed.role)
    const usual = next && !parameter ? usualOf(next, siblings, say) : {}
    if (next && !parameter) form.setFieldsValue(usual)
    draft.change({ ...all, ...usual })
  }
  const finish = async (typed: Typed) => {
    if (!(await save.run({ ...draft.value, ...typed }))) return
    await draft.settled()
    onDone()
  }
  return (
    <>
      <h3>{parameter ? parameter.name : say('monitoring.new-parameter')}</h3>
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.restoredAt ?? 'kept'}
          form={form}
          layout="vertical"
          disabled={!may('monitoring.manage')}
          initialValues={draft.value}
          onValuesChange={change}
          onFinish={(typed) => void finish(typed)}
        >
          <div className="monitoring-fields">
            <Form.Item
              name="role"
              label={say('monitoring.field.role')}
              rules={schemaRules(say, newParameter.shape.role)}
            >
              {source ? (
                <Select options={choicesOf(roles, free, parameter, say)} />
              ) : (
                <Input maxLength={100} />
              )}
            </Form.Item>
            <Form.Item
              name="name"
              label={say('monitoring.field.name')}
              rules={schemaRules(say, newParameter.shape.name)}
            >
              <Input maxLength={300} />
            </Form.Item>
            <UnitField role={role} />
            <Choice name="determination" values={determinations} />
            <Form.Item className="monitoring-wide" name="factor" label={say('monitoring.field.factor')}>
              <FactorField kind={role?.factorKinds[0] ?? null} />
            </Form.Item>
            <Choice name="frequency" values={frequencies} />
            {!source && <Choice name="rollUp" values={rollUps} />}
            <Form.Item name="weightedBy" label={say('monitoring.field.weightedBy')}>
              <Select
                allowClear
                options={siblings
                  .filter(({ rollUp, id }) => rollUp === 'sum' && id !== parameter?.id)
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Choice name="gapRule" values={gapRules} />
            {(['bandLow', 'bandHigh'] as const).map((name) => (
              <Form.Item
                key={name}
                name={name}
                label={say(`monitoring.field.${name}`)}
                rules={schemaRules(say, typedAmount.nullable())}
              >
                <Input inputMode="decimal" maxLength={40} />
              </Form.Item>
            ))}
            {(['meter', 'responsible', 'department'] as const).map((name) => (
              <Form.Item key={name} name={name} label={say(`monitoring.field.${name}`)}>
                <Input maxLength={300} />
              </Form.Item>
            ))}
            <DayField name="validFrom" label={say('monitoring.field.validFrom')} />
            <DayField name="validTo" label={say('monitoring.field.validTo')} />
            <Form.Item name="mayBeNegative" valuePropName="checked">
              <Checkbox>{say('monitoring.field.mayBeNegative')}</Checkbox>
            </Form.Item>
          </div>
          <TroubleNote trouble={save.trouble ?? remove.trouble} />
          <div className="page-acts">
            <Button type="primary" htmlType="submit" loading={save.busy}>
              {say('monitoring.save')}
            </Button>
            <Button onClick={onDone}>{say('monitoring.leave')}</Button>
            {parameter && may('monitoring.manage') && (
              <ConfirmAct
                label={say('monitoring.remove')}
                question={say('monitoring.remove-question', { name: parameter.name })}
                button={{ danger: true }}
                onConfirm={() => void remove.run({ id: parameter.id }).then((gone) => gone && onDone())}
              />
            )}
          </div>
        </Form>
      )}
    </>
  )
}

/** The roles of the method; one that another parameter plays cannot be chosen again. */
function choicesOf(
  roles: readonly Role[],
  free: readonly Role[],
  parameter: Parameter | null,
  say: ReturnType<typeof useSay>,
) {
  return roles.map((role) => ({
    value: role.path,
    label: [role.of, say.of({ code: `monitoring.role.${role.kind}`, facts: {} })].filter(Boolean).join(' · '),
    disabled: !free.includes(role) && role.path !== parameter?.role,
  }))
}

/** A unit as people write it, `万kWh` or `GJ/t`; those that fit the role are offered. */
function UnitField({ role }: { readonly role: Role | undefined }) {
  const say = useSay()
  const offered = role && role.units.length > 0 ? role.units : Object.keys(units).filter(isUnit)
  return (
    <Form.Item
      name="unit"
      label={say('monitoring.field.unit')}
      rules={[
        {
          validator: (_rule, text: string) =>
            measureOf(text ?? '') === null
              ? Promise.reject(new Error(say('monitoring.unit-unknown')))
              : Promise.resolve(),
        },
      ]}
    >
      <AutoComplete options={offered.map((value) => ({ value, label: symbolOf(value) || value }))} />
    </Form.Item>
  )
}

type ChoiceProps =
  | { readonly name: 'determination'; readonly values: typeof determinations }
  | { readonly name: 'frequency'; readonly values: typeof frequencies }
  | { readonly name: 'rollUp'; readonly values: typeof rollUps }
  | { readonly name: 'gapRule'; readonly values: typeof gapRules }
function Choice({ name, values }: ChoiceProps) {
  const say = useSay()
  return (
    <Form.Item name={name} label={say(`monitoring.field.${name}`)}>
      <Select
        options={values.map((value) => ({
          value,
          label: say.of({ code: `monitoring.${name}.${value}`, facts: {} }),
        }))}
      />
    </Form.Item>
  )
}

/** What a role usually brings: its word for a name, its first unit, its way of rolling up. */
function usualOf(
  role: Role,
  siblings: readonly Parameter[],
  say: ReturnType<typeof useSay>,
): Pick<Typed, 'role' | 'name' | 'unit' | 'rollUp' | 'weightedBy'> {
  return {
    role: role.path,
    name: say.of({ code: `monitoring.role.${role.kind}`, facts: {} }),
    unit: role.units[0] ?? '',
    rollUp: role.rollUp,
    weightedBy: siblings.find((sibling) => sibling.role === role.weightedBy)?.id ?? null,
  }
}

function blank(
  { source, node, siblings }: Pick<ParameterFormProps, 'source' | 'node' | 'siblings'>,
  year: number,
  usual: Partial<ReturnType<typeof usualOf>>,
): Typed {
  return {
    node,
    source: source?.id ?? null,
    role: '',
    name: '',
    unit: '',
    determination: 'measured',
    rollUp: 'sum',
    weightedBy: null,
    ...usual,
    meter: null,
    factor: null,
    frequency: 'month',
    gapRule: 'none',
    bandLow: null,
    bandHigh: null,
    mayBeNegative: false,
    responsible: null,
    department: null,
    position: siblings.length,
    validFrom: source?.validFrom ?? `${year - 1}-01-01`,
    validTo: null,
  }
}

function useSave(parameter: Parameter | null) {
  return useCommand(
    (typed: Typed) => {
      const filled = emptyAsNull(typed, [
        'weightedBy',
        'meter',
        'factor',
        'bandLow',
        'bandHigh',
        'responsible',
        'department',
        'validTo',
      ])
      const amount = (text: string | null) => (text === null ? null : plainAmount(text))
      const facts = newParameter.parse({
        ...filled,
        unit: measureOf(typed.unit),
        bandLow: amount(filled.bandLow),
        bandHigh: amount(filled.bandHigh),
      })
      return parameter
        ? api.monitoring.changeParameter({ ...facts, id: parameter.id })
        : api.monitoring.addParameter(facts)
    },
    {
      undo: ({ id, name }) => ({
        done: { code: 'monitoring.saved', facts: { name } },
        undo: () =>
          parameter ? api.monitoring.changeParameter(parameter) : api.monitoring.removeParameter({ id }),
      }),
    },
  )
}
