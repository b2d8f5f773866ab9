import { z } from 'zod'

import { selfProof } from '#shared/exchange/self-proof'
import { nothing, query, task } from '#shared/kernel/contract'
import { languages } from '#shared/kernel/texts'

export const selfProofContract = {
  /** What whoever mends the program needs to know, as text: the user reads it before it leaves. */
  diagnostics: query('exchange.read', nothing, z.object({ text: z.string() })),
  /** Computes the published cases anew on this machine, checks the data folder and its backups, prints the sheet. */
  proveSelf: task(
    'exchange.read',
    z.object({ language: z.enum(languages) }),
    z.object({ proof: selfProof, sheet: z.object({ download: z.string(), fileName: z.string() }) }),
  ),
}
