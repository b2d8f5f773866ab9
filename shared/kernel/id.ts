import { z } from 'zod'

/**
 * The id of one kind of record, a UUIDv7; the id of a source is not the id of a factor. The mark exists for the
 * compiler alone; it is no symbol, because inferred types of other floors could not name one.
 */
export type Id<Kind extends string> = string & { readonly 'id of': Kind }

/** The schema of such an id. Ids are opaque: nothing may be read out of them. */
export function idOf<Kind extends string>(): z.ZodType<Id<Kind>, Id<Kind>> {
  return z.uuid() as unknown as z.ZodType<Id<Kind>, Id<Kind>>
}
