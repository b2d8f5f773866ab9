import { Button } from 'antd'
import { useParams } from 'react-router'

import { type Source, sourceId, type SourceId } from '#shared/monitoring/model'
import type { Node } from '#shared/organization/model'
import { pathOf } from '#shared/organization/tree'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { FindingList } from '../ui/FindingList.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { MethodFormula } from './MethodFormula.tsx'
import { ParameterPaper } from './ParameterPaper.tsx'
import { placeName } from './place-name.ts'
import { wordedFindings } from './role-word.ts'
import { SourceForm } from './SourceForm.tsx'
import { SourceState } from './SourceState.tsx'

/** One source: its facts at the left; formula, parameters and what is missing at the right. */
export function SourcePage() {
  const say = useSay()
  const { id } = useParams()
  const parsed = sourceId.safeParse(id)
  if (parsed.success) return <Opened key={parsed.data} id={parsed.data} />
  return (
    <PageFrame title={say('monitoring.title')} purpose={say('monitoring.no-such-source')}>
      {null}
    </PageFrame>
  )
}

function Opened({ id }: { readonly id: SourceId }) {
  const say = useSay()
  const asked = useAsk(['monitoring', 'source', id], () => api.monitoring.source({ id }))
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  if (!asked.data || !tree.data || asked.data.source.id !== id)
    return (
      <PageFrame title={say('monitoring.title')} purpose={say('monitoring.purpose')}>
        <TroubleNote trouble={asked.error ?? tree.error} />
      </PageFrame>
    )
  const { source, parameters, findings } = asked.data
  return (
    <PageFrame
      title={`${source.code} ${source.name}`}
      purpose={
        <>
          {placeName(tree.data, source.node)} · {say(`monitoring.category.${source.category}`)} ·{' '}
          {say(`organization.iso.${source.isoCategory as 1}`)} ·{' '}
          {say(`organization.scope.${source.scope as 1}`)} <SourceState state={source.state} />
        </>
      }
      action={<Links source={source} nodes={tree.data} />}
    >
      <TroubleNote trouble={asked.error} />
      <div className="monitoring-columns">
        <div className="monitoring-side">
          <SourceForm
            key={`${id} ${source.changedAt}`}
            source={source}
            parameters={parameters}
            node={source.node}
            nodes={tree.data}
            onSaved={() => undefined}
          />
          <p className="page-purpose">{say('monitoring.changed-at', { at: localTime(source.changedAt) })}</p>
        </div>
        <div className="monitoring-side">
          {findings.length > 0 && (
            <section className="paper" aria-labelledby="monitoring-findings">
              <h2 id="monitoring-findings">{say('monitoring.findings')}</h2>
              <FindingList findings={wordedFindings(say, findings, [source])} />
            </section>
          )}
          <ParameterPaper source={source} node={source.node} parameters={parameters} />
          <MethodFormula source={source} parameters={parameters} />
          <RecordSide record={`monitoring/source/${id}`} />
        </div>
      </div>
    </PageFrame>
  )
}

/** Its data in the grid, and who changed what when. */
function Links({ source, nodes }: { readonly source: Source; readonly nodes: readonly Node[] }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const facility = pathOf(nodes, source.node).find(({ kind }) => kind === 'facility')
  const place = new URLSearchParams({ source: source.id, facility: facility?.id ?? source.node })
  return (
    <>
      <Button onClick={() => go('/monitoring')}>{say('monitoring.all')}</Button>
      {may('access.read') && (
        <Button icon={<Icon name="history" />} onClick={() => go(`/access/audit?record=${source.id}`)}>
          {say('monitoring.history')}
        </Button>
      )}
      {may('activity.read') && (
        <Button icon={<Icon name="table" />} onClick={() => go(`/activity?${place.toString()}`)}>
          {say('monitoring.to-data')}
        </Button>
      )}
    </>
  )
}
