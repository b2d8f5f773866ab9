import { serve, type Service } from '#electron/kernel/context'
import type { RecordRegister } from '#electron/kernel/record-desk'
import { complianceContract } from '#shared/compliance/contract'

import { createConformityHandlers } from './conformity-service.ts'
import type { StandingOf } from './conformity.ts'
import { obligationHandlers } from './obligation-service.ts'

/**
 * @param standingOf how the requirements stand by the records of every area.
 * @param register where those records are found.
 */
export function createComplianceService(
  standingOf: StandingOf,
  register: RecordRegister,
): Service<typeof complianceContract> {
  return serve(complianceContract, {
    ...createConformityHandlers(standingOf, register),
    ...obligationHandlers,
  })
}
