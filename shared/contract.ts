import { deskContract } from '#shared/kernel/desk-contract'

/** Everything a window can ask, one line per area. */
export const contract = {
  desk: deskContract,
}
export type AppContract = typeof contract
