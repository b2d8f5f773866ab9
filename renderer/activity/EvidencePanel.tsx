import { Button } from 'antd'
import { useState } from 'react'

import type { EvidenceFile } from '#shared/activity/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { evidenceAddress } from '../kernel/upload.ts'
import { EvidenceViewer } from '../ui/EvidenceViewer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { cellKey, pathOfCell } from './entry-draft.ts'
import { closingPlaceOf, useClosingPlaces } from './use-closing-places.ts'

interface EvidencePanelProps {
  readonly file: EvidenceFile
  readonly onClose: () => void
}

/** One file: to be looked at, hashed again, and followed to the readings that it proves. */
export function EvidencePanel({ file, onClose }: EvidencePanelProps) {
  const say = useSay()
  const go = useGo()
  const uses = useAsk(['activity', 'evidence-uses', file.sha256], () =>
    api.activity.evidenceUses({ sha256: file.sha256 }),
  )
  const parameters = useAsk(['monitoring', 'register', null], () =>
    api.monitoring.register({ facility: null }),
  )
  const { nodes } = useClosingPlaces()
  const parameterOf = (id: string) => parameters.data?.parameters.find((each) => each.id === id)
  const nameOf = (id: string) => parameterOf(id)?.name ?? id
  const open = (id: string, period: string) => {
    const place = closingPlaceOf(nodes, parameterOf(id)?.node ?? null)
    go(pathOfCell(cellKey(id, period), place?.id ?? null))
  }
  const verify = useCommand(() => hashOf(file))
  const [hash, setHash] = useState<string | null>(null)
  const compare = async () => setHash((await verify.run(undefined)) ?? null)
  return (
    <aside className="paper" aria-label={file.name}>
      <div className="activity-bar">
        <h2>{file.name}</h2>
        <Button type="text" icon={<Icon name="cross" />} aria-label={say('frame.close')} onClick={onClose} />
      </div>
      <EvidenceViewer file={file} height={320} />
      <div className="activity-bar">
        <Button loading={verify.busy} onClick={() => void compare()}>
          {say('activity.files.verify')}
        </Button>
        <span role="status">
          {hash !== null && (
            <StateTag
              tone={hash === file.sha256 ? 'good' : 'stop'}
              text={say(hash === file.sha256 ? 'activity.files.same' : 'activity.files.altered')}
            />
          )}
        </span>
      </div>
      <TroubleNote trouble={verify.trouble ?? uses.error} />
      <h3>{say('activity.files.proves')}</h3>
      {uses.data?.length === 0 && <p className="page-purpose">{say('activity.files.unused')}</p>}
      <ul className="activity-evidence">
        {uses.data?.map(({ id, parameter, period, place, reportNo, sampleDate, testDate }) => (
          <li key={id} className="activity-bar">
            {parameter !== null && period !== null ? (
              <button type="button" className="openable" onClick={() => open(parameter, period)}>
                {nameOf(parameter)} · {period}
              </button>
            ) : (
              <span>{say('activity.evidence.whole-act')}</span>
            )}
            {place !== null && <span>{say('activity.evidence.at', { place })}</span>}
            {reportNo !== null && <span>{say('activity.evidence.report', { number: reportNo })}</span>}
            {sampleDate !== null && <span>{say('activity.evidence.sampled', { date: sampleDate })}</span>}
            {testDate !== null && <span>{say('activity.evidence.tested', { date: testDate })}</span>}
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** The SHA-256 of the file as it is handed out now, worked out in this window. */
async function hashOf({ sha256, name }: EvidenceFile): Promise<string> {
  const response = await fetch(evidenceAddress(sha256, name))
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
