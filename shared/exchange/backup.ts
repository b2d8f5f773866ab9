import { z } from 'zod'

import { targetId } from '#shared/exchange/model'
import { facts } from '#shared/kernel/finding'
import { type Id, idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'

export type BackupId = Id<'backup'>
export const backupId = idOf<'backup'>()

/** Why a backup was made; `found`: it lay in the folder without being on record. */
export const occasions = ['by-hand', 'daily', 'before-upgrade', 'before-closing', 'found'] as const
export type Occasion = (typeof occasions)[number]

/** What is wrong, as a code that has a wording and the facts in it. */
export const trouble = z.object({ code: z.string(), facts })
export type Trouble = Readonly<z.output<typeof trouble>>

/** What was compared when a backup was read back aside, and all that did not agree. */
export const proofFound = z.object({
  /** Files compared with the manifest, byte for byte by their SHA-256. */
  files: z.int(),
  /** Pieces of evidence that records name, each compared with its name. */
  evidence: z.int(),
  /** Lines of the trail that were verified, to the head that the manifest names. */
  auditLines: z.int(),
  /** Kept inventories computed again and compared to the last digit. */
  inventories: z.int(),
  troubles: z.array(trouble),
})
export type ProofFound = Readonly<z.output<typeof proofFound>>

/** One reading back of a backup; `backupId` null: none could be made. */
export const proof = z.object({
  id: idOf<'proof'>(),
  backupId: backupId.nullable(),
  occasion: z.enum(occasions),
  outcome: z.enum(['proved', 'doubtful', 'failed']),
  found: proofFound,
  madeAt: instant,
})
export type Proof = Readonly<z.output<typeof proof>>

export const backup = z.object({
  id: backupId,
  file: z.string(),
  occasion: z.enum(occasions),
  sha256: z.string(),
  /** In bytes. */
  size: z.int(),
  evidence: z.int(),
  auditSeq: z.int(),
  /** The plant's calendar day. */
  madeOn: z.iso.date(),
  madeAt: instant,
  /** When it was last read back without a fault; null: it never was. */
  provenAt: instant.nullable(),
})
export type Backup = Readonly<z.output<typeof backup>>

/** A backup that waits in the data folder's `backups/`, with what its last proof found. */
export const keptBackup = backup.extend({
  proof: proof.nullable(),
  /** False: its file was taken away by somebody else. */
  isThere: z.boolean(),
})
export type KeptBackup = Readonly<z.output<typeof keptBackup>>

/** How many backups are kept, where each is brought to as well, and when the program warns. */
export const backupRules = z.object({
  /** For this many of the last days on which one was made: the last of each day. */
  daily: z.int().min(1).max(366),
  /** For this many of the last weeks before that: the last of each week. */
  weekly: z.int().min(0).max(520),
  /** For this many of the last months before that: the last of each month. */
  monthly: z.int().min(0).max(600),
  /** Days without a proven backup after which the program warns. */
  warnAfter: z.int().min(1).max(366),
  target: targetId.nullable(),
})
export type BackupRules = Readonly<z.output<typeof backupRules>>

export const usualBackupRules: BackupRules = { daily: 7, weekly: 5, monthly: 12, warnAfter: 7, target: null }

/** What the full check of a data folder found. */
export const storeHealth = z.object({
  /** Damage of the file, in SQLite's words with the table or page. */
  damage: z.array(z.string()),
  /** References into nothing. */
  dangling: z.int(),
  /** Rows that are not what the trail says of them. */
  unlike: z.array(z.object({ table: z.string(), row: z.string() })),
  /** Where the chain of the trail breaks first; null when it is whole. */
  brokenAt: z.int().nullable(),
  evidence: z.int(),
  faults: z.array(z.object({ sha256: z.string(), fault: z.enum(['missing', 'altered']) })),
})
export type StoreHealth = Readonly<z.output<typeof storeHealth>>

export const isSound = ({ damage, dangling, unlike, brokenAt, faults }: StoreHealth): boolean =>
  damage.length + dangling + unlike.length + faults.length === 0 && brokenAt === null

export const storeCheck = z.object({
  id: idOf<'store-check'>(),
  madeAt: instant,
  sound: z.boolean(),
  found: storeHealth,
})
export type StoreCheck = Readonly<z.output<typeof storeCheck>>

/** First entry of a backup: what is in it, so that nothing can be missing or changed without being seen. */
export const backupManifest = z.strictObject({
  format: z.literal('tanbu-backup/1'),
  program: z.string(),
  madeAt: instant,
  storeId: z.string(),
  audit: z.strictObject({ seq: z.int(), hash: z.string() }),
  files: z.array(z.strictObject({ path: z.string(), sha256: z.string(), size: z.int() })),
})
export type BackupManifest = Readonly<z.output<typeof backupManifest>>
