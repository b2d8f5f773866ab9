import { Button } from 'antd'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { GapList } from './GapList.tsx'
import { PrintButton } from './PrintButton.tsx'
import type { ShownDeclaration } from './use-system.ts'

const tones = {
  draft: 'quiet',
  submitted: 'warn',
  approved: 'good',
  superseded: 'info',
} as const satisfies Record<ShownDeclaration['state'], Tone>
interface DeclarationProps {
  readonly declaration: ShownDeclaration
}

/** Version and state, in one line. */
export function DeclarationState({ declaration }: DeclarationProps) {
  const say = useSay()
  const { number, state } = declaration
  return (
    <StateTag
      tone={tones[state]}
      text={`${say('organization.declaration.number', { number })} · ${say(`organization.declaration.state.${state}`)}`}
    />
  )
}

/** Everything that happened to a version: who sent it back or approved it, whether its signature holds. */
export function DeclarationStanding({ declaration }: DeclarationProps) {
  const say = useSay()
  const names = useNames()
  const { returned, approvedBy, approvedAt, alone, signatureHolds, isOutdated, gaps } = declaration
  const nameOf = (user: string | null) => names.get(user ?? '') ?? '—'
  return (
    <>
      <div className="organization-standing">
        <DeclarationState declaration={declaration} />
        {approvedAt !== null && (
          <span>
            {say('organization.declaration.signed', { name: nameOf(approvedBy), at: localTime(approvedAt) })}
          </span>
        )}
        {signatureHolds === true && (
          <StateTag tone="good" icon="seal" text={say('organization.declaration.signature-holds')} />
        )}
        {signatureHolds === false && (
          <StateTag tone="stop" text={say('organization.declaration.signature-broken')} />
        )}
        {isOutdated && <StateTag tone="warn" text={say('organization.declaration.outdated')} />}
      </div>
      {alone !== null && <p>{say('organization.declaration.alone', { reason: alone })}</p>}
      {returned !== null && (
        <p>
          {say('organization.declaration.returned', {
            name: nameOf(returned.by),
            at: localTime(returned.at),
            comment: returned.comment,
          })}
        </p>
      )}
      {gaps.length > 0 && (
        <>
          <h2>{say('organization.declaration.gaps')}</h2>
          <GapList
            gaps={gaps}
            pathOf={({ where }) => (where === 'boundary' ? '/organization/boundary' : null)}
          />
        </>
      )}
    </>
  )
}

/** What can be done with a version as it stands: submit, approve, send back, discard, print. */
export function DeclarationActs({ declaration, onGone }: DeclarationProps & { readonly onGone: () => void }) {
  const say = useSay()
  const may = useMay()
  const { id, state, gaps, ownWork } = declaration
  const discard = useCommand(() => api.organization.discardDeclaration({ id }))
  const send = useCommand((comment: string) => api.organization.returnDeclaration({ id, comment }))
  const approve = useTask((input: { readonly password: string; readonly alone: string | null }, signal) =>
    api.organization.approveDeclaration({ id, ...input }, { signal }),
  )
  return (
    <>
      <TroubleNote trouble={discard.trouble ?? send.trouble} />
      {state === 'submitted' && may('organization.approve') && (
        <>
          <PasswordAct
            label={say('organization.declaration.approve')}
            question={say(
              ownWork === 'blocked'
                ? 'organization.own-declaration'
                : 'organization.declaration.approve-question',
            )}
            {...(ownWork === 'alone' && { textLabel: say('organization.declaration.alone-reason') })}
            running={approve}
            input={(password, text) => ({ password, alone: text === '' ? null : text })}
            disabled={gaps.length > 0}
          />
          <ConfirmAct
            label={say('organization.declaration.return')}
            question={say('organization.declaration.return-question')}
            reasonLabel={say('organization.declaration.comment')}
            onConfirm={(comment) => void send.run(comment)}
          />
        </>
      )}
      {declaration.approvedAt === null && may('organization.enter') && (
        <ConfirmAct
          label={say('organization.declaration.discard')}
          question={say('organization.declaration.discard-question')}
          button={{ danger: true }}
          onConfirm={() => void discard.run(undefined).then((gone) => gone && onGone())}
        />
      )}
      <PrintButton
        label={say('organization.declaration.print')}
        make={(signal) => api.organization.printDeclaration({ id, language: say.language }, { signal })}
      />
    </>
  )
}

/** Every version of a series, newest first. */
export function VersionList({
  versions,
  onOpen,
}: {
  readonly versions: readonly ShownDeclaration[]
  readonly onOpen: (id: string) => void
}) {
  const say = useSay()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{say('organization.declaration.version')}</th>
          <th scope="col">{say('organization.declaration.validFrom')}</th>
          <th scope="col">{say('organization.declaration.reviewOn')}</th>
          <th scope="col">{say('organization.declaration.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map((each) => (
          <tr key={each.id}>
            <td>
              <Button type="link" size="small" onClick={() => onOpen(each.id)}>
                <DeclarationState declaration={each} />
              </Button>
            </td>
            <td>{each.validFrom}</td>
            <td>{each.reviewOn}</td>
            <td>{each.reason ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
