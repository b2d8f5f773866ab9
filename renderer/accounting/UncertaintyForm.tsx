import { z } from 'zod'

import {
  distributions,
  isBounded,
  statedUncertainty,
  type StatedUncertainty,
  type Suggestion,
  type UncertainInput,
} from '#shared/accounting/uncertainty-model'
import { plainAmount } from '#shared/kernel/typed-amount'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, numberIn, textIn } from '../ui/typed.ts'

const { shape } = statedUncertainty
const typed = (schema: z.ZodType) =>
  z
    .string()
    .transform(plainAmount)
    .pipe(schema as z.ZodType<unknown, string>)

export function suggestionText(say: Say, { from, tag, says }: Suggestion): string {
  return say(`accounting.uncertainty.from.${from}`, { tag, says })
}

function fieldsIn(say: Say): readonly Field[] {
  return [
    {
      name: 'distribution',
      label: say('accounting.uncertainty.distribution'),
      kind: 'choice',
      schema: shape.distribution,
      options: distributions.map((value) => ({
        value,
        label: say(`accounting.uncertainty.distribution.${value}`),
      })),
      hint: say('accounting.uncertainty.distribution.hint'),
      wide: true,
    },
    {
      name: 'percent',
      label: say('accounting.uncertainty.percent'),
      kind: 'number',
      schema: typed(shape.percent),
    },
    {
      name: 'coverage',
      label: say('accounting.uncertainty.coverage'),
      kind: 'number',
      schema: z.union([z.literal(''), typed(shape.percent)]),
      hint: say('accounting.uncertainty.coverage.hint'),
    },
    {
      name: 'months',
      label: say('accounting.uncertainty.months'),
      kind: 'choice',
      schema: shape.months,
      options: shape.months.options.map((value) => ({
        value,
        label: say(`accounting.uncertainty.months.${value}`),
      })),
      wide: true,
    },
    {
      name: 'shared',
      label: say('accounting.uncertainty.shared'),
      kind: 'text',
      hint: say('accounting.uncertainty.shared.hint'),
      wide: true,
    },
    {
      name: 'basis',
      label: say('accounting.uncertainty.basis'),
      kind: 'area',
      schema: shape.basis,
      hint: say('accounting.uncertainty.basis.hint'),
    },
  ]
}

interface UncertaintyFormProps {
  readonly input: UncertainInput
  readonly onDone: () => void
}

/** How sure one input is; begins with what its meter suggests. */
export function UncertaintyForm({ input, onDone }: UncertaintyFormProps) {
  const say = useSay()
  const may = useMay()
  const name = input.name[say.language]
  const before = input.stated === null ? null : statedUncertainty.parse(input.stated)
  const restore = () =>
    before ? api.accounting.setUncertainties([before]) : api.accounting.clearUncertainties([input.subject])
  const save = useCommand((stated: StatedUncertainty) => api.accounting.setUncertainties([stated]), {
    undo: () => ({ done: { code: 'accounting.uncertainty.saved', facts: { name } }, undo: restore }),
  })
  const clear = useCommand(() => api.accounting.clearUncertainties([input.subject]), {
    undo: () => ({ done: { code: 'accounting.uncertainty.cleared', facts: { name } }, undo: restore }),
  })
  const submit = async (all: Typed) => {
    const made = await save.run(statedIn(all, input.subject))
    if (made) onDone()
    return made !== undefined
  }
  const mayEnter = may('accounting.enter')
  return (
    <RecordForm
      title={name}
      draft={`accounting/uncertainty/${input.subject}`}
      initial={initialOf(say, input)}
      fields={fieldsIn(say)}
      submit={say('accounting.uncertainty.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble ?? clear.trouble}
      onLeave={onDone}
      acts={
        before !== null &&
        mayEnter && (
          <ConfirmAct
            label={say('accounting.uncertainty.clear')}
            question={say('accounting.uncertainty.clear-question', { name })}
            button={{ danger: true }}
            onConfirm={() => void clear.run(undefined).then((done) => done && onDone())}
          />
        )
      }
    />
  )
}

function initialOf(say: Say, { stated, suggestion }: UncertainInput): Typed {
  if (stated) return { ...stated, coverage: stated.coverage ?? '', shared: stated.shared ?? '' }
  const plain = { distribution: 'normal', percent: '', coverage: '2', months: 'same', shared: '', basis: '' }
  if (!suggestion) return plain
  const { distribution, percent, tag, isShared } = suggestion
  return {
    ...plain,
    distribution,
    percent,
    coverage: '',
    shared: isShared ? tag : '',
    basis: suggestionText(say, suggestion),
  }
}

/** A distribution that ends at its half-width has no coverage factor, whatever still stands in the field. */
function statedIn(all: Typed, subject: string): StatedUncertainty {
  const distribution = shape.distribution.parse(all['distribution'])
  return {
    subject,
    distribution,
    percent: numberIn(all, 'percent') ?? '',
    coverage: isBounded(distribution) ? null : numberIn(all, 'coverage'),
    months: shape.months.parse(all['months']),
    shared: knownIn(all, 'shared'),
    basis: textIn(all, 'basis'),
  }
}
