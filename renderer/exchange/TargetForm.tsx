import { Alert, Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'

import {
  sealedFor,
  schedule,
  type Target,
  kindsWithSecret,
  targetDraft,
  type TargetKind,
} from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import {
  draftOf,
  fieldsOfKind,
  newTyped,
  schemaOf,
  type SettingField,
  type TypedTarget,
  typedOf,
} from './target-typed.ts'

interface TargetFormProps {
  readonly kind: TargetKind
  /** Null for a new one. */
  readonly target: Target | null
  readonly onEnd: () => void
}

interface Secrets {
  readonly secret: string
  readonly passphrase: string
}

/** A target of one kind: where it is, when it is sent to, whether it is sealed, and a test that says what is wrong. */
export function TargetForm({ kind, target, onEnd }: TargetFormProps) {
  const say = useSay()
  const [form] = Form.useForm<Record<string, unknown>>()
  const draft = useDraft<TypedTarget>(
    `exchange.target.${target?.id ?? `new.${kind}`}`,
    target === null ? newTyped(kind) : typedOf(target),
  )
  const [secrets, setSecrets] = useState<Secrets>({ secret: '', passphrase: '' })
  const save = useCommand((input: Parameters<typeof api.exchange.addTarget>[0]) =>
    target === null ? api.exchange.addTarget(input) : api.exchange.changeTarget({ id: target.id, ...input }),
  )
  if (!draft.ready) return null
  const typed = draft.value
  const change = (next: TypedTarget) => draft.change({ ...typed, ...next, kind })
  const finish = async () => {
    const made = draftOf({ ...typed, kind })
    if (made === null) return
    const kept = {
      ...(secrets.secret !== '' && { secret: secrets.secret }),
      ...(secrets.passphrase !== '' && { passphrase: secrets.passphrase }),
    }
    if (!(await save.run({ target: made, ...kept }))) return
    await draft.settled()
    onEnd()
  }
  const title =
    target === null
      ? say(`exchange.kind-of-${kind}`)
      : say('exchange.change-target-of', { name: target.name })
  return (
    <section className="paper record-form" aria-label={title}>
      <h2>{title}</h2>
      <p className="page-purpose">{say(`exchange.kind-hint-${kind}`)}</p>
      <DraftNote draft={draft} />
      <Form
        key={draft.restoredAt ?? 'kept'}
        form={form}
        layout="vertical"
        initialValues={{ ...typed }}
        onValuesChange={(_, all: TypedTarget) => change(all)}
        onFinish={() => void finish()}
      >
        <div className="record-fields">
          <Form.Item
            name="name"
            label={say('exchange.target-name')}
            rules={schemaRules(say, targetDraft.shape.name)}
          >
            <Input maxLength={100} />
          </Form.Item>
          {fieldsOfKind[kind].map((field) => (
            <SettingItem
              key={field}
              kind={kind}
              field={field}
              typed={typed}
              onClear={() => {
                form.setFieldValue('hostKey', null)
                change({ hostKey: null })
              }}
            />
          ))}
          {kindsWithSecret.has(kind) && (
            <SecretItem
              id="exchange-secret"
              label={secretLabel(say, kind)}
              isKept={target?.hasSecret ?? false}
              isLong={kind === 'sftp'}
              value={secrets.secret}
              onChange={(secret) => setSecrets({ ...secrets, secret })}
            />
          )}
          <WhenItems when={String(typed['when'])} />
          {kind !== 'hub' && (
            <SealItems sealed={String(typed['sealed'])}>
              <SecretItem
                id="exchange-passphrase"
                label={say('exchange.field.passphrase')}
                isKept={target?.hasPassphrase ?? false}
                value={secrets.passphrase}
                onChange={(passphrase) => setSecrets({ ...secrets, passphrase })}
              />
            </SealItems>
          )}
        </div>
        <TroubleNote trouble={save.trouble} onClose={save.forget} />
        <div className="page-acts">
          <Button type="primary" htmlType="submit" loading={save.busy}>
            {say(target === null ? 'exchange.add-target' : 'exchange.save-target')}
          </Button>
          <Button onClick={onEnd}>{say('frame.close')}</Button>
        </div>
      </Form>
      {kind !== 'mail' && (
        <TestTarget
          id={target?.id ?? null}
          read={() => draftOf({ ...typed, name: typed['name'] || '-', kind })?.settings ?? null}
          secret={secrets.secret}
          onConfirm={(hostKey) => {
            form.setFieldValue('hostKey', hostKey)
            change({ hostKey })
          }}
        />
      )}
    </section>
  )
}

function secretLabel(say: Say, kind: TargetKind): string {
  if (kind === 's3') return say('exchange.field.secret-s3')
  return say(kind === 'sftp' ? 'exchange.field.secret-sftp' : 'exchange.field.secret')
}

interface SettingItemProps {
  readonly kind: TargetKind
  readonly field: SettingField
  readonly typed: TypedTarget
  readonly onClear: () => void
}

function SettingItem({ kind, field, typed, onClear }: SettingItemProps) {
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
function SecretItem({ id, label, isKept, isLong = false, value, onChange }: SecretItemProps) {
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

function WhenItems({ when }: { readonly when: string }) {
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

function SealItems({ sealed, children }: { readonly sealed: string; readonly children: React.ReactNode }) {
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
              validator: (_, value: unknown) => {
                const keys = String(value ?? '')
                  .split(/\s+/)
                  .filter(Boolean)
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

interface TestTargetProps {
  readonly id: Target['id'] | null
  /** What is typed at this moment; null while it is no target. */
  readonly read: () => Target['settings'] | null
  readonly secret: string
  readonly onConfirm: (hostKey: string) => void
}

/** Reaches the target, signs in and tries what sending needs; a new host key is confirmed by a person here. */
function TestTarget({ id, read, secret, onConfirm }: TestTargetProps) {
  const say = useSay()
  const testing = useTask((settings: Target['settings'], signal: AbortSignal) =>
    api.exchange.testTarget({ id, settings, secret: secret === '' ? null : secret }, { signal }),
  )
  const [confirmed, setConfirmed] = useState(false)
  const { task } = testing
  const refusal = task.state === 'refused' && task.trouble instanceof Refusal ? task.trouble : null
  const fingerprint = refusal?.code === 'exchange.target-new-host' ? refusal.facts['fingerprint'] : null
  const begin = () => {
    setConfirmed(false)
    const settings = read()
    if (settings !== null) void testing.start(settings)
  }
  return (
    <div className="exchange-test">
      <Button disabled={read() === null} loading={task.state === 'running'} onClick={begin}>
        {say('exchange.test-target')}
      </Button>
      <TaskPanel
        running={testing}
        title={say('exchange.testing-target')}
        result={({ place }) => say('exchange.test-good', { place })}
      />
      {typeof fingerprint === 'string' && !confirmed && (
        <Button
          type="primary"
          onClick={() => {
            onConfirm(fingerprint)
            setConfirmed(true)
            testing.dismiss()
          }}
        >
          {say('exchange.confirm-host')}
        </Button>
      )}
      {confirmed && <Alert type="success" title={say('exchange.host-confirmed')} />}
    </div>
  )
}
