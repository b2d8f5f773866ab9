import { z } from 'zod'

import { backupId } from '#shared/exchange/backup'
import { areas } from '#shared/kernel/areas'
import { instant } from '#shared/kernel/period'

/** A file that a window sent. */
export const sentBackup = z.strictObject({
  upload: z.string(),
  /** Of a sealed file; null for others. */
  passphrase: z.string().nullable(),
  /** A password of its day or the recovery key, to look into what is enciphered under a key that is not here. */
  key: z.string().max(200).optional(),
})

/** Where a backup comes from: one that lies in the data folder, or a file that a window sent. */
export const backupSource = z.union([z.strictObject({ id: backupId }), sentBackup])
export type BackupSource = Readonly<z.output<typeof backupSource>>

const countOfArea = z.object({ area: z.enum(areas), count: z.int() })

/** What a backup holds, read from the store in it. */
export const backupContents = z.object({
  program: z.string(),
  madeAt: instant,
  /** Of what is enciphered under a key that is not here, only what the manifest says is known. */
  isEnciphered: z.boolean(),
  storeId: z.string(),
  isSample: z.boolean(),
  /** Of the organization; null before there is one. */
  organization: z.string().nullable(),
  facilities: z.int(),
  users: z.array(z.string()),
  /** First and last month with data; null without any. */
  months: z.object({ first: z.string(), last: z.string() }).nullable(),
  frozenYears: z.array(z.int()),
  records: z.array(countOfArea),
  evidence: z.int(),
  /** In bytes, unpacked. */
  size: z.int(),
  audit: z.object({ seq: z.int(), hash: z.string(), at: instant.nullable() }),
  /** The last line of the trail that the present has as well; 0: none, or there is no present. */
  commonSeq: z.int(),
  /** Tables of this program, of an earlier one (brought up to date when restored), or of a later one. */
  schema: z.enum(['current', 'older', 'newer']),
})
export type BackupContents = Readonly<z.output<typeof backupContents>>

/** How a backup stands to the present by its trail: clocks decide nothing. */
export const comparison = z.object({
  relation: z.enum(['same', 'older', 'newer', 'apart', 'other']),
  /** What the present has and the backup lacks: acts in the trail after the last common one, by area. */
  lost: z.array(countOfArea),
  /** Instant of the last of them. */
  lastLostAt: instant.nullable(),
})
export type Comparison = Readonly<z.output<typeof comparison>>
