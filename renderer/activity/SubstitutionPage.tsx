import { useState } from 'react'

import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { SubstitutionPanel } from './SubstitutionPanel.tsx'

export type Gap = Awaited<ReturnType<typeof api.activity.gaps>>[number]

/** The months in which a value is missing or stood in for, and the values that could stand in. */
export function SubstitutionPage() {
  const say = useSay()
  const { year, facility } = useScope()
  const asked = useAsk(
    ['activity', 'gaps', year, facility],
    () => api.activity.gaps({ year, facility: facility as NodeId | null }),
    { also: ['monitoring', 'organization'] },
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const gaps = asked.data ?? []
  const open = gaps.find((gap) => keyOf(gap) === chosen)
  return (
    <PageFrame title={say('activity.gap.title')} purpose={say('activity.gap.purpose')}>
      <TroubleNote trouble={asked.error} />
      <div className="activity-split">
        <RecordTable
          name="gaps"
          label={say('activity.gap.list')}
          rows={gaps}
          rowKey={keyOf}
          columns={columnsIn(say)}
          chosen={chosen}
          onOpen={(gap) => setChosen(keyOf(gap))}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="check"
              title={say('activity.gap.none')}
              why={say('activity.gap.none.why', { year })}
            />
          }
        />
        {open && <SubstitutionPanel key={keyOf(open)} gap={open} onClose={() => setChosen(null)} />}
      </div>
    </PageFrame>
  )
}

function keyOf({ parameter, month }: Gap): string {
  return `${parameter}/${month}`
}

function columnsIn(say: Say): readonly RecordColumn<Gap>[] {
  const state = ({ applied }: Gap) => say(applied ? 'activity.gap.filled' : 'activity.gap.missing')
  return [
    { key: 'month', title: say('activity.gap.month'), text: ({ month }) => month, width: 90 },
    { key: 'source', title: say('activity.gap.source'), text: ({ source }) => source, width: 150 },
    { key: 'name', title: say('activity.gap.parameter'), text: ({ name }) => name, width: 160 },
    {
      key: 'state',
      title: say('activity.gap.state'),
      text: state,
      cell: (gap) => <StateTag tone={gap.applied ? 'warn' : 'stop'} text={state(gap)} />,
      choices: true,
      width: 110,
    },
    {
      key: 'value',
      title: say('activity.gap.value'),
      text: ({ applied }) => applied?.value ?? '',
      cell: ({ applied, unit }) =>
        applied ? <NumberText value={applied.value} unit={unit} decimals={12} /> : '—',
      number: true,
      width: 150,
    },
    {
      key: 'how',
      title: say('activity.gap.how'),
      text: ({ applied }) => (applied ? say(`activity.rule.${applied.rule}`) : ''),
      width: 200,
    },
    {
      key: 'rule',
      title: say('activity.gap.rule'),
      text: ({ gapRule }) => say.of({ code: `monitoring.gapRule.${gapRule}` }),
      width: 180,
    },
  ]
}
