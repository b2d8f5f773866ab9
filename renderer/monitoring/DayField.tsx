import { DatePicker, Form } from 'antd'
import dayjs from 'dayjs'
import type { z } from 'zod'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'

const shape = 'YYYY-MM-DD'

interface DayFieldProps {
  readonly name: string
  readonly label: string
  /** Left out: the day may be unknown. */
  readonly schema?: z.ZodType
}

/** A field for a calendar day; its value is ISO text, or null where there is none. */
export function DayField({ name, label, schema }: DayFieldProps) {
  const say = useSay()
  return (
    <Form.Item
      name={name}
      label={label}
      rules={schema ? schemaRules(say, schema) : []}
      getValueProps={(value: string | null | undefined) => ({ value: value ? dayjs(value) : null })}
      normalize={(value: dayjs.Dayjs | null) => value?.format(shape) ?? null}
    >
      <DatePicker format={shape} style={{ width: '100%' }} allowClear={schema === undefined} />
    </Form.Item>
  )
}
