import { Button } from 'antd'
import { useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'

/** A recovery key to copy or print, the one time it is shown. */
export function KeyPaper({ recoveryKey }: { readonly recoveryKey: string }) {
  const say = useSay()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(recoveryKey)
    setCopied(true)
  }
  return (
    <>
      <p className="page-purpose">{say('access.recovery.why')}</p>
      <div className="recovery-key" role="group" aria-label={say('access.recovery.key')}>
        {recoveryKey}
      </div>
      <div className="door-acts">
        <Button icon={<Icon name={isCopied ? 'check' : 'evidence'} />} onClick={() => void copy()}>
          {say(isCopied ? 'access.recovery.copied' : 'access.recovery.copy')}
        </Button>
        <Button icon={<Icon name="print" />} onClick={() => window.print()}>
          {say('access.recovery.print')}
        </Button>
      </div>
    </>
  )
}
