import { Button } from 'antd'
import { useState } from 'react'

import type { ShownVersion } from '#shared/documents/contract'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { EvidenceViewer } from '../ui/EvidenceViewer.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { PaperActs } from './PaperActs.tsx'

interface VersionViewProps {
  readonly version: ShownVersion
  readonly isOpenToMe: boolean
}

type Handed = Awaited<ReturnType<typeof api.documents.openVersion>>

/** The file of a version. An old one says across itself that it is, and since when (MS-13). */
export function VersionView({ version, isOpenToMe }: VersionViewProps) {
  const say = useSay()
  const { id, state, fileName, type, endedOn, returnReason, aloneReason, reviewNote } = version
  const [handed, setHanded] = useState<Handed | null>(null)
  const isShownByItself = type === 'application/pdf' || type.startsWith('image/')
  const asked = useAsk(['documents', 'text', id], () => api.documents.versionText({ id }), {
    enabled: isOpenToMe && version.sha256 !== null && !isShownByItself,
  })
  const text = handed?.text ?? asked.data?.text ?? ''
  const open = useCommand(() => api.documents.openVersion({ id }))
  const sha256 = version.sha256 ?? handed?.sha256 ?? null
  const isOver = state === 'superseded' || state === 'obsolete'
  const mark = isOver
    ? say('documents.version.watermark', { state: say(`documents.state.${state}`), on: endedOn ?? '' })
    : null
  return (
    <div className="documents-version">
      <h3>
        {version.label} {fileName}
      </h3>
      {returnReason !== null && (
        <p>
          {say(state === 'withdrawn' ? 'documents.version.withdrawn-for' : 'documents.version.returned', {
            reason: returnReason,
          })}
        </p>
      )}
      {reviewNote !== null && (
        <p>
          {say('documents.field.note')}: {reviewNote}
        </p>
      )}
      {aloneReason !== null && <p>{say('documents.version.alone', { reason: aloneReason })}</p>}
      {state === 'disposed' && <p className="page-purpose">{say('documents.version.gone')}</p>}
      {mark !== null && (
        <p className="documents-over" role="note">
          {mark}
        </p>
      )}
      {isOpenToMe && sha256 === null && state !== 'disposed' && (
        <Button
          loading={open.busy}
          onClick={() => void open.run(undefined).then((file) => file && setHanded(file))}
        >
          {say('documents.version.open-logged')}
        </Button>
      )}
      <TroubleNote trouble={open.trouble} onClose={open.forget} />
      {isOpenToMe && sha256 !== null && (
        <div className="documents-file">
          <EvidenceViewer file={{ sha256, name: fileName, type }} height={560} />
          {text !== '' && (
            <div
              className="documents-text"
              tabIndex={0}
              role="group"
              aria-label={say('documents.version.text')}
            >
              {text.split('\n').map((line, at) => (
                // Lines of a text have no name but their place.
                <p key={`${at} ${line}`}>{line}</p>
              ))}
            </div>
          )}
          {mark !== null && (isShownByItself || text !== '') && (
            <div className="documents-watermark" aria-hidden>
              {mark}
            </div>
          )}
        </div>
      )}
      {isOpenToMe && <CardActs version={version} />}
    </div>
  )
}

function CardActs({ version: { id } }: Pick<VersionViewProps, 'version'>) {
  const say = useSay()
  const may = useMay()
  if (!may('documents.enter')) return null
  return (
    <PaperActs
      label={say('documents.version.card')}
      make={(kind, signal) => api.documents.printCard({ id, kind, language: say.language }, { signal })}
    />
  )
}
