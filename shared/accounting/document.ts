import { z } from 'zod'

import { gases } from '#shared/factors/gases'
import { gwpSetNames } from '#shared/factors/gwp'
import { verifications } from '#shared/kernel/figure'
import { month, monthsBetween, monthAfter } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'

import { source, type Source } from './source.ts'

/** A factor as it was when the inventory was made: the document needs no library to be recomputed. */
export const usedFactor = z.strictObject({
  id: z.string().min(1),
  urn: z.string(),
  ref: z.string(),
  /** The title of the edition, for people. */
  edition: z.string(),
  value: decimalText,
  unit: measure,
  /** For a global warming potential or a factor of one gas. */
  gas: z.enum(gases).nullable(),
  year: z.string().nullable(),
  region: z.string().nullable(),
  purpose: z.string().nullable(),
  source: z.string(),
  verification: z.enum(verifications),
})
export type UsedFactor = Readonly<z.output<typeof usedFactor>>

/** A figure that someone published for the same period, to be compared with ours to its last printed digit. */
export const reportedFigure = z.strictObject({
  /** `total`, `source/<id>` or `source/<id>/<month>`. */
  of: z.string(),
  value: decimalText,
  unit: measure,
  source: z.string(),
})

export type ReportedFigure = Readonly<z.output<typeof reportedFigure>>

/** Rules that take over in the course of the period, for its months from `from` on. */
export const laterEdition = z.strictObject({
  from: month,
  /** The id of a guideline edition. */
  guideline: z.string().min(1),
  /** The id of a rounding rule set. */
  rounding: z.string().min(1),
})
export type LaterEdition = Readonly<z.output<typeof laterEdition>>

/** One month after the other, or whole years where nothing finer is known. */
export const period = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('month'), from: month, to: month }),
  z.strictObject({
    by: z.literal('year'),
    from: z.string().regex(/^\d{4}$/),
    to: z.string().regex(/^\d{4}$/),
  }),
])

/**
 * Everything an inventory is computed from, in one file: who, when, by which rules, from which readings and factors.
 * `docs/inventory-document.md` explains it for people; amounts are decimal strings.
 */
export const inventoryDocument = z
  .strictObject({
    format: z.literal('tanbu-inventory/1'),
    title: z.string(),
    organization: z.strictObject({ name: z.string(), creditCode: z.string().nullable() }),
    period,
    /** The id of a guideline edition. */
    guideline: z.string(),
    gwpSet: z.enum(gwpSetNames),
    /** The id of a rounding rule set. */
    rounding: z.string(),
    /** Where the guideline changed in the period: what holds from which month on, the earliest first. */
    editions: z.array(laterEdition).optional(),
    boundary: z.strictObject({
      approach: z.enum(['operational-control', 'financial-control', 'equity-share']),
      /** `guideline` counts only what the guideline covers; `iso-14064-1` counts every line. */
      view: z.enum(['guideline', 'iso-14064-1']),
      scope2: z.enum(['location-based', 'market-based']),
      exclusions: z.array(z.strictObject({ what: z.string(), reason: z.string() })),
    }),
    facilities: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          name: z.string(),
          /** The share of it that the organization owns, used by the equity share approach. */
          equityShare: decimalText.optional(),
        }),
      )
      .min(1),
    sources: z.array(source),
    factors: z.array(usedFactor),
    reported: z.array(reportedFigure).optional(),
    /** Head of the plant's audit chain when the file was made; no part of what is computed or frozen. */
    audit: z.strictObject({ seq: z.int().positive(), hash: z.string().length(64) }).optional(),
  })
  .superRefine((document, context) => {
    const twice = (path: string, ids: readonly string[]) => {
      for (const [index, id] of ids.entries())
        if (ids.indexOf(id) !== index)
          context.addIssue({ code: 'custom', message: `id twice: ${id}`, path: [path, index] })
    }
    for (const part of ['facilities', 'sources', 'factors'] as const)
      twice(
        part,
        document[part].map(({ id }) => id),
      )
    const facilities = new Set(document.facilities.map(({ id }) => id))
    for (const [index, { facility }] of document.sources.entries())
      if (!facilities.has(facility))
        context.addIssue({
          code: 'custom',
          message: `no such facility: ${facility}`,
          path: ['sources', index, 'facility'],
        })
    for (const [index, { from }] of (document.editions ?? []).entries()) {
      const before = document.editions?.[index - 1]?.from ?? document.period.from
      if (from <= before || from.slice(0, document.period.to.length) > document.period.to)
        context.addIssue({
          code: 'custom',
          message: 'begins before the one before it, or outside the period',
          path: ['editions', index, 'from'],
        })
    }
    if (document.period.to < document.period.from)
      context.addIssue({ code: 'custom', message: 'ends before it begins', path: ['period', 'to'] })
  })
export type InventoryDocument = Readonly<z.output<typeof inventoryDocument>>

/** The document with what was published of it; without anything published it stays as it is. */
export function withReported(
  document: InventoryDocument,
  reported: readonly ReportedFigure[],
): InventoryDocument {
  return reported.length === 0 ? document : { ...document, reported: [...reported] }
}

/** The steps of the period in order: its months or, where the document is by year, its years. */
export function monthsOfPeriod(period: InventoryDocument['period']): readonly string[] {
  const { by, from, to } = period
  if (by === 'year') return yearsOfPeriod(period)
  const before = monthsKnown.get(period)
  if (before) return before
  const months = monthsBetween(from, monthAfter(to))
  monthsKnown.set(period, months)
  return months
}
/** All sources of a document ask for its months. */
const monthsKnown = new WeakMap<InventoryDocument['period'], readonly string[]>()
function yearsOfPeriod({ from, to }: Pick<InventoryDocument['period'], 'from' | 'to'>): string[] {
  const years: string[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    years.push(String(year))
  return years
}

/**
 * The steps of the period in which a source was there. What had not been built yet, or was closed before, has no line:
 * nothing is missing then, and nothing was zero.
 */
export function stepsOf(
  { from, to, by }: Pick<Source, 'from' | 'to' | 'by'>,
  period: InventoryDocument['period'],
): readonly string[] {
  const steps = by === 'year' ? yearsOfPeriod(period) : monthsOfPeriod(period)
  if (from === undefined && to === undefined) return steps
  return steps.filter(
    (step) =>
      (from === undefined || step >= from.slice(0, step.length)) &&
      (to === undefined || step <= to.slice(0, step.length)),
  )
}

/** The JSON Schema of the inventory document, for people who write such files with their own programs. */
export function inventorySchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(inventoryDocument, { io: 'input', reused: 'ref' }) }
}
