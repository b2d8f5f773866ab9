import { Button, Checkbox, Form, Select } from 'antd'

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
import { TemplateKinds } from './TemplateKinds.tsx'
import { usePlaces } from './use-places.ts'

interface Wanted {
  readonly template: string
  readonly node: NodeId
  readonly validFrom: string
  /** The codes of the sources that this plant has. */
  readonly sources: readonly string[]
}

/** Chooses a kind of plant, shows what it would register, and registers it in one act that can be undone. */
export function TemplatePick() {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const { nodes, first, isPending, error } = usePlaces()
  const [form] = Form.useForm<Wanted>()
  const chosen = Form.useWatch<string | undefined>('template', form)
  const picked = Form.useWatch<readonly string[] | undefined>('sources', form) ?? []
  const asked = useAsk(['monitoring', 'templates'], () => api.monitoring.templates({}))
  const apply = useApply()
  const templates = asked.data ?? []
  const template = templates.find(({ id }) => id === chosen)
  const finish = async (wanted: Wanted) => {
    const sources = [...wanted.sources]
    if (await apply.run({ ...wanted, sources, language: say.language })) go('/monitoring')
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
        onValuesChange={(changed: Partial<Wanted>) => {
          const next = templates.find(({ id }) => id === changed.template)
          if (next) form.setFieldValue('sources', codesOf(next))
        }}
        onFinish={(wanted: Wanted) => void finish(wanted)}
      >
        <div className="monitoring-template">
          <Form.Item name="template" noStyle>
            <TemplateKinds kinds={templates} />
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
                <Form.Item name="sources" label={say('monitoring.template.sources')}>
                  <Checkbox.Group
                    className="monitoring-kinds"
                    options={template.sources.map(({ code, name }) => ({
                      value: code,
                      label: `${code} ${name[say.language]}`,
                    }))}
                  />
                </Form.Item>
                <Made title={say('monitoring.template.parameters')} names={template.parameters} />
              </div>
            )}
            <TroubleNote trouble={asked.error ?? apply.trouble} />
            <Button
              type="primary"
              htmlType="submit"
              disabled={!template || picked.length === 0}
              loading={apply.busy}
            >
              {say('monitoring.template.apply')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  )
}

function codesOf({ sources }: { readonly sources: readonly { readonly code: string }[] }): string[] {
  return sources.map(({ code }) => code)
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
