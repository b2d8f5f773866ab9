import { subsystems } from '#shared/kernel/subsystem'
import { ideaSources, newImprovement, type NewImprovement } from '#shared/nonconformity/improvement'
import type { NodeId } from '#shared/organization/model'

import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { personIn } from './case-fields.tsx'

export const emptyIdea: Typed = {
  title: '',
  idea: '',
  source: 'suggestion',
  subsystem: 'core',
  node: null,
  benefit: '',
  cost: '',
  raisedBy: null,
}

export function useIdeaFields(): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const { shape } = newImprovement
  return [
    { name: 'title', label: say('nonconformity.field.title'), kind: 'text', schema: shape.title, wide: true },
    { name: 'idea', label: say('nonconformity.idea.idea'), kind: 'area', schema: shape.idea },
    { name: 'benefit', label: say('nonconformity.idea.benefit'), kind: 'area' },
    { name: 'cost', label: say('nonconformity.idea.cost'), kind: 'area' },
    {
      name: 'source',
      label: say('nonconformity.idea.source'),
      kind: 'choice',
      schema: shape.source,
      options: ideaSources.map((each) => ({ value: each, label: say(`nonconformity.idea-source.${each}`) })),
    },
    {
      name: 'subsystem',
      label: say('nonconformity.field.subsystem'),
      kind: 'choice',
      schema: shape.subsystem,
      options: subsystems.map((each) => ({ value: each, label: say(`nonconformity.subsystem.${each}`) })),
    },
    { name: 'node', label: say('nonconformity.field.node'), kind: 'choice', options: places },
    { name: 'raisedBy', label: say('nonconformity.idea.raisedBy'), kind: 'own', control: <PersonField /> },
  ]
}

export function ideaIn(typed: Typed): NewImprovement {
  return newImprovement.parse({
    title: textIn(typed, 'title'),
    idea: textIn(typed, 'idea'),
    source: typed['source'],
    origin: knownIn(typed, 'origin'),
    subsystem: typed['subsystem'],
    node: (knownIn(typed, 'node') ?? null) as NodeId | null,
    benefit: textIn(typed, 'benefit'),
    cost: textIn(typed, 'cost'),
    raisedBy: personIn(typed, 'raisedBy'),
  })
}
