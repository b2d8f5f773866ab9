import { newUnit, type NewUnit, type Unit } from '#shared/assets/model'
import { unitClasses } from '#shared/assets/plan'
import { day } from '#shared/kernel/period'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { itemsOf, useChoices } from './use-assets.ts'

interface UnitFormProps {
  readonly kind: Unit['kind']
  /** Null: a new one. */
  readonly unit: Unit | null
  readonly onLeave: () => void
}

/** Registers a generating unit or a production line, or changes it. */
export function UnitForm({ kind, unit, onLeave }: UnitFormProps) {
  const say = useSay()
  const { year } = useScope()
  const choices = useChoices()
  const save = useCommand(
    (facts: NewUnit) => (unit ? api.assets.editUnit({ id: unit.id, facts }) : api.assets.addUnit(facts)),
    {
      undo: (made) => ({
        done: { code: 'assets.unit.saved', facts: { name: made.name } },
        undo: () =>
          unit
            ? api.assets.editUnit({ id: unit.id, facts: factsOf(unit) })
            : api.assets.removeUnit({ id: made.id }),
      }),
    },
  )
  const submit = async (typed: Typed) => {
    const made = await save.run(factsFrom(kind, typed))
    if (made) onLeave()
    return made !== undefined
  }
  if (!choices.isReady) return null
  const initial = unit ? typedFrom(unit) : startOf(kind, choices, year)
  return (
    <RecordForm
      title={unit ? unit.name : say(kind === 'power' ? 'assets.add-unit' : 'assets.add-line')}
      draft={`assets/unit/${unit?.id ?? kind}`}
      initial={initial}
      fields={fieldsOf(kind, say, choices)}
      submit={say('assets.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onLeave}
    />
  )
}

type Choices = ReturnType<typeof useChoices>

function fieldsOf(kind: Unit['kind'], say: Say, { places, parametersFor }: Choices): Field[] {
  const [power, industry] = [newUnit.options[0].shape, newUnit.options[1].shape]
  const yesNo = [
    { value: 'yes', label: say('assets.yes') },
    { value: 'no', label: say('assets.no') },
  ]
  const own: Field[] =
    kind === 'power'
      ? [
          {
            name: 'unitClass',
            label: say('assets.unit.class'),
            kind: 'choice',
            schema: power.unitClass,
            options: unitClasses.map((value) => ({ value, label: say(`assets.class.${value}`) })),
          },
          {
            name: 'capacity',
            label: say('assets.unit.capacity'),
            kind: 'number',
            schema: typedNumber.pipe(power.capacity),
          },
          {
            name: 'cooling',
            label: say('assets.unit.cooling'),
            kind: 'choice',
            schema: power.cooling,
            options: (['water', 'air'] as const).map((value) => ({
              value,
              label: say(`assets.unit.cooling.${value}`),
            })),
          },
          { name: 'isBackPressure', label: say('assets.unit.back-pressure'), kind: 'choice', options: yesNo },
          { name: 'isCondensing', label: say('assets.unit.condensing'), kind: 'choice', options: yesNo },
        ]
      : [{ name: 'keepsVerified', label: say('assets.unit.keeps-verified'), kind: 'choice', options: yesNo }]
  return [
    { name: 'name', label: say('assets.unit.name'), kind: 'text', schema: industry.name },
    { name: 'node', label: say('assets.unit.node'), kind: 'choice', schema: industry.node, options: places },
    ...own,
    ...itemsOf(kind).map((item): Field => ({
      name: item,
      label: say('assets.unit.from', { item: say(`assets.item.${item}`) }),
      kind: 'choice',
      options: parametersFor(item),
    })),
    { name: 'validFrom', label: say('assets.unit.valid-from'), kind: 'day', schema: day },
    { name: 'validTo', label: say('assets.unit.valid-to'), kind: 'day' },
  ]
}

const said = (is: boolean) => (is ? 'yes' : 'no')

function startOf(kind: Unit['kind'], { places, usual }: Choices, year: number): Typed {
  return {
    name: '',
    node: places[0]?.value ?? null,
    ...(kind === 'power'
      ? { unitClass: 'II', capacity: '', cooling: 'water', isBackPressure: 'no', isCondensing: 'no' }
      : { keepsVerified: 'no' }),
    ...Object.fromEntries(itemsOf(kind).map((item) => [item, usual(item)])),
    validFrom: `${year}-01-01`,
    validTo: null,
  }
}

function typedFrom(unit: Unit): Typed {
  const { id: _id, changedAt: _at, ...facts } = unit
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'boolean' ? said(value) : value]),
  )
}

function factsOf({ id: _id, changedAt: _at, ...facts }: Unit): NewUnit {
  return facts
}

/** The record that was typed; the schema speaks where something is lacking. */
function factsFrom(kind: Unit['kind'], typed: Typed): NewUnit {
  const is = (name: string) => typed[name] === 'yes'
  const common = {
    kind,
    node: textIn(typed, 'node'),
    name: textIn(typed, 'name'),
    validFrom: textIn(typed, 'validFrom'),
    validTo: knownIn(typed, 'validTo'),
    ...Object.fromEntries(itemsOf(kind).map((item) => [item, knownIn(typed, item)])),
  }
  return newUnit.parse(
    kind === 'power'
      ? {
          ...common,
          unitClass: typed['unitClass'],
          cooling: typed['cooling'],
          isBackPressure: is('isBackPressure'),
          isCondensing: is('isCondensing'),
          capacity: numberIn(typed, 'capacity'),
        }
      : { ...common, keepsVerified: is('keepsVerified') },
  )
}
