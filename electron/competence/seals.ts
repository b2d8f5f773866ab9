import { disclosureById, trainingById } from '#db/competence/queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'
import type { Disclosure } from '#shared/competence/message'
import { newTraining } from '#shared/competence/training'

/** What approving a disclosure signs: what is said to whom, on what ground, with which figures. */
export function sealOfDisclosure(of: Disclosure): string {
  const { title, recipient, basis, secrecy, inventory, figures, words } = of
  return sealOf({ title, recipient, basis, secrecy, inventory, figures, words })
}

/** How this area hashes what its signatures cover. */
export const competenceSeals: Seals = {
  'competence.disclosure-approved': ({ db }, id) => {
    const found = disclosureById(db, id as never)
    return found ? sealOfDisclosure(found) : null
  },
  'competence.training-judged': ({ db }, id) => {
    const found = trainingById(db, id as never)
    if (!found) return null
    const { number, heldOn, isEffective, effect, attendances } = found
    const facts = newTraining.omit({ people: true }).parse(found)
    return sealOf({ id, number, ...facts, heldOn, attendances, isEffective, effect })
  },
}
