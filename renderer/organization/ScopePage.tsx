import { Button } from 'antd'

import type { Adoption } from '#shared/organization/adoption'
import { undecidedIn } from '#shared/organization/declaration'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { VersionList } from './DeclarationActs.tsx'
import { useAdoptions, useDeclarations, usualDays } from './use-system.ts'

/** Which subsystems are taken up, and the versions of the scope document. */
export function ScopePage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useDeclarations('scope')
  const versions = asked.data ?? []
  const open = (id: string) => go(`/organization/scope/${id}`)
  const next = undecidedIn(versions, 'core')
  const begin = may('organization.enter') && !next && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => open('new')}>
      {say(versions.length === 0 ? 'organization.scope.begin' : 'organization.scope.next')}
    </Button>
  )
  return (
    <PageFrame
      title={say('organization.scope.title')}
      purpose={say('organization.scope.purpose')}
      action={versions.length > 0 && begin}
    >
      <TroubleNote trouble={asked.error} />
      <AdoptionSection />
      {asked.data?.length === 0 && (
        <EmptyState
          icon="report"
          title={say('organization.scope.empty')}
          why={say('organization.scope.empty-why')}
          action={begin}
        />
      )}
      {versions.length > 0 && (
        <section className="paper" aria-label={say('organization.scope.versions')}>
          <h2>{say('organization.scope.versions')}</h2>
          <VersionList versions={versions} onOpen={open} />
        </section>
      )}
    </PageFrame>
  )
}

function AdoptionSection() {
  const say = useSay()
  const asked = useAdoptions()
  const decide = useCommand(
    (decided: Adoption) =>
      api.organization.decideSubsystem({ ...decided, since: decided.since ?? usualDays().today }),
    {
      undo: (_done, { subsystem }) => {
        const before = asked.data?.find((each) => each.subsystem === subsystem)
        if (!before || before.since === null) return null
        const { since } = before
        return {
          done: { code: `organization.subsystem.${subsystem}` },
          undo: () => api.organization.decideSubsystem({ ...before, since }),
        }
      },
    },
  )
  return (
    <section className="paper" aria-label={say('organization.scope.adoptions')}>
      <h2>{say('organization.scope.adoptions')}</h2>
      <p className="page-purpose">{say('organization.scope.adoptions-why')}</p>
      <TroubleNote trouble={asked.error ?? decide.trouble} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('organization.scope.subsystem')}</th>
            <th scope="col">{say('organization.scope.decision')}</th>
            <th scope="col">{say('organization.scope.since')}</th>
            <th scope="col">{say('organization.scope.why')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('organization.scope.decision')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(asked.data ?? []).map((each) => (
            <AdoptionRow
              key={each.subsystem}
              adoption={each}
              onDecide={(decided) => void decide.run(decided)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface AdoptionRowProps {
  readonly adoption: Adoption
  readonly onDecide: (decided: Adoption) => void
}
function AdoptionRow({ adoption, onDecide }: AdoptionRowProps) {
  const say = useSay()
  const may = useMay()
  const { subsystem, isAdopted, since, reason } = adoption
  const word = say(`organization.subsystem.${subsystem}`)
  const isDecided = since !== null
  return (
    <tr>
      <th scope="row">{word}</th>
      <td>
        {isDecided ? (
          <StateTag
            tone={isAdopted ? 'good' : 'quiet'}
            text={say(isAdopted ? 'organization.adopted' : 'organization.left-out')}
          />
        ) : (
          <StateTag tone="warn" text={say('organization.undecided')} />
        )}
      </td>
      <td>{since ?? '—'}</td>
      <td>{reason ?? '—'}</td>
      <td>
        {may('organization.approve') && (
          <div className="page-acts">
            {(!isDecided || !isAdopted) && (
              <ConfirmAct
                label={say('organization.adopt')}
                question={say('organization.adopt-question', { subsystem: word })}
                button={{ size: 'small' }}
                onConfirm={() => onDecide({ subsystem, isAdopted: true, reason: null, since: null })}
              />
            )}
            {isAdopted && (
              <ConfirmAct
                label={say('organization.leave-out')}
                question={say('organization.leave-out-question', { subsystem: word })}
                reasonLabel={say('organization.leave-out-reason')}
                button={{ size: 'small' }}
                onConfirm={(why) => onDecide({ subsystem, isAdopted: false, reason: why, since: null })}
              />
            )}
          </div>
        )}
      </td>
    </tr>
  )
}
