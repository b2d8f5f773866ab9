import { Button } from 'antd'
import { useParams } from 'react-router'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ParameterPaper } from './ParameterPaper.tsx'
import { usePlaces } from './use-places.ts'

/** The parameters of a place itself, such as the electricity it generates: they belong to no source. */
export function PlacePage() {
  const say = useSay()
  const go = useGo()
  const { node: wanted } = useParams()
  const { nodes, isPending, error } = usePlaces()
  const node = nodes.find(({ id }) => id === wanted)
  const asked = useAsk(
    ['monitoring', 'register', node?.id ?? null],
    () => api.monitoring.register({ facility: node?.id ?? null }),
    { also: ['organization'], enabled: node !== undefined },
  )
  const own = asked.data?.parameters.filter(({ source, node: at }) => source === null && at === node?.id)
  const unknown = !isPending && node === undefined
  return (
    <PageFrame
      title={node ? say('monitoring.place-title', { name: node.name }) : say('monitoring.title')}
      purpose={say(unknown ? 'monitoring.no-such-node' : 'monitoring.place-purpose')}
      action={<Button onClick={() => go('/monitoring')}>{say('monitoring.all')}</Button>}
    >
      <TroubleNote trouble={error ?? asked.error} />
      {node && own && <ParameterPaper key={node.id} source={null} node={node.id} parameters={own} />}
    </PageFrame>
  )
}
