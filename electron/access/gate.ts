import { assignees, userById } from '#db/access/queries'
import type { UserId } from '#electron/kernel/context'
import { randomBytes } from '#electron/kernel/crypto'
import type { Gate, Sessions, Signing } from '#electron/kernel/gate'

import { mayBy, type PathOf } from './rights.ts'

/** Seconds without activity after which a window locks. */
export const locksAfter = 15 * 60

/** Answers the spine's questions from the sessions in memory and the grants in the store. */
export function createGate(pathOf: PathOf): Gate {
  const sessions = createSessions()
  const by: Gate['mayBy'] = (db, user, permission, today, nodes) => {
    const record = userById(db, user)
    if (!record || record.disabledAt !== null) return null
    return mayBy(db, { user, permission, today, nodes }, pathOf)
  }
  return {
    sessions,
    signing: createSigning(),
    userAt: (window, now) => {
      const session = sessions.at(window, now)
      return session?.state === 'open' ? session.user : null
    },
    touch: sessions.touch,
    people: assignees,
    mayBy: by,
    may: (db, user, permission, today, nodes) => by(db, user, permission, today, nodes) !== null,
  }
}

/** Milliseconds for which an act waits for its password, and a confirmation for its act. */
const patience = 5 * 60_000

function createSigning(): Signing {
  const waiting = new Map<string, { user: UserId; act: string; challenge: string; until: number }>()
  const confirmed = new Map<string, { user: UserId; act: string; until: number }>()
  return {
    wait: (window, user, act, now) => {
      const challenge = randomBytes(12).toString('hex')
      waiting.set(window, { user, act, challenge, until: now.getTime() + patience })
      return challenge
    },
    confirm: (window, user, challenge, now) => {
      const found = waiting.get(window)
      if (found?.challenge !== challenge || found.user !== user || found.until < now.getTime()) return false
      waiting.delete(window)
      confirmed.set(window, { user, act: found.act, until: now.getTime() + patience })
      return true
    },
    take: (window, user, act, now) => {
      const found = confirmed.get(window)
      if (found?.act !== act || found.user !== user || found.until < now.getTime()) return false
      return confirmed.delete(window)
    },
  }
}

interface Seat {
  readonly user: UserId
  readonly isLocked: boolean
  readonly activeAt: number
}

function createSessions(): Sessions & Pick<Gate, 'touch'> {
  const seats = new Map<string, Seat>()
  const isOpen = (seat: Seat, now: Date) =>
    !seat.isLocked && now.getTime() - seat.activeAt < locksAfter * 1000
  return {
    at: (window, now) => {
      const seat = seats.get(window)
      if (!seat) return null
      return { user: seat.user, state: isOpen(seat, now) ? 'open' : 'locked' }
    },
    touch: (window, now) => {
      const seat = seats.get(window)
      if (seat && isOpen(seat, now)) seats.set(window, { ...seat, activeAt: now.getTime() })
    },
    begin: (window, user, now) => void seats.set(window, { user, isLocked: false, activeAt: now.getTime() }),
    lock: (window) => {
      const seat = seats.get(window)
      if (seat) seats.set(window, { ...seat, isLocked: true })
    },
    end: (window) => void seats.delete(window),
    endWhere: (ends) => {
      for (const [window, { user }] of seats) if (ends(user, window)) seats.delete(window)
    },
  }
}
