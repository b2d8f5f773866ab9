import { DatePicker, Form, type FormRule } from 'antd'
import dayjs from 'dayjs'

const shape = 'YYYY-MM-DD'

/** A field for a calendar day, whose value is its ISO text or null. */
export function DayItem({
  name,
  label,
  rules = [],
}: {
  readonly name: string
  readonly label: string
  readonly rules?: FormRule[]
}) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={rules}
      getValueProps={(value: string | null) => ({ value: value ? dayjs(value) : null })}
      normalize={(value: dayjs.Dayjs | null) => value?.format(shape) ?? null}
    >
      <DatePicker format={shape} style={{ width: '100%' }} />
    </Form.Item>
  )
}

/** The same outside of a form. */
export function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}) {
  return (
    <DatePicker
      aria-label={label}
      format={shape}
      value={value === null ? null : dayjs(value)}
      onChange={(day) => onChange(day?.format(shape) ?? null)}
    />
  )
}
