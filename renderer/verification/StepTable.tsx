import { Button } from 'antd'

import type { ShownCase, ShownStep } from '#shared/verification/contract'

import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { useStepName } from './use-verification.ts'

const tones = {
  waiting: 'quiet',
  running: 'info',
  late: 'stop',
  done: 'good',
  returned: 'warn',
} as const satisfies Record<ShownStep['state'], Tone>

interface StepTableProps {
  readonly of: ShownCase
  readonly chosen: string | null
  readonly onChoose: (step: ShownStep) => void
}

/** Every step of every round with its dates: as they are now, and beside them as they were planned. */
export function StepTable({ of, chosen, onChoose }: StepTableProps) {
  const say = useSay()
  const { nameOf } = useStaff()
  const stepName = useStepName()
  const heads = [
    '#',
    say('verification.step.title'),
    say('verification.case.state'),
    say('verification.step.limits'),
    say('verification.step.usual'),
    say('verification.step.due'),
    say('verification.step.done-on'),
    say('verification.step.owner'),
    say('verification.step.files'),
  ]
  return (
    <section className="paper verification-steps" aria-label={say('verification.steps')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.steps.map((step, at) => (
            <tr key={step.id} className={step.id === chosen ? 'chosen' : ''}>
              <td className="right">{at + 1}</td>
              <td>
                <Button
                  type="link"
                  size="small"
                  aria-pressed={step.id === chosen}
                  onClick={() => onChoose(step)}
                >
                  {stepName(of.kind, step.key)?.[say.language] ?? step.key}
                </Button>
                {step.round > 1 && (
                  <span className="page-purpose">
                    {' '}
                    {say('verification.case.round', { round: step.round })}
                  </span>
                )}
              </td>
              <td>
                <StateTag tone={tones[step.state]} text={say(`verification.step.${step.state}`)} />
                {step.daysLate > 0 && (
                  <div className="verification-late">
                    {say('verification.step.days-late', { days: step.daysLate })}
                  </div>
                )}
              </td>
              <td>
                {step.least}–{step.most}
              </td>
              <td>{step.usualOn}</td>
              <td>
                {step.dueOn}
                {step.plannedDue !== step.dueOn && (
                  <div className="page-purpose">
                    {say('verification.step.planned')} {step.plannedDue}
                  </div>
                )}
              </td>
              <td>{step.doneOn ?? ''}</td>
              <td>{step.owner === null ? '' : nameOf(step.owner)}</td>
              <td className="right">{step.files === 0 ? '' : step.files}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
