import { Button, DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'

import { type HeldRole, heldRole, type UserId } from '#shared/access/model'
import type { Delegation } from '#shared/access/roles-contract'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useNames } from '../kernel/use-names.ts'
import { useToday } from '../kernel/use-today.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useRoleWord } from './role-word.ts'

const tones = { running: 'good', coming: 'info', over: 'quiet' } as const

/** Who stands in for whom, and lending one of one's own roles. */
export function DelegationsSection() {
  const say = useSay()
  const names = useNames()
  const wordOf = useRoleWord()
  const today = useToday()
  const { data = [], error } = useAsk(['access', 'delegations'], () => api.access.delegations({}))
  const end = useCommand((id: Delegation['id']) => api.access.endDelegation({ id }))
  const stateOf = ({ validFrom, validTo }: Delegation) =>
    validTo <= today ? 'over' : validFrom > today ? 'coming' : 'running'
  return (
    <div className="split">
      <section>
        <TroubleNote trouble={end.trouble ?? error} onClose={end.forget} />
        {data.length === 0 && <p className="page-purpose">{say('access.delegation.none')}</p>}
        <ul className="grants">
          {data.map((each) => (
            <li key={each.id}>
              <span>
                {say('access.delegation.line', {
                  to: names.get(each.to) ?? '—',
                  from: names.get(each.from) ?? '—',
                })}{' '}
                · {wordOf(each.role)}{' '}
                <StateTag tone={tones[stateOf(each)]} text={say(`access.delegation.${stateOf(each)}`)} />
                <small>
                  {say('access.roles.between', { from: each.validFrom, to: each.validTo })} · {each.reason}
                </small>
              </span>
              {stateOf(each) !== 'over' && (
                <ConfirmAct
                  label={say('access.delegation.end')}
                  question={say('access.delegation.end.why')}
                  button={{ size: 'small', loading: end.busy }}
                  onConfirm={() => void end.run(each.id)}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <DelegationForm />
    </div>
  )
}

interface Typed {
  readonly to: UserId
  readonly role: HeldRole
  readonly from: Dayjs
  readonly until: Dayjs
  readonly reason: string
}

function DelegationForm() {
  const say = useSay()
  const names = useNames()
  const wordOf = useRoleWord()
  const [form] = Form.useForm<Typed>()
  const { data: session } = useAsk(['access', 'session'], () => api.access.session({}))
  const lend = useCommand(({ to, role, from, until, reason }: Typed) =>
    api.access.delegate({
      to,
      role,
      reason,
      validFrom: from.format('YYYY-MM-DD'),
      validTo: until.format('YYYY-MM-DD'),
    }),
  )
  const submit = async (typed: Typed) => {
    if ((await lend.run(typed)) !== undefined) form.resetFields()
  }
  if (session?.state !== 'open') return null
  const required = [{ required: true, message: say('frame.field.empty') }]
  const own = session.roles.map(({ role }) => heldRole.parse(role)).filter((role) => role !== 'administrator')
  const others = [...names].filter(([id, name]) => id !== session.user.id && name !== null)
  return (
    <aside className="paper" aria-label={say('access.delegation')}>
      <h2>{say('access.delegation')}</h2>
      <p className="page-purpose">{say('access.delegation.why')}</p>
      <Form<Typed> form={form} layout="vertical" onFinish={(typed) => void submit(typed)}>
        <Form.Item name="to" label={say('access.delegation.to')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="role" label={say('access.role')} rules={required}>
          <Select options={own.map((value) => ({ value, label: wordOf(value) }))} />
        </Form.Item>
        <Form.Item name="from" label={say('access.delegation.from-day')} rules={required}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="until" label={say('access.delegation.to-day')} rules={required}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label={say('access.delegation.reason')} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <TroubleNote trouble={lend.trouble} onClose={lend.forget} />
        <Button type="primary" htmlType="submit" loading={lend.busy}>
          {say('access.delegation')}
        </Button>
      </Form>
    </aside>
  )
}
