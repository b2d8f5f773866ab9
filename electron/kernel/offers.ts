import type { ReadDb } from '#db/kernel/access'
import type { UserId } from '#electron/kernel/context'
import type { Surroundings } from '#electron/kernel/surroundings'
import type { Area } from '#shared/kernel/areas'
import type { RecordEntry, RecordRef } from '#shared/kernel/record'
import type { ReviewInput } from '#shared/kernel/review-input'
import type { RequirementSignal } from '#shared/kernel/signal'

/** The records of an area that others may name, link, find and comment; `around` leads to what the program ships. */
export type RecordSource = (db: ReadDb, around: Pick<Surroundings, 'program'>) => readonly RecordEntry[]

/** What an area's records say of the requirements of the standard on a day. */
export type SignalSource = (db: ReadDb, at: { readonly today: string }) => readonly RequirementSignal[]

/** What an area lays before a management review of the days `[from, to)`. */
export type ReviewSource = (
  db: ReadDb,
  at: {
    readonly from: string
    readonly to: string
    readonly today: string
    /** Leads to what the program ships. */
    readonly around: Pick<Surroundings, 'program'>
  },
) => readonly ReviewInput[]

/** Whether a user may see the stored file of that hash, as far as an area keeps files from some eyes. */
export type EvidenceGuard = (db: ReadDb, user: UserId, sha256: string) => boolean

/** Whether a user may see what is in a record, where an area keeps more than its name from some eyes. */
export type RecordGuard = (db: ReadDb, user: UserId, record: RecordRef) => boolean

/** Everything that areas offer to those that come after them; `electron/areas.ts` puts it together. */
export interface Offers {
  /** By area, so that one record is looked for in its own area only. */
  readonly records: Readonly<Partial<Record<Area, RecordSource>>>
  readonly guards: readonly RecordGuard[]
  readonly signals: readonly SignalSource[]
  readonly reviewInputs: readonly ReviewSource[]
}
