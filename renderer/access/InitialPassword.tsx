import { useSay } from '../kernel/say.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { Door } from './Door.tsx'
import { askWhoIsHere } from './who-is-here.ts'

/** Before the first page: the password that an administrator gave becomes one's own. */
export function InitialPassword() {
  const say = useSay()
  return (
    <Door title={say('access.initial.title')} purpose={say('access.initial.why')}>
      <ChangePassword onDone={() => void askWhoIsHere()} />
    </Door>
  )
}
