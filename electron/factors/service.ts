import type { OwnEdition } from '#db/factors/queries'
import { serve, type WriteContext } from '#electron/kernel/context'
import { factorsContract } from '#shared/factors/contract'
import { factorAt } from '#shared/factors/lookup'
import type { OwnEditionRecord } from '#shared/factors/record'
import { Refusal } from '#shared/kernel/refusal'

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
      return uses.flatMap((register) => register(db, pointer, around))
    },
    editionUses: ({ db, around }, { urn }) => {
      const edition = factorLibraryOf(db, around).find((each) => each.urn === urn)
      if (!edition) throw new Refusal('factors.unknown-edition', { urn })
      const all = edition.factors.flatMap(({ ref }) =>
        uses.flatMap((register) => register(db, { urn, ref }, around)),
      )
      return [...new Map(all.map((use) => [`${use.area} ${use.path ?? use.name}`, use])).values()]
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
