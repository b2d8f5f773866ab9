import { Alert, Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'

import { type ProxySettings, proxySettings } from '#shared/exchange/proxy'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { SecretItem } from './TargetFields.tsx'

type Known = Awaited<ReturnType<typeof api.exchange.proxy>>
type ByHand = Extract<ProxySettings, { readonly mode: 'by-hand' }>
/** All fields at once, so that choosing another way forgets none that was typed. */
type Typed = Omit<ByHand, 'mode'> & { readonly mode: ProxySettings['mode'] }

const empty = { address: '', user: '', bypass: '' }
const byHand = proxySettings.options[2].shape

/** How web servers are reached: as the system says, directly, or by a proxy that is named here. */
export function ProxySection() {
  const { data: known, error } = useAsk(['exchange', 'proxy'], () => api.exchange.proxy({}))
  if (!known) return <TroubleNote trouble={error} />
  return <ProxyForm known={known} />
}

function ProxyForm({ known: { settings, hasPassword } }: { readonly known: Known }) {
  const say = useSay()
  const draft = useDraft<Typed>('exchange.proxy', { ...empty, ...settings })
  const [password, setPassword] = useState('')
  const [isSaved, setSaved] = useState(false)
  const save = useCommand((input: Parameters<typeof api.exchange.setProxy>[0]) =>
    api.exchange.setProxy(input),
  )
  if (!draft.ready) return null
  const { mode, ...rest } = draft.value
  const keep = async () => {
    const chosen: ProxySettings = mode === 'by-hand' ? { mode, ...rest } : { mode }
    if (!(await save.run({ settings: chosen, ...(password !== '' && { password }) }))) return
    setPassword('')
    setSaved(true)
    await draft.settled()
  }
  return (
    <section className="paper record-form" aria-label={say('exchange.proxy.title')}>
      <h2>{say('exchange.proxy.title')}</h2>
      <p className="page-purpose exchange-note">{say('exchange.proxy.why')}</p>
      <DraftNote draft={draft} />
      <Form
        key={draft.restoredAt ?? 'kept'}
        layout="vertical"
        initialValues={draft.value}
        onValuesChange={(changed: Partial<Typed>) => {
          setSaved(false)
          draft.change({ ...draft.value, ...changed })
        }}
        onFinish={() => void keep()}
      >
        <Form.Item name="mode" label={say('exchange.proxy.mode')}>
          <Radio.Group
            options={(['system', 'none', 'by-hand'] as const).map((value) => ({
              value,
              label: say(`exchange.proxy.mode-${value}`),
            }))}
          />
        </Form.Item>
        {mode === 'by-hand' && (
          <div className="record-fields">
            <Form.Item
              name="address"
              label={say('exchange.proxy.address')}
              extra={say('exchange.proxy.address-shape')}
              rules={schemaRules(say, byHand.address)}
            >
              <Input placeholder="http://" maxLength={300} spellCheck={false} />
            </Form.Item>
            <Form.Item
              name="bypass"
              label={say('exchange.proxy.bypass')}
              extra={say('exchange.proxy.bypass-shape')}
            >
              <Input maxLength={1000} spellCheck={false} />
            </Form.Item>
            <Form.Item
              name="user"
              label={say('exchange.proxy.user')}
              extra={say('exchange.proxy.user-shape')}
            >
              <Input maxLength={300} autoComplete="off" spellCheck={false} />
            </Form.Item>
            <SecretItem
              id="exchange-proxy-password"
              label={say('exchange.proxy.password')}
              isKept={hasPassword}
              value={password}
              onChange={setPassword}
            />
          </div>
        )}
        <TroubleNote trouble={save.trouble} />
        {isSaved && <Alert type="success" showIcon title={say('exchange.proxy.saved')} />}
        <div className="page-acts">
          <Button htmlType="submit" loading={save.busy}>
            {say('exchange.proxy.save')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
