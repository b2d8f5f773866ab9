import { Button } from 'antd'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TemplatePick } from './TemplatePick.tsx'

/** Adds the usual sources of a kind of plant to a register that has some already. */
export function TemplatePage() {
  const say = useSay()
  const go = useGo()
  return (
    <PageFrame
      title={say('monitoring.from-template')}
      purpose={say('monitoring.template.purpose')}
      action={<Button onClick={() => go('/monitoring')}>{say('monitoring.all')}</Button>}
    >
      <TemplatePick />
    </PageFrame>
  )
}
