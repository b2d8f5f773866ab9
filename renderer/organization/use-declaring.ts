import { useRef } from 'react'
import type { z } from 'zod'

import {
  type DeclarationContent,
  type DeclarationId,
  declarationInput,
} from '#shared/organization/declaration'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { knownIn } from '../ui/typed.ts'
import { type ShownDeclaration, usualDays } from './use-system.ts'

interface Declaring {
  readonly subsystem: ShownDeclaration['subsystem']
  /** The draft that is worked on; null for a new one. */
  readonly version: ShownDeclaration | null
  readonly contentOf: (typed: Typed) => DeclarationContent
  readonly onDone: (id: DeclarationId) => void
}

/** Saving a policy or scope from its form, and submitting it where that was asked for. */
export function useDeclaring({ subsystem, version, contentOf, onDone }: Declaring) {
  const wanted = useRef(false)
  const save = useCommand((typed: Typed) =>
    api.organization.saveDeclaration(
      declarationInput.parse({
        id: version?.id ?? null,
        subsystem,
        content: contentOf(typed),
        reason: knownIn(typed, 'reason'),
        validFrom: typed['validFrom'],
        reviewOn: typed['reviewOn'],
      }),
    ),
  )
  const submit = useCommand((id: DeclarationId) => api.organization.submitDeclaration({ id }))
  const keep = async (typed: Typed) => {
    const isSubmitted = wanted.current
    wanted.current = false
    const id = await save.run(typed)
    if (id === undefined) return false
    if (isSubmitted) await submit.run(id)
    onDone(id)
    return true
  }
  const want = () => {
    wanted.current = true
  }
  return { want, keep, busy: save.busy || submit.busy, trouble: save.trouble ?? submit.trouble }
}

/** What every version has beside its content; only one that follows another says why. */
export function useVersionFields(title: z.ZodType, isRevision: boolean): readonly Field[] {
  const say = useSay()
  const { shape } = declarationInput
  return [
    { name: 'title', label: say('organization.scope.field.title'), kind: 'text', schema: title },
    {
      name: 'validFrom',
      label: say('organization.declaration.validFrom'),
      kind: 'day',
      schema: shape.validFrom,
    },
    {
      name: 'reviewOn',
      label: say('organization.declaration.reviewOn'),
      kind: 'day',
      schema: shape.reviewOn,
    },
    ...(isRevision
      ? [{ name: 'reason', label: say('organization.declaration.reason'), kind: 'text' as const }]
      : []),
  ]
}

/** What stands in them at first. */
export function startOf(version: ShownDeclaration | null) {
  const { today, inAYear } = usualDays()
  return {
    reason: version?.reason ?? '',
    validFrom: version?.validFrom ?? today,
    reviewOn: version?.reviewOn ?? inAYear,
  }
}
