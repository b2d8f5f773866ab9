import { useRef } from 'react'

import {
  type DeclarationContent,
  type DeclarationId,
  declarationInput,
} from '#shared/organization/declaration'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import type { Typed } from '../ui/RecordForm.tsx'
import { knownIn } from '../ui/typed.ts'
import type { ShownDeclaration } from './use-system.ts'

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
