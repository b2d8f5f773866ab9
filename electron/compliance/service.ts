import { serve, type Service } from '#electron/kernel/context'
import { complianceContract } from '#shared/compliance/contract'

import { createConformityHandlers } from './conformity-service.ts'
import type { StandingOf } from './conformity.ts'
import { obligationHandlers } from './obligation-service.ts'

/** @param standingOf how the requirements stand by the records of every area. */
export function createComplianceService(standingOf: StandingOf): Service<typeof complianceContract> {
  return serve(complianceContract, {
    ...createConformityHandlers(standingOf),
    ...obligationHandlers,
  })
}
