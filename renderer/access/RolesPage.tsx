import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'

import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { DelegationsSection } from './DelegationsSection.tsx'
import { DutiesSection } from './DutiesSection.tsx'
import { HoldersSection } from './HoldersSection.tsx'
import { MatrixSection } from './MatrixSection.tsx'

/** What each role may do, who holds it, who stands in for whom, and which acts need two people. */
export function RolesPage() {
  const say = useSay()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const parts = [
    ...(may('access.read')
      ? [
          { key: 'roles', label: say('access.matrix.roles'), children: <MatrixSection /> },
          { key: 'holders', label: say('access.matrix.holders'), children: <HoldersSection /> },
        ]
      : []),
    { key: 'delegations', label: say('access.matrix.delegations'), children: <DelegationsSection /> },
    { key: 'duties', label: say('access.matrix.duties'), children: <DutiesSection /> },
  ]
  return (
    <PageFrame title={say('access.matrix')} purpose={say('access.matrix.purpose')}>
      <Tabs
        activeKey={params.get('part') ?? parts[0]?.key ?? ''}
        onChange={(part) => setParams({ part }, { replace: true })}
        items={parts}
        destroyOnHidden
      />
    </PageFrame>
  )
}
