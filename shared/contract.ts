import { accessContract } from '#shared/access/contract'
import { deskContract } from '#shared/kernel/desk-contract'
import { monitoringContract } from '#shared/monitoring/contract'

/** Everything a window can ask, one line per area. */
export const contract = {
  desk: deskContract,
  access: accessContract,
  monitoring: monitoringContract,
}
export type AppContract = typeof contract
