import { z } from 'zod'

import { isSound, proof, storeHealth } from '#shared/exchange/backup'
import { instant } from '#shared/kernel/period'

/** What was computed anew of one published case, and where it is not what was published. */
export const provenCase = z.object({
  name: z.string(),
  source: z.string(),
  /** Figures, findings and trees that were compared. */
  compared: z.int(),
  wrong: z.array(
    z.object({
      document: z.string(),
      of: z.string(),
      unit: z.string(),
      published: z.string(),
      computed: z.string().nullable(),
    }),
  ),
})
export type ProvenCase = Readonly<z.output<typeof provenCase>>

/** A backup as it lies in its folder now. */
const lyingBackup = z.object({
  file: z.string(),
  state: z.enum(['same', 'missing', 'altered']),
})
export type LyingBackup = Readonly<z.output<typeof lyingBackup>>

/** What the program can prove of itself on the machine that it runs on. */
export const selfProof = z.object({
  at: instant,
  program: z.string(),
  /** Operating system, processor and runtime. */
  machine: z.string(),
  cases: z.array(provenCase),
  /** Null where no data folder was asked about. */
  data: z
    .object({
      head: z.object({ seq: z.int(), hash: z.string() }),
      health: storeHealth,
      backups: z.array(lyingBackup),
      /** What restoring the newest of them aside gave; null when there is none. */
      newest: proof.shape.found.nullable(),
    })
    .nullable(),
})
export type SelfProof = Readonly<z.output<typeof selfProof>>

/** Whether all of it agrees. Without a backup there is nothing that disagrees; the sheet says that there is none. */
export function agrees({ cases, data }: SelfProof): boolean {
  if (cases.length === 0 || cases.some(({ wrong }) => wrong.length > 0)) return false
  if (data === null) return true
  return (
    isSound(data.health) &&
    data.backups.every(({ state }) => state === 'same') &&
    (data.newest === null || data.newest.troubles.length === 0)
  )
}
