import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'

import type { ShownDocument } from '#shared/documents/contract'
import { documentId, type DocumentId } from '#shared/documents/document'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DistributionSection } from './DistributionSection.tsx'
import { DocumentForm } from './DocumentForm.tsx'
import { FitnessSection } from './FitnessSection.tsx'
import { StepActs } from './StepActs.tsx'
import { GradeTag, useToday, useWritingOptions, VersionStateTag } from './use-documents.tsx'
import { VersionSection } from './VersionSection.tsx'

/** One document: its versions with the next step, who must read it, its reviews, and all that is linked to it. */
export function DocumentPage() {
  const { id } = useParams()
  const say = useSay()
  const parsed = documentId.safeParse(id)
  if (parsed.success) return <Opened key={parsed.data} id={parsed.data} />
  return (
    <PageFrame title={say('documents.title')} purpose={say('documents.no-such-document')}>
      {null}
    </PageFrame>
  )
}

function Opened({ id }: { readonly id: DocumentId }) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const [isEdited, setEdited] = useState(false)
  const asked = useAsk(['documents', 'document', id], () => api.documents.document({ id }), {
    also: ['access'],
  })
  const document = asked.data
  if (document?.id !== id)
    return (
      <PageFrame title={say('documents.title')} purpose={say('documents.purpose')}>
        <TroubleNote trouble={asked.error} />
      </PageFrame>
    )
  return (
    <PageFrame
      title={`${document.number} ${document.title}`}
      purpose={
        <>
          <VersionStateTag state={document.state} /> {document.label}
          {document.obsoleteOn !== null &&
            ` · ${say('documents.ended', { on: document.obsoleteOn, reason: document.obsoleteReason ?? '' })}`}
        </>
      }
      action={
        <>
          <Button onClick={() => go('/documents')}>{say('documents.all')}</Button>
          <StepActs document={document} />
        </>
      }
    >
      {!document.isOpenToMe && <StateTag tone="warn" icon="lock" text={say('documents.closed-to-me')} />}
      <div className="record-page">
        <div className="documents-record">
          <VersionSection document={document} />
          <DistributionSection document={document} />
          <FitnessSection document={document} />
          {isEdited ? (
            <DocumentForm
              document={document}
              onSaved={() => setEdited(false)}
              onLeave={() => setEdited(false)}
            />
          ) : (
            <Facts document={document}>
              {may('documents.enter') && (
                <Button onClick={() => setEdited(true)}>{say('documents.edit')}</Button>
              )}
              <EndAct document={document} />
            </Facts>
          )}
        </div>
        <RecordSide record={`documents/document/${id}`} />
      </div>
    </PageFrame>
  )
}

interface FactsProps {
  readonly document: ShownDocument
  readonly children: ReactNode
}
function Facts({ document, children }: FactsProps) {
  const say = useSay()
  const { nameOf } = useStaff()
  const served = useWritingOptions().filter(({ value }) => document.serves.includes(value))
  const { level, owner, department, secrecy, carrier, reviewMonths, retentionYears, reviewDue } = document
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say('documents.field.level'), say(`documents.level.${level}`)],
    [say('documents.field.owner'), nameOf(owner)],
    [say('documents.field.department'), department ?? '—'],
    [say('documents.field.secrecy'), <GradeTag key="grade" grade={secrecy} />],
    [say('documents.field.carrier'), say(`documents.carrier.${carrier}`)],
    [say('documents.field.reviewMonths'), String(reviewMonths)],
    [say('documents.field.reviewDue'), reviewDue ?? '—'],
    [
      say('documents.field.retentionYears'),
      retentionYears === null ? say('documents.retention.for-good') : String(retentionYears),
    ],
    [say('documents.field.serves'), served.map(({ label }) => label).join('; ') || '—'],
  ]
  return (
    <section className="paper" aria-label={say('documents.facts')}>
      <h2>{say('documents.facts')}</h2>
      <table className="plain-table documents-facts">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="page-acts">{children}</div>
    </section>
  )
}

/** Takes a document out of use that nothing takes the place of. */
function EndAct({ document: { id, state, next } }: { readonly document: ShownDocument }) {
  const say = useSay()
  const may = useMay()
  const today = useToday()
  const end = useCommand((reason: string) => api.documents.endDocument({ id, on: today, reason }))
  if (state !== 'in-force' || next !== null || !may('documents.approve')) return null
  return (
    <>
      <ConfirmAct
        label={say('documents.end')}
        question={say('documents.end-question')}
        reasonLabel={say('documents.field.reason')}
        button={{ danger: true }}
        onConfirm={(reason) => void end.run(reason)}
      />
      <TroubleNote trouble={end.trouble} onClose={end.forget} />
    </>
  )
}
