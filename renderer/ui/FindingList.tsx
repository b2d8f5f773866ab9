import type { ReactNode } from 'react'

import type { Finding } from '#shared/kernel/finding'

import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from './StateTag.tsx'

const tones = { 'blocks-report': 'stop', explain: 'warn', note: 'info' } as const satisfies Record<
  Finding['severity'],
  Tone
>
const order = ['blocks-report', 'explain', 'note'] as const

interface FindingListProps {
  readonly findings: readonly Finding[]
  /** Leads to where the finding stands. */
  readonly onOpen?: (finding: Finding) => void
  /** What can be done about one, at its end. */
  readonly actOf?: (finding: Finding) => ReactNode
}

/** What a reader should look at, the grave first; icon and word carry it, colour only helps. */
export function FindingList({ findings, onOpen, actOf }: FindingListProps) {
  const say = useSay()
  if (findings.length === 0) return <StateTag tone="good" text={say('frame.findings.none')} />
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return (
    <ul className="findings">
      {sorted.map((finding) => (
        <li key={`${finding.code}/${finding.where}/${JSON.stringify(finding.facts)}`}>
          <StateTag tone={tones[finding.severity]} text={say(`frame.severity.${finding.severity}`)} />
          {onOpen ? (
            <button type="button" className="openable" onClick={() => onOpen(finding)}>
              {say.of(finding)}
            </button>
          ) : (
            <span>{say.of(finding)}</span>
          )}
          {actOf?.(finding)}
        </li>
      ))}
    </ul>
  )
}
