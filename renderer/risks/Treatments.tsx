import { Button } from 'antd'
import { useState } from 'react'

import type { Criteria } from '#shared/risks/criteria'
import { type ShownRisk, type Treatment, treatmentAfter } from '#shared/risks/risk'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { FactTable } from '../ui/FactTable.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { TreatmentTag } from './tones.tsx'
import { CheckForm, FinishForm, TreatmentForm } from './TreatmentForm.tsx'

interface TreatmentsProps {
  readonly risk: ShownRisk
  readonly criteria: Criteria | null
}
type Open = { readonly form: 'edit' | 'finish' | 'check'; readonly id: string | null }

/** What is done about a risk, from the plan to the verdict on its effect. */
export function Treatments({ risk, criteria }: TreatmentsProps) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const mayAct = may('risks.enter') && risk.closedOn === null
  const known = risk.treatments.find(({ id }) => id === open?.id) ?? null
  return (
    <>
      <section className="paper" aria-label={say('risks.treatments')}>
        <div className="risks-head">
          <h2>{say('risks.treatments')}</h2>
          {mayAct && (
            <Button
              icon={<Icon name="plus" />}
              type={risk.standing === 'gap' ? 'primary' : 'default'}
              onClick={() => setOpen({ form: 'edit', id: null })}
            >
              {say('risks.treatment.new')}
            </Button>
          )}
        </div>
        {risk.treatments.length === 0 && <p className="page-purpose">{say('risks.treatments.none')}</p>}
        <ul className="record-list">
          {risk.treatments.map((each) => (
            <TreatmentItem
              key={each.id}
              treatment={each}
              mayAct={mayAct}
              onOpen={(form) => setOpen({ form, id: each.id })}
            />
          ))}
        </ul>
      </section>
      {open?.form === 'edit' && <TreatmentForm key={open.id} risk={risk} treatment={known} onDone={close} />}
      {open?.form === 'finish' && known && <FinishForm treatment={known} onDone={close} />}
      {open?.form === 'check' && known && criteria && (
        <CheckForm risk={risk} treatment={known} criteria={criteria} onDone={close} />
      )}
    </>
  )
}

interface ItemProps {
  readonly treatment: Treatment
  readonly mayAct: boolean
  readonly onOpen: (form: Open['form']) => void
}
function TreatmentItem({ treatment, mayAct, onOpen }: ItemProps) {
  const say = useSay()
  const { nameOf } = useStaff()
  const { what, way, nature, owner, due, cost, test, checkDue, process, state, options } = treatment
  const chosen = options.filter(({ isChosen }) => isChosen).map((each) => each.what)
  const facts = [
    {
      name: say('risks.treatment.way'),
      value: `${say(`risks.way.${way}`)} · ${say(`risks.nature.${nature}`)}`,
    },
    { name: say('risks.owner'), value: nameOf(owner) },
    { name: say('risks.treatment.due'), value: due },
    { name: say('risks.treatment.cost'), value: cost && <NumberText value={cost} /> },
    { name: say('risks.treatment.process'), value: process },
    { name: say('risks.treatment.test'), value: test },
    { name: say('risks.treatment.check-due'), value: checkDue },
    {
      name: say('risks.treatment.options'),
      value:
        options.length > 0 &&
        say('risks.option.weighed', { count: options.length, chosen: chosen.join(' · ') }),
    },
  ]
  return (
    <li>
      <div className="record-line">
        <strong>{what}</strong>
        <TreatmentTag state={state} />
      </div>
      <FactTable facts={facts.filter(({ value }) => Boolean(value))} />
      <Course treatment={treatment} />
      {mayAct && <Acts treatment={treatment} onOpen={onOpen} />}
    </li>
  )
}

/** What has happened to it, in the words of those who did it. */
function Course({ treatment }: { readonly treatment: Treatment }) {
  const say = useSay()
  const names = useNames()
  const { doneOn, doneBy, doneNote, checkedOn, checkedBy, checkNote, aloneReason, dropReason } = treatment
  const named = (user: string | null) => (user === null ? null : names.get(user)) ?? '—'
  const lines = [
    doneOn && say('risks.treatment.done-line', { on: doneOn, name: named(doneBy), note: doneNote }),
    checkedOn &&
      say('risks.treatment.checked-line', { on: checkedOn, name: named(checkedBy), note: checkNote }),
    aloneReason && say('risks.treatment.alone-line', { reason: aloneReason }),
    dropReason && say('risks.treatment.dropped-line', { reason: dropReason }),
  ].filter((line) => typeof line === 'string')
  return lines.map((line) => <div key={line}>{line}</div>)
}

function Acts({ treatment: { id, state }, onOpen }: Omit<ItemProps, 'mayAct'>) {
  const say = useSay()
  const drop = useCommand((reason: string) => api.risks.dropTreatment({ id, reason }))
  const resume = useCommand(() => api.risks.resumeTreatment({ id }))
  return (
    <div className="page-acts risks-acts">
      {state === 'planned' && (
        <>
          <Button size="small" onClick={() => onOpen('finish')}>
            {say('risks.treatment.finish')}
          </Button>
          <Button size="small" onClick={() => onOpen('edit')}>
            {say('risks.edit')}
          </Button>
        </>
      )}
      {state === 'done' && (
        <Button size="small" type="primary" onClick={() => onOpen('check')}>
          {say('risks.treatment.check')}
        </Button>
      )}
      {treatmentAfter(state, 'drop') !== null && (
        <ConfirmAct
          label={say('risks.treatment.drop')}
          question={say('risks.treatment.drop-ask')}
          reasonLabel={say('risks.reason')}
          button={{ size: 'small', loading: drop.busy }}
          onConfirm={(reason) => void drop.run(reason)}
        />
      )}
      {treatmentAfter(state, 'resume') !== null && (
        <Button size="small" loading={resume.busy} onClick={() => void resume.run(undefined)}>
          {say('risks.treatment.resume')}
        </Button>
      )}
      <TroubleNote trouble={drop.trouble ?? resume.trouble} onClose={drop.forget} />
    </div>
  )
}
