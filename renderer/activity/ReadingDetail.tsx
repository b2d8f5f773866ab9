import { Button } from 'antd'
import { useState } from 'react'

import type { Act, EvidenceLink, Reading } from '#shared/activity/model'
import type { Parameter } from '#shared/monitoring/model'

import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { EvidenceLinks } from './EvidenceLinks.tsx'
import { inputsText, periodText, standingOf } from './reading-words.ts'
import { useWho } from './use-who.ts'

interface ReadingDetailProps {
  readonly reading: Reading
  readonly parameter: Parameter
  readonly isSealed: boolean
  readonly evidence: readonly EvidenceLink[]
}

/** One reading: as it was entered, what it comes to, who stands for it, what proves it. */
export function ReadingDetail({ reading, parameter, isSealed, evidence }: ReadingDetailProps) {
  const say = useSay()
  const may = useMay()
  const [isCorrecting, setCorrecting] = useState(false)
  const standing = standingOf(reading)
  const isCorrectable = !isSealed && may('activity.enter') && (reading.live || standing === 'returned')
  const facts = [
    { name: say('activity.detail.text'), value: reading.text ?? say('activity.standing.withdrawal') },
    {
      name: say('activity.detail.in-unit'),
      value: <NumberText value={reading.inParameterUnit} unit={parameter.unit} decimals={12} />,
    },
    { name: say('activity.detail.origin'), value: say(`activity.origin.${reading.origin}`) },
    reading.substitution !== null && {
      name: say('activity.gap.how'),
      value: say(`activity.rule.${reading.substitution.rule}`),
    },
    reading.substitution !== null && {
      name: say('activity.gap.inputs'),
      value: inputsText(reading.substitution, say) || '—',
    },
    reading.cell !== null && { name: say('activity.detail.cell'), value: reading.cell },
    reading.repaired !== null && {
      name: say('activity.detail.repaired'),
      value: say('activity.detail.repaired-word'),
    },
    reading.note !== null && { name: say('activity.entry.note'), value: reading.note },
  ].filter((fact) => fact !== false)
  return (
    <section className="activity-detail" aria-label={periodText(reading, say)}>
      <h2>
        {periodText(reading, say)} · {say(`activity.standing.${standing}`)}
      </h2>
      <dl className="activity-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <History reading={reading} />
      {isCorrectable && !isCorrecting && (
        <Button icon={<Icon name="edit" />} onClick={() => setCorrecting(true)}>
          {say('activity.correct.act')}
        </Button>
      )}
      {isCorrectable && isCorrecting && (
        <CorrectForm reading={reading} parameter={parameter} onLeave={() => setCorrecting(false)} />
      )}
      <EvidenceLinks reading={reading} links={evidence} isSealed={isSealed} />
    </section>
  )
}

function History({ reading }: { readonly reading: Reading }) {
  const say = useSay()
  const who = useWho()
  const acts = [reading.entered, reading.checked, reading.approved, reading.ended].filter(
    (act): act is Act => act !== null,
  )
  return (
    <ol className="activity-history" aria-label={say('activity.detail.history')}>
      {acts.map((act) => (
        <li key={act.id}>
          <span>{say(`activity.act-kind.${act.kind}`)}</span>
          <span>{who(act.by)}</span>
          <time dateTime={act.at}>{localTime(act.at)}</time>
          {act.reason !== null && <span>{say('activity.detail.because', { reason: act.reason })}</span>}
          {act.alone && <span className="unit">{say('activity.detail.alone')}</span>}
        </li>
      ))}
    </ol>
  )
}
