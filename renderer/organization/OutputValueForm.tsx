import { Button, Form, Input } from 'antd'

import { typedAmount } from '#shared/organization/typed-amount'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { UnitText } from '../ui/NumberText.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownAmount, typedOf } from './form-values.ts'

/** Gross output value of the year, by which intensity per output value is formed. */
export function OutputValueForm({ year }: { readonly year: number }) {
  const say = useSay()
  const may = useMay()
  const asked = useAsk(['organization', 'output-values'], () => api.organization.outputValues({}))
  const before = asked.data?.find((line) => line.year === year)?.value ?? null
  const save = useCommand(api.organization.setOutputValue, {
    undo: () => ({
      done: { code: 'organization.output-value.saved', facts: { year } },
      undo: () => api.organization.setOutputValue({ year, value: before }),
    }),
  })
  if (!asked.data) return <TroubleNote trouble={asked.error} />
  return (
    <>
      <h2>{say('organization.output-value.title', { year })}</h2>
      <p className="page-purpose">{say('organization.output-value.why')}</p>
      <Form
        key={before}
        layout="vertical"
        disabled={!may('organization.enter')}
        initialValues={{ value: typedOf(before) }}
        onFinish={({ value }: { readonly value: string }) =>
          void save.run({ year, value: knownAmount(value) })
        }
      >
        <Form.Item
          name="value"
          label={
            <>
              {say('organization.output-value.label')}
              {'\u2009'}
              <UnitText unit="10^4 CNY" />
            </>
          }
          rules={schemaRules(say, typedAmount.nullable())}
        >
          <Input inputMode="decimal" maxLength={40} />
        </Form.Item>
        <TroubleNote trouble={save.trouble} />
        {may('organization.enter') && (
          <Button htmlType="submit" loading={save.busy}>
            {say('organization.output-value.save')}
          </Button>
        )}
      </Form>
    </>
  )
}
