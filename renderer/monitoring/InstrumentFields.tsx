import { Button, Form, Input, Select } from 'antd'

import { instrumentKinds, instruments } from '#shared/monitoring/methods'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { Icon } from '../ui/Icon.tsx'

/** Contracts for electricity of a known origin, each by its kind and the name that the plant gives it. */
export function InstrumentFields() {
  const say = useSay()
  const kinds = instrumentKinds.map((value) => ({ value, label: say(`monitoring.instrument.${value}`) }))
  const needed = schemaRules(say, instruments.element.shape.name)
  return (
    <Form.Item
      className="monitoring-wide"
      label={say('monitoring.field.instruments')}
      extra={say('monitoring.instruments-hint')}
    >
      <Form.List name={['calculation', 'instruments']}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="monitoring-instrument">
                <Form.Item name={[name, 'kind']} noStyle>
                  <Select options={kinds} aria-label={say('monitoring.field.instrument-kind')} />
                </Form.Item>
                <Form.Item name={[name, 'name']} noStyle rules={needed}>
                  <Input
                    maxLength={100}
                    aria-label={say('monitoring.field.instrument-name')}
                    placeholder={say('monitoring.field.instrument-name')}
                  />
                </Form.Item>
                <Button
                  icon={<Icon name="minus" />}
                  aria-label={say('monitoring.instrument-remove')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<Icon name="plus" />} onClick={() => add({ kind: 'green-power', name: '' })}>
              {say('monitoring.instrument-add')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
