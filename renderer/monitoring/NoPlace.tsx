import { Button } from 'antd'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

/** There is no facility yet at which anything could stand; the tree is where it begins. */
export function NoPlace({ why }: { readonly why?: string }) {
  const say = useSay()
  const go = useGo()
  return (
    <EmptyState
      icon="tree"
      title={say('monitoring.no-place')}
      why={why ?? say('monitoring.empty-why')}
      action={
        <Button type="primary" onClick={() => go('/organization/tree')}>
          {say('monitoring.to-tree')}
        </Button>
      }
    />
  )
}
