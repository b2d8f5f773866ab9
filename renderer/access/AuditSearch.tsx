import { Button, DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'

import type { AuditFilter } from '#shared/access/audit'
import type { UserId } from '#shared/access/model'

import { useSay } from '../kernel/say.ts'
import { procedureWord, wordedProcedures } from '../kernel/trail-word.ts'
import { useNames } from '../kernel/use-names.ts'

interface Typed {
  readonly text?: string
  readonly user?: UserId
  readonly procedure?: string
  readonly outcome?: 'done' | 'refused'
  readonly days?: readonly [Dayjs | null, Dayjs | null] | null
}

/** By text or name, person, what was done, outcome and days. */
export function AuditSearch({ onSearch }: { readonly onSearch: (filter: AuditFilter) => void }) {
  const say = useSay()
  const names = useNames()
  const worded = wordedProcedures().map((value) => ({ value, label: procedureWord(say, value) }))
  const search = ({ text, user, procedure, outcome, days }: Typed) =>
    onSearch({
      ...(text ? { text } : {}),
      ...(user ? { user } : {}),
      ...(procedure ? { procedure } : {}),
      ...(outcome ? { outcome } : {}),
      ...(days?.[0] ? { from: days[0].format('YYYY-MM-DD') } : {}),
      ...(days?.[1] ? { to: days[1].format('YYYY-MM-DD') } : {}),
    })
  const people = [...names].map(([value, name]) => ({
    value,
    label: name ?? say('access.person.removed'),
  }))
  return (
    <Form<Typed> className="audit-search" layout="inline" onFinish={search} role="search">
      <Form.Item name="text">
        <Input
          allowClear
          aria-label={say('access.audit.text')}
          placeholder={say('access.audit.text')}
          style={{ width: 240 }}
        />
      </Form.Item>
      <Form.Item name="user">
        <Select
          allowClear
          aria-label={say('access.audit.who')}
          placeholder={say('access.audit.who')}
          options={people}
          style={{ width: 140 }}
        />
      </Form.Item>
      <Form.Item name="procedure">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={say('access.audit.what')}
          placeholder={say('access.audit.what')}
          options={worded}
          style={{ width: 180 }}
        />
      </Form.Item>
      <Form.Item name="outcome">
        <Select
          allowClear
          aria-label={say('access.audit.outcome')}
          placeholder={say('access.audit.outcome')}
          options={(['done', 'refused'] as const).map((value) => ({
            value,
            label: say(`access.audit.outcome.${value}`),
          }))}
          style={{ width: 110 }}
        />
      </Form.Item>
      <Form.Item name="days">
        <DatePicker.RangePicker allowEmpty={[true, true]} aria-label={say('access.audit.days')} />
      </Form.Item>
      <Button htmlType="submit">{say('access.audit.search')}</Button>
    </Form>
  )
}
