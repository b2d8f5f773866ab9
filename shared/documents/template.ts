import { z } from 'zod'

import { levels } from './document.ts'

const both = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/**
 * A piece of a template. `register`: a table of the records of one kind, as areas offer them (`monitoring.kind.meter`);
 * `steps`: numbered; `blank`: a table to be filled in by hand.
 */
const piece = z.union([
  z.strictObject({ heading: both }),
  z.strictObject({ text: both }),
  z.strictObject({ steps: z.array(both).min(1) }),
  z.strictObject({ register: z.string(), caption: both }),
  z.strictObject({ blank: z.array(both).min(1), rows: z.int().min(1).max(40), caption: both }),
])
export type Piece = Readonly<z.output<typeof piece>>

/** A document ready to be filled from the records of the organization; texts are our own, in both languages. */
export const template = z.strictObject({
  code: z.string().regex(/^[a-z-]+$/),
  level: z.enum(levels),
  title: both,
  /** What it is for, in one line. */
  purpose: both,
  clauses: z.string(),
  serves: z.array(z.string()),
  pieces: z.array(piece).min(1),
})
export type Template = Readonly<z.output<typeof template>>

export const offeredTemplate = template.omit({ pieces: true })
export type OfferedTemplate = Readonly<z.output<typeof offeredTemplate>>

/** What the records say that templates speak of; null where they do not say it. */
export type TemplateFacts = Readonly<Record<string, string | null>>

/** The names in braces that a text of a template may hold. */
export const templateFactNames = [
  'organization',
  'creditCode',
  'address',
  'contact',
  'facilities',
  'boundary',
  'subsystems',
  'policy',
  'top-management',
  'management-representative',
  'carbon-manager',
  'data-owner',
  'reviewer',
  'internal-auditor',
  'document-controller',
  'today',
] as const

/** Fills the names in braces; what is not known yet becomes a blank to be filled in by hand. */
export function filled(text: string, facts: TemplateFacts): string {
  return text.replace(/\{([a-zA-Z-]+)\}/g, (_whole, name: string) => facts[name] ?? '________')
}
