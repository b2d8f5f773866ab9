import { Button } from 'antd'

import type { NodeId } from '#shared/organization/model'
import {
  considerations,
  newObjective,
  type NewObjective,
  type ShownObjective,
} from '#shared/performance/objective'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { CoverageSection } from './CoverageSection.tsx'
import { useObjectives } from './use-performance.ts'

/** Objectives, what they still lack, and how far their measures are. */
export function ObjectivesPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useObjectives()
  const columns = useColumns()
  const begin = (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/performance/targets/new')}>
      {say('performance.objectives.new')}
    </Button>
  )
  return (
    <PageFrame
      title={say('performance.objectives')}
      purpose={say('performance.objectives.purpose')}
      action={may('performance.enter') && begin}
    >
      <TroubleNote trouble={asked.error} />
      <RecordTable
        name="performance-objectives"
        label={say('performance.objectives')}
        rows={asked.data ?? []}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => go(`/performance/targets/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="target"
            title={say('performance.objectives.empty')}
            why={say('performance.objectives.empty-why')}
            action={may('performance.enter') && begin}
          />
        }
      />
      <CoverageSection />
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<ShownObjective>[] {
  const say = useSay()
  return [
    { key: 'title', title: say('performance.objective.title'), text: ({ title }) => title, width: 260 },
    {
      key: 'horizon',
      title: say('performance.objective.horizon'),
      text: ({ horizon }) => say(`performance.horizon.${horizon}`),
      choices: true,
      width: 100,
    },
    { key: 'owner', title: say('performance.indicator.owner'), text: ({ owner }) => owner ?? '', width: 110 },
    {
      key: 'state',
      title: say('performance.indicator.state'),
      text: ({ state }) => say(`performance.objective.state.${state}`),
      choices: true,
      width: 100,
    },
    {
      key: 'targets',
      title: say('performance.objective.targets'),
      text: ({ targets }) => String(targets.length),
      number: true,
      width: 80,
    },
    {
      key: 'measures',
      title: say('performance.objective.measures'),
      text: ({ measures }) => String(measures.length),
      number: true,
      width: 80,
    },
    {
      key: 'gaps',
      title: say('performance.objective.gaps'),
      text: ({ gaps }) => String(gaps.length),
      number: true,
      width: 90,
    },
  ]
}

function useFields(): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const { shape } = newObjective
  return [
    {
      name: 'title',
      label: say('performance.objective.title'),
      kind: 'text',
      schema: shape.title,
      wide: true,
    },
    {
      name: 'horizon',
      label: say('performance.objective.horizon'),
      kind: 'choice',
      schema: shape.horizon,
      options: (['short', 'long'] as const).map((each) => ({
        value: each,
        label: say(`performance.horizon.${each}`),
      })),
    },
    { name: 'node', label: say('performance.indicator.node'), kind: 'choice', options: places },
    { name: 'owner', label: say('performance.indicator.owner'), kind: 'text' },
    { name: 'policy', label: say('performance.objective.policy'), kind: 'area', hint: '6.4.2 a' },
    { name: 'analysis', label: say('performance.objective.analysis'), kind: 'area', hint: 'A.6.4.1' },
    { name: 'parties', label: say('performance.objective.parties'), kind: 'area', hint: 'A.6.4.1 h' },
    ...considerations.map((each, at): Field => ({
      name: each,
      label: say(`performance.consideration.${each}`),
      kind: 'area',
      hint: `6.4.3 ${'abcdefg'.charAt(at)}`,
    })),
  ]
}
function objectiveIn(typed: Typed): NewObjective {
  return newObjective.parse({
    title: textIn(typed, 'title'),
    horizon: typed['horizon'],
    node: (knownIn(typed, 'node') ?? null) as NodeId | null,
    owner: knownIn(typed, 'owner'),
    policy: textIn(typed, 'policy'),
    analysis: textIn(typed, 'analysis'),
    parties: textIn(typed, 'parties'),
    considerations: Object.fromEntries(considerations.map((each) => [each, textIn(typed, each)])),
  })
}

/** A new objective. Its targets and measures come after it. */
export function NewObjectivePage() {
  const say = useSay()
  const go = useGo()
  const fields = useFields()
  const add = useCommand((typed: Typed) => api.performance.addObjective(objectiveIn(typed)), {
    undo: ({ id, title }) => ({
      done: { code: 'performance.objective.added', facts: { name: title } },
      undo: () => api.performance.removeObjective({ id }),
    }),
  })
  const submit = async (typed: Typed) => {
    const made = await add.run(typed)
    if (made) go(`/performance/targets/${made.id}`)
    return made !== undefined
  }
  return (
    <PageFrame title={say('performance.objectives.new')} purpose={say('performance.objectives.new-purpose')}>
      <RecordForm
        title={say('performance.objectives.new')}
        draft="performance/targets/new"
        initial={{ title: '', horizon: 'short', node: null, owner: '' }}
        fields={fields}
        submit={say('performance.save')}
        onSubmit={submit}
        busy={add.busy}
        trouble={add.trouble}
        onLeave={() => go('/performance/targets')}
      />
    </PageFrame>
  )
}

export function ObjectiveForm({
  objective,
  onDone,
}: {
  readonly objective: ShownObjective
  readonly onDone: () => void
}) {
  const say = useSay()
  const fields = useFields()
  const { id, considerations: weighed, owner } = objective
  const before = newObjective.parse(objective)
  const edit = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      api.performance.editObjective({ ...objectiveIn(typed), id, seen: objectiveIn(seen) }),
    {
      undo: (saved) => ({
        done: { code: 'performance.objective.saved', facts: { name: saved.title } },
        undo: () => api.performance.editObjective({ ...before, id, seen: newObjective.parse(saved) }),
      }),
    },
  )
  return (
    <RecordForm
      title={say('performance.objective.edit')}
      draft={`performance/targets/${id}`}
      isThere
      initial={{ ...before, ...weighed, owner: owner ?? '' }}
      fields={fields}
      submit={say('performance.save')}
      onSubmit={(typed, seen) => submitting(edit, onDone)({ typed, seen })}
      onSettled={edit.forget}
      busy={edit.busy}
      trouble={edit.trouble}
      onLeave={onDone}
    />
  )
}
