import { join } from 'node:path'

import type { Handlers } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { offerPaper } from '#electron/kernel/offer-file'
import type { SelfProof } from '#shared/exchange/self-proof'
import type { selfProofContract } from '#shared/exchange/self-proof-contract'
import { selfProofPaper } from '#shared/exchange/self-proof-paper'
import { canonical } from '#shared/kernel/canonical'

import { diagnostics } from './diagnostics.ts'
import type { ProveSelf } from './self-proof.ts'

export const selfProofHandlers: Handlers<typeof selfProofContract> = {
  diagnostics: (context) => ({ text: diagnostics(context) }),
  proveSelf: async (task, { language }) => {
    const input: ProveSelf = {
      program: task.around.program,
      name: task.around.name,
      at: task.now,
      folder: task.folder,
      scratch: join(task.folder, 'staging', `self-proof-${task.newId()}`),
    }
    const proof = await task.job<SelfProof>('exchange.prove-self', input)
    const paper = selfProofPaper(proof, { language, hash: sha256(canonical(proof)) })
    return { proof, sheet: await offerPaper(task, paper, 'pdf') }
  },
}
