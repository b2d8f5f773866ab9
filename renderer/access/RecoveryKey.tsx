import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { KeyPaper } from './KeyPaper.tsx'

interface RecoveryKeyProps {
  readonly recoveryKey: string
  readonly onKept: () => void
}

/** The recovery key of the first run. One goes on only after saying that it was put away. */
export function RecoveryKey({ recoveryKey, onKept }: RecoveryKeyProps) {
  const say = useSay()
  const [isKept, setKept] = useState(false)
  return (
    <>
      <KeyPaper recoveryKey={recoveryKey} />
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
