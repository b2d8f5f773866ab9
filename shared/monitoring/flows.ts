import type { Calculation } from './methods.ts'

const sides = ['inputs', 'outputs', 'instruments'] as const

/** What a method counts by number in its roles: the flows of a mass balance, the contracts for electricity. */
function namesOf(how: Calculation, side: (typeof sides)[number]): readonly string[] {
  if (how.method === 'mass-balance' && side !== 'instruments') return how[side]
  if (how.method === 'electricity' && side === 'instruments')
    return (how.instruments ?? []).map(({ name }) => name)
  return []
}

/** The first name that stands twice on one side; null where every name is its own. */
export function flowTwice(how: Calculation): string | null {
  const twice = sides.flatMap((side) =>
    namesOf(how, side).filter((name, index, all) => all.indexOf(name) !== index),
  )
  return twice[0] ?? null
}

/**
 * Where the parameters of a source stand once its flows or contracts changed: roles count them (`inputs/1/mass`), so
 * that taking the first away would hand its numbers to the next. A flow is known by its name; one that was only
 * renamed keeps its place. Gives the new role, or null for a flow that is gone.
 */
export function roleAfter(role: string, old: Calculation, next: Calculation): string | null {
  const side = sides.find((each) => role.startsWith(`${each}/`))
  const isCounted = old.method === 'mass-balance' || old.method === 'electricity'
  if (side === undefined || old.method !== next.method || !isCounted) return role
  const [, at = '', part = ''] = role.split('/')
  const place = placeAfter(Number(at), namesOf(old, side), namesOf(next, side))
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
