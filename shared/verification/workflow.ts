import { z } from 'zod'

/**
 * `accounting`: accounting by three steps · `inventory`: the carbon inventory (碳盘查) by seven ·
 * `verification`: verification by a third party (A.6.5.2.4).
 */
export const caseKinds = ['accounting', 'inventory', 'verification'] as const
export const caseKind = z.enum(caseKinds)
export type CaseKind = (typeof caseKinds)[number]

const wording = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/**
 * What a step waits for besides its own work: a frozen inventory named by the case · the eight parts of the plan ·
 * a package handed over · every question answered and accepted · a statement.
 */
export const stepNeeds = ['frozen-inventory', 'plan', 'package', 'settled', 'statement'] as const

/** What is gone through one by one: the template's own list, the sources on site, or every parameter with tier and flag. */
export const itemKinds = ['list', 'sources', 'parameters'] as const

export const workflowStep = z.strictObject({
  key: z.string().regex(/^[a-z-]+$/),
  title: wording,
  /** Working days it usually takes at least, and may take at most. */
  least: z.int().min(0),
  most: z.int().positive(),
  department: wording.nullable(),
  /** `signed`: with password and signature. */
  closing: z.enum(['noted', 'signed']),
  needsFile: z.boolean(),
  needs: z.array(z.enum(stepNeeds)),
  items: z.enum(itemKinds).nullable(),
  list: z.array(z.strictObject({ key: z.string(), title: wording, clause: z.string() })),
  /** The step whose worker may not close this one (A.6.5.2.3 c). */
  notBy: z.string().nullable(),
  /** The steps to which it can be sent back, as a new round. */
  returnsTo: z.array(z.string()),
})
export type WorkflowStep = Readonly<z.output<typeof workflowStep>>

export const workflow = z.strictObject({
  kind: caseKind,
  title: wording,
  /** Where the steps and their limits come from; `isProposed` where the limits are this program's own. */
  source: wording,
  isProposed: z.boolean(),
  steps: z.array(workflowStep).min(1),
})
export type Workflow = Readonly<z.output<typeof workflow>>

export const workflowFile = z.strictObject({
  format: z.literal('tanbu-workflows/1'),
  edition: z.string(),
  workflows: z.array(workflow),
})
