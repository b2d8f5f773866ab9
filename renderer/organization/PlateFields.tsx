import { Form, Input, Select } from 'antd'

import { type Measure, symbolOf } from '#shared/kernel/units'
import { node, type Node, type NodeFacts, tenures } from '#shared/organization/model'
import { typedAmount } from '#shared/organization/typed-amount'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { known, knownAmount, typedOf } from './form-values.ts'

/** What a rated capacity is given in. */
const usual = [
  'MW',
  'kW',
  't/h',
  't/d',
  'GJ/h',
  'Nm3/h',
  'm3/h',
  't',
  'm3',
] as const satisfies readonly Measure[]

/** The plate of a node as it stands in the fields of its form. */
export function asTyped(facts: NodeFacts) {
  return {
    name: facts.name,
    code: typedOf(facts.code),
    tenure: facts.tenure,
    capacity: typedOf(facts.capacity),
    capacityUnit: facts.capacityUnit,
    model: typedOf(facts.model),
    maker: typedOf(facts.maker),
    serialNo: typedOf(facts.serialNo),
    place: typedOf(facts.place),
    note: typedOf(facts.note),
  }
}
export type TypedPlate = ReturnType<typeof asTyped>

export function asFacts(typed: TypedPlate): NodeFacts {
  return {
    name: typed.name,
    code: known(typed.code),
    tenure: typed.tenure,
    capacity: knownAmount(typed.capacity),
    capacityUnit: known(typed.capacity) === null ? null : typed.capacityUnit,
    model: known(typed.model),
    maker: known(typed.maker),
    serialNo: known(typed.serialNo),
    place: known(typed.place),
    note: known(typed.note),
  }
}

/** Fields of the plate. Rated data are asked of units and equipment only. */
export function PlateFields({
  kind,
  isNew = false,
}: {
  readonly kind: Node['kind']
  readonly isNew?: boolean
}) {
  const say = useSay()
  const { shape } = node
  const text = (name: 'name' | 'code' | 'model' | 'maker' | 'serialNo' | 'place') => (
    <Form.Item
      key={name}
      name={name}
      label={say(`organization.node.${name}`)}
      rules={schemaRules(say, shape[name])}
    >
      <Input maxLength={300} autoFocus={isNew && name === 'name'} />
    </Form.Item>
  )
  const isMachine = kind === 'unit' || kind === 'equipment'
  return (
    <>
      {text('name')}
      {text('code')}
      <Form.Item
        name="tenure"
        label={say('organization.node.tenure')}
        extra={say('organization.node.tenure.hint')}
      >
        <Select options={tenures.map((value) => ({ value, label: say(`organization.tenure.${value}`) }))} />
      </Form.Item>
      {text('place')}
      {isMachine && (
        <>
          <Form.Item
            name="capacity"
            label={say('organization.node.capacity')}
            rules={schemaRules(say, typedAmount.nullable())}
          >
            <Input inputMode="decimal" maxLength={30} />
          </Form.Item>
          <Form.Item
            noStyle
            shouldUpdate={(before: TypedPlate, after: TypedPlate) => before.capacity !== after.capacity}
          >
            {({ getFieldValue }) => (
              <Form.Item
                name="capacityUnit"
                label={say('organization.node.capacityUnit')}
                rules={[
                  {
                    required: known(getFieldValue('capacity')) !== null,
                    message: say('organization.node.capacityUnit.missing'),
                  },
                ]}
              >
                <Select allowClear options={usual.map((value) => ({ value, label: symbolOf(value) }))} />
              </Form.Item>
            )}
          </Form.Item>
          {(['model', 'maker', 'serialNo'] as const).map(text)}
        </>
      )}
      <Form.Item name="note" label={say('organization.node.note')} className="organization-wide">
        <Input.TextArea maxLength={300} rows={2} />
      </Form.Item>
    </>
  )
}
