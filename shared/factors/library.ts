import { z } from 'zod'

import type { Finding } from '#shared/kernel/finding'

import { bilingual, editionUrn, factor, type Factor, remark } from './model.ts'

/** A date as precise as it is known: `2025`, `2025-10`, `2025-10-23`. */
export const publicationDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

/**
 * One published table in one edition. A released edition never changes; a correction is a new one that names the old
 * in `supersedes`. Shipped editions and a user's own have the same shape.
 */
export const factorEdition = z
  .strictObject({
    urn: editionUrn,
    origin: z.enum(['shipped', 'own']),
    title: bilingual,
    issuer: bilingual,
    /** The document, by title and number as printed. */
    document: z.string().min(1),
    published: publicationDate.nullable(),
    supersedes: editionUrn.nullable(),
    note: bilingual.nullable(),
    factors: z.array(factor),
    remarks: z.array(remark),
  })
  .superRefine((edition, context) => {
    const rows = [...edition.factors, ...edition.remarks]
    if (rows.length === 0) context.addIssue({ code: 'custom', message: 'empty edition', path: ['factors'] })
    const seen = new Set<string>()
    for (const { ref } of rows) {
      if (seen.has(ref)) context.addIssue({ code: 'custom', message: `ref twice: ${ref}`, path: ['factors'] })
      seen.add(ref)
    }
  })
export type FactorEdition = Readonly<z.output<typeof factorEdition>>

/** All editions together. Two editions never share a urn. */
export const factorLibrary = z.array(factorEdition).superRefine((editions, context) => {
  const seen = new Set<string>()
  for (const { urn } of editions) {
    if (seen.has(urn)) context.addIssue({ code: 'custom', message: `urn twice: ${urn}` })
    seen.add(urn)
  }
})
export type FactorLibrary = readonly FactorEdition[]

/** What a reader should know before using a factor: read from a copy, recalled, or made by another purpose's rule. */
export function trustFindings(where: string, row: Pick<Factor, 'verification' | 'source'>): Finding[] {
  const findings: Finding[] = []
  if (row.verification === 'recalled')
    findings.push({ severity: 'explain', code: 'factors.recalled', where, facts: { source: row.source } })
  if (row.verification === 'secondary-copy')
    findings.push({ severity: 'note', code: 'factors.secondary-copy', where, facts: { source: row.source } })
  return findings
}
