import { chainHead } from '#db/access/audit-queries'
import type { SignalSource } from '#electron/kernel/offers'

/** The trail itself is a record: that it is kept, how long it is and with what it ends. */
export const accessSignals: SignalSource = (db) => {
  const head = chainHead(db)
  return [
    {
      about: { evidence: 'audit-trail', subsystem: 'all' },
      isMet: head !== undefined,
      code: head ? 'access.signal.trail' : 'access.signal.no-trail',
      facts: { count: head?.seq ?? 0, hash: head?.hash.slice(0, 12) ?? '' },
      records: [],
      path: '/access/audit',
    },
  ]
}
