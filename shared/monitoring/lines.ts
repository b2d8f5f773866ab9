import { type Role, rolesOf } from './methods.ts'
import type { Parameter, Source } from './model.ts'
import { roleOf } from './rules.ts'

/** One line of a source's monitoring plan: a role of its method and who plays it. */
export interface MonitoringLine {
  /** Null for a parameter that the method has no use for. */
  readonly role: Role | null
  /** Null where nothing plays the role yet. */
  readonly parameter: Parameter | null
}

/** What the method asks for, in its order, each with its parameters (ended ones too), then what it has no use for. */
export function monitoringLines(source: Source, parameters: readonly Parameter[]): MonitoringLine[] {
  const asked = rolesOf(source.calculation).flatMap((role): MonitoringLine[] => {
    const players = parameters.filter((parameter) => parameter.role === role.path)
    return players.length === 0
      ? [{ role, parameter: null }]
      : players.map((parameter) => ({ role, parameter }))
  })
  const surplus = parameters.filter(({ role }) => roleOf(source, role) === undefined)
  return [...asked, ...surplus.map((parameter) => ({ role: null, parameter }))]
}
