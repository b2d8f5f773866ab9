import { Button } from 'antd'
import { useState } from 'react'

import type { ListedItem } from '#shared/audits/checklist'
import { sampleInput, type SampleInput } from '#shared/audits/sample'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useToday } from '../kernel/use-today.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { textIn } from '../ui/typed.ts'

interface SampleProps {
  readonly item: ListedItem
  readonly isLocked: boolean
}
const most = /^\d{1,10}$/

/** A random sample of what is asked about, which anybody can draw again from its seed. */
export function SampleSection({ item: { id, sample }, isLocked }: SampleProps) {
  const say = useSay()
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const draw = useCommand((input: SampleInput) => api.audits.draw({ item: id, sample: input }))
  const whole = (typed: Typed, name: string) => {
    const text = textIn(typed, name)
    return most.test(text) ? Number.parseInt(text, 10) : Number.NaN
  }
  const submit = async (typed: Typed) => {
    const drawn = await draw.run(
      sampleInput.parse({
        population: textIn(typed, 'population'),
        count: whole(typed, 'count'),
        size: whole(typed, 'size'),
        seed: whole(typed, 'seed'),
      }),
    )
    if (drawn) setOpen(false)
    return drawn !== undefined
  }
  const { shape } = sampleInput
  const fields: readonly Field[] = [
    {
      name: 'population',
      label: say('audits.paper.population'),
      kind: 'text',
      schema: shape.population,
      wide: true,
    },
    { name: 'count', label: say('audits.field.count'), kind: 'number' },
    { name: 'size', label: say('audits.field.size'), kind: 'number' },
    { name: 'seed', label: say('audits.paper.seed'), kind: 'number', hint: say('audits.seed-how') },
  ]
  return (
    <section aria-label={say('audits.paper.sampling')}>
      <h3>{say('audits.paper.sampling')}</h3>
      {sample && <p>{say('audits.sample-is', { ...sample, chosen: sample.chosen.join(', ') })}</p>}
      {!isLocked && !isOpen && (
        <Button onClick={() => setOpen(true)}>
          {say(sample ? 'audits.sample-again' : 'audits.sample-draw')}
        </Button>
      )}
      {isOpen && (
        <RecordForm
          title={say('audits.sample-draw')}
          draft={`audits/sample/${id}`}
          initial={{
            population: sample?.population ?? '',
            count: String(sample?.count ?? ''),
            size: String(sample?.size ?? ''),
            seed: String(sample?.seed ?? today.replaceAll('-', '')),
          }}
          fields={fields}
          submit={say('audits.sample-draw')}
          onSubmit={submit}
          busy={draw.busy}
          trouble={draw.trouble}
          onLeave={() => setOpen(false)}
        />
      )}
    </section>
  )
}
