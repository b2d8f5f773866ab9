import { Button, Form, InputNumber, Radio } from 'antd'

import type { CollectionRule } from '#shared/activity/collection'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** By when the data of a facility is due: as its guideline has it, or as the plant sets it. */
export function CollectionRuleForm({ facility }: { readonly facility: NodeId }) {
  const say = useSay()
  const may = useMay()
  const asked = useAsk(
    ['activity', 'collection-rule', facility],
    () => api.activity.collectionRule({ facility }),
    {
      also: ['organization'],
    },
  )
  const save = useCommand((rule: CollectionRule) => api.activity.saveCollectionRule({ ...rule, facility }))
  const reset = useCommand(() => api.activity.removeCollectionRule({ facility }))
  const rule = asked.data
  if (!rule) return null
  const said = rule.isOwn
    ? say(`activity.collect.rule.${rule.counting}`, { days: rule.days })
    : say('activity.collect.rule.guideline', { days: rule.days })
  return (
    <section className="paper activity-form" aria-label={say('activity.collect.rule')}>
      <div className="activity-bar">
        <strong>{say('activity.collect.rule')}</strong>
        <span>{said}</span>
        {rule.isOwn && may('activity.manage') && (
          <Button loading={reset.busy} onClick={() => void reset.run(undefined)}>
            {say('activity.collect.rule.reset')}
          </Button>
        )}
      </div>
      {may('activity.manage') && (
        <Form<CollectionRule>
          key={JSON.stringify(rule)}
          layout="inline"
          initialValues={rule}
          onFinish={({ days, counting }) => void save.run({ days, counting })}
        >
          <Form.Item
            name="days"
            label={say('activity.collect.rule.days')}
            rules={[{ required: true, message: say('frame.field.empty') }]}
          >
            <InputNumber min={1} max={120} precision={0} />
          </Form.Item>
          <Form.Item name="counting" label={say('activity.collect.rule.counting')}>
            <Radio.Group
              options={(['calendar', 'working'] as const).map((value) => ({
                value,
                label: say(`activity.collect.counting.${value}`),
              }))}
            />
          </Form.Item>
          <Button htmlType="submit" loading={save.busy}>
            {say('activity.collect.rule.save')}
          </Button>
        </Form>
      )}
      <TroubleNote trouble={save.trouble ?? reset.trouble ?? asked.error} />
    </section>
  )
}
