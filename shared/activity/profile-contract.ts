import { z } from 'zod'

import { command, nothing } from '#shared/kernel/contract'

import { mappingProfile } from './mapping.ts'

/** What is done to remembered mappings besides saving and removing them. */
export const profileContract = {
  renameProfile: command(
    'activity.enter',
    z.object({ name: z.string(), to: mappingProfile.shape.name }),
    nothing,
  ),
}
