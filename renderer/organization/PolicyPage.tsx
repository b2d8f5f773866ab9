import { Button } from 'antd'
import { useParams, useSearchParams } from 'react-router'

import { subsystems } from '#shared/kernel/subsystem'
import { inForceOn, type PolicyContent } from '#shared/organization/declaration'
import { checksOf, clauseOfCheck } from '#shared/organization/policy'

import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DeclarationActs, DeclarationStanding } from './DeclarationActs.tsx'
import { Facts } from './Facts.tsx'
import { PassageState } from './PassagesField.tsx'
import { PolicyEditor } from './PolicyEditor.tsx'
import { PublicationSection, ReaderSection } from './PolicyReach.tsx'
import { ReviewSection } from './ReviewSection.tsx'
import { type ShownDeclaration, useDeclarations, usualDays } from './use-system.ts'

/** One version of a policy: written while it is a draft, then read, approved, made known and looked at again. */
export function PolicyPage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { id } = useParams()
  const [params] = useSearchParams()
  const asked = useDeclarations('policy')
  const versions = asked.data ?? []
  const version = versions.find((each) => each.id === id) ?? null
  const of = version?.subsystem ?? subsystems.find((each) => each === params.get('of')) ?? 'core'
  const isNew = id === 'new'
  const isWritten = isNew || (version?.state === 'draft' && may('organization.enter'))
  const back = () => go('/organization/policy')
  return (
    <PageFrame
      title={say(`organization.policy.of.${of}`)}
      purpose={say('organization.policy.purpose')}
      action={
        <>
          {version && <DeclarationActs declaration={version} onGone={back} />}
          <Button onClick={back}>{say('organization.policy.title')}</Button>
        </>
      }
    >
      <TroubleNote trouble={asked.error} />
      {asked.data && !isNew && !version && <p>{say('organization.unknown-record')}</p>}
      {version && (
        <section className="paper" aria-label={version.content.title}>
          <DeclarationStanding declaration={version} />
          {!isWritten && version.content.kind === 'policy' && (
            <PolicyText version={version} content={version.content} />
          )}
        </section>
      )}
      {asked.data && isWritten && (
        <PolicyEditor
          key={id}
          subsystem={of}
          version={version}
          before={inForceOn(versions, of, usualDays().today) ?? null}
          onDone={(saved) => go(`/organization/policy/${saved}`)}
        />
      )}
      {version && (
        <div className="record-page">
          <div className="organization-side">
            {version.approvedAt !== null && (
              <>
                <PublicationSection version={version} />
                <ReaderSection version={version} />
              </>
            )}
            {version.state === 'approved' && <ReviewSection record={`organization/policy/${version.id}`} />}
          </div>
          <RecordSide record={`organization/policy/${version.id}`} />
        </div>
      )}
    </PageFrame>
  )
}

interface PolicyTextProps {
  readonly version: ShownDeclaration
  readonly content: PolicyContent
}
function PolicyText({ version, content }: PolicyTextProps) {
  const say = useSay()
  const text = say.language === 'en' ? (content.textEn ?? content.text) : content.text
  return (
    <>
      <Facts
        lines={[
          [say('organization.declaration.validFrom'), version.validFrom],
          [say('organization.declaration.reviewOn'), version.reviewOn],
          [say('organization.declaration.reason'), version.reason],
        ]}
      />
      <h2 className="organization-policy-title">{content.title}</h2>
      <p className="organization-policy">{text}</p>
      <details open={version.state === 'submitted'}>
        <summary>{say('organization.policy.contents')}</summary>
        <table className="plain-table">
          <tbody>
            {checksOf(version.subsystem).map((check) => (
              <tr key={check}>
                <th scope="row" style={{ width: 260 }}>
                  {say(`organization.check.${check}`)}{' '}
                  <span className="organization-hint">{clauseOfCheck[check]}</span>
                </th>
                <td>{content.passages[check] ?? '—'}</td>
                <td style={{ width: 110 }}>
                  <PassageState text={content.text} passage={content.passages[check] ?? ''} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
