import type { Finding } from '#shared/kernel/finding'
import type { Subsystem } from '#shared/kernel/subsystem'

import type { PolicyContent } from './declaration.ts'

/** What a policy has to say: 5.2 a to f, and what annexes A to D add for the policy of a subsystem. */
export const policyChecks = [
  'purpose',
  'framework',
  'resources',
  'obligations',
  'improvement',
  'operation',
  'emission-improvement',
  'emission-scope',
  'trading-improvement',
  'market-integrity',
  'asset-objectives',
  'neutrality-goal',
] as const
export type PolicyCheck = (typeof policyChecks)[number]

/** Where the standard asks for it. */
export const clauseOfCheck: Readonly<Record<PolicyCheck, string>> = {
  purpose: '5.2 a',
  framework: '5.2 b',
  resources: '5.2 c',
  obligations: '5.2 d',
  improvement: '5.2 e',
  operation: '5.2 f',
  'emission-improvement': 'A.5.2',
  'emission-scope': 'A.5.2',
  'trading-improvement': 'B.5.2',
  'market-integrity': 'B.5.2',
  'asset-objectives': 'C.5.2',
  'neutrality-goal': 'D.5.2',
}

const general = ['purpose', 'framework', 'resources', 'obligations', 'improvement', 'operation'] as const
const added: Readonly<Record<Subsystem, readonly PolicyCheck[]>> = {
  core: [],
  emission: ['emission-improvement', 'emission-scope'],
  trading: ['trading-improvement', 'market-integrity'],
  asset: ['asset-objectives'],
  neutrality: ['neutrality-goal'],
}
export function checksOf(subsystem: Subsystem): readonly PolicyCheck[] {
  return [...general, ...added[subsystem]]
}

/** A passage counts as in the text whatever blanks and line breaks stand in between. */
export function isPassageOf(text: string, passage: string): boolean {
  const plain = (of: string) => of.normalize('NFKC').replace(/\s+/g, '')
  return plain(passage) !== '' && plain(text).includes(plain(passage))
}

/** The commitments that a policy does not make (5.2): each blocks its approval. `where` is the check. */
export function policyGaps(subsystem: Subsystem, { text, passages }: PolicyContent): Finding[] {
  return checksOf(subsystem).flatMap((check) => {
    const passage = passages[check]
    const gap = (what: string): Finding[] => [
      {
        severity: 'blocks-report',
        code: `organization.policy-${what}.${check}`,
        where: check,
        facts: { clause: clauseOfCheck[check] },
      },
    ]
    if (passage === undefined) return gap('lacks')
    return isPassageOf(text, passage) ? [] : gap('lost')
  })
}
