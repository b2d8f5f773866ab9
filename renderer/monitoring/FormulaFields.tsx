import { Form, type FormInstance, Select } from 'antd'

import { formulas } from '#shared/monitoring/formulas/all'
import { formulaId } from '#shared/monitoring/methods'
import type { NewSource } from '#shared/monitoring/model'
import { sectors, sectorTitles } from '#shared/monitoring/sectors'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { FormulaTold } from './FormulaTold.tsx'

const bySector = sectors.flatMap((sector) => {
  const own = formulas.filter((formula) => formula.sector === sector)
  return own.length === 0 ? [] : [{ sector, own }]
})

interface FormulaFieldsProps {
  readonly form: FormInstance<NewSource>
  /** The formula that the source has already, which its page tells beside the form. */
  readonly saved: string | null
}

/** Which formula, by sector and title, and how a newly chosen one is written. */
export function FormulaFields({ form, saved }: FormulaFieldsProps) {
  const say = useSay()
  const chosen = Form.useWatch<string | undefined>(['calculation', 'formula'], form)
  const formula = formulas.find(({ id }) => id === chosen)
  return (
    <>
      <Form.Item
        className="monitoring-wide"
        name={['calculation', 'formula']}
        label={say('monitoring.field.formula')}
        rules={schemaRules(say, formulaId)}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={bySector.map(({ sector, own }) => ({
            label: sectorTitles[sector][say.language],
            title: sector,
            options: own.map(({ id, title }) => ({ value: id, label: title[say.language] })),
          }))}
        />
      </Form.Item>
      {formula && formula.id !== saved && (
        <div className="monitoring-wide monitoring-told">
          <FormulaTold formula={formula} />
        </div>
      )}
    </>
  )
}
