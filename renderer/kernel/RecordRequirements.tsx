import { Link, useLocation } from 'react-router'

import { areas } from '#shared/kernel/areas'
import type { RecordRef } from '#shared/kernel/record'

import { TroubleNote } from '../ui/TroubleNote.tsx'
import { api } from './api.ts'
import { useAsk } from './changes.ts'
import { useSay } from './say.ts'
import { withScope } from './scope.ts'

/** The requirements of the standard that a record and its parts bear on, by what its register says or by a link. */
export function RecordRequirements({ records }: { readonly records: readonly RecordRef[] }) {
  const say = useSay()
  const { search } = useLocation()
  const { data, error } = useAsk(['compliance', 'of', ...records], () => requirementsOf(records), {
    also: [...areas, 'kernel'],
  })
  if (error) return <TroubleNote trouble={error} />
  if (!data) return null
  if (data.length === 0) return <p className="page-purpose">{say('frame.record.no-requirements')}</p>
  return (
    <ul className="record-list">
      {data.map(({ record: requirement, number, title, path, state }) => (
        <li key={requirement}>
          <Link to={withScope(path, search)}>
            {number} {title[say.language]}
          </Link>
          {state !== null && <span className="page-purpose">{say.of({ code: state })}</span>}
        </li>
      ))}
    </ul>
  )
}

/** Each once, in the order of the standard for each record. */
async function requirementsOf(records: readonly RecordRef[]) {
  const found = await Promise.all(records.map((record) => api.compliance.requirementsOf({ record })))
  return [...new Map(found.flat().map((each) => [each.record, each])).values()]
}
