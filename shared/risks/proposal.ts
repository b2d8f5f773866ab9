import type { NewCriteria } from './criteria.ts'
import type { risksProposalTexts } from './proposal-texts.ts'

const steps = ['1', '2', '3', '4', '5'] as const

/** Criteria to begin with: five steps by five, high from 12 points; to be put in one's own words. */
export function proposal(say: (code: keyof typeof risksProposalTexts) => string): NewCriteria {
  return {
    likelihood: steps.map((step) => ({
      name: say(`risks.proposal.likelihood.${step}`),
      meaning: say(`risks.proposal.likelihood.${step}.meaning`),
    })),
    impact: steps.map((step) => ({
      name: say(`risks.proposal.impact.${step}`),
      meaning: say(`risks.proposal.impact.${step}.meaning`),
    })),
    mediumFrom: 5,
    highFrom: 12,
    acceptable: { legal: 4, credit: 4 },
    reviewMonths: { low: 12, medium: 6, high: 3 },
    method: say('risks.proposal.method'),
    reason: say('risks.proposal.reason'),
  }
}
