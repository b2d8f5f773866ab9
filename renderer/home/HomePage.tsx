import './home.css'
import { Button } from 'antd'

import { type FirstStep, useFace } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { Renewing } from '../ui/Renewing.tsx'
import { Soon } from '../ui/Soon.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { MonthsChart } from './MonthsChart.tsx'
import { ToSeeTo } from './ToSeeTo.tsx'
import { useGlance, useInventoryOfYear } from './use-year.ts'
import { YearGlance } from './YearGlance.tsx'

/** First what is due or odd, then the year at a glance; while the plant is empty, the steps that fill it. */
export function HomePage() {
  const say = useSay()
  const { homeItems, firstSteps } = useFace()
  // The lists of hooks are fixed when the program is composed, so their order never changes between draws.
  const items = homeItems.flatMap((useItems) => useItems())
  const may = useMay()
  const steps = firstSteps.flatMap((useSteps) => useSteps()).filter(({ fallsTo }) => may(fallsTo))
  const { data: glance, isLoading, isFetching } = useGlance()
  const inventory = useInventoryOfYear()
  const next = steps.find(({ done }) => !done)
  const year = glance && glance.sources.length > 0 ? glance : null
  return (
    <PageFrame
      title={say('frame.home.title')}
      purpose={say('frame.home.purpose')}
      action={next && <NextStep step={next} />}
    >
      {isLoading && <p className="page-purpose">{say('frame.loading')}</p>}
      {next && year === null && !isLoading && <FirstSteps steps={steps} />}
      {(year !== null || items.length > 0 || steps.length === 0) && (
        <Soon>
          <ToSeeTo items={items} />
        </Soon>
      )}
      {year !== null && (
        <Soon>
          <Renewing busy={isFetching} />
          <YearGlance glance={year} inventory={inventory} />
          <MonthsChart glance={year} />
        </Soon>
      )}
      {next && year !== null && <FirstSteps steps={steps} />}
    </PageFrame>
  )
}

function NextStep({ step }: { readonly step: FirstStep }) {
  const say = useSay()
  const go = useGo()
  return (
    <Button type="primary" onClick={() => go(step.path)}>
      {say(step.titleCode)}
    </Button>
  )
}
