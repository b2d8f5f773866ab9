import { Alert } from 'antd'
import { useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { Protection } from './Protection.tsx'
import { RenewRecovery } from './RenewRecovery.tsx'
import { SamplePlant } from './SamplePlant.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'

/** What a user changes of the own account, and which plant is open. */
export function AccountPage() {
  const say = useSay()
  const may = useMay()
  const [isChanged, setChanged] = useState(false)
  return (
    <PageFrame title={say('access.own')} purpose={say('access.own.purpose')}>
      <section className="paper" aria-labelledby="own-password">
        <h2 id="own-password">{say('access.change-password')}</h2>
        {isChanged && <Alert type="success" showIcon title={say('access.change-password.done')} />}
        <div className="door-sheet">
          <ChangePassword onDone={() => setChanged(true)} />
        </div>
      </section>
      <SecondFactorSection />
      {may('access.manage') && <RenewRecovery />}
      {may('access.manage') && <Protection />}
      {may('access.manage') && <SamplePlant />}
    </PageFrame>
  )
}
