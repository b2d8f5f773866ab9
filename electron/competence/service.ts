import { serve } from '#electron/kernel/context'
import { competenceContract } from '#shared/competence/contract'

import { type LockedFigures, messageHandlers } from './messages.ts'
import { resourceHandlers } from './resources.ts'
import { skillHandlers } from './skills.ts'
import { trainingHandlers } from './trainings.ts'

/** Clause 7 but for documents: what is needed, who is able to do it, and who is told. */
export function createCompetenceService(locked: LockedFigures) {
  return serve(competenceContract, {
    ...resourceHandlers,
    ...skillHandlers,
    ...trainingHandlers,
    ...messageHandlers(locked),
  })
}
