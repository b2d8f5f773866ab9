import { DatePicker, Form } from 'antd'
import dayjs from 'dayjs'

const shape = 'YYYY-MM-DD'

/** A field for a calendar day; its value is ISO text, or null where there is none. */
export function DayField({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <Form.Item
      name={name}
      label={label}
      getValueProps={(value: string | null | undefined) => ({ value: value ? dayjs(value) : null })}
      normalize={(value: dayjs.Dayjs | null) => value?.format(shape) ?? null}
    >
      <DatePicker format={shape} style={{ width: '100%' }} />
    </Form.Item>
  )
}
