import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'

import { frequencies } from '#shared/monitoring/model'
import { monitoringForms, type PlanContent, type PlanLine } from '#shared/monitoring/plan'
import { planValue, planWords } from '#shared/monitoring/plan-words'

import { useSay } from '../kernel/say.ts'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import type { WritePlan } from './PlanHeading.tsx'

interface LinesProps {
  readonly content: PlanContent
  readonly write: WritePlan
}

/** Every parameter with all that the plan asks of it; one is opened to be written. */
export function PlanLines({ content, write }: LinesProps) {
  const say = useSay()
  const [chosen, choose] = useState<string | null>(null)
  const { lines } = content
  const open = lines.find(({ parameter }) => parameter === chosen)
  const change =
    write &&
    ((next: PlanLine) =>
      write({ lines: lines.map((line) => (line.parameter === next.parameter ? next : line)) }))
  return (
    <>
      {write && <FillAll lines={lines} onFill={(next) => write({ lines: next })} />}
      <div className="monitoring-plan-lines">
        <RecordTable
          name="monitoring-plan-lines"
          label={say('monitoring.plan.part.lines')}
          rows={lines}
          rowKey={({ parameter }) => parameter}
          columns={useColumns()}
          chosen={chosen}
          onOpen={({ parameter }) => choose(parameter === chosen ? null : parameter)}
        />
      </div>
      {open && <OpenLine key={open.parameter} line={open} change={change} />}
    </>
  )
}

/** Puts one department or form of record into every line that has none: thirty lines in one act. */
function FillAll({
  lines,
  onFill,
}: {
  readonly lines: readonly PlanLine[]
  readonly onFill: (lines: PlanLine[]) => void
}) {
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState({ recordForm: '', department: '' })
  const fill = () => {
    onFill(
      lines.map((line) => ({
        ...line,
        recordForm: line.recordForm === '' ? typed.recordForm.trim() : line.recordForm,
        department: line.department ?? (typed.department.trim() || null),
      })),
    )
    setTyped({ recordForm: '', department: '' })
  }
  return (
    <form
      className="monitoring-fill"
      onSubmit={(event) => {
        event.preventDefault()
        fill()
      }}
    >
      {(['recordForm', 'department'] as const).map((name) => (
        <span key={name}>
          <label htmlFor={`${id}-${name}`}>{say(`monitoring.plan.field.${name}`)}</label>{' '}
          <Input
            id={`${id}-${name}`}
            value={typed[name]}
            maxLength={300}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            style={{ width: 160 }}
          />
        </span>
      ))}
      <Button htmlType="submit" disabled={typed.recordForm.trim() === '' && typed.department.trim() === ''}>
        {say('monitoring.plan.line-fill')}
      </Button>
    </form>
  )
}

const shown = [
  ['sourceName', 150],
  ['name', 150],
  ['unit', 72],
  ['determination', 84],
  ['form', 84],
  ['meter', 96],
  ['meterAccuracy', 84],
  ['calibrationMonths', 100],
  ['frequency', 84],
  ['recordFrequency', 84],
  ['recordForm', 130],
  ['methodStandard', 130],
  ['gapRule', 130],
  ['department', 100],
  ['responsible', 84],
] as const satisfies readonly (readonly [keyof PlanLine, number])[]

function useColumns(): readonly RecordColumn<PlanLine>[] {
  const say = useSay()
  const words = planWords(say.language)
  return shown.map(([name, width]) => ({
    key: name,
    width,
    title: words(`monitoring.plan.field.${name === 'name' ? 'parameter' : name}`),
    text: (line) => planValue(words, name, line[name]),
  }))
}

function OpenLine({
  line,
  change,
}: {
  readonly line: PlanLine
  readonly change: ((line: PlanLine) => void) | null
}) {
  const say = useSay()
  const id = useId()
  const words = planWords(say.language)
  return (
    <section className="paper" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{[line.sourceName, line.name].filter((part) => part !== null).join(' · ')}</h2>
      <div className="monitoring-fields">
        <div className="monitoring-field">
          <label htmlFor={`${id}-form`}>{say('monitoring.plan.field.form')}</label>
          <Select
            id={`${id}-form`}
            value={line.form}
            disabled={change === null}
            options={monitoringForms.map((value) => ({ value, label: planValue(words, 'form', value) }))}
            onChange={(form) => change?.({ ...line, form })}
          />
        </div>
        <div className="monitoring-field">
          <label htmlFor={`${id}-frequency`}>{say('monitoring.plan.field.frequency')}</label>
          <Select
            id={`${id}-frequency`}
            value={line.frequency}
            disabled={change === null}
            options={frequencies.map((value) => ({ value, label: planValue(words, 'frequency', value) }))}
            onChange={(frequency) => change?.({ ...line, frequency })}
          />
        </div>
        {(['recordForm', 'methodStandard', 'department', 'responsible'] as const).map((name) => (
          <div key={name} className="monitoring-field">
            <label htmlFor={`${id}-${name}`}>{say(`monitoring.plan.field.${name}`)}</label>
            <Input
              id={`${id}-${name}`}
              maxLength={300}
              disabled={change === null}
              value={line[name] ?? ''}
              onChange={({ target }) => change?.({ ...line, [name]: typedOf(name, target.value) })}
            />
          </div>
        ))}
      </div>
    </section>
  )
}
/** Who does it may be unknown; how it is recorded may only be unwritten. */
function typedOf(name: string, text: string): string | null {
  return text === '' && (name === 'department' || name === 'responsible') ? null : text
}
