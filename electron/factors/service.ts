import type { OwnEdition } from '#db/factors/queries'
import { serve, type WriteContext } from '#electron/kernel/context'
import { factorsContract } from '#shared/factors/contract'
import { factorAt } from '#shared/factors/lookup'
import type { OwnEditionRecord } from '#shared/factors/record'

import type { FactorUseRegister } from './factor-uses.ts'
import { factorLibraryOf } from './library.ts'
import { markVerified, withdrawMark } from './marking.ts'
import { openCorrection, release, removeDraft, saveDraft } from './own-editions.ts'
import { factorQuestions } from './questions.ts'
import { toOwnRecord } from './records.ts'

/** @param uses the registers of the areas that use factors. */
export function createFactorsService(uses: readonly FactorUseRegister[]) {
  return serve(factorsContract, {
    ...factorQuestions,
    whereUsed: ({ db, around }, pointer) => {
      factorAt(factorLibraryOf(db, around), pointer)
      return uses.flatMap((register) => register(db, pointer))
    },
    saveOwnEdition: (context, written) => recorded(context, saveDraft(context, written)),
    correctOwnEdition: (context, correction) => recorded(context, openCorrection(context, correction)),
    removeOwnDraft: (context, { urn }) => {
      removeDraft(context, urn)
      return {}
    },
    releaseOwnEdition: (context, { urn }) => recorded(context, release(context, urn)),
    markVerified,
    withdrawMark,
  })
}

function recorded({ db, around }: WriteContext, own: OwnEdition): OwnEditionRecord {
  return toOwnRecord(db, own, factorLibraryOf(db, around))
}
