import { Button } from 'antd'

import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { BatchList } from './BatchList.tsx'
import { FacilityGate } from './FacilityGate.tsx'
import { ImportWizard } from './ImportWizard.tsx'

/** Files that people already have become readings: looked into, mapped, previewed, taken over, undone. */
export function ImportPage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { year } = useScope()
  return (
    <PageFrame
      title={say('activity.import.title')}
      purpose={say('activity.import.purpose')}
      action={<Button onClick={() => go('/activity')}>{say('activity.import.back')}</Button>}
    >
      {may('activity.enter') && (
        <FacilityGate>
          {(facility) => <ImportWizard key={facility} facility={facility} year={year} />}
        </FacilityGate>
      )}
      <BatchList />
    </PageFrame>
  )
}
