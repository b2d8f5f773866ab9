import { Button, Form, Input } from 'antd'

import { contact } from '#shared/organization/model'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { Icon } from '../ui/Icon.tsx'

const fields = ['name', 'post', 'phone', 'email'] as const

/** Whom the authority or a verifier may ask. */
export function ContactFields() {
  const say = useSay()
  return (
    <Form.List name="contacts">
      {(lines, { add, remove }) => (
        <div className="organization-wide">
          <h2>{say('organization.field.contacts')}</h2>
          {lines.map(({ key, name }) => (
            <fieldset key={key} className="organization-contact">
              <legend className="visually-hidden">
                {say('organization.contact.of', { number: name + 1 })}
              </legend>
              {/* A form gives back only what has a field; who the contact is must come back, too. */}
              <Form.Item name={[name, 'id']} hidden>
                <Input />
              </Form.Item>
              {fields.map((field) => (
                <Form.Item
                  key={field}
                  name={[name, field]}
                  label={say(`organization.contact.${field}`)}
                  rules={schemaRules(say, contact.shape[field])}
                >
                  <Input maxLength={300} />
                </Form.Item>
              ))}
              <Button
                type="text"
                aria-label={say('organization.contact.remove', { number: name + 1 })}
                icon={<Icon name="trash" />}
                onClick={() => remove(name)}
              />
            </fieldset>
          ))}
          <Button icon={<Icon name="plus" />} onClick={() => add({ id: null, name: '' })}>
            {say('organization.contact.add')}
          </Button>
        </div>
      )}
    </Form.List>
  )
}
