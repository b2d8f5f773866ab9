import { Button } from 'antd'

import { type Subsystem, subsystems } from '#shared/kernel/subsystem'
import { inForceOn, undecidedIn } from '#shared/organization/declaration'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DeclarationState, VersionList } from './DeclarationActs.tsx'
import { type ShownDeclaration, useAdoptions, useDeclarations, usualDays } from './use-system.ts'

/** The policy of the whole and of each subsystem that was taken up. */
export function PoliciesPage() {
  const say = useSay()
  const asked = useDeclarations('policy')
  const adoptions = useAdoptions()
  const left = new Set<string>(
    (adoptions.data ?? []).filter(({ isAdopted }) => !isAdopted).map(({ subsystem }) => subsystem),
  )
  const shown = subsystems.filter(
    (each) => !left.has(each) || asked.data?.some(({ subsystem }) => subsystem === each),
  )
  return (
    <PageFrame title={say('organization.policy.title')} purpose={say('organization.policy.purpose')}>
      <TroubleNote trouble={asked.error ?? adoptions.error} />
      {asked.data &&
        adoptions.data &&
        shown.map((each) => (
          <PolicyCard
            key={each}
            subsystem={each}
            versions={asked.data.filter(({ subsystem }) => subsystem === each)}
            isFirst={each === 'core'}
          />
        ))}
    </PageFrame>
  )
}

interface PolicyCardProps {
  readonly subsystem: Subsystem
  readonly versions: readonly ShownDeclaration[]
  readonly isFirst: boolean
}
function PolicyCard({ subsystem, versions, isFirst }: PolicyCardProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const open = (id: string) => go(`/organization/policy/${id}`)
  const current = inForceOn(versions, subsystem, usualDays().today)
  const next = undecidedIn(versions, subsystem)
  const begin = () => go(`/organization/policy/new?of=${subsystem}`)
  return (
    <section className="paper" aria-label={say(`organization.policy.of.${subsystem}`)}>
      <div className="organization-standing">
        <h2>{say(`organization.policy.of.${subsystem}`)}</h2>
        {current && <DeclarationState declaration={current} />}
        {next && <DeclarationState declaration={next} />}
        {!current && !next && <StateTag tone="quiet" text={say('organization.policy.none')} />}
        {current?.isOutdated === true && (
          <StateTag tone="warn" text={say('organization.declaration.outdated')} />
        )}
        <div className="page-acts organization-end">
          {current && <Button onClick={() => open(current.id)}>{say('organization.policy.open')}</Button>}
          {!next && may('organization.enter') && (
            <Button
              {...(isFirst && !current && { type: 'primary' as const })}
              icon={<Icon name="edit" />}
              onClick={begin}
              aria-label={`${say(current ? 'organization.policy.revise' : 'organization.policy.begin')} · ${say(`organization.policy.of.${subsystem}`)}`}
            >
              {say(current ? 'organization.policy.revise' : 'organization.policy.begin')}
            </Button>
          )}
          {next && (
            <Button type="primary" onClick={() => open(next.id)}>
              {say('organization.policy.open')}
            </Button>
          )}
        </div>
      </div>
      {current?.content.kind === 'policy' && <p className="organization-policy">{current.content.text}</p>}
      {versions.length === 0 && isFirst && (
        <p className="page-purpose">{say('organization.policy.none-why')}</p>
      )}
      {versions.length > 1 && (
        <details>
          <summary>{say('organization.policy.history')}</summary>
          <VersionList versions={versions} onOpen={open} />
        </details>
      )}
    </section>
  )
}
