import { useId } from 'react'
import { Link, useLocation } from 'react-router'

import type { FactorPointer } from '#shared/factors/model'
import type { FactorUse } from '#shared/factors/record'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** The records of other areas that use a factor. */
export function FactorUses({ pointer: { urn, ref } }: { readonly pointer: FactorPointer }) {
  const say = useSay()
  const uses = useAsk(['factors', 'uses', urn, ref], () => api.factors.whereUsed({ urn, ref }), {
    also: users,
  })
  return (
    <section aria-label={say('factors.record.uses')}>
      <h3>{say('factors.record.uses')}</h3>
      <TroubleNote trouble={uses.error} />
      <UseList uses={uses.data} />
    </section>
  )
}

/** What a superseded edition is used in: what is open is to take the new one, what is frozen keeps the old. */
export function SupersededUses({ urn }: { readonly urn: string }) {
  const say = useSay()
  const id = useId()
  const uses = useAsk(['factors', 'edition-uses', urn], () => api.factors.editionUses({ urn }), {
    also: users,
  })
  return (
    <section className="paper" aria-labelledby={id}>
      <h2 id={id}>{say('factors.own.affected')}</h2>
      <p className="page-purpose">{say('factors.own.affected.why')}</p>
      <TroubleNote trouble={uses.error} />
      <UseList uses={uses.data} />
    </section>
  )
}
const users = ['monitoring', 'activity', 'accounting']

function UseList({ uses }: { readonly uses: readonly FactorUse[] | undefined }) {
  const say = useSay()
  const { search } = useLocation()
  if (uses?.length === 0) return <p className="page-purpose">{say('factors.record.uses.none')}</p>
  return (
    <ul className="record-list">
      {uses?.map(({ area, name, path, keeps }) => (
        <li key={`${area} ${path ?? name}`}>
          {path === null ? name : <Link to={withScope(path, search)}>{name}</Link>}{' '}
          {keeps !== undefined && (
            <StateTag
              tone={keeps ? 'quiet' : 'warn'}
              {...(keeps && { icon: 'lock' as const })}
              text={say(keeps ? 'factors.record.uses.kept' : 'factors.record.uses.follows')}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
