import type { Judgement } from '#shared/compliance/conformity'
import type { StandingRow } from '#shared/compliance/conformity-contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

const tones: Readonly<Record<Judgement['state'], Tone>> = {
  full: 'good',
  partial: 'info',
  none: 'stop',
  'not-applicable': 'quiet',
}

interface JudgementsProps {
  readonly judgements: readonly Judgement[]
  readonly row: StandingRow
}

/** What people judged, the newest first; what was taken back stays to be seen. */
export function Judgements({ judgements, row }: JudgementsProps) {
  const say = useSay()
  const may = useMay()
  const names = useNames()
  const withdraw = useCommand((id: Judgement['id']) => api.compliance.withdrawJudgement({ id }))
  return (
    <section className="paper" aria-label={say('compliance.requirement.people-say')}>
      <h2>{say('compliance.requirement.people-say')}</h2>
      {judgements.length === 0 && <p className="page-purpose">{say('compliance.requirement.none-yet')}</p>}
      <TroubleNote trouble={withdraw.trouble} onClose={withdraw.forget} />
      <ul className="compliance-judgements">
        {judgements.map(({ id, state, judgedOn, madeBy, edition, reason, note, withdrawnAt }) => (
          <li key={id} className={withdrawnAt === null ? '' : 'withdrawn'}>
            <div className="compliance-tags">
              <StateTag
                tone={withdrawnAt === null ? tones[state] : 'quiet'}
                text={say(`compliance.judged.${state}`)}
              />
              <span className="page-purpose">
                {say('compliance.requirement.by', { on: judgedOn, name: names.get(madeBy) ?? '—' })}
                {row.isStale && ` · ${say('compliance.requirement.of-edition', { edition })}`}
                {withdrawnAt !== null && ` · ${say('compliance.requirement.withdrawn')}`}
              </span>
              {withdrawnAt === null && may('compliance.check') && (
                <ConfirmAct
                  label={say('compliance.requirement.withdraw')}
                  question={say('compliance.requirement.withdraw-question')}
                  button={{ size: 'small', type: 'text' }}
                  onConfirm={() => void withdraw.run(id)}
                />
              )}
            </div>
            {reason !== null && <p>{say('compliance.requirement.reason', { reason })}</p>}
            {note !== null && <p>{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
