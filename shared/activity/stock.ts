import type { SourceId } from '#shared/monitoring/model'

/** What a stock balance needs besides what is burnt: purchases, and what lies in store at the end of the month. */
export const stockRoles = ['purchased', 'closing'] as const
export type StockRole = (typeof stockRoles)[number]

/** The role under which a facility's parameter belongs to the stock of a fuel. */
export function stockRoleOf(role: StockRole, source: SourceId): string {
  return `stock-${role}/${source}`
}
