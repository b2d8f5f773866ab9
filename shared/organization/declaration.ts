import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { type Day, day, instant, isValidOn } from '#shared/kernel/period'
import { type Subsystem, subsystem } from '#shared/kernel/subsystem'

import { policyChecks } from './policy.ts'
import { scopeBasis } from './scope.ts'

/**
 * What top management declares in numbered versions: draft → submitted → approved → superseded. A submitted one can be
 * returned with a comment and is a draft again.
 */
export const declarationKinds = ['policy', 'scope'] as const
export type DeclarationKind = (typeof declarationKinds)[number]
export const declarationStates = ['draft', 'submitted', 'approved', 'superseded'] as const
export type DeclarationState = (typeof declarationStates)[number]

export const declarationId = idOf<'declaration'>()
export type DeclarationId = z.output<typeof declarationId>
const text = z.string().trim().min(1).max(20_000)
const line = z.string().trim().min(1).max(2000)

export const policyContent = z.object({
  kind: z.literal('policy'),
  title: z.string().trim().min(1).max(200),
  text,
  textEn: text.nullable(),
  /** For each commitment that is asked for, the passage of the text that makes it. */
  passages: z.partialRecord(z.enum(policyChecks), line),
})
export type PolicyContent = Readonly<z.output<typeof policyContent>>
export const scopeContent = z.object({
  kind: z.literal('scope'),
  title: z.string().trim().min(1).max(200),
  /** What the system is for and covers, in a few sentences. */
  statement: text,
  /** Activities, products and services that are inside; none may be left out (4.3). */
  activities: line.nullable(),
  /** Where it meets others: what is bought in, outsourced, or done by the group. */
  interfaces: line.nullable(),
})
export type ScopeContent = Readonly<z.output<typeof scopeContent>>
export const declarationContent = z.discriminatedUnion('kind', [policyContent, scopeContent])
export type DeclarationContent = Readonly<z.output<typeof declarationContent>>

export const declarationInput = z
  .object({
    id: declarationId.nullable(),
    subsystem,
    content: declarationContent,
    /** Why there is a new version. */
    reason: line.nullable(),
    validFrom: day,
    reviewOn: day,
  })
  .refine(({ validFrom, reviewOn }) => reviewOn > validFrom, { path: ['reviewOn'] })
  // There is one scope document, for the whole system (4.3).
  .refine(({ content, subsystem: of }) => content.kind === 'policy' || of === 'core', { path: ['subsystem'] })
export type DeclarationInput = Readonly<z.output<typeof declarationInput>>

export const returned = z.object({ by: z.string(), at: instant, comment: z.string() })
export type Returned = Readonly<z.output<typeof returned>>

export const publication = z.object({
  id: idOf<'publication'>(),
  audience: z.enum(['internal', 'public']),
  /** Notice board, intranet, web site, handed over. */
  place: z.string(),
  /** Who received it, or could. */
  recipients: z.string(),
  publishedOn: day,
})
export type Publication = Readonly<z.output<typeof publication>>

export const acknowledgement = z.object({
  person: personId,
  /** What shows it for somebody without an account; null where the person did it at the screen. */
  paper: z.string().nullable(),
  madeAt: instant,
})

export const declaration = z.object({
  id: declarationId,
  subsystem,
  number: z.int().positive(),
  state: z.enum(declarationStates),
  content: declarationContent,
  reason: z.string().nullable(),
  validFrom: day,
  /** The day on which the next version took over. */
  validTo: day.nullable(),
  reviewOn: day,
  /** Users who wrote in it. */
  authors: z.array(z.string()),
  submittedAt: instant.nullable(),
  submittedBy: z.string().nullable(),
  returned: returned.nullable(),
  /** What a scope rests on: as it was when it was approved, or, before that, as it is now. Null for a policy. */
  basis: scopeBasis.nullable(),
  /** The reason of whoever approved the own text, being alone in the plant. */
  alone: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  publications: z.array(publication),
  acknowledgements: z.array(acknowledgement),
})
export type Declaration = Readonly<z.output<typeof declaration>>
/** A version whose content is a policy's. */
export type Policy = Declaration & { readonly content: PolicyContent }
export type ScopeVersion = Declaration & { readonly content: ScopeContent }

export function isPolicy(of: Declaration): of is Policy {
  return of.content.kind === 'policy'
}
export function isScope(of: Declaration): of is ScopeVersion {
  return of.content.kind === 'scope'
}

/** The approved version that holds on a day; a superseded one still answers for the days before its end. */
export function inForceOn<D extends Declaration>(
  versions: readonly D[],
  of: Subsystem,
  on: Day,
): D | undefined {
  return versions.find((each) => each.subsystem === of && each.approvedAt !== null && isValidOn(each, on))
}

/** The version of a series that is not decided yet: there is at most one. */
export function undecidedIn<D extends Declaration>(versions: readonly D[], of: Subsystem): D | undefined {
  return versions.find((each) => each.subsystem === of && each.approvedAt === null)
}
