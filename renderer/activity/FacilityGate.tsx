import { Button } from 'antd'
import type { ReactNode } from 'react'

import type { NodeId } from '#shared/organization/model'

import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { closingPlaceOf, useClosingPlaces } from './use-closing-places.ts'

/**
 * Readings are entered and closed facility by facility. Shows its children for the one that the scope bar says, or
 * for the only one there is; otherwise asks which.
 */
export function FacilityGate({ children }: { readonly children: (facility: NodeId) => ReactNode }) {
  const say = useSay()
  const go = useGo()
  const { facility, choose } = useScope()
  const { nodes, places, isPending, error } = useClosingPlaces()
  if (isPending) return null
  if (error) return <TroubleNote trouble={error} />
  const facilities = places.filter(({ kind }) => kind === 'facility')
  const closing = closingPlaceOf(nodes, facility)
  const only = facility === null && facilities.length === 1 && places.length <= 2 ? facilities[0] : undefined
  const place = closing ?? only
  if (place) return children(place.id)
  if (places.length === 0)
    return (
      <EmptyState
        icon="building"
        title={say('activity.no-facility')}
        why={say('activity.no-facility.why')}
        action={
          <Button type="primary" onClick={() => go('/organization/facts')}>
            {say('activity.to-organization')}
          </Button>
        }
      />
    )
  return (
    <section className="paper" aria-labelledby="activity-places">
      <h2 id="activity-places">{say('activity.choose-facility')}</h2>
      <p className="page-purpose">{say('activity.choose-facility.why')}</p>
      <ul className="activity-places">
        {places.map(({ id, name, kind }) => (
          <li key={id}>
            <Button onClick={() => choose({ facility: id })}>
              {kind === 'site' ? say('activity.site', { name }) : name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
