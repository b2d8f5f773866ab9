import { Select } from 'antd'

import type { PersonId } from '#shared/access/model'
import { subsystems } from '#shared/kernel/subsystem'
import { caseSources, changedFacts, type ChangedFacts, clause, severities } from '#shared/nonconformity/model'
import type { NodeId } from '#shared/organization/model'

import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'

/** The fields of what was found. */
export function useFactFields(isNew: boolean): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const { shape } = changedFacts
  return [
    { name: 'title', label: say('nonconformity.field.title'), kind: 'text', schema: shape.title, wide: true },
    {
      name: 'fact',
      label: say('nonconformity.field.fact'),
      kind: 'area',
      hint: say('nonconformity.field.fact-hint'),
      schema: shape.fact,
    },
    {
      name: 'source',
      label: say('nonconformity.field.source'),
      kind: 'choice',
      schema: shape.source,
      options: caseSources.map((each) => ({ value: each, label: say(`nonconformity.source.${each}`) })),
    },
    {
      name: 'severity',
      label: say('nonconformity.field.severity'),
      kind: 'choice',
      schema: shape.severity,
      options: severities.map((each) => ({ value: each, label: say(`nonconformity.severity.${each}`) })),
    },
    {
      name: 'requirements',
      label: say('nonconformity.field.requirements'),
      kind: 'own',
      hint: say('nonconformity.field.requirements-hint'),
      schema: shape.requirements,
      control: <Select mode="tags" tokenSeparators={[',', '，', '、', ' ']} open={false} suffixIcon={null} />,
    },
    {
      name: 'size',
      label: say('nonconformity.field.size'),
      kind: 'number',
      schema: typedNumber.nullable(),
    },
    {
      name: 'subsystem',
      label: say('nonconformity.field.subsystem'),
      kind: 'choice',
      schema: shape.subsystem,
      options: subsystems.map((each) => ({ value: each, label: say(`nonconformity.subsystem.${each}`) })),
    },
    { name: 'node', label: say('nonconformity.field.node'), kind: 'choice', options: places },
    { name: 'foundOn', label: say('nonconformity.field.foundOn'), kind: 'day', schema: shape.foundOn },
    { name: 'foundBy', label: say('nonconformity.field.foundBy'), kind: 'own', control: <PersonField /> },
    { name: 'owner', label: say('nonconformity.field.owner'), kind: 'own', control: <PersonField /> },
    {
      name: 'due',
      label: say('nonconformity.field.due'),
      kind: 'day',
      ...(isNew ? { hint: say('nonconformity.field.due-hint') } : { schema: shape.due }),
    },
  ]
}

/** What was typed, but for the day on which it is due. */
export function factsIn(typed: Typed): Omit<ChangedFacts, 'due'> {
  return changedFacts.omit({ due: true }).parse({
    title: textIn(typed, 'title'),
    fact: textIn(typed, 'fact'),
    source: typed['source'],
    severity: typed['severity'],
    requirements: listIn(typed, 'requirements').filter((each) => clause.safeParse(each).success),
    size: numberIn(typed, 'size'),
    subsystem: typed['subsystem'],
    node: (knownIn(typed, 'node') ?? null) as NodeId | null,
    foundOn: typed['foundOn'],
    foundBy: personIn(typed, 'foundBy'),
    owner: personIn(typed, 'owner'),
  })
}
export function personIn(typed: Typed, name: string): PersonId | null {
  return knownIn(typed, name) as PersonId | null
}
