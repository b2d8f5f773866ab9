import { z } from 'zod'

import type { ShownDocument } from '#shared/documents/contract'
import {
  carriers,
  documentFacts,
  type DocumentFacts,
  type DocumentId,
  grades,
  levels,
} from '#shared/documents/document'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, textIn, wholeIn } from '../ui/typed.ts'
import { useWritingOptions } from './use-documents.tsx'

interface DocumentFormProps {
  /** Null for a new one. */
  readonly document: ShownDocument | null
  readonly onSaved: (id: DocumentId) => void
  readonly onLeave?: () => void
}

/** What is registered of a document. */
export function DocumentForm({ document, onSaved, onLeave }: DocumentFormProps) {
  const say = useSay()
  const fields = useFields(document === null)
  const save = useCommand(async ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) => {
    const facts = documentFacts.omit({ number: true }).parse(factsIn(typed))
    const number = knownIn(typed, 'number')
    if (document === null) return api.documents.addDocument({ ...facts, number })
    await api.documents.changeDocument({
      ...facts,
      id: document.id,
      number: number ?? document.number,
      seen: documentFacts.parse({ ...factsIn(seen), number: knownIn(seen, 'number') }),
    })
    return document.id
  })
  const submit = async (typed: Typed, seen: Typed) => {
    const id = await save.run({ typed, seen })
    if (id !== undefined) onSaved(id)
    return id !== undefined
  }
  return (
    <RecordForm
      title={document === null ? say('documents.add') : say('documents.edit')}
      draft={`documents/items/${document?.id ?? 'new'}`}
      isThere={document !== null}
      initial={initialOf(document)}
      fields={fields}
      submit={say('documents.save')}
      onSubmit={submit}
      onSettled={save.forget}
      busy={save.busy}
      trouble={save.trouble}
      {...(onLeave && { onLeave })}
    />
  )
}

/** What most documents of a system have. */
export const usualFacts = {
  level: 'procedure',
  secrecy: 'internal',
  carrier: 'electronic',
  reviewMonths: '12',
  retentionYears: '3',
  serves: [],
} as const

function initialOf(document: ShownDocument | null): Typed {
  if (document === null) return { number: '', title: '', owner: null, department: '', ...usualFacts }
  const { reviewMonths, retentionYears, department, ...rest } = documentFacts.parse(document)
  return {
    ...rest,
    department: department ?? '',
    reviewMonths: String(reviewMonths),
    retentionYears: retentionYears === null ? '' : String(retentionYears),
  }
}

function factsIn(typed: Typed): Record<keyof Omit<DocumentFacts, 'number'>, unknown> {
  return {
    title: textIn(typed, 'title'),
    level: typed['level'],
    owner: typed['owner'],
    department: knownIn(typed, 'department'),
    secrecy: typed['secrecy'],
    carrier: typed['carrier'],
    reviewMonths: wholeIn(typed, 'reviewMonths'),
    retentionYears: wholeIn(typed, 'retentionYears'),
    serves: listIn(typed, 'serves'),
  }
}

function useFields(isNew: boolean): readonly Field[] {
  const say = useSay()
  return [
    {
      name: 'title',
      label: say('documents.field.title'),
      kind: 'text',
      schema: documentFacts.shape.title,
      wide: true,
    },
    ...useControlFields(isNew),
    {
      name: 'level',
      label: say('documents.field.level'),
      kind: 'choice',
      schema: documentFacts.shape.level,
      options: levels.map((value) => ({ value, label: say(`documents.level.${value}`) })),
    },
    {
      name: 'serves',
      label: say('documents.field.serves'),
      kind: 'choices',
      options: useWritingOptions(),
      wide: true,
    },
  ]
}

/** The fields that a document from a template is asked for, too. */
export function useControlFields(isNew: boolean): readonly Field[] {
  const say = useSay()
  const { shape } = documentFacts
  return [
    {
      name: 'number',
      label: say('documents.field.number'),
      kind: 'text',
      ...(isNew ? { hint: say('documents.field.number-hint') } : { schema: shape.number }),
    },
    {
      name: 'owner',
      label: say('documents.field.owner'),
      kind: 'own',
      schema: shape.owner,
      control: <PersonField label={say('documents.field.owner')} />,
    },
    { name: 'department', label: say('documents.field.department'), kind: 'text' },
    {
      name: 'secrecy',
      label: say('documents.field.secrecy'),
      kind: 'choice',
      schema: shape.secrecy,
      hint: say('documents.field.secrecy-hint'),
      options: grades.map((value) => ({ value, label: say(`documents.grade.${value}`) })),
    },
    {
      name: 'carrier',
      label: say('documents.field.carrier'),
      kind: 'choice',
      schema: shape.carrier,
      options: carriers.map((value) => ({ value, label: say(`documents.carrier.${value}`) })),
    },
    {
      name: 'reviewMonths',
      label: say('documents.field.reviewMonths'),
      kind: 'number',
      schema: z.string().regex(/^\s*\d{1,3}\s*$/),
    },
    {
      name: 'retentionYears',
      label: say('documents.field.retentionYears'),
      kind: 'number',
      hint: say('documents.field.retentionYears-hint'),
    },
  ]
}
