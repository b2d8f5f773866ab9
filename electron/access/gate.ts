import { assignees, grantsOf, userById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import type { UserId } from '#electron/kernel/context'
import type { Gate, Sessions } from '#electron/kernel/gate'
import { allows } from '#shared/access/permissions'

/** Seconds without activity after which a window locks. */
export const locksAfter = 15 * 60

/** A node and everything above it in the organization, which `access` does not know itself. */
export type PathOf = (db: ReadDb, node: string) => readonly string[]

/** Answers the spine's questions from the sessions in memory and the grants in the store. */
export function createGate(pathOf: PathOf): Gate {
  const sessions = createSessions()
  return {
    sessions,
    userAt: (window, now) => {
      const session = sessions.at(window, now)
      return session?.state === 'open' ? session.user : null
    },
    touch: sessions.touch,
    people: assignees,
    may: (db, user, permission, today, nodes) => {
      const record = userById(db, user)
      if (!record || record.disabledAt !== null) return false
      return allows(grantsOf(db, user), permission, today, nodes, (node) => pathOf(db, node))
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
