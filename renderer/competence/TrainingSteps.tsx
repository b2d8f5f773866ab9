import { Button, DatePicker, Input, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'

import { type Attendance, attendanceResults, type Training } from '#shared/competence/training'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface TrainingStepsProps {
  readonly training: Training
  readonly onClose: () => void
}

/** One training with its next step: how it went, then whether it worked. */
export function TrainingSteps({ training, onClose }: TrainingStepsProps) {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const { id, number, title, state, heldOn, effect, isEffective } = training
  const cancel = useCommand(() => api.competence.cancelTraining({ id }))
  return (
    <section className="paper competence-open" aria-label={`${number} ${title}`}>
      <h2>
        {number} {title}
      </h2>
      {state !== 'planned' && (
        <p>
          {heldOn} ·{' '}
          {training.attendances
            .map(
              ({ person, result }) =>
                `${nameOf(person)}${result === null ? '' : ` ${say(`competence.result.${result}`)}`}`,
            )
            .join('、')}
        </p>
      )}
      {isEffective !== null && (
        <p>
          {say(isEffective ? 'competence.training.effective' : 'competence.training.not-effective')} ·{' '}
          {effect}
        </p>
      )}
      {state === 'planned' && may('competence.enter') && <HoldForm training={training} />}
      {state === 'held' && may('competence.check') && <JudgeForm training={training} />}
      <div className="page-acts">
        {state === 'planned' && may('competence.enter') && (
          <ConfirmAct
            label={say('competence.training.cancel')}
            question={say('competence.training.cancel-ask', { number })}
            onConfirm={() => void cancel.run(undefined)}
          />
        )}
        <Button onClick={onClose}>{say('frame.close')}</Button>
      </div>
      <TroubleNote trouble={cancel.trouble} onClose={cancel.forget} />
    </section>
  )
}

function HoldForm({ training: { id, attendances, plannedOn } }: Pick<TrainingStepsProps, 'training'>) {
  const say = useSay()
  const { nameOf } = useStaff()
  const draft = useDraft<{ readonly heldOn: string; readonly came: readonly Attendance[] }>(
    `competence/training/${id}/held`,
    { heldOn: plannedOn, came: attendances.map(({ person }) => ({ person, result: 'passed' })) },
  )
  const { heldOn, came } = draft.value
  const hold = useCommand(() =>
    api.competence.holdTraining({ id, heldOn, attendances: came.map((each) => ({ ...each })) }),
  )
  const keep = async () => {
    if (await hold.run(undefined)) await draft.settled()
  }
  return (
    <>
      <DatePicker
        aria-label={say('competence.training.held-on')}
        value={dayjs(heldOn)}
        onChange={(day) => day && draft.change({ heldOn: day.format('YYYY-MM-DD'), came })}
        allowClear={false}
        style={{ width: 160 }}
      />
      {came.map(({ person, result }) => (
        <label key={person} className="competence-cell">
          {nameOf(person)}
          <Select
            aria-label={`${nameOf(person)} ${say('competence.training.result')}`}
            value={result}
            onChange={(chosen) =>
              draft.change({
                heldOn,
                came: came.map((each) => (each.person === person ? { person, result: chosen } : each)),
              })
            }
            options={attendanceResults.map((value) => ({ value, label: say(`competence.result.${value}`) }))}
            style={{ width: 140 }}
          />
        </label>
      ))}
      <TroubleNote trouble={hold.trouble} onClose={hold.forget} />
      <Button type="primary" disabled={came.length === 0} loading={hold.busy} onClick={() => void keep()}>
        {say('competence.training.hold')}
      </Button>
    </>
  )
}

function JudgeForm({ training: { id } }: Pick<TrainingStepsProps, 'training'>) {
  const say = useSay()
  const [effectId, aloneId] = [useId(), useId()]
  const [isEffective, setEffective] = useState(true)
  const draft = useDraft(`competence/training/${id}/effect`, { effect: '', alone: '' })
  const { effect, alone } = draft.value
  const judge = useCommand(() =>
    api.competence.judgeTraining({
      id,
      isEffective,
      effect,
      aloneReason: alone.trim() === '' ? null : alone,
    }),
  )
  const keep = async () => {
    if (await judge.run(undefined)) await draft.settled()
  }
  return (
    <>
      <Radio.Group
        aria-label={say('competence.training.effect')}
        value={isEffective}
        onChange={({ target }) => setEffective(target.value as boolean)}
        options={[
          { value: true, label: say('competence.training.effective') },
          { value: false, label: say('competence.training.not-effective') },
        ]}
      />
      <label htmlFor={effectId}>{say('competence.training.effect')}</label>
      <Input.TextArea
        id={effectId}
        rows={2}
        maxLength={1000}
        value={effect}
        onChange={({ target }) => draft.change({ effect: target.value, alone })}
      />
      <label htmlFor={aloneId}>{say('competence.training.alone')}</label>
      <Input
        id={aloneId}
        maxLength={1000}
        value={alone}
        onChange={({ target }) => draft.change({ effect, alone: target.value })}
      />
      <TroubleNote trouble={judge.trouble} onClose={judge.forget} />
      <Button type="primary" disabled={effect.trim() === ''} loading={judge.busy} onClick={() => void keep()}>
        {say('competence.training.judge')}
      </Button>
    </>
  )
}
