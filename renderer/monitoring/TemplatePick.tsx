import { Button, Form, Radio, Select } from 'antd'

import { newSource } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DayField } from './DayField.tsx'
import { NoPlace } from './NoPlace.tsx'
import { placeName } from './place-name.ts'
import { usePlaces } from './use-places.ts'

interface Wanted {
  readonly template: string
  readonly node: NodeId
  readonly validFrom: string
}

/** Chooses a kind of plant, shows what it would register, and registers it in one act that can be undone. */
export function TemplatePick() {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const { nodes, first, isPending, error } = usePlaces()
  const [form] = Form.useForm<Wanted>()
  const chosen = Form.useWatch<string | undefined>('template', form)
  const asked = useAsk(['monitoring', 'templates'], () => api.monitoring.templates({}))
  const apply = useApply()
  const templates = asked.data ?? []
  const template = templates.find(({ id }) => id === chosen)
  const finish = async (wanted: Wanted) => {
    if (await apply.run({ ...wanted, language: say.language })) go('/monitoring')
  }
  if (!first && !isPending && !error) return <NoPlace />
  if (!first) return <TroubleNote trouble={asked.error ?? error} />
  return (
    <section className="paper" aria-labelledby="monitoring-template">
      <h2 id="monitoring-template">{say('monitoring.template.question')}</h2>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ node: first.id, validFrom: `${year - 1}-01-01` }}
        onFinish={(wanted: Wanted) => void finish(wanted)}
      >
        <div className="monitoring-template">
          <Form.Item name="template" noStyle>
            <Radio.Group aria-labelledby="monitoring-template" className="monitoring-kinds">
              {templates.map(({ id, title, description }) => (
                <Radio key={id} value={id}>
                  {title[say.language]}
                  <span className="monitoring-second">{description[say.language]}</span>
                </Radio>
              ))}
            </Radio.Group>
          </Form.Item>
          <div>
            <div className="monitoring-fields">
              <Form.Item
                className="monitoring-wide"
                name="node"
                label={say('monitoring.field.node')}
                rules={schemaRules(say, newSource.shape.node)}
              >
                <Select
                  options={nodes
                    .filter(({ validTo }) => validTo === null)
                    .map(({ id }) => ({
                      value: id,
                      label: placeName(nodes, id),
                    }))}
                />
              </Form.Item>
              <DayField
                name="validFrom"
                label={say('monitoring.template.validFrom')}
                schema={newSource.shape.validFrom}
              />
            </div>
            {template && (
              <div className="monitoring-made">
                <Made title={say('monitoring.template.sources')} names={template.sources} />
                <Made title={say('monitoring.template.parameters')} names={template.parameters} />
              </div>
            )}
            <TroubleNote trouble={asked.error ?? apply.trouble} />
            <Button type="primary" htmlType="submit" disabled={!template} loading={apply.busy}>
              {say('monitoring.template.apply')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  )
}

interface MadeProps {
  readonly title: string
  readonly names: readonly { readonly zh: string; readonly en: string }[]
}
function Made({ title, names }: MadeProps) {
  const say = useSay()
  if (names.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {names.map((name) => (
          <li key={name.en}>{name[say.language]}</li>
        ))}
      </ul>
    </div>
  )
}

function useApply() {
  return useCommand(api.monitoring.applyTemplate, {
    undo: ({ sources, parameters }) => ({
      done: { code: 'monitoring.template.done', facts: { count: sources.length } },
      undo: () =>
        api.monitoring.takeBack({
          sources: sources.map(({ id }) => id),
          parameters: parameters.filter(({ source }) => source === null).map(({ id }) => id),
        }),
    }),
  })
}
