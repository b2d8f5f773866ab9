import { Button, Select } from 'antd'
import { useState } from 'react'

import type { BoundaryVersion } from '#shared/organization/boundary'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { CompareView } from './CompareView.tsx'

const tones = { draft: 'quiet', approved: 'good', superseded: 'info' } as const

/** Versions of the boundary: what was reported when, and how one differs from another. */
export function BoundaryPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useAsk(['organization', 'boundaries'], () => api.organization.boundaries({}))
  const names = useAsk(['access', 'names'], () => api.access.names({}))
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const versions = asked.data ?? []
  const hasTree = (tree.data ?? []).length > 0
  const columns = useColumns((user) => names.data?.find(({ userId }) => userId === user)?.name ?? '')
  const begin = may('organization.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/organization/boundary/new')}>
      {versions.length === 0 ? say('organization.boundary.first') : say('organization.boundary.next')}
    </Button>
  )
  return (
    <PageFrame
      title={say('organization.boundary.title')}
      purpose={say('organization.boundary.purpose')}
      action={versions.length > 0 && begin}
    >
      <TroubleNote trouble={asked.error} />
      <RecordTable
        name="organization-boundaries"
        label={say('organization.boundary.title')}
        rows={versions}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => go(`/organization/boundary/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="boundary"
            title={say('organization.boundary.empty')}
            why={say('organization.boundary.empty-why')}
            action={
              hasTree ? (
                begin
              ) : (
                <Button onClick={() => go('/organization/tree')}>
                  {say('organization.products.to-tree')}
                </Button>
              )
            }
          />
        }
      />
      {versions.length > 1 && tree.data && <Comparison versions={versions} nodes={tree.data} />}
    </PageFrame>
  )
}

function useColumns(nameOf: (user: string) => string): readonly RecordColumn<BoundaryVersion>[] {
  const say = useSay()
  return [
    {
      key: 'number',
      title: say('organization.boundary.number'),
      text: ({ number }) => String(number),
      number: true,
      width: 80,
    },
    { key: 'title', title: say('organization.boundary.field.title'), text: ({ title }) => title, width: 240 },
    {
      key: 'state',
      title: say('organization.boundary.state'),
      text: ({ state }) => say(`organization.state.${state}`),
      cell: ({ state }) => <StateTag tone={tones[state]} text={say(`organization.state.${state}`)} />,
      choices: true,
      width: 120,
    },
    {
      key: 'approach',
      title: say('organization.boundary.field.approach'),
      text: ({ approach }) => say(`organization.approach.${approach}`),
      choices: true,
    },
    {
      key: 'validFrom',
      title: say('organization.boundary.field.validFrom'),
      text: ({ validFrom }) => validFrom,
    },
    {
      key: 'validTo',
      title: say('organization.boundary.field.validTo'),
      text: ({ validTo }) => validTo ?? '',
    },
    {
      key: 'approvedBy',
      title: say('organization.boundary.approved-by'),
      text: (version) => (version.state === 'draft' ? '' : nameOf(version.approvedBy)),
    },
    { key: 'reason', title: say('organization.boundary.field.reason'), text: ({ reason }) => reason ?? '' },
  ]
}

/** Two versions side by side: the last two, or any that are chosen. */
function Comparison({
  versions,
  nodes,
}: {
  readonly versions: readonly BoundaryVersion[]
  readonly nodes: Parameters<typeof CompareView>[0]['nodes']
}) {
  const say = useSay()
  const [[first, second], choose] = useState<readonly [string | null, string | null]>([null, null])
  const before = versions.find(({ id }) => id === first) ?? versions.at(-2)
  const after = versions.find(({ id }) => id === second) ?? versions.at(-1)
  const options = versions.map(({ id, number, title }) => ({
    value: id,
    label: `${say('organization.drawing.version', { number })} ${title}`,
  }))
  if (!before || !after) return null
  return (
    <section className="paper" aria-label={say('organization.compare.title')}>
      <h2>{say('organization.compare.title')}</h2>
      <div className="page-acts">
        <Select
          aria-label={say('organization.compare.before')}
          value={before.id}
          options={options}
          onChange={(id) => choose([id, after.id])}
        />
        <Select
          aria-label={say('organization.compare.after')}
          value={after.id}
          options={options}
          onChange={(id) => choose([before.id, id])}
        />
      </div>
      <CompareView before={before} after={after} nodes={nodes} />
    </section>
  )
}
