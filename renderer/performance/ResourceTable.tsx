import { Button } from 'antd'
import { useState } from 'react'

import type { Measure } from '#shared/performance/measure'
import { type MeasureResource, resource, resourceKinds } from '#shared/performance/technology'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { numberIn, textIn, typedNumber } from '../ui/typed.ts'

const amounts = ['requested', 'granted', 'spent'] as const

interface TableProps {
  readonly measure: Measure
  readonly resources: readonly MeasureResource[]
  readonly isOpen: boolean
}

/** What a measure needs, one by one: asked for, granted and spent. */
export function ResourceTable({ measure, resources, isOpen }: TableProps) {
  const say = useSay()
  const [open, setOpen] = useState<string | null>(null)
  const remove = useCommand((id: MeasureResource['id']) =>
    api.performance.removeResource({ id, measure: measure.id }),
  )
  const shown = resources.find(({ id }) => id === open)
  return (
    <>
      <h3>{say('performance.resources')}</h3>
      {resources.length === 0 && (
        <p className="page-purpose">{measure.resource || say('performance.resources.none')}</p>
      )}
      {resources.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('performance.resource.kind')}</th>
              <th scope="col">{say('performance.resource.what')}</th>
              {amounts.map((each) => (
                <th key={each} scope="col" className="right">
                  {say(`performance.resource.${each}`)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{say('performance.resource.edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {resources.map((each) => (
              <tr key={each.id}>
                <td>{say(`performance.resource.kind.${each.kind}`)}</td>
                <th scope="row">{each.what}</th>
                {amounts.map((name) => (
                  <td key={name} className="right">
                    <NumberText value={each[name]} unit={each.unit} />
                  </td>
                ))}
                <td>
                  {isOpen && (
                    <div className="performance-acts">
                      <Button size="small" onClick={() => setOpen(each.id)}>
                        {say('performance.resource.edit')}
                      </Button>
                      {measure.state === 'draft' && (
                        <Button size="small" danger onClick={() => void remove.run(each.id)}>
                          {say('performance.remove')}
                        </Button>
                      )}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <TroubleNote trouble={remove.trouble} />
      {open !== null && (
        <ResourceForm key={open} measure={measure} known={shown ?? null} onDone={() => setOpen(null)} />
      )}
      {isOpen && open === null && (
        <div className="performance-acts">
          <Button onClick={() => setOpen('new')}>{say('performance.resource.add')}</Button>
        </div>
      )}
    </>
  )
}

function ResourceForm({
  measure,
  known,
  onDone,
}: {
  readonly measure: Measure
  readonly known: MeasureResource | null
  readonly onDone: () => void
}) {
  const say = useSay()
  const { shape } = resource
  const save = useCommand((typed: Typed) => {
    const facts = resource.omit({ id: true, measure: true }).parse({
      kind: typed['kind'],
      what: textIn(typed, 'what'),
      unit: textIn(typed, 'unit'),
      requested: numberIn(typed, 'requested'),
      granted: numberIn(typed, 'granted'),
      spent: numberIn(typed, 'spent'),
    })
    return known
      ? api.performance.editResource({ ...facts, id: known.id })
      : api.performance.addResource({ ...facts, measure: measure.id })
  })
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={known?.what ?? say('performance.resource.add')}
      draft={`performance/measures/${measure.id}/resources/${known?.id ?? 'new'}`}
      isThere={known !== null}
      initial={{
        kind: known?.kind ?? 'money',
        what: known?.what ?? '',
        unit: known?.unit ?? 'CNY',
        requested: known?.requested ?? '',
        granted: known?.granted ?? '',
        spent: known?.spent ?? '',
      }}
      fields={[
        {
          name: 'kind',
          label: say('performance.resource.kind'),
          kind: 'choice',
          options: resourceKinds.map((value) => ({
            value,
            label: say(`performance.resource.kind.${value}`),
          })),
        },
        { name: 'what', label: say('performance.resource.what'), kind: 'text', schema: shape.what },
        { name: 'unit', label: say('performance.resource.unit'), kind: 'text', schema: shape.unit },
        ...amounts.map((name) => ({
          name,
          label: say(`performance.resource.${name}`),
          kind: 'number' as const,
          schema: typedNumber.nullable(),
        })),
      ]}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}
