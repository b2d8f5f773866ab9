import { Button } from 'antd'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { NoPlace } from './NoPlace.tsx'
import { SourceForm } from './SourceForm.tsx'
import { usePlaces } from './use-places.ts'

/** Registers one source; its parameters are added on its own page, which opens then. */
export function NewSourcePage() {
  const say = useSay()
  const go = useGo()
  const { nodes, first, isPending, error } = usePlaces()
  return (
    <PageFrame
      title={say('monitoring.new-source')}
      purpose={say('monitoring.new-source-purpose')}
      action={<Button onClick={() => go('/monitoring')}>{say('monitoring.all')}</Button>}
    >
      <TroubleNote trouble={error} />
      {!first && !isPending && <NoPlace />}
      <div className="monitoring-narrow">
        {first && (
          <SourceForm
            source={null}
            parameters={[]}
            node={first.id}
            nodes={nodes}
            onSaved={(id) => go(`/monitoring/${id}`)}
          />
        )}
      </div>
    </PageFrame>
  )
}
