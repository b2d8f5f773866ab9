import type { Measure } from '#shared/performance/measure'
import { technologyKinds } from '#shared/performance/technology'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { MilestoneTable } from './MilestoneTable.tsx'
import { ResourceTable } from './ResourceTable.tsx'
import { useMeasureParts, useTechnologies } from './use-operation.ts'

/** Of what kind a measure is, its milestones, and its resources one by one. */
export function MeasureParts({ measure }: { readonly measure: Measure }) {
  const say = useSay()
  const { data: parts } = useMeasureParts()
  const may = useMay()
  if (!parts) return null
  const isOpen = measure.state !== 'verified' && measure.state !== 'dropped' && may('performance.enter')
  return (
    <section className="performance-parts" aria-label={say('performance.parts')}>
      <KindForm key={measure.id} measure={measure} isOpen={isOpen} />
      <MilestoneTable
        measure={measure}
        milestones={parts.milestones.filter((each) => each.measure === measure.id)}
        isOpen={isOpen}
      />
      <ResourceTable
        measure={measure}
        resources={parts.resources.filter((each) => each.measure === measure.id)}
        isOpen={isOpen}
      />
    </section>
  )
}

function KindForm({ measure, isOpen }: { readonly measure: Measure; readonly isOpen: boolean }) {
  const say = useSay()
  const { language } = say
  const { data: parts } = useMeasureParts()
  const { data: technologies = [] } = useTechnologies()
  const known = parts?.kinds.find((each) => each.measure === measure.id)
  const set = useCommand((typed: Typed) =>
    api.performance.setMeasureKind({
      measure: measure.id,
      kind: technologyKinds.find((each) => each === typed['kind']) ?? 'energy-efficiency',
      technology: knownIn(typed, 'technology'),
      before: textIn(typed, 'before'),
      after: textIn(typed, 'after'),
    }),
  )
  const used = technologies.find(({ ref }) => ref === known?.technology)
  if (!isOpen)
    return known ? (
      <p>
        {say(`performance.technology.kind.${known.kind}`)} {used && `· ${used.name[language]}`} ·{' '}
        {known.before} → {known.after}
      </p>
    ) : null
  const hint = say('performance.parts.before-hint')
  return (
    <RecordForm
      title={say('performance.parts.kind-title')}
      draft={`performance/measures/${measure.id}/kind`}
      isThere
      initial={{
        kind: known?.kind ?? 'energy-efficiency',
        technology: known?.technology ?? null,
        before: known?.before ?? '',
        after: known?.after ?? '',
      }}
      fields={[
        {
          name: 'kind',
          label: say('performance.technology.kind'),
          kind: 'choice',
          options: technologyKinds.map((value) => ({
            value,
            label: say(`performance.technology.kind.${value}`),
          })),
        },
        {
          name: 'technology',
          label: say('performance.technology.name'),
          kind: 'choice',
          options: technologies.map(({ ref, name }) => ({ value: ref, label: name[language] })),
        },
        { name: 'before', label: say('performance.parts.before'), kind: 'text', hint },
        { name: 'after', label: say('performance.parts.after'), kind: 'text' },
      ]}
      submit={say('performance.parts.kind-set')}
      onSubmit={async (typed) => (await set.run(typed)) !== undefined}
      busy={set.busy}
      trouble={set.trouble}
    />
  )
}
