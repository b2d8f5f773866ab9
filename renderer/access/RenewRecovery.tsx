import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { KeyPaper } from './KeyPaper.tsx'
import { PasswordForm } from './PasswordForm.tsx'

/** A new recovery key in the place of the old one, for who can give the password. */
export function RenewRecovery() {
  const say = useSay()
  const renewing = useTask((password: string, signal: AbortSignal) =>
    api.access.renewRecoveryKey({ password }, { signal }),
  )
  const { task } = renewing
  return (
    <section className="paper" aria-labelledby="own-recovery">
      <h2 id="own-recovery">{say('access.recovery.renew')}</h2>
      {task.state === 'done' ? (
        <KeyPaper recoveryKey={task.result.recoveryKey} />
      ) : (
        <>
          <p className="page-purpose">{say('access.recovery.renew.why')}</p>
          <PasswordForm
            act={say('access.recovery.renew')}
            running={renewing}
            input={(password) => password}
          />
        </>
      )}
    </section>
  )
}
