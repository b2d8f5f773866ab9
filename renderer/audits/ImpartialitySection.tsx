import type { Audit } from '#shared/audits/audit'
import type { Conflict } from '#shared/audits/impartiality'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { useSay } from '../kernel/say.ts'
import { procedureWord, tableWord } from '../kernel/trail-word.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface ImpartialityProps {
  readonly audit: Audit
  readonly conflicts: readonly Conflict[]
  readonly canEdit: boolean
}

/** Who of the team may be auditing own work, by the trail, and why he does so nevertheless (R-SD-1). */
export function ImpartialitySection({ audit, conflicts, canEdit }: ImpartialityProps) {
  const say = useSay()
  const names = useNames()
  const give = useCommand(
    ({ of: { person, key }, reason }: { readonly of: Conflict; readonly reason: string }) =>
      api.audits.justify({ audit: audit.id, person, key, reason }),
  )
  return (
    <section className="paper" aria-label={say('audits.impartiality')}>
      <h2>{say('audits.impartiality')}</h2>
      <p className="page-purpose">{say('audits.impartiality-why')}</p>
      {conflicts.length === 0 && <StateTag tone="good" text={say('audits.impartial')} />}
      <ul className="findings">
        {conflicts.map((each) => (
          <li key={`${each.person} ${each.key}`} className="audits-conflict">
            <div>
              <StateTag
                tone={each.justification === null ? 'warn' : 'good'}
                text={say(each.justification === null ? 'audits.unsaid' : 'audits.justified')}
              />
              <strong>{each.name}</strong> <Cause cause={each.cause} />
              {each.justification && (
                <p className="page-purpose">
                  {say('audits.justified-by', {
                    reason: each.justification.reason,
                    name: names.get(each.justification.madeBy) ?? '—',
                    on: localDay(each.justification.madeAt),
                  })}
                </p>
              )}
            </div>
            {canEdit && (
              <ConfirmAct
                label={say('audits.justify')}
                question={say('audits.justify-question', { name: each.name })}
                reasonLabel={say('audits.reason')}
                onConfirm={(reason) => void give.run({ of: each, reason })}
              />
            )}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={give.trouble} onClose={give.forget} />
    </section>
  )
}

function Cause({ cause }: Pick<Conflict, 'cause'>) {
  const say = useSay()
  if (cause.kind === 'department')
    return <span>{say('audits.paper.conflict-department', { department: cause.department })}</span>
  const wordOf = (table: string) =>
    table.includes('.did.') ? procedureWord(say, table.replace('.did.', '.')) : tableWord(say, table)
  return (
    <span>
      {say('audits.conflict-made', {
        what: cause.tables
          .map(({ table, rows, last }) => say('audits.conflict-rows', { table: wordOf(table), rows, last }))
          .join('；'),
      })}
    </span>
  )
}
