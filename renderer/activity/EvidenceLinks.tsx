import { Button } from 'antd'
import { useState } from 'react'

import type { EvidenceLink, Reading } from '#shared/activity/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EvidenceViewer } from '../ui/EvidenceViewer.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { AddEvidence } from './AddEvidence.tsx'

interface EvidenceLinksProps {
  readonly reading: Reading
  readonly links: readonly EvidenceLink[]
  readonly isSealed: boolean
}

/** The files that prove a reading, each to be looked at, and the way to add one. */
export function EvidenceLinks({ reading, links, isSealed }: EvidenceLinksProps) {
  const say = useSay()
  const may = useMay()
  const [shown, setShown] = useState<string | null>(null)
  const remove = useCommand((input: { readonly link: EvidenceLink['id']; readonly reason: string }) =>
    api.activity.removeEvidence(input),
  )
  const mayChange = !isSealed && may('activity.enter')
  return (
    <section aria-label={say('activity.evidence.title')}>
      <h3>{say('activity.evidence.title')}</h3>
      {links.length === 0 && <StateTag tone="warn" text={say('activity.proofs.none')} />}
      <ul className="activity-evidence">
        {links.map((link) => (
          <li key={link.id}>
            <div className="activity-bar">
              <Button
                aria-expanded={shown === link.id}
                onClick={() => setShown(shown === link.id ? null : link.id)}
              >
                {say(shown === link.id ? 'activity.evidence.hide' : 'activity.evidence.look')}
              </Button>
              <span>{link.file.name}</span>
              {link.reading === null && <span className="unit">{say('activity.evidence.whole-act')}</span>}
              {link.place !== null && <span>{say('activity.evidence.at', { place: link.place })}</span>}
              {link.reportNo !== null && (
                <span>{say('activity.evidence.report', { number: link.reportNo })}</span>
              )}
              {link.sampleDate !== null && (
                <span>{say('activity.evidence.sampled', { date: link.sampleDate })}</span>
              )}
              {link.testDate !== null && (
                <span>{say('activity.evidence.tested', { date: link.testDate })}</span>
              )}
              {mayChange && (
                <ConfirmAct
                  label={say('activity.evidence.remove')}
                  question={say('activity.evidence.remove.question', { name: link.file.name })}
                  reasonLabel={say('activity.reason')}
                  onConfirm={(reason) => void remove.run({ link: link.id, reason })}
                  button={{ size: 'small' }}
                />
              )}
            </div>
            {shown === link.id && <EvidenceViewer file={link.file} height={420} />}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={remove.trouble} onClose={remove.forget} />
      {mayChange && reading.live && <AddEvidence reading={reading.id} />}
    </section>
  )
}
