import { Button } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

import { recordRef } from '#shared/kernel/record'
import type { Improvement } from '#shared/nonconformity/improvement'
import { ideaYears } from '#shared/nonconformity/summary'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { CountChart } from './CountChart.tsx'
import { emptyIdea, ideaIn, useIdeaFields } from './idea-fields.tsx'
import { IdeaStateTag, useIdeas } from './use-nonconformity.tsx'

/** Suggestions and opportunities from anybody, what became of them, and how the years compare. */
export function IdeasPage() {
  const say = useSay()
  const go = useGo()
  const asked = useIdeas()
  const ideas = asked.data ?? []
  const add = (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/nonconformity/improvements/new')}>
      {say('nonconformity.ideas.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('nonconformity.ideas')}
      purpose={say('nonconformity.ideas.purpose')}
      action={ideas.length > 0 && add}
    >
      <TroubleNote trouble={asked.error} />
      <RecordTable
        name="nonconformity-improvements"
        label={say('nonconformity.ideas')}
        rows={ideas}
        rowKey={({ id }) => id}
        columns={useColumns()}
        onOpen={({ id }) => go(`/nonconformity/improvements/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="leaf"
            title={say('nonconformity.ideas.empty')}
            why={say('nonconformity.ideas.empty-why')}
            action={add}
          />
        }
      />
      {ideas.length > 0 && <YearsChart ideas={ideas} />}
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<Improvement>[] {
  const say = useSay()
  const { nameOf } = useStaff()
  return [
    { key: 'number', width: 124, title: say('nonconformity.field.number'), text: ({ number }) => number },
    {
      key: 'state',
      width: 110,
      title: say('nonconformity.field.state'),
      text: ({ state }) => say(`nonconformity.idea-state.${state}`),
      cell: ({ state }) => <IdeaStateTag state={state} />,
      choices: true,
    },
    { key: 'title', width: 260, title: say('nonconformity.field.title'), text: ({ title }) => title },
    {
      key: 'source',
      width: 120,
      title: say('nonconformity.idea.source'),
      text: ({ source }) => say(`nonconformity.idea-source.${source}`),
      choices: true,
    },
    {
      key: 'raisedOn',
      width: 110,
      title: say('nonconformity.idea.raisedOn'),
      text: ({ raisedOn }) => raisedOn,
    },
    { key: 'owner', width: 100, title: say('nonconformity.field.owner'), text: ({ owner }) => nameOf(owner) },
    {
      key: 'due',
      width: 110,
      title: say('nonconformity.action.due'),
      text: ({ due, answerBy }) => due ?? answerBy,
    },
  ]
}

const counted = ['proposed', 'accepted', 'refused', 'done', 'effective'] as const

function YearsChart({ ideas }: { readonly ideas: readonly Improvement[] }) {
  const say = useSay()
  const series = useMemo(() => counted.map((name) => say(`nonconformity.year.${name}`)), [say])
  const rows = useMemo(
    () =>
      ideaYears(ideas).map((each) => ({
        key: String(each.year),
        title: String(each.year),
        counts: counted.map((name) => each[name]),
      })),
    [ideas],
  )
  return (
    <CountChart
      name="improvements-by-year"
      label={say('nonconformity.ideas.years')}
      rowTitle={say('nonconformity.chart.year')}
      series={series}
      rows={rows}
    />
  )
}

/** Anybody writes down an idea; from another record with `?from=area/kind/id`. */
export function NewIdeaPage() {
  const say = useSay()
  const go = useGo()
  const [params] = useSearchParams()
  const from = recordRef.safeParse(params.get('from'))
  const fields = useIdeaFields()
  const add = useCommand((typed: Typed) =>
    api.nonconformity.suggest({ ...ideaIn(typed), origin: from.success ? from.data : null }),
  )
  const submit = async (typed: Typed) => {
    const made = await add.run(typed)
    if (made) go(`/nonconformity/improvements/${made.id}`)
    return made !== undefined
  }
  return (
    <PageFrame
      title={say('nonconformity.ideas.add')}
      purpose={say('nonconformity.ideas.purpose')}
      action={
        <Button onClick={() => go('/nonconformity/improvements')}>{say('nonconformity.ideas.all')}</Button>
      }
    >
      <RecordForm
        title={say('nonconformity.ideas.add')}
        draft="nonconformity/improvements/new"
        initial={emptyIdea}
        fields={fields}
        submit={say('nonconformity.ideas.add')}
        onSubmit={submit}
        busy={add.busy}
        trouble={add.trouble}
      />
    </PageFrame>
  )
}
