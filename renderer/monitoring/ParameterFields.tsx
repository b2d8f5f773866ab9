import { AutoComplete, Checkbox, Form, type FormInstance, Input, Select } from 'antd'

import { determinations } from '#shared/kernel/figure'
import { measureOf } from '#shared/kernel/unit-names'
import { type Measure, symbolOf } from '#shared/kernel/units'
import { type Role, rollUps } from '#shared/monitoring/methods'
import { frequencies, gapRules, newParameter, type Parameter } from '#shared/monitoring/model'
import { typedBand } from '#shared/monitoring/typed-band'
import { unitChoices } from '#shared/monitoring/unit-choices'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { DayField } from './DayField.tsx'
import { FactorField } from './FactorField.tsx'
import { type TypedParameter, usualOf, withFactorUnit } from './parameter-values.ts'
import { roleWord } from './role-word.ts'
import { useMeters } from './use-meters.ts'

interface ParameterFieldsProps {
  readonly form: FormInstance<TypedParameter>
  /** Of the source's method; none for a parameter of a facility. */
  readonly roles: readonly Role[]
  readonly parameter: Parameter | null
  readonly siblings: readonly Parameter[]
}

/** The fields of a parameter. What the method or the way of determination has no use for is not asked. */
export function ParameterFields({ form, roles, parameter, siblings }: ParameterFieldsProps) {
  const say = useSay()
  const { shape } = newParameter
  const chosen = Form.useWatch<string | undefined>('role', form)
  const determination = Form.useWatch<string | undefined>('determination', form)
  const unit = Form.useWatch<string | undefined>('unit', form)
  const role = roles.find(({ path }) => path === chosen)
  const offered = unitChoices(role, siblings)
  const weights = siblings.filter(({ rollUp, id }) => rollUp === 'sum' && id !== parameter?.id)
  const takesFactor = role === undefined || role.factorKinds.length > 0 || determination === 'default'
  const factorLabel = say(
    determination === 'default' ? 'monitoring.field.default' : 'monitoring.field.factor',
  )
  const takeRole = (path: string) => {
    const next = roles.find((each) => each.path === path)
    if (next && !parameter) form.setFieldsValue(usualOf(next, unitChoices(next, siblings), siblings, say))
  }
  return (
    <div className="monitoring-fields">
      <Form.Item name="role" label={say('monitoring.field.role')} rules={schemaRules(say, shape.role)}>
        {roles.length > 0 ? (
          <Select options={roleChoices(say, roles, parameter, siblings)} onChange={takeRole} />
        ) : (
          <Input maxLength={100} placeholder={say('monitoring.own-role')} />
        )}
      </Form.Item>
      <Form.Item name="name" label={say('monitoring.field.name')} rules={schemaRules(say, shape.name)}>
        <Input maxLength={300} autoFocus />
      </Form.Item>
      <UnitField offered={offered} />
      <Choice name="determination" values={determinations} />
      {determination !== 'default' && <MeterField />}
      {takesFactor && (
        <Form.Item className="monitoring-wide" name="factor" label={factorLabel}>
          <FactorField
            label={factorLabel}
            role={role ?? null}
            unit={measureOf(unit ?? '')}
            onPicked={(found) => form.setFieldsValue(withFactorUnit(form.getFieldsValue(true), found))}
          />
        </Form.Item>
      )}
      <Choice name="frequency" values={frequencies} />
      {roles.length === 0 && <Choice name="rollUp" values={rollUps} />}
      {weights.length > 0 && role?.rollUp === 'mean' && (
        <Form.Item name="weightedBy" label={say('monitoring.field.weightedBy')}>
          <Select allowClear options={weights.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Choice name="gapRule" values={gapRules} />
      {(['bandLow', 'bandHigh'] as const).map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={say(`monitoring.field.${name}`)}
          rules={schemaRules(say, typedBand.nullable())}
        >
          <Input inputMode="decimal" maxLength={40} />
        </Form.Item>
      ))}
      <Words name="responsible" />
      <Words name="department" />
      <DayField name="validFrom" label={say('monitoring.field.validFrom')} schema={shape.validFrom} />
      <DayField name="validTo" label={say('monitoring.field.validTo')} />
      <Form.Item name="mayBeNegative" valuePropName="checked" label={say('monitoring.field.sign')}>
        <Checkbox>{say('monitoring.field.mayBeNegative')}</Checkbox>
      </Form.Item>
    </div>
  )
}

/** The roles of the method; one that another parameter plays cannot be chosen again. */
function roleChoices(
  say: ReturnType<typeof useSay>,
  roles: readonly Role[],
  parameter: Parameter | null,
  siblings: readonly Parameter[],
) {
  return roles.map((role) => ({
    value: role.path,
    label: roleWord(say, role),
    disabled:
      role.path !== parameter?.role &&
      siblings.some((sibling) => sibling.role === role.path && sibling.validTo === null),
  }))
}

/** A unit as people write it, `万kWh` or `GJ/t`; those that fit the role are offered. */
function UnitField({ offered }: { readonly offered: readonly Measure[] }) {
  const say = useSay()
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
      <AutoComplete
        options={offered.map((value) => ({ value, label: symbolOf(value) || value }))}
        popupMatchSelectWidth={240}
      />
    </Form.Item>
  )
}

/** The number on the meter: those of the register are offered, another may be typed. */
function MeterField() {
  const say = useSay()
  const { data } = useMeters()
  const open = (data?.meters ?? []).filter(({ meter }) => meter.removedOn === null)
  return (
    <Form.Item name="meter" label={say('monitoring.field.meter')}>
      <AutoComplete
        maxLength={300}
        showSearch={{ filterOption: true }}
        options={open.map(({ meter: { tag, name } }) => ({
          value: tag,
          label: [tag, name].filter((part) => part !== null).join(' · '),
        }))}
        popupMatchSelectWidth={240}
      />
    </Form.Item>
  )
}

function Words({ name }: { readonly name: 'responsible' | 'department' }) {
  const say = useSay()
  return (
    <Form.Item name={name} label={say(`monitoring.field.${name}`)}>
      <Input maxLength={300} />
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
        options={values.map((value) => ({ value, label: say.of({ code: `monitoring.${name}.${value}` }) }))}
      />
    </Form.Item>
  )
}
