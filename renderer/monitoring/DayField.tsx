import { Form, Input } from 'antd'

/** A field for a calendar day; its value is ISO text, empty where there is none. */
export function DayField({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <Form.Item
      name={name}
      label={label}
      getValueProps={(value: string | null | undefined) => ({ value: value ?? '' })}
    >
      <Input type="date" />
    </Form.Item>
  )
}
