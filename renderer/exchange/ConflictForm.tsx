import { Button, Form, Input } from 'antd'

import { type Delivery, fileName, freeName } from '#shared/exchange/outbox'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { sizeText } from '../ui/size-text.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface ConflictFormProps {
  readonly delivery: Delivery
  readonly onEnd: () => void
}

/** Both files side by side, and the ways out: another name, or not to send ours. */
export function ConflictForm({ delivery, onEnd }: ConflictFormProps) {
  const say = useSay()
  const { id, name, size, facts, targetName } = delivery
  const rename = useCommand((to: string) => api.exchange.rename({ id, name: to }))
  const leave = useCommand(() => api.exchange.cancel({ ids: [id] }))
  const end = async (done: Promise<unknown>) => {
    if ((await done) !== undefined) onEnd()
  }
  const place = facts?.['folder']
  return (
    <section className="paper exchange-narrow" aria-label={say('exchange.rename-title')}>
      <h2>{say('exchange.rename-title')}</h2>
      <dl className="exchange-facts">
        <dt>{say('exchange.rename-ours')}</dt>
        <dd>
          {name} · {sizeText(size)}
        </dd>
        <dt>{say('exchange.rename-theirs')}</dt>
        <dd>
          {say('exchange.rename-theirs-kept', {
            place: typeof place === 'string' ? place : targetName,
          })}
        </dd>
      </dl>
      <Form
        layout="vertical"
        initialValues={{ name: freeName(name, (each) => each === name) }}
        onFinish={(typed: { readonly name: string }) => void end(rename.run(typed.name))}
      >
        <Form.Item name="name" label={say('exchange.rename-name')} rules={schemaRules(say, fileName)}>
          <Input maxLength={200} autoFocus spellCheck={false} />
        </Form.Item>
        <TroubleNote trouble={rename.trouble ?? leave.trouble} />
        <div className="page-acts">
          <Button type="primary" htmlType="submit" loading={rename.busy}>
            {say('exchange.act-rename')}
          </Button>
          <Button loading={leave.busy} onClick={() => void end(leave.run(undefined))}>
            {say('exchange.rename-leave')}
          </Button>
          <Button onClick={onEnd}>{say('frame.close')}</Button>
        </div>
      </Form>
    </section>
  )
}
