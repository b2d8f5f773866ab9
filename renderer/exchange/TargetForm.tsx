import { Button, Form, Input } from 'antd'
import { useState } from 'react'

import { kindsWithSecret, type Target, targetDraft, type TargetKind } from '#shared/exchange/target'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { runTask } from '../kernel/tasks.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { draftOf, fieldsOfKind, newTyped, type TypedTarget, typedOf } from './target-typed.ts'
import { SealItems, SecretItem, SettingItem, WhenItems } from './TargetFields.tsx'
import { TestTarget } from './TestTarget.tsx'

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
    runTask((signal) =>
      target === null
        ? api.exchange.addTarget(input, { signal })
        : api.exchange.changeTarget({ id: target.id, ...input }, { signal }),
    ),
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
      <p className="page-purpose exchange-note">{say(`exchange.kind-hint-${kind}`)}</p>
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
            {say('exchange.save-target')}
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
