import { z } from 'zod'

import { subsystem } from '#shared/kernel/subsystem'

import { obligationKinds, weights } from './obligation.ts'

const both = z.object({ zh: z.string().min(1), en: z.string().min(1) })
const entry = z.object({
  ref: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(obligationKinds),
  subsystem,
  title: both,
  code: z.string(),
  issuer: both,
  effectiveOn: z.iso.date().nullable(),
  /** What it asks of a plant, in words of our own; the official text is looked up and attached by the user. */
  gist: both,
  processes: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  clauses: z.array(z.string()),
  weight: z.enum(weights),
  deadlines: z.array(
    z.object({ what: both, monthDay: z.string().regex(/^\d{2}-\d{2}$/), leadDays: z.int() }),
  ),
  source: z.string(),
  /** `recalled`: from memory; `secondary-copy`: seen in a copy; neither was compared with the official text. */
  verification: z.enum(['recalled', 'secondary-copy', 'verified']),
})

/** Obligations that such plants usually have, to be taken over one by one. Never edited after release. */
export const obligationLibrary = z.object({
  urn: z.string(),
  edition: z.string(),
  title: both,
  note: both,
  entries: z.array(entry),
})
export type ObligationLibrary = Readonly<z.output<typeof obligationLibrary>>
export type LibraryEntry = ObligationLibrary['entries'][number]

/** How an obligation names the entry that it was taken from. */
export function originOf({ urn, edition }: Pick<ObligationLibrary, 'urn' | 'edition'>, ref: string): string {
  return `${urn}:${edition}#${ref}`
}

export const shownEntry = entry.extend({ isTaken: z.boolean() })
export const shownLibrary = obligationLibrary.omit({ entries: true }).extend({ entries: z.array(shownEntry) })
