import { adoptionsOf, declarationsOf } from '#db/organization/leadership-queries'
import { sealOf, type Seal, type Seals, sealWhere } from '#electron/kernel/signed-acts'

import { signatureHolds as boundaryHolds } from './boundaries.ts'
import { signatureHolds as declarationHolds } from './declaration-standing.ts'

const declared: Seal = ({ db }, id, kept) => {
  const found = declarationsOf(db).find((each) => each.id === id)
  return sealWhere(found !== undefined && declarationHolds(db, found), kept)
}

/** How this area hashes what its signatures cover. */
export const organizationSeals: Seals = {
  'organization.boundary-approved': ({ db }, id, kept) => sealWhere(boundaryHolds(db, id as never), kept),
  'organization.policy-approved': declared,
  'organization.scope-approved': declared,
  'organization.subsystem-decided': ({ db }, id) => {
    const found = adoptionsOf(db).find(({ subsystem }) => subsystem === id)
    return found ? sealOf(found) : null
  },
}
