import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { type LicenceNotice, licences } from '#shared/kernel/licences'

import { useSay } from '../kernel/say.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Under what licence the program and each library in it may be used; read from a file of the program itself. */
export function LicencesPage() {
  const say = useSay()
  const { data, error } = useQuery({ queryKey: ['licences'], queryFn: readLicences, staleTime: Infinity })
  return (
    <PageFrame title={say('frame.licences')} purpose={say('frame.licences.purpose')}>
      <TroubleNote trouble={error} />
      {data && (
        <section className="paper" aria-label={say('frame.licences')}>
          <p>{say('frame.licences.count', { count: data.length })}</p>
          {data.map((notice) => (
            <Notice key={`${notice.name} ${notice.version}`} notice={notice} />
          ))}
        </section>
      )}
    </PageFrame>
  )
}

async function readLicences(): Promise<readonly LicenceNotice[]> {
  const answer = await fetch('licences.json')
  return licences.parse(await answer.json()).notices
}

/** A text is laid out only once somebody wants to read it: all of them are longer than a book. */
function Notice({ notice: { name, version, licence, text } }: { readonly notice: LicenceNotice }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="help-licence" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {name} {version} <span>{licence}</span>
      </summary>
      {isOpen && <pre lang="en">{text}</pre>}
    </details>
  )
}
