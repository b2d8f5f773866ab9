import { Form, type FormInstance, Select } from 'antd'

import { fuelsOf } from '#shared/monitoring/fuels'
import {
  type Calculation,
  carbonBases,
  enthalpyReferences,
  type FuelClass,
  fuelClasses,
  heatForms,
  hourGapRules,
  inputFlows,
  type Method,
  methods,
  outputFlows,
} from '#shared/monitoring/methods'
import type { NewSource } from '#shared/monitoring/model'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { FormulaFields } from './FormulaFields.tsx'
import { InstrumentFields } from './InstrumentFields.tsx'

interface CalculationFieldsProps {
  readonly form: FormInstance<NewSource>
  /** How the source is calculated so far; undefined for a new one. */
  readonly saved: Calculation | undefined
}

/** The method of a source and what it must be told besides its parameters. */
export function CalculationFields({ form, saved }: CalculationFieldsProps) {
  const say = useSay()
  const method = Form.useWatch<Method | undefined>(['calculation', 'method'], form)
  return (
    <>
      <Form.Item name={['calculation', 'method']} label={say('monitoring.field.method')}>
        <Select
          listHeight={400}
          options={methods.map((value) => ({ value, label: say(`monitoring.method.${value}`) }))}
        />
      </Form.Item>
      {(method === 'fuel-by-calorific-value' || method === 'fuel-by-element-carbon') && (
        <FuelFields form={form} />
      )}
      {method === 'fuel-by-element-carbon' && (
        <Option
          name="carbonBasis"
          label={say('monitoring.field.carbonBasis')}
          first="received"
          options={carbonBases.map((value) => ({ value, label: say(`monitoring.basis.${value}`) }))}
        />
      )}
      {method === 'heat' && <HeatFields />}
      {method === 'measured' && (
        <Option
          name="gapRule"
          label={say('monitoring.field.hourGapRule')}
          first="none"
          options={hourGapRules.map((value) => ({ value, label: say(`monitoring.gapRule.${value}`) }))}
        />
      )}
      {method === 'mass-balance' && <FlowFields />}
      {method === 'formula' && (
        <FormulaFields form={form} saved={saved?.method === 'formula' ? saved.formula : null} />
      )}
      {method === 'electricity' && <InstrumentFields />}
    </>
  )
}

/** The class of the fuel and, where tables E.3 and E.5 tell several of that class apart, which one it is. */
function FuelFields({ form }: { readonly form: FormInstance<NewSource> }) {
  const say = useSay()
  const fuelClass = Form.useWatch<FuelClass | undefined>(['calculation', 'fuelClass'], form)
  const fuels = fuelClass ? fuelsOf({ method: 'fuel-by-calorific-value', fuelClass }) : []
  return (
    <>
      <Option
        name="fuelClass"
        label={say('monitoring.field.fuelClass')}
        first="coal"
        options={fuelClasses.map((value) => ({ value, label: say(`monitoring.fuelClass.${value}`) }))}
      />
      {fuels.length > 0 && (
        <Form.Item
          name="fuel"
          label={say('monitoring.field.fuel')}
          normalize={(value: string | undefined) => value ?? null}
        >
          <Select
            allowClear
            placeholder={say('monitoring.fuel.unsaid')}
            options={fuels.map((value) => ({ value, label: say(`monitoring.fuel.${value}`) }))}
          />
        </Form.Item>
      )}
    </>
  )
}

function HeatFields() {
  const say = useSay()
  const forms = heatForms.map((value) => ({ value, label: say(`monitoring.heatForm.${value}`) }))
  return (
    <>
      <Option name="bought" label={say('monitoring.field.boughtAs')} first="heat" options={forms} />
      <Option
        name="sold"
        label={say('monitoring.field.soldAs')}
        first={null}
        options={forms}
        none={say('monitoring.heatForm.none')}
      />
      <Option
        name="enthalpyReference"
        label={say('monitoring.field.enthalpyReference')}
        first="water-20"
        options={enthalpyReferences.map((value) => ({ value, label: say(`monitoring.enthalpy.${value}`) }))}
      />
    </>
  )
}

function FlowFields() {
  const say = useSay()
  return (['inputs', 'outputs'] as const).map((name) => (
    <Form.Item
      key={name}
      className="monitoring-wide"
      name={['calculation', name]}
      label={say(`monitoring.field.${name}`)}
      extra={say('monitoring.flows-hint')}
      initialValue={[]}
      rules={schemaRules(say, name === 'inputs' ? inputFlows : outputFlows)}
    >
      <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '；', ';']} />
    </Form.Item>
  ))
}

interface OptionProps {
  readonly name: string
  readonly label: string
  /** What it begins with where nothing was chosen. */
  readonly first: string | null
  readonly options: { readonly value: string; readonly label: string }[]
  /** What to call it when it is left out; left out: it cannot be. */
  readonly none?: string
}
function Option({ name, label, first, options, none }: OptionProps) {
  return (
    <Form.Item
      name={['calculation', name]}
      label={label}
      initialValue={first}
      normalize={(value: string | undefined) => value ?? null}
    >
      <Select allowClear={none !== undefined} placeholder={none} options={options} />
    </Form.Item>
  )
}
