import { Button } from 'antd'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { PasswordForm } from './PasswordForm.tsx'

type State = Awaited<ReturnType<typeof api.access.protection>>

/** Turning the encryption of the data folder on and off, with what that means before it is done. */
export function Protection() {
  const say = useSay()
  const { data, error } = useAsk(['access', 'protection'], () => api.access.protection({}))
  const isEncrypted = data?.isEncrypted ?? false
  const changing = useTask((password: string, signal: AbortSignal) =>
    isEncrypted
      ? api.access.decryptStore({ password }, { signal })
      : api.access.encryptStore({ password }, { signal }),
  )
  return (
    <section className="paper" aria-labelledby="own-protection">
      <h2 id="own-protection">
        {say('access.protection')}{' '}
        {data && (
          <StateTag
            tone={isEncrypted ? 'good' : 'quiet'}
            text={say(isEncrypted ? 'access.protection.is-on' : 'access.protection.is-off')}
          />
        )}
      </h2>
      <TroubleNote trouble={error} />
      {data && <p className="page-purpose">{say(`access.protection.${isEncrypted ? 'on' : 'off'}`)}</p>}
      {data?.isEncrypted && data.keychain !== 'on' && (
        <p className="page-purpose">{say('access.protection.idle')}</p>
      )}
      {data && !isEncrypted && <WhatItMeans />}
      {data && (
        <PasswordForm
          act={say(isEncrypted ? 'access.protection.decrypt' : 'access.protection.encrypt')}
          running={changing}
          input={(password) => password}
        />
      )}
      {changing.task.state !== 'refused' && (
        <TaskPanel
          running={changing}
          title={say('access.protection.working')}
          result={() => say('access.protection.done')}
        />
      )}
      {data?.isEncrypted && <ByKeychain keychain={data.keychain} />}
    </section>
  )
}

function WhatItMeans() {
  const say = useSay()
  return (
    <>
      <p className="page-purpose">{say('access.protection.needs')}</p>
      <p className="page-purpose">{say('access.protection.backups')}</p>
      <p className="page-purpose">{say('access.protection.leftovers')}</p>
    </>
  )
}

/** Whether the encrypted data opens by the keychain of this computer. */
function ByKeychain({ keychain }: Pick<State, 'keychain'>) {
  const say = useSay()
  const keeping = useTask((password: string, signal: AbortSignal) =>
    api.access.openByKeychain({ password }, { signal }),
  )
  const dropping = useCommand(() => api.access.openByPassword({}))
  return (
    <>
      <h3 style={{ fontSize: 14, marginBlock: '16px 4px' }}>{say('access.keychain')}</h3>
      <p className="page-purpose">{say(`access.keychain.${keychain}`)}</p>
      {keychain === 'off' && (
        <PasswordForm act={say('access.keychain.use')} running={keeping} input={(password) => password} />
      )}
      {keychain === 'on' && (
        <Button loading={dropping.busy} onClick={() => void dropping.run(undefined)}>
          {say('access.keychain.drop')}
        </Button>
      )}
      <TroubleNote trouble={dropping.trouble} />
    </>
  )
}
