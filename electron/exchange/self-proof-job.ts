import type { PersonalColumns } from '#electron/kernel/audit'
import type { SelfProof } from '#shared/exchange/self-proof'

import type { Control } from './backup.ts'
import { checkStoreJob } from './check-store-job.ts'
import { proveSelf, type ProveSelf } from './self-proof.ts'

/** The self-proof on a thread of its own. */
export const proveSelfJob =
  (personal: PersonalColumns) =>
  (input: ProveSelf, control: Control): Promise<SelfProof> =>
    proveSelf(input, (folder) => checkStoreJob(personal)({ folder }, control), control)
