import { z } from 'zod'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]
export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** One sheet of a workbook; a text file counts as one sheet named after the file. */
export const tableSheet = z.object({
  name: z.string(),
  visibility: z.enum(['visible', 'hidden', 'very-hidden']),
  /** What the sheet says of its own size; null where it does not say. */
  rows: z.int().nullable(),
  columns: z.int().nullable(),
})
export type TableSheet = Readonly<z.output<typeof tableSheet>>

/** What is known of a file before its rows are read. `assumed` is what had to be guessed and may be overridden. */
export const tableFile = z.object({
  name: z.string(),
  format: z.enum(['xlsx', 'text']),
  bytes: z.int(),
  /** SHA-256 of the whole file, hexadecimal: the same file twice is noticed by it. */
  digest: z.string(),
  sheets: z.array(tableSheet).readonly(),
  assumed: z
    .object({
      encoding: z.enum(encodings),
      delimiter: z.enum(delimiters),
      /** `marked` by a byte order mark, `proved` by decoding without a fault, `guessed` otherwise. */
      certainty: z.enum(['marked', 'proved', 'guessed']),
    })
    .nullable(),
})
export type TableFile = Readonly<z.output<typeof tableFile>>

/** What a person may say about how a file is to be read. */
export const readChoice = z.object({
  sheet: z.string().nullable(),
  encoding: z.enum(encodings).nullable(),
  delimiter: z.enum(delimiters).nullable(),
})
export type ReadChoice = Readonly<z.output<typeof readChoice>>
