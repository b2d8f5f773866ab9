import type { Calculation } from './methods.ts'

const sides = ['inputs', 'outputs'] as const

/** The first flow of a mass balance whose name stands twice on one side; null where every name is its own. */
export function flowTwice(how: Calculation): string | null {
  if (how.method !== 'mass-balance') return null
  const twice = sides.flatMap((side) => how[side].filter((name, index, all) => all.indexOf(name) !== index))
  return twice[0] ?? null
}

/**
 * Where the parameters of a mass balance stand once its flows changed: roles count the flows (`inputs/1/mass`), so
 * that taking the first away would hand its numbers to the next. A flow is known by its name; one that was only
 * renamed keeps its place. Gives the new role, or null for a flow that is gone.
 */
export function roleAfter(role: string, old: Calculation, next: Calculation): string | null {
  const side = sides.find((each) => role.startsWith(`${each}/`))
  if (side === undefined || old.method !== 'mass-balance' || next.method !== 'mass-balance') return role
  const [, at = '', part = ''] = role.split('/')
  const place = placeAfter(Number(at), old[side], next[side])
  return place === null ? null : `${side}/${place}/${part}`
}

function placeAfter(at: number, old: readonly string[], next: readonly string[]): number | null {
  const name = old[at]
  if (name === undefined) return at
  const found = next.indexOf(name)
  if (found >= 0) return found
  const other = next[at]
  const isRenamed = old.length === next.length && other !== undefined && !old.includes(other)
  return isRenamed ? at : null
}
