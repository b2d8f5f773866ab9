import { Button } from 'antd'
import { useState } from 'react'

import type { Factor, FactorPointer } from '#shared/factors/model'
import type { EditionSummary, Mark, MarkId } from '#shared/factors/record'
import { symbolOf } from '#shared/kernel/units'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { MarkForm } from './MarkForm.tsx'

interface FactorMarksProps {
  readonly pointer: FactorPointer
  readonly factor: Factor
  readonly edition: EditionSummary
  readonly marks: readonly Mark[]
}

/** Who compared the value with the official text, and the way to state or withdraw that. */
export function FactorMarks({ pointer, factor, edition, marks }: FactorMarksProps) {
  const say = useSay()
  const may = useMay()
  const [isStating, setStating] = useState(false)
  const withdraw = useCommand((input: { readonly id: MarkId; readonly reason: string }) =>
    api.factors.withdrawMark(input),
  )
  const isCompared = marks.some(({ inForce }) => inForce)
  return (
    <section aria-label={say('factors.marks')}>
      <h3>{say('factors.marks')}</h3>
      {marks.length === 0 && <p className="page-purpose">{say('factors.marks.none')}</p>}
      <ul className="findings">
        {marks.map((mark) => (
          <li key={mark.id}>
            <MarkText mark={mark} />
            {mark.inForce && may('factors.check') && (
              <ConfirmAct
                label={say('factors.mark.withdraw')}
                question={say('factors.mark.withdraw.question')}
                reasonLabel={say('factors.mark.reason')}
                button={{ size: 'small', loading: withdraw.busy }}
                onConfirm={(reason) => void withdraw.run({ id: mark.id, reason })}
              />
            )}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={withdraw.trouble} onClose={withdraw.forget} />
      {!isCompared && may('factors.check') && !isStating && (
        <Button type="primary" icon={<Icon name="seal" />} onClick={() => setStating(true)}>
          {say('factors.mark.state')}
        </Button>
      )}
      {!isCompared && isStating && (
        <MarkForm pointer={pointer} factor={factor} edition={edition} onDone={() => setStating(false)} />
      )}
    </section>
  )
}

function MarkText({ mark }: { readonly mark: Mark }) {
  const say = useSay()
  const someone = say('factors.mark.someone')
  const stated = say('factors.mark.by', { by: mark.by ?? someone, on: mark.comparedOn })
  const { withdrawn } = mark
  return (
    <div style={{ flex: 1 }}>
      <StateTag tone={mark.inForce ? 'good' : 'quiet'} text={stated} />
      <div>{say('factors.mark.where', { document: mark.document, page: mark.page })}</div>
      {mark.note !== null && <div className="page-purpose">{mark.note}</div>}
      {withdrawn === null && !mark.inForce && (
        <div>{say('factors.mark.stale', { value: mark.value, unit: symbolOf(mark.unit) })}</div>
      )}
      {withdrawn !== null && (
        <div>
          {say('factors.mark.withdrawn', {
            by: withdrawn.by ?? someone,
            on: localTime(withdrawn.at),
            reason: withdrawn.reason,
          })}
        </div>
      )}
    </div>
  )
}
