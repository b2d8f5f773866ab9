import { Button, Select } from 'antd'
import { useState } from 'react'

import { conversion, Decimal } from '#shared/kernel/quantity'
import { isConvertible, isMeasure } from '#shared/kernel/units'
import { differenceIn, type History, type Point } from '#shared/performance/history'
import { type Indicator, newReference, type Reference, referenceKinds } from '#shared/performance/indicator'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { numberIn, textIn, typedNumber, wholeIn } from '../ui/typed.ts'
import { unitOptions } from './unit-options.ts'

/** Values of others to compare with, each with its year and source; benchmarks come with the program. */
export function ReferenceList({
  indicator,
  history,
}: {
  readonly indicator: Indicator
  readonly history: History
}) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const latest = history.years.findLast(({ value }) => value !== null)
  const remove = useCommand(
    ({ id }: Indicator['references'][number]) => api.performance.removeReference({ id }),
    {
      undo: (_done, { id: _id, ...again }) => ({
        done: { code: 'performance.reference.removed', facts: { source: again.source } },
        undo: () => api.performance.addReference(again),
      }),
    },
  )
  return (
    <section className="paper" aria-label={say('performance.reference.title')}>
      <h2>{say('performance.reference.title')}</h2>
      {indicator.references.length === 0 && (
        <p className="page-purpose">{say('performance.reference.none')}</p>
      )}
      {indicator.references.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('performance.reference.kind')}</th>
              <th scope="col" className="right">
                {say('performance.value')}
              </th>
              <th scope="col" className="right">
                {latest ? say('performance.reference.gap', { period: latest.period }) : ''}
              </th>
              <th scope="col">{say('performance.reference.year')}</th>
              <th scope="col">{say('performance.reference.source')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {indicator.references.map((each) => (
              <tr key={each.id}>
                <th scope="row">{say(`performance.reference.${each.kind}`)}</th>
                <td className="right">
                  <NumberText value={each.value} unit={each.unit} />
                </td>
                <td className="right">
                  {latest && <NumberText value={gapOf(latest, history, each)} unit="%" decimals={2} />}
                </td>
                <td>{each.year}</td>
                <td>{each.source}</td>
                <td>
                  {may('performance.enter') && (
                    <Button
                      type="text"
                      icon={<Icon name="trash" />}
                      aria-label={say('performance.reference.remove', { source: each.source })}
                      onClick={() => void remove.run(each)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <TroubleNote trouble={remove.trouble} />
      {may('performance.enter') && !isOpen && (
        <div className="performance-acts">
          <Shipped indicator={indicator} />
          <Button onClick={() => setOpen(true)}>{say('performance.reference.add')}</Button>
        </div>
      )}
      {isOpen && <ReferenceForm indicator={indicator} onDone={() => setOpen(false)} />}
    </section>
  )
}

/** By how much a value of the plant is above (or below) the value of another, in percent of that. */
function gapOf({ value }: Point, { unit }: History, of: Reference): string | null {
  if (value === null || !isConvertible(of.unit, unit)) return null
  return differenceIn(value, new Decimal(of.value).times(conversion(of.unit, unit)).toFixed())
}

/** Benchmarks of the allocation plans, offered where their unit fits. */
function Shipped({ indicator }: { readonly indicator: Indicator }) {
  const say = useSay()
  const unit = indicator.versions.at(-1)?.unit ?? 'ratio'
  const shipped = useAsk(['performance', 'shipped-references'], () => api.performance.shippedReferences({}))
  const add = useCommand(api.performance.addReference)
  const fitting = (shipped.data ?? []).filter(
    (each) => isMeasure(each.unit) && isConvertible(each.unit, unit),
  )
  if (fitting.length === 0) return null
  const take = (id: string) => {
    const found = fitting.find((each) => each.id === id)
    if (!found || !isMeasure(found.unit)) return
    void add.run({
      indicator: indicator.id,
      kind: 'benchmark',
      value: found.value,
      unit: found.unit,
      year: found.year,
      source: `${found.title[say.language]}${found.isDraft ? say('performance.reference.draft') : ''} · ${found.source}`,
    })
  }
  return (
    <>
      <Select
        aria-label={say('performance.reference.shipped')}
        placeholder={say('performance.reference.shipped')}
        style={{ minWidth: 360 }}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={fitting
          .toReversed()
          .map(({ id, title, value }) => ({ value: id, label: `${title[say.language]} · ${value}` }))}
        onChange={(id: string | null) => id !== null && take(id)}
      />
      <TroubleNote trouble={add.trouble} />
    </>
  )
}

function ReferenceForm({
  indicator,
  onDone,
}: {
  readonly indicator: Indicator
  readonly onDone: () => void
}) {
  const say = useSay()
  const { shape } = newReference
  const unit = indicator.versions.at(-1)?.unit ?? 'ratio'
  const add = useCommand(
    (typed: Typed) =>
      api.performance.addReference({
        indicator: indicator.id,
        kind: shape.kind.parse(typed['kind']),
        value: numberIn(typed, 'value') ?? '',
        unit: shape.unit.parse(typed['unit']),
        year: wholeIn(typed, 'year') ?? 0,
        source: textIn(typed, 'source'),
      }),
    {
      undo: ({ id, source }) => ({
        done: { code: 'performance.reference.added', facts: { source } },
        undo: () => api.performance.removeReference({ id }),
      }),
    },
  )
  const submit = async (typed: Typed) => {
    const made = await add.run(typed)
    if (made) onDone()
    return made !== undefined
  }
  return (
    <RecordForm
      title={say('performance.reference.add')}
      draft={`performance/indicators/${indicator.id}/reference`}
      initial={{ kind: 'domestic-advanced', value: '', unit, year: '', source: '' }}
      fields={[
        {
          name: 'kind',
          label: say('performance.reference.kind'),
          kind: 'choice',
          schema: shape.kind,
          options: referenceKinds.map((kind) => ({
            value: kind,
            label: say(`performance.reference.${kind}`),
          })),
        },
        { name: 'value', label: say('performance.value'), kind: 'number', schema: typedNumber },
        {
          name: 'unit',
          label: say('performance.version.unit'),
          kind: 'choice',
          schema: shape.unit,
          options: unitOptions.filter(({ value }) => isConvertible(value, unit)),
        },
        { name: 'year', label: say('performance.reference.year'), kind: 'number', schema: typedNumber },
        {
          name: 'source',
          label: say('performance.reference.source'),
          kind: 'text',
          schema: shape.source,
          wide: true,
        },
      ]}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={add.busy}
      trouble={add.trouble}
      onLeave={onDone}
    />
  )
}
