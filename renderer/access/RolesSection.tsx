import { Button, DatePicker, Form, Select } from 'antd'
import type { Dayjs } from 'dayjs'

import { type Account, type Grant, type HeldRole, roles } from '#shared/access/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useFace } from '../kernel/page.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { grantsNow } from './grants-now.ts'
import { useRoleChoices, useRoleWord } from './role-word.ts'

interface RolesSectionProps {
  readonly account: Account
  readonly isEditable: boolean
}

/** The roles of an account, each with its time; granting and revoking. */
export function RolesSection({ account, isEditable }: RolesSectionProps) {
  const say = useSay()
  const roleWord = useRoleWord()
  const revoke = useCommand((id: Grant['id']) => api.access.revoke({ id }))
  const held = grantsNow(account.grants)
  const { facilities } = useFace().useScopeChoices()
  const placeOf = (node: string) => facilities.find(({ id }) => id === node)?.name ?? say('access.roles.part')
  return (
    <section>
      <h2>{say('access.roles')}</h2>
      {held.length === 0 && <p className="page-purpose">{say('access.roles.none')}</p>}
      <ul className="grants">
        {held.map((grant) => (
          <li key={grant.id}>
            <span>
              {roleWord(grant.role)}
              <small>
                {timeOf(say, grant)}
                {grant.nodeId !== null && ` · ${placeOf(grant.nodeId)}`}
              </small>
            </span>
            {isEditable && (
              <ConfirmAct
                label={say('access.roles.revoke')}
                question={say('access.roles.revoke-one', { role: roleWord(grant.role) })}
                button={{ size: 'small', loading: revoke.busy }}
                onConfirm={() => void revoke.run(grant.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={revoke.trouble} onClose={revoke.forget} />
      {isEditable && account.disabledAt === null && <GrantForm account={account} />}
    </section>
  )
}

function timeOf(say: Say, { validFrom, validTo }: Grant): string {
  if (validTo === null) return say('access.roles.since', { from: validFrom })
  return say('access.roles.between', { from: validFrom, to: validTo })
}

interface Typed {
  readonly role: HeldRole
  /** Empty: the whole organization. */
  readonly node?: string
  readonly from?: Dayjs | null
  readonly to?: Dayjs | null
}

function GrantForm({ account }: { readonly account: Account }) {
  const say = useSay()
  const roleWord = useRoleWord()
  const choices = useRoleChoices(roles)
  const [form] = Form.useForm<Typed>()
  const { facilities } = useFace().useScopeChoices()
  const grant = useCommand(({ role, node, from, to }: Typed) =>
    api.access.grant({
      userId: account.id,
      role,
      nodeId: node ?? null,
      validTo: to?.format('YYYY-MM-DD') ?? null,
      ...(from ? { validFrom: from.format('YYYY-MM-DD') } : {}),
    }),
  )
  const submit = async (typed: Typed) => {
    if ((await grant.run(typed)) !== undefined) form.resetFields()
  }
  return (
    <Form<Typed> form={form} layout="vertical" onFinish={(typed) => void submit(typed)}>
      <Form.Item
        name="role"
        label={say('access.role')}
        rules={[{ required: true, message: say('frame.field.choice') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={choices.map((value) => ({ value, label: roleWord(value) }))}
        />
      </Form.Item>
      {facilities.length > 0 && (
        <Form.Item name="node" label={say('access.roles.node')}>
          <Select
            allowClear
            placeholder={say('access.roles.whole')}
            options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      <Form.Item name="from" label={say('access.roles.from')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="to" label={say('access.roles.to')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <TroubleNote trouble={grant.trouble} onClose={grant.forget} />
      <Button htmlType="submit" loading={grant.busy}>
        {say('access.roles.grant')}
      </Button>
    </Form>
  )
}
