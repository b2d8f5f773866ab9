import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import type { Surroundings } from '#electron/kernel/surroundings'
import { decimalText, measure } from '#shared/kernel/quantity'

const shipped = z.object({
  id: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  value: decimalText,
  unit: measure,
  year: z.int(),
  source: z.string(),
  isDraft: z.boolean(),
})
type ShippedReference = z.output<typeof shipped>

let read: { readonly program: string; readonly rows: readonly ShippedReference[] } | null = null

/** Benchmarks of the allocation plans for power plants, read once per process. */
export function shippedReferences({ program }: Pick<Surroundings, 'program'>): ShippedReference[] {
  if (read?.program !== program) {
    const text = readFileSync(join(program, 'resources', 'performance', 'benchmarks.json'), 'utf8')
    read = { program, rows: z.array(shipped).parse(JSON.parse(text)) }
  }
  return [...read.rows]
}
