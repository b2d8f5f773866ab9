import { Link, useLocation } from 'react-router'

import type { FactorPointer } from '#shared/factors/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** The records of other areas that use a factor. */
export function FactorUses({ pointer: { urn, ref } }: { readonly pointer: FactorPointer }) {
  const say = useSay()
  const { search } = useLocation()
  const uses = useAsk(['factors', 'uses', urn, ref], () => api.factors.whereUsed({ urn, ref }), {
    also: ['monitoring', 'activity', 'accounting'],
  })
  return (
    <section aria-label={say('factors.record.uses')}>
      <h3>{say('factors.record.uses')}</h3>
      <TroubleNote trouble={uses.error} />
      {uses.data?.length === 0 && <p className="page-purpose">{say('factors.record.uses.none')}</p>}
      <ul>
        {uses.data?.map(({ area, name, path }) => (
          <li key={`${area} ${name}`}>
            {path === null ? name : <Link to={withScope(path, search)}>{name}</Link>}
          </li>
        ))}
      </ul>
    </section>
  )
}
