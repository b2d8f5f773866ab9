import './access.css'
import { Spin } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'

import { Refusal } from '#shared/kernel/refusal'

import { api } from '../kernel/api.ts'
import { queries, useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { setSession } from '../kernel/session.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { Door } from './Door.tsx'
import { FirstRun, type FirstRunProps } from './FirstRun.tsx'
import { InitialPassword } from './InitialPassword.tsx'
import { LockScreen } from './LockScreen.tsx'
import { SignIn, type SignInProps } from './SignIn.tsx'
import { leave, leavePast, lock, lookWhoIsHere } from './who-is-here.ts'

type Session = Awaited<ReturnType<typeof api.access.session>>
type About = Awaited<ReturnType<typeof api.access.about>>

/** How often the window looks whether it was locked meanwhile, in milliseconds; looking is no activity. */
const lookEvery = 15_000

/**
 * Shows its children to who is signed in; before that the first run, the sign-in or the lock. A locked or sealed
 * window keeps its pages, out of sight and out of reach, so that unlocking goes on where one was.
 */
export const gateWith = (ways: WaysBack) =>
  function Gate({ children }: { readonly children: ReactNode }) {
    return <AccessGate {...ways}>{children}</AccessGate>
  }

/** How a plant comes back from another machine instead of beginning anew, and at its door when it is damaged. */
type WaysBack = Pick<FirstRunProps, 'BringBack'> & Pick<SignInProps, 'Rescue'>

function AccessGate({ children, BringBack, Rescue }: WaysBack & { readonly children: ReactNode }) {
  const say = useSay()
  const about = useAsk(['access', 'about'], () => api.access.about({}))
  const { data: session, error } = useAsk(['access', 'session'], () => api.access.session({}))
  const [isFirstRun, setFirstRun] = useState(false)
  /** Whose pages these are: after a seal somebody else may come in, who must not find what was typed. */
  const [user, setUser] = useState<string | null>(null)
  useLooking()
  useEffect(() => {
    if (session && about.data) tell(session, about.data, say)
  }, [session, about.data, say])
  if (about.data?.sealed === 'converting' && !session) return <Converting />
  if (!about.data || !session) return <TroubleNote trouble={about.error ?? error} />
  if (!about.data.isSetUp || isFirstRun)
    return (
      <FirstRun BringBack={BringBack} onBegun={() => setFirstRun(true)} onDone={() => setFirstRun(false)} />
    )
  if (session.state === 'open' && session.user.id !== user) setUser(session.user.id)
  const isSealed = about.data.sealed === 'locked'
  if (session.state === 'none' && !isSealed && user !== null) setUser(null)
  if (session.state === 'none' && !(isSealed && user)) return <SignIn isSealed={isSealed} Rescue={Rescue} />
  if (session.state === 'open' && session.hasInitialPassword) return <InitialPassword />
  const isLocked = session.state === 'locked'
  const isShut = isLocked || session.state === 'none'
  return (
    <>
      {isLocked && <LockScreen name={session.user.name ?? ''} />}
      {session.state === 'none' && <SignIn isSealed Rescue={Rescue} />}
      <div key={user} style={{ height: '100%' }} hidden={isShut} inert={isShut}>
        {children}
      </div>
    </>
  )
}

/** All files are being written anew, from whatever window that was asked for. */
function Converting() {
  const say = useSay()
  return (
    <Door title={say('access.protection')} purpose={say('access.sealed.converting')}>
      <Spin />
    </Door>
  )
}

function useLooking(): void {
  useEffect(() => {
    const timer = setInterval(lookWhoIsHere, lookEvery)
    const notice = (trouble: unknown) => {
      if (trouble instanceof Refusal && trouble.code === 'kernel.sign-in-first') lookWhoIsHere()
    }
    const leaveQueries = queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') notice(event.action.error)
    })
    const leaveCommands = queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') notice(event.action.error)
    })
    return () => {
      clearInterval(timer)
      leaveQueries()
      leaveCommands()
    }
  }, [])
}

/** The frame learns who is here; a locked or sealed window still belongs to its user. */
function tell(session: Session, { isSample, past, sealed }: About, say: Say): void {
  if (session.state === 'locked' || sealed !== null) return
  if (session.state === 'none') return setSession(null)
  setSession({
    name: session.user.name ?? '',
    language: session.user.language,
    roles: session.roles.map(({ role, name }) =>
      name === null ? { code: `access.role.${role}` } : { code: 'access.role.own', facts: { name } },
    ),
    permissions: new Set(session.permissions),
    isSample,
    past:
      past === null
        ? null
        : {
            text: say('access.past.band', { day: past }),
            back: say('access.past.back'),
            leave: () => void leavePast(),
          },
    // Kept in the window already; the next choice tries the record again.
    keepLanguage: (language) => void api.access.setLanguage({ language }).catch(() => {}),
    lock: () => void lock(),
    signOut: () => void leave(),
  })
}
