import { z } from 'zod'

/** A fact travels as a plain value; the wording around it is made from `code` in the reader's language. */
export const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** Something a reader should look at. Checks return all their findings; they never stop at the first. */
export const finding = z.object({
  severity: z.enum(['blocks-report', 'explain', 'note']),
  code: z.string(),
  /** Where it stands, as a path of names or ids a page can lead to, for example `boiler-1/2025-04`. */
  where: z.string(),
  facts,
})
export type Finding = Readonly<z.output<typeof finding>>
