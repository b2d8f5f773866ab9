import { Button } from 'antd'
import { useState } from 'react'

import type { Source, SourceId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { Icon } from '../ui/Icon.tsx'
import { FormulaText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ParameterPaper } from './ParameterPaper.tsx'
import { SourceForm } from './SourceForm.tsx'
import { TemplatePick } from './TemplatePick.tsx'

type Open =
  | { readonly kind: 'source'; readonly id: SourceId }
  | { readonly kind: 'new' | 'template' | 'facility' }

/** The register of a facility, or of the whole plant: sources at the left, the open one with its parameters at the right. */
export function RegisterPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { facility } = useScope()
  const [open, setOpen] = useState<Open | null>(null)
  const scoped = facility as NodeId | null
  const asked = useAsk(
    ['monitoring', 'register', facility],
    () => api.monitoring.register({ facility: scoped }),
    {
      also: ['organization'],
    },
  )
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const columns = useColumns()
  const nodes = tree.data ?? []
  const place = nodes.find(({ id }) => id === facility) ?? nodes.find(({ kind }) => kind === 'facility')
  const { sources = [], parameters = [], findings = [] } = asked.data ?? {}
  const source = open?.kind === 'source' ? sources.find(({ id }) => id === open.id) : undefined
  const canManage = may('monitoring.manage') && place !== undefined
  const close = () => setOpen(null)
  const empty = place ? (
    <EmptyState
      icon="flame"
      title={say('monitoring.empty')}
      why={say('monitoring.empty-why')}
      action={
        canManage && (
          <Button onClick={() => setOpen({ kind: 'template' })}>{say('monitoring.from-template')}</Button>
        )
      }
    />
  ) : (
    <EmptyState
      icon="tree"
      title={say('monitoring.no-place')}
      why={say('monitoring.empty-why')}
      action={<Button onClick={() => go('/organization/tree')}>{say('monitoring.to-tree')}</Button>}
    />
  )
  return (
    <PageFrame
      title={say('monitoring.title')}
      purpose={say('monitoring.purpose')}
      action={
        canManage && (
          <>
            <Button onClick={() => setOpen({ kind: 'template' })}>{say('monitoring.from-template')}</Button>
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen({ kind: 'new' })}>
              {say('monitoring.add-source')}
            </Button>
          </>
        )
      }
    >
      <TroubleNote trouble={asked.error ?? tree.error} />
      <div className={open ? 'monitoring-columns' : ''}>
        <div className="monitoring-list">
          {findings.length > 0 && (
            <FindingList
              findings={findings}
              onOpen={({ where }) => setOpen({ kind: 'source', id: where as SourceId })}
            />
          )}
          <RecordTable
            name="monitoring-sources"
            label={say('monitoring.title')}
            rows={sources}
            rowKey={({ id }) => id}
            columns={columns}
            chosen={source?.id ?? null}
            onOpen={({ id }) => setOpen({ kind: 'source', id })}
            loading={asked.isPending}
            empty={empty}
            acts={
              place && (
                <Button onClick={() => setOpen({ kind: 'facility' })}>
                  {say('monitoring.facility-parameters')}
                </Button>
              )
            }
          />
        </div>
        {place && open && (
          <div className="monitoring-list">
            {open.kind === 'template' && <TemplatePick node={place.id} onDone={close} />}
            {(source ?? open.kind === 'facility') && (
              <ParameterPaper
                key={`parameters of ${source?.id ?? 'facility'}`}
                source={source ?? null}
                node={source?.node ?? place.id}
                parameters={parameters.filter((each) => each.source === (source?.id ?? null))}
              />
            )}
            {(open.kind === 'new' || source) && (
              <SourceForm
                key={`facts of ${source?.id ?? 'new'}`}
                source={source ?? null}
                node={place.id}
                nodes={nodes}
                onDone={(saved) => setOpen(saved ? { kind: 'source', id: saved } : null)}
              />
            )}
          </div>
        )}
      </div>
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<Source>[] {
  const say = useSay()
  return [
    { key: 'code', width: 80, title: say('monitoring.field.code'), text: ({ code }) => code },
    { key: 'name', width: 180, title: say('monitoring.field.name'), text: ({ name }) => name },
    {
      key: 'category',
      width: 120,
      title: say('monitoring.field.category'),
      text: ({ category }) => say(`monitoring.category.${category}`),
      choices: true,
    },
    {
      key: 'gas',
      width: 80,
      title: say('monitoring.field.gas'),
      text: ({ gas }) => gas,
      cell: ({ gas }) => <FormulaText text={gas} />,
      choices: true,
    },
    {
      key: 'method',
      width: 170,
      title: say('monitoring.field.method'),
      text: ({ calculation }) => say(`monitoring.method.${calculation.method}`),
      choices: true,
    },
    {
      key: 'scope',
      width: 70,
      title: say('monitoring.field.scope'),
      text: ({ scope }) => String(scope),
      choices: true,
    },
    {
      key: 'state',
      width: 90,
      title: say('monitoring.field.state'),
      text: ({ state }) => say(`monitoring.state.${state}`),
      choices: true,
    },
  ]
}
