import { Button } from 'antd'

import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { EntryYear } from './EntryYear.tsx'
import { FacilityGate } from './FacilityGate.tsx'

/** A year of readings of a facility: entered here, checked and approved here, opened down to every file. */
export function ActivityPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { year } = useScope()
  return (
    <PageFrame
      title={say('activity.entry.title')}
      purpose={say('activity.entry.purpose')}
      action={
        may('activity.enter') && (
          <Button icon={<Icon name="import" />} onClick={() => go('/activity/import')}>
            {say('activity.import.go')}
          </Button>
        )
      }
    >
      <FacilityGate>
        {(facility) => <EntryYear key={`${facility}/${year}`} facility={facility} year={year} />}
      </FacilityGate>
    </PageFrame>
  )
}
