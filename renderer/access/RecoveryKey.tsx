import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'

/** The recovery key, shown once. One goes on only after saying that it was put away. */
export function RecoveryKey({
  recoveryKey,
  onKept,
}: {
  readonly recoveryKey: string
  readonly onKept: () => void
}) {
  const say = useSay()
  const [isKept, setKept] = useState(false)
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
      <p style={{ marginTop: 16 }}>
        <Checkbox checked={isKept} onChange={({ target }) => setKept(target.checked)}>
          {say('access.recovery.kept')}
        </Checkbox>
      </p>
      <div className="door-acts">
        <Button type="primary" disabled={!isKept} onClick={onKept}>
          {say('access.next')}
        </Button>
      </div>
    </>
  )
}
