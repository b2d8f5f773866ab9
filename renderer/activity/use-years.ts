import type { GridRow } from '#shared/activity/contract'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useScope } from '../kernel/scope.ts'
import { useClosingPlaces } from './use-closing-places.ts'

const none: readonly FacilityYear[] = []

export interface FacilityYear {
  readonly facility: NodeId
  readonly name: string
  readonly rows: readonly GridRow[]
  /** The months that are closed. */
  readonly sealed: readonly string[]
}

/** The readings of the chosen year: of the facility in scope, or of all of them. */
export function useYears(): { readonly years: readonly FacilityYear[] } {
  const { facility, year } = useScope()
  const { places } = useClosingPlaces()
  const asked = places.filter(({ id }) => facility === null || id === facility)
  const ids = asked.map(({ id }) => id)
  const { data: years = none } = useAsk(
    ['activity', 'years', year, ids],
    () => Promise.all(asked.map((place) => yearOf(place, year))),
    { also: ['monitoring'], enabled: ids.length > 0 },
  )
  return { years }
}

async function yearOf(
  { id, name }: { readonly id: NodeId; readonly name: string },
  year: number,
): Promise<FacilityYear> {
  const [rows, seals] = await Promise.all([
    api.activity.grid({ facility: id, year }),
    api.activity.seals({ facility: id }),
  ])
  const inForce = seals.filter(({ reopenedAt }) => reopenedAt === null)
  return { facility: id, name, rows, sealed: inForce.map(({ month }) => month) }
}
