import { Button, Radio } from 'antd'
import { useState } from 'react'

import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { usePreferences } from '../kernel/preferences.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Registers the usual sources of a kind of plant in one act, valid from the first day of the year before the chosen one. */
export function TemplatePick({ node, onDone }: { readonly node: NodeId; readonly onDone: () => void }) {
  const say = useSay()
  const language = usePreferences((preferences) => preferences.language)
  const { year } = useScope()
  const [chosen, choose] = useState<string | null>(null)
  const asked = useAsk(['monitoring', 'templates'], () => api.monitoring.templates({}))
  const apply = useCommand(api.monitoring.applyTemplate, {
    undo: ({ sources, parameters }) => ({
      done: { code: 'monitoring.template.done', facts: { count: sources.length } },
      undo: async () => {
        for (const { id } of sources) await api.monitoring.removeSource({ id })
        for (const { id, source } of parameters)
          if (source === null) await api.monitoring.removeParameter({ id })
      },
    }),
  })
  const template = asked.data?.find(({ id }) => id === chosen)
  return (
    <section className="paper" aria-labelledby="monitoring-template">
      <h2 id="monitoring-template">{say('monitoring.template.question')}</h2>
      <Radio.Group
        aria-labelledby="monitoring-template"
        value={chosen}
        onChange={({ target }) => choose(String(target.value))}
        options={(asked.data ?? []).map(({ id, title }) => ({ value: id, label: title[language] }))}
      />
      {template && (
        <>
          <p>{template.description[language]}</p>
          <p>{say('monitoring.template.sources')}</p>
          <ul className="monitoring-template">
            {[...template.sources, ...template.parameters].map((name) => (
              <li key={name.en}>{name[language]}</li>
            ))}
          </ul>
        </>
      )}
      <TroubleNote trouble={asked.error ?? apply.trouble} />
      <div className="page-acts">
        <Button
          type="primary"
          disabled={!template}
          loading={apply.busy}
          onClick={() => {
            if (template)
              void apply
                .run({ template: template.id, node, validFrom: `${year - 1}-01-01`, language })
                .then((made) => made && onDone())
          }}
        >
          {say('monitoring.template.apply')}
        </Button>
        <Button onClick={onDone}>{say('monitoring.leave')}</Button>
      </div>
    </section>
  )
}
