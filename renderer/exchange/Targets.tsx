import { Button, Form, Input } from 'antd'

import type { Target } from '#shared/exchange/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** The folders that exports and backups are brought to. */
export function Targets() {
  const say = useSay()
  const may = useMay()
  const asked = useAsk(['exchange', 'targets'], () => api.exchange.targets({}))
  const remove = useCommand((target: Target) => api.exchange.removeTarget({ id: target.id }))
  return (
    <div className="exchange-sheet">
      <TroubleNote trouble={asked.error ?? remove.trouble} />
      {asked.data?.length === 0 && (
        <EmptyState icon="box" title={say('exchange.targets')} why={say('exchange.targets-empty')} />
      )}
      {asked.data && asked.data.length > 0 && (
        <section className="paper" aria-label={say('exchange.targets')}>
          <table>
            <tbody>
              {asked.data.map((target) => (
                <tr key={target.id}>
                  <th scope="row">{target.name}</th>
                  <td className="exchange-words">{target.path}</td>
                  <td className="number">
                    {may('exchange.manage') && (
                      <ConfirmAct
                        label={say('exchange.remove-target')}
                        question={say('exchange.remove-target-ask', { name: target.name })}
                        button={{ size: 'small' }}
                        onConfirm={() => void remove.run(target)}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {may('exchange.manage') && <AddTarget />}
    </div>
  )
}

type NewTarget = Pick<Target, 'name' | 'path'>

function AddTarget() {
  const say = useSay()
  const [form] = Form.useForm<NewTarget>()
  const add = useCommand((input: NewTarget) => api.exchange.addTarget(input))
  const save = async (input: NewTarget) => {
    if (await add.run(input)) form.resetFields()
  }
  return (
    <section className="paper exchange-narrow" aria-label={say('exchange.add-target')}>
      <h2>{say('exchange.add-target')}</h2>
      <Form form={form} layout="vertical" onFinish={(input) => void save(input)}>
        <Form.Item
          name="name"
          label={say('exchange.target-name')}
          rules={[{ required: true, message: say('frame.field.empty') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="path"
          label={say('exchange.target-path')}
          rules={[{ required: true, message: say('frame.field.empty') }]}
        >
          <Input maxLength={1000} spellCheck={false} />
        </Form.Item>
        <TroubleNote trouble={add.trouble} />
        <Button type="primary" htmlType="submit" loading={add.busy}>
          {say('exchange.add-target')}
        </Button>
      </Form>
    </section>
  )
}
