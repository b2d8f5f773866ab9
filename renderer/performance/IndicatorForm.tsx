import { month } from '#shared/kernel/period'
import type { NodeId } from '#shared/organization/model'
import {
  type Indicator,
  indicatorFacts,
  indicatorKinds,
  newVersion,
  type Term,
} from '#shared/performance/indicator'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, textIn } from '../ui/typed.ts'
import { TermsField } from './TermsField.tsx'
import { unitOptions } from './unit-options.ts'

/** What an indicator is, apart from how it is computed. */
function useFactFields(): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const { shape } = indicatorFacts
  return [
    { name: 'name', label: say('performance.indicator.name'), kind: 'text', schema: shape.name },
    {
      name: 'kind',
      label: say('performance.indicator.kind'),
      kind: 'choice',
      schema: shape.kind,
      options: indicatorKinds.map((kind) => ({ value: kind, label: say(`performance.kind.${kind}`) })),
    },
    {
      name: 'node',
      label: say('performance.indicator.node'),
      kind: 'choice',
      options: places,
      hint: say('performance.indicator.node-hint'),
    },
    {
      name: 'better',
      label: say('performance.indicator.better'),
      kind: 'choice',
      schema: shape.better,
      options: (['less', 'more'] as const).map((better) => ({
        value: better,
        label: say(`performance.better.${better}`),
      })),
    },
    { name: 'owner', label: say('performance.indicator.owner'), kind: 'text' },
    {
      name: 'driver',
      label: say('performance.indicator.driver'),
      kind: 'text',
      hint: say('performance.indicator.driver-hint'),
    },
  ]
}

/** How it is computed, and from when on. */
function useMethodFields(): readonly Field[] {
  const say = useSay()
  const { shape } = newVersion
  return [
    {
      name: 'formula',
      label: say('performance.version.formula'),
      kind: 'text',
      schema: shape.formula,
      wide: true,
      hint: say('performance.version.formula-hint'),
    },
    { name: 'terms', label: say('performance.version.terms'), kind: 'own', control: <TermsField /> },
    {
      name: 'unit',
      label: say('performance.version.unit'),
      kind: 'choice',
      schema: shape.unit,
      options: unitOptions,
    },
    {
      name: 'validFrom',
      label: say('performance.version.valid-from'),
      kind: 'text',
      schema: month,
      hint: say('performance.version.valid-from-hint'),
    },
    {
      name: 'reason',
      label: say('performance.version.reason'),
      kind: 'text',
      schema: shape.reason,
      wide: true,
    },
  ]
}

function factsIn(typed: Typed) {
  return {
    name: textIn(typed, 'name'),
    kind: indicatorFacts.shape.kind.parse(typed['kind']),
    node: (knownIn(typed, 'node') ?? null) as NodeId | null,
    better: indicatorFacts.shape.better.parse(typed['better']),
    owner: knownIn(typed, 'owner'),
    driver: knownIn(typed, 'driver'),
  }
}
function versionIn(typed: Typed) {
  return {
    formula: textIn(typed, 'formula'),
    unit: newVersion.shape.unit.parse(typed['unit']),
    terms: listIn(typed, 'terms') as Term[],
    validFrom: textIn(typed, 'validFrom'),
    reason: textIn(typed, 'reason'),
  }
}

/** A new indicator with its first formula. */
export function NewIndicatorPage() {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const facts = useFactFields()
  const method = useMethodFields()
  const add = useCommand(
    (typed: Typed) => api.performance.addIndicator({ ...factsIn(typed), version: versionIn(typed) }),
    {
      undo: ({ id, name }) => ({
        done: { code: 'performance.indicator.added', facts: { name } },
        undo: () => api.performance.removeIndicator({ id }),
      }),
    },
  )
  const submit = async (typed: Typed) => {
    const made = await add.run(typed)
    if (made) go(`/performance/indicators/${made.id}`)
    return made !== undefined
  }
  return (
    <PageFrame title={say('performance.indicators.new')} purpose={say('performance.indicators.new-purpose')}>
      <RecordForm
        title={say('performance.indicators.new')}
        draft="performance/indicators/new"
        initial={{
          name: '',
          kind: 'per-product',
          node: null,
          better: 'less',
          owner: '',
          driver: '',
          formula: `${say('performance.term.emission')} / ${say('performance.term.output')}`,
          terms: [
            {
              name: say('performance.term.emission'),
              item: { kind: 'emission', node: null, category: null, scope: null, source: null },
            },
            { name: say('performance.term.output'), item: { kind: 'reading', parameter: '' } },
          ],
          unit: 'tCO2e/t',
          validFrom: `${year - 5}-01`,
          reason: say('performance.version.first'),
        }}
        fields={[...facts, ...method]}
        submit={say('performance.save')}
        onSubmit={submit}
        busy={add.busy}
        trouble={add.trouble}
        onLeave={() => go('/performance/indicators')}
      />
    </PageFrame>
  )
}

interface FormProps {
  readonly indicator: Indicator
  readonly onDone: () => void
}

/** Name, place and owner of an indicator; its formula is changed by a new version. */
export function FactsForm({ indicator, onDone }: FormProps) {
  const say = useSay()
  const fields = useFactFields()
  const { id, name, kind, node, better, owner, driver } = indicator
  const before = { name, kind, node, better, owner, driver }
  const edit = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      api.performance.editIndicator({ id, ...factsIn(typed), seen: factsIn(seen) }),
    {
      undo: (saved, { typed }) => ({
        done: { code: 'performance.indicator.saved', facts: { name: saved.name } },
        undo: () => api.performance.editIndicator({ id, ...before, seen: factsIn(typed) }),
      }),
    },
  )
  const submit = async (typed: Typed, seen: Typed) => {
    const saved = await edit.run({ typed, seen })
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('performance.indicator.edit')}
      draft={`performance/indicators/${id}`}
      isThere
      initial={{ ...before, owner: owner ?? '', driver: driver ?? '' }}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={edit.busy}
      trouble={edit.trouble}
      onLeave={onDone}
    />
  )
}

/** The next formula, in force from a later month on. */
export function MethodForm({ indicator, onDone }: FormProps) {
  const say = useSay()
  const { year } = useScope()
  const fields = useMethodFields()
  const last = indicator.versions.at(-1)
  const { id, name } = indicator
  const change = useCommand((typed: Typed) => api.performance.changeMethod({ id, ...versionIn(typed) }), {
    undo: () => ({
      done: { code: 'performance.version.changed', facts: { name } },
      undo: () => api.performance.dropMethod({ id }),
    }),
  })
  const submit = async (typed: Typed) => {
    const saved = await change.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('performance.version.change')}
      draft={`performance/indicators/${id}/method`}
      initial={{
        formula: last?.formula ?? '',
        terms: last?.terms ?? [],
        unit: last?.unit ?? 'tCO2e',
        validFrom: `${year}-01`,
        reason: '',
      }}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={change.busy}
      trouble={change.trouble}
      onLeave={onDone}
    />
  )
}
