import type { ReadDb } from '#db/kernel/access'
import { meterRecords } from '#db/monitoring/meter-queries'
import { registerOf } from '#db/monitoring/queries'
import { boundariesOf, boundaryInForce } from '#db/organization/boundary-queries'
import { descendantsOf, nodesOf, organizationOf } from '#db/organization/queries'
import { isValidOn } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { PlanFacts } from '#shared/monitoring/plan-draft'
import type { NodeId } from '#shared/organization/model'

/**
 * What the registers know of a facility on a day, as a plan takes it over and is held against it.
 *
 * @throws Refusal `monitoring.no-organization`.
 */
export function planFacts(db: ReadDb, facility: NodeId, on: string): PlanFacts {
  const organization = organizationOf(db)
  if (!organization) throw new Refusal('monitoring.no-organization')
  const own = descendantsOf(db, facility).filter((node) => isValidOn(node, on))
  const inForce = boundaryInForce(db, organization.id, on)
  const number = boundariesOf(db).find(({ id }) => id === inForce?.id)?.number
  const { sources, parameters } = registerOf(db, facility)
  return {
    on,
    organization,
    boundary: inForce && number !== undefined ? { ...inForce, number } : null,
    nodes: own,
    facilities: nodesOf(db, on)
      .filter(({ id }) => id === facility)
      .map(({ name }) => name),
    sources,
    parameters,
    meters: meterRecords(db),
  }
}
