import { newReview, type NewReview } from '#shared/review/model'

import { PeopleField, PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, textIn } from '../ui/typed.ts'

/** The fields of a review's plan. */
export function usePlanFields(): readonly Field[] {
  const say = useSay()
  const { shape } = newReview
  return [
    { name: 'title', label: say('review.field.title'), kind: 'text', schema: shape.title, wide: true },
    { name: 'plannedOn', label: say('review.field.plannedOn'), kind: 'day', schema: shape.plannedOn },
    { name: 'from', label: say('review.field.from'), kind: 'day', schema: shape.from },
    { name: 'to', label: say('review.field.to'), kind: 'day', schema: shape.to },
    { name: 'place', label: say('review.field.place'), kind: 'text' },
    {
      name: 'chair',
      label: say('review.field.chair'),
      kind: 'own',
      schema: shape.chair,
      control: <PersonField />,
    },
    { name: 'invited', label: say('review.field.invited'), kind: 'own', control: <PeopleField /> },
  ]
}
export function planIn(typed: Typed): NewReview {
  return newReview.parse({
    title: textIn(typed, 'title'),
    plannedOn: typed['plannedOn'],
    from: typed['from'],
    to: typed['to'],
    place: textIn(typed, 'place'),
    chair: knownIn(typed, 'chair'),
    invited: listIn(typed, 'invited'),
  })
}
