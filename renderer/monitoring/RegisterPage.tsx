import { Button } from 'antd'
import { Link, useLocation } from 'react-router'

import type { Parameter } from '#shared/monitoring/model'
import type { Node, NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope, withScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { NoPlace } from './NoPlace.tsx'
import { registerColumns } from './register-columns.tsx'
import { wordedFindings } from './role-word.ts'
import { TemplatePick } from './TemplatePick.tsx'
import { useMeters } from './use-meters.ts'
import { usePlaces } from './use-places.ts'
import { useToday } from './use-today.ts'

/** The register of a facility, or of the whole plant: every source with its class, method, state and what it lacks. */
export function RegisterPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { facility } = useScope()
  const { nodes, first, isPending, error } = usePlaces()
  const asked = useAsk(
    ['monitoring', 'register', facility],
    () => api.monitoring.register({ facility: facility as NodeId | null }),
    { also: ['organization'] },
  )
  const meters = useMeters()
  const today = useToday()
  const { sources, parameters, findings } = asked.data ?? { sources: [], parameters: [], findings: [] }
  const canManage = may('monitoring.manage') && first !== undefined
  const isEmpty = asked.data !== undefined && !isPending && sources.length === 0
  return (
    <PageFrame
      title={say('monitoring.title')}
      purpose={say('monitoring.purpose')}
      action={
        canManage && (
          <>
            {!isEmpty && (
              <Button onClick={() => go('/monitoring/template')}>{say('monitoring.from-template')}</Button>
            )}
            <Button
              type={isEmpty ? 'default' : 'primary'}
              icon={<Icon name="plus" />}
              onClick={() => go('/monitoring/new')}
            >
              {say('monitoring.add-source')}
            </Button>
          </>
        )
      }
    >
      <TroubleNote trouble={asked.error ?? error} />
      {findings.length > 0 && (
        <section className="paper monitoring-findings" aria-labelledby="monitoring-findings">
          <h2 id="monitoring-findings">{say('monitoring.findings')}</h2>
          <FindingList
            findings={wordedFindings(say, findings, sources)}
            onOpen={({ where }) => go(`/monitoring/${where}`)}
          />
        </section>
      )}
      {isEmpty ? (
        <Empty hasPlace={first !== undefined} canManage={canManage} />
      ) : (
        <div className="monitoring-list">
          <RecordTable
            name="monitoring-sources"
            label={say('monitoring.title')}
            rows={sources}
            rowKey={({ id }) => id}
            columns={registerColumns(say, {
              nodes,
              parameters,
              findings,
              meters: meters.data?.meters ?? [],
              today,
            })}
            onOpen={({ id }) => go(`/monitoring/${id}`)}
            loading={asked.isPending}
          />
        </div>
      )}
      <PlaceLinks nodes={nodes} parameters={parameters} canManage={canManage} />
    </PageFrame>
  )
}

/** What belongs here and why; a template starts it in one act, once there is a place for it. */
function Empty({ hasPlace, canManage }: { readonly hasPlace: boolean; readonly canManage: boolean }) {
  const say = useSay()
  if (!hasPlace) return <NoPlace />
  return (
    <>
      <EmptyState icon="flame" title={say('monitoring.empty')} why={say('monitoring.empty-why')} />
      {canManage && <TemplatePick />}
    </>
  )
}

interface PlaceLinksProps {
  readonly nodes: readonly Node[]
  readonly parameters: readonly Parameter[]
  readonly canManage: boolean
}
/** Parameters that belong to no source stand on a page of their place. */
function PlaceLinks({ nodes, parameters, canManage }: PlaceLinksProps) {
  const say = useSay()
  const { facility } = useScope()
  const { search } = useLocation()
  const places = nodes
    .map((node) => ({
      node,
      count: parameters.filter((parameter) => parameter.source === null && parameter.node === node.id).length,
    }))
    .filter(
      ({ node, count }) =>
        count > 0 ||
        (canManage && node.validTo === null && node.kind === 'facility' && (facility ?? node.id) === node.id),
    )
  if (places.length === 0) return null
  return (
    <section className="paper monitoring-places" aria-labelledby="monitoring-places">
      <h2 id="monitoring-places">{say('monitoring.facility-parameters')}</h2>
      <ul>
        {places.map(({ node, count }) => (
          <li key={node.id}>
            <Link to={withScope(`/monitoring/place/${node.id}`, search)}>
              {say('monitoring.place-count', { name: node.name, count })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
