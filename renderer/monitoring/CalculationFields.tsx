import { Form, type FormInstance, Select } from 'antd'

import { reportedFuels } from '#shared/monitoring/fuels'
import {
  carbonBases,
  enthalpyReferences,
  fuelClasses,
  heatForms,
  hourGapRules,
  type Method,
  methods,
} from '#shared/monitoring/methods'
import type { NewSource } from '#shared/monitoring/model'

import { useSay } from '../kernel/say.ts'

/** The method of a source and what it must be told besides its parameters. */
export function CalculationFields({ form }: { readonly form: FormInstance<NewSource> }) {
  const say = useSay()
  const method = Form.useWatch<Method | undefined>(['calculation', 'method'], form)
  const forms = heatForms.map((value) => ({ value, label: say(`monitoring.heatForm.${value}`) }))
  return (
    <>
      <Form.Item name={['calculation', 'method']} label={say('monitoring.field.method')}>
        <Select options={methods.map((value) => ({ value, label: say(`monitoring.method.${value}`) }))} />
      </Form.Item>
      {(method === 'fuel-by-calorific-value' || method === 'fuel-by-element-carbon') && (
        <>
          <Option
            name="fuelClass"
            label={say('monitoring.field.fuelClass')}
            first="coal"
            options={fuelClasses.map((value) => ({ value, label: say(`monitoring.fuelClass.${value}`) }))}
          />
          <Form.Item name="fuel" label={say('monitoring.field.fuel')}>
            <Select
              allowClear
              options={reportedFuels.map((value) => ({ value, label: say(`monitoring.fuel.${value}`) }))}
            />
          </Form.Item>
        </>
      )}
      {method === 'fuel-by-element-carbon' && (
        <Option
          name="carbonBasis"
          label={say('monitoring.field.carbonBasis')}
          first="received"
          options={carbonBases.map((value) => ({ value, label: say(`monitoring.basis.${value}`) }))}
        />
      )}
      {method === 'heat' && (
        <>
          <Option name="bought" label={say('monitoring.field.boughtAs')} first="heat" options={forms} />
          <Option name="sold" label={say('monitoring.field.soldAs')} first={null} options={forms} mayBeNone />
          <Option
            name="enthalpyReference"
            label={say('monitoring.field.enthalpyReference')}
            first="water-20"
            options={enthalpyReferences.map((value) => ({
              value,
              label: say(`monitoring.enthalpy.${value}`),
            }))}
          />
        </>
      )}
      {method === 'measured' && (
        <Option
          name="gapRule"
          label={say('monitoring.field.hourGapRule')}
          first="none"
          options={hourGapRules.map((value) => ({ value, label: say(`monitoring.gapRule.${value}`) }))}
        />
      )}
      {method === 'mass-balance' &&
        (['inputs', 'outputs'] as const).map((name) => (
          <Form.Item
            key={name}
            name={['calculation', name]}
            label={say(`monitoring.field.${name}`)}
            initialValue={[]}
            rules={[{ required: name === 'inputs' }]}
          >
            <Select mode="tags" open={false} suffixIcon={null} />
          </Form.Item>
        ))}
    </>
  )
}

interface OptionProps {
  readonly name: string
  readonly label: string
  /** What it begins with where nothing was chosen. */
  readonly first: string | null
  readonly options: { readonly value: string; readonly label: string }[]
  readonly mayBeNone?: boolean
}
function Option({ name, label, first, options, mayBeNone = false }: OptionProps) {
  return (
    <Form.Item
      name={['calculation', name]}
      label={label}
      initialValue={first}
      normalize={(value: string | undefined) => value ?? null}
    >
      <Select allowClear={mayBeNone} options={options} />
    </Form.Item>
  )
}
