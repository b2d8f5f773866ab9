import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { BeginForm } from './BeginForm.tsx'
import { OrganizationForm } from './OrganizationForm.tsx'

/** Who reports. Three fields to begin with; the rest can follow, and what is missing is listed. */
export function OrganizationPage() {
  const say = useSay()
  const current = useAsk(['organization', 'current'], () => api.organization.current({}))
  return (
    <PageFrame title={say('organization.facts.title')} purpose={say('organization.facts.purpose')}>
      <TroubleNote trouble={current.error} />
      {current.data === null && <BeginForm />}
      {current.data && <OrganizationForm key={current.data.id} organization={current.data} />}
    </PageFrame>
  )
}
