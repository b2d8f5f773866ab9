import { useFace } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { ToSeeTo } from './ToSeeTo.tsx'

/** First what is due or odd; while the plant is empty, the steps that fill it. */
export function HomePage() {
  const say = useSay()
  const { homeItems, firstSteps } = useFace()
  // The lists of hooks are fixed when the program is composed, so their order never changes between draws.
  const items = homeItems.flatMap((useItems) => useItems())
  const steps = firstSteps.flatMap((useSteps) => useSteps())
  return (
    <PageFrame title={say('frame.home.title')} purpose={say('frame.home.purpose')}>
      {steps.some(({ done }) => !done) && <FirstSteps steps={steps} />}
      <ToSeeTo items={items} />
    </PageFrame>
  )
}
