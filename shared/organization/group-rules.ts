import { z } from 'zod'

import type { Finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'

import { bodyId, type Level } from './posts.ts'

/** The nine rule documents of a group, three at each level (rule R-RL-1). */
export const ruleCodes = [
  'asset-management',
  'development-fund',
  'fee-standard',
  'trading-rules',
  'project-development',
  'surrender-and-trading',
  'report-writing',
  'accounting',
  'platform-use',
] as const
export type RuleCode = (typeof ruleCodes)[number]
export const levelOfRule: Readonly<Record<RuleCode, Level>> = {
  'asset-management': 'headquarters',
  'development-fund': 'headquarters',
  'fee-standard': 'headquarters',
  'trading-rules': 'company',
  'project-development': 'company',
  'surrender-and-trading': 'company',
  'report-writing': 'plant',
  accounting: 'plant',
  'platform-use': 'plant',
}

const words = z.string().trim().min(1).max(300)
/** In this organization it is issued, or it is somebody else's to issue; nothing said: it is missing. */
export const groupRule = z.discriminatedUnion('state', [
  z.object({
    code: z.enum(ruleCodes),
    state: z.literal('issued'),
    title: words,
    number: words.nullable(),
    issuedOn: day,
    body: bodyId.nullable(),
  }),
  z.object({ code: z.enum(ruleCodes), state: z.literal('elsewhere'), reason: words }),
])
export type GroupRule = Readonly<z.output<typeof groupRule>>

/** The rule documents that nobody has issued or placed elsewhere. */
export function missingRules(rules: readonly GroupRule[]): Finding[] {
  return ruleCodes
    .filter((code) => !rules.some((each) => each.code === code))
    .map((code) => ({
      severity: 'explain',
      code: `organization.rule-missing.${levelOfRule[code]}`,
      where: code,
      facts: {},
    }))
}
