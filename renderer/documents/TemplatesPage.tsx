import { Button } from 'antd'
import { useState } from 'react'

import { documentFacts } from '#shared/documents/document'
import type { OfferedTemplate } from '#shared/documents/template'
import { languages } from '#shared/kernel/texts'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, wholeIn } from '../ui/typed.ts'
import { useControlFields, usualFacts } from './DocumentForm.tsx'
import { useRegister } from './use-documents.tsx'

/** Documents that the standard asks for, ready to be filled from the organization's own records. */
export function TemplatesPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useAsk(['documents', 'templates'], () => api.documents.templates({}))
  const register = useRegister()
  const [chosen, setChosen] = useState<string | null>(null)
  const { language } = say
  const found = asked.data?.find(({ code }) => code === chosen)
  const made = (template: OfferedTemplate) =>
    register.data?.find(({ title }) => title === template.title.zh || title === template.title.en)
  return (
    <PageFrame
      title={say('documents.templates')}
      purpose={say('documents.templates.purpose')}
      action={<Button onClick={() => go('/documents')}>{say('documents.all')}</Button>}
    >
      <TroubleNote trouble={asked.error} />
      {found && <MakeForm key={found.code} template={found} onLeave={() => setChosen(null)} />}
      <ul className="documents-templates">
        {(asked.data ?? []).map((template) => {
          const there = made(template)
          return (
            <li key={template.code} className="paper">
              <h2>{template.title[language]}</h2>
              <p className="page-purpose">
                {say(`documents.level.${template.level}`)} ·{' '}
                {say('frame.clause', { clause: template.clauses })}
              </p>
              <p>{template.purpose[language]}</p>
              <div className="page-acts">
                {may('documents.enter') && (
                  <Button type={there ? 'default' : 'primary'} onClick={() => setChosen(template.code)}>
                    {say('documents.templates.make')}
                    <span className="visually-hidden"> {template.title[language]}</span>
                  </Button>
                )}
                {there && (
                  <StateTag tone="good" text={say('documents.templates.there', { number: there.number })} />
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </PageFrame>
  )
}

interface MakeFormProps {
  readonly template: OfferedTemplate
  readonly onLeave: () => void
}
const asked = documentFacts.omit({ number: true, title: true, level: true, serves: true })

function MakeForm({ template, onLeave }: MakeFormProps) {
  const say = useSay()
  const go = useGo()
  const making = useTask((typed: Typed, signal) =>
    api.documents.fromTemplate(
      {
        ...asked.parse({
          ...typed,
          department: knownIn(typed, 'department'),
          reviewMonths: wholeIn(typed, 'reviewMonths'),
          retentionYears: wholeIn(typed, 'retentionYears'),
        }),
        number: knownIn(typed, 'number'),
        template: template.code,
        language: typed['language'] === 'en' ? 'en' : 'zh',
      },
      { signal },
    ),
  )
  const fields: readonly Field[] = [
    ...useControlFields(true),
    {
      name: 'language',
      label: say('documents.field.language'),
      kind: 'choice',
      options: languages.map((value) => ({ value, label: say(`frame.language.${value}`) })),
    },
  ]
  const submit = async (typed: Typed) => {
    const id = await making.start(typed)
    if (id !== null) go(`/documents/${id}`)
    return id !== null
  }
  return (
    <RecordForm
      title={template.title[say.language]}
      draft={`documents/templates/${template.code}`}
      initial={{ ...usualFacts, number: '', owner: null, department: '', language: say.language }}
      fields={fields}
      submit={say('documents.templates.make')}
      onSubmit={submit}
      busy={making.task.state === 'running'}
      trouble={making.task.state === 'refused' ? making.task.trouble : null}
      onLeave={onLeave}
    />
  )
}
