import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'

import { schedule, sealedFor, type TargetKind } from '#shared/exchange/target'

import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { schemaOf, type SettingField, type TypedTarget } from './target-typed.ts'

interface SettingItemProps {
  readonly kind: TargetKind
  readonly field: SettingField
  readonly typed: TypedTarget
  readonly onClear: () => void
}

/** One field of what a kind of target needs to be known. */
export function SettingItem({ kind, field, typed, onClear }: SettingItemProps) {
  const say = useSay()
  if (field === 'pathStyle')
    return (
      <Form.Item name="pathStyle" valuePropName="checked" className="record-wide">
        <Checkbox>{say('exchange.field.pathStyle')}</Checkbox>
      </Form.Item>
    )
  if (field === 'hostKey')
    return (
      <Form.Item
        name="hostKey"
        label={say('exchange.field.hostKey')}
        extra={say('exchange.field.hostKey-hint')}
        className="record-wide"
      >
        <HostKey known={typeof typed['hostKey'] === 'string' ? typed['hostKey'] : null} onClear={onClear} />
      </Form.Item>
    )
  if (field === 'tls')
    return (
      <Form.Item name="tls" label={say('exchange.field.tls')}>
        <Select
          options={(['verify', 'off'] as const).map((value) => ({
            value,
            label: say(`exchange.field.tls-${value}`),
          }))}
        />
      </Form.Item>
    )
  const schema = schemaOf(kind, field)
  const isPort = field === 'port'
  const rules = isPort
    ? [{ required: true, pattern: /^\d{1,5}$/, message: say('frame.field.empty') }]
    : schema
      ? schemaRules(say, schema)
      : []
  const isWide = field === 'path' || field === 'url' || field === 'endpoint' || field === 'ca'
  return (
    <Form.Item
      name={field}
      label={say(field === 'path' ? 'exchange.target-path' : `exchange.field.${field}`)}
      rules={rules}
      className={isWide ? 'record-wide' : ''}
    >
      {field === 'ca' ? (
        <Input.TextArea rows={2} maxLength={100_000} spellCheck={false} />
      ) : (
        <Input maxLength={1000} spellCheck={false} inputMode={isPort ? 'numeric' : 'text'} />
      )}
    </Form.Item>
  )
}

function HostKey({ known, onClear }: { readonly known: string | null; readonly onClear: () => void }) {
  const say = useSay()
  if (known === null) return <span className="page-purpose">—</span>
  return (
    <span className="exchange-acts">
      <code className="exchange-words">{known}</code>
      <Button size="small" onClick={onClear}>
        {say('exchange.field.hostKey-clear')}
      </Button>
    </span>
  )
}

interface SecretItemProps {
  readonly id: string
  readonly label: string
  readonly isKept: boolean
  /** A private key has lines of its own. */
  readonly isLong?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A password is in no draft and is never shown again. */
export function SecretItem({ id, label, isKept, isLong = false, value, onChange }: SecretItemProps) {
  const say = useSay()
  const props = { id, value, maxLength: 20_000, autoComplete: 'off', spellCheck: false } as const
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      extra={say(isKept ? 'exchange.field.secret-kept' : 'exchange.field.secret-why')}
      className="record-wide"
    >
      {isLong ? (
        <Input.TextArea
          {...props}
          rows={2}
          className="exchange-hidden"
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <Input.Password {...props} onChange={({ target }) => onChange(target.value)} />
      )}
    </Form.Item>
  )
}

/** When it is sent to, and how fast. */
export function WhenItems({ when }: { readonly when: string }) {
  const say = useSay()
  const hours = schedule.options[2].shape
  return (
    <>
      <Form.Item name="when" label={say('exchange.field.schedule')}>
        <Select
          options={(['there', 'hours', 'hand'] as const).map((value) => ({
            value,
            label: say(`exchange.field.schedule-${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="bandwidth"
        label={say('exchange.field.bandwidth')}
        rules={[{ pattern: /^[1-9]\d{0,5}$/, message: say('exchange.field.bandwidth-shape') }]}
      >
        <Input inputMode="numeric" maxLength={6} />
      </Form.Item>
      {when === 'hours' && (
        <>
          <Form.Item
            name="days"
            label={say('exchange.field.days')}
            className="record-wide"
            rules={schemaRules(say, hours.days)}
          >
            <Checkbox.Group
              options={([1, 2, 3, 4, 5, 6, 7] as const).map((value) => ({
                value,
                label: say(`exchange.day-${value}`),
              }))}
            />
          </Form.Item>
          {(['from', 'to_time'] as const).map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={say(name === 'from' ? 'exchange.field.from' : 'exchange.field.to-time')}
              rules={[
                {
                  validator: (_, value) =>
                    hours.from.safeParse(value).success
                      ? Promise.resolve()
                      : Promise.reject(new Error(say('exchange.field.time-shape'))),
                },
              ]}
            >
              <Input maxLength={5} inputMode="numeric" />
            </Form.Item>
          ))}
        </>
      )}
    </>
  )
}

/** Whether what is sent is encrypted, and for whom. `children`: the field of a passphrase. */
export function SealItems({ sealed, children }: { readonly sealed: string; readonly children: ReactNode }) {
  const say = useSay()
  const key = sealedFor.options[0].shape.recipients.element
  return (
    <>
      <Form.Item
        name="sealed"
        label={say('exchange.field.sealed')}
        extra={sealed === 'no' ? undefined : say('exchange.field.sealed-why')}
        className="record-wide"
      >
        <Select
          options={(['no', 'keys', 'passphrase'] as const).map((value) => ({
            value,
            label: say(`exchange.field.sealed-${value}`),
          }))}
        />
      </Form.Item>
      {sealed === 'keys' && (
        <Form.Item
          name="recipients"
          label={say('exchange.field.recipients')}
          className="record-wide"
          rules={[
            {
              required: true,
              validator: (_, value: string | undefined) => {
                const keys = (value ?? '').split(/\s+/).filter(Boolean)
                const bad = keys.find((each) => !key.safeParse(each).success)
                if (keys.length === 0) return Promise.reject(new Error(say('frame.field.empty')))
                return bad === undefined
                  ? Promise.resolve()
                  : Promise.reject(new Error(say('exchange.field.recipients-bad', { key: bad })))
              },
            },
          ]}
        >
          <Input.TextArea rows={2} spellCheck={false} />
        </Form.Item>
      )}
      {sealed === 'passphrase' && children}
    </>
  )
}
