import { marksInForce, ownEditions } from '#db/factors/queries'
import type { SignalSource } from '#electron/kernel/offers'

/** What the library of factors shows: values compared with the official text, and editions of the plant's own. */
export const factorsSignals: SignalSource = (db) => {
  const compared = marksInForce(db).length
  const own = ownEditions(db).filter(({ state }) => state === 'released').length
  const isMet = compared + own > 0
  return [
    {
      about: { evidence: 'emission-factor', subsystem: 'all' },
      isMet,
      code: isMet ? 'factors.signal.kept' : 'factors.signal.unmarked',
      facts: { compared, own },
      records: [],
      path: '/factors',
    },
  ]
}
