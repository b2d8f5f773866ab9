import { ownEditionAt } from '#db/factors/queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'

/** How this area hashes what its signatures cover. */
export const factorSeals: Seals = {
  'factors.edition-released': ({ db }, urn) => {
    const found = ownEditionAt(db, urn)
    return found ? sealOf({ urn, table: found.table, edition: found.edition }) : null
  },
}
