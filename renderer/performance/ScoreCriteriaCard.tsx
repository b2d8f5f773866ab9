import { Button } from 'antd'
import { useState } from 'react'

import { newScoreCriterion, type ScoreCriterion } from '#shared/performance/supplier'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { useScoreCriteria } from './use-operation.ts'

/** By what suppliers are judged, with the weights that the plant gave. */
export function ScoreCriteriaCard() {
  const say = useSay()
  const may = useMay()
  const { data = [] } = useScoreCriteria()
  const [open, setOpen] = useState<ScoreCriterion | 'new' | null>(null)
  const retire = useCommand(({ id }: ScoreCriterion) => api.performance.retireScoreCriterion({ id }))
  const inUse = data.filter(({ retired }) => !retired)
  const mayEnter = may('performance.enter')
  return (
    <section className="paper" aria-label={say('performance.score-criteria')}>
      <h2>{say('performance.score-criteria')}</h2>
      <p className="page-purpose">{say('performance.score-criteria.why')}</p>
      {inUse.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('performance.score-criterion.name')}</th>
              <th scope="col" className="right">
                {say('performance.score-criterion.weight')}
              </th>
              <th scope="col">{say('performance.score-criterion.note')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('performance.supplier.edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {inUse.map((each) => (
              <tr key={each.id}>
                <th scope="row">{each.name}</th>
                <td className="right">
                  <NumberText value={each.weight} />
                </td>
                <td>{each.note}</td>
                <td>
                  {mayEnter && (
                    <div className="performance-acts">
                      <Button size="small" onClick={() => setOpen(each)}>
                        {say('performance.supplier.edit')}
                      </Button>
                      <ConfirmAct
                        label={say('performance.supplier.retire')}
                        question={say('performance.score-criterion.retire-question', { name: each.name })}
                        button={{ size: 'small' }}
                        onConfirm={() => void retire.run(each)}
                      />
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <TroubleNote trouble={retire.trouble} />
      {open !== null && (
        <CriterionForm
          key={open === 'new' ? 'new' : open.id}
          criterion={open === 'new' ? null : open}
          onDone={() => setOpen(null)}
        />
      )}
      {open === null && mayEnter && (
        <div className="performance-acts">
          <Button icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
            {say('performance.score-criterion.new')}
          </Button>
        </div>
      )}
    </section>
  )
}

function CriterionForm({
  criterion,
  onDone,
}: {
  readonly criterion: ScoreCriterion | null
  readonly onDone: () => void
}) {
  const say = useSay()
  const { shape } = newScoreCriterion
  const save = useCommand((typed: Typed) => {
    const facts = newScoreCriterion.parse({
      name: textIn(typed, 'name'),
      weight: numberIn(typed, 'weight'),
      note: textIn(typed, 'note'),
    })
    return criterion
      ? api.performance.editScoreCriterion({ ...facts, id: criterion.id })
      : api.performance.addScoreCriterion(facts)
  })
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={criterion?.name ?? say('performance.score-criterion.new')}
      draft={`performance/score-criteria/${criterion?.id ?? 'new'}`}
      isThere={criterion !== null}
      initial={criterion ?? { name: '', weight: '', note: '' }}
      fields={[
        { name: 'name', label: say('performance.score-criterion.name'), kind: 'text', schema: shape.name },
        {
          name: 'weight',
          label: say('performance.score-criterion.weight'),
          kind: 'number',
          schema: typedNumber.pipe(shape.weight),
        },
        { name: 'note', label: say('performance.score-criterion.note'), kind: 'area' },
      ]}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}
