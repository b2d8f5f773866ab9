import type { FormulaDefinition } from './definition.ts'

type Document = Pick<FormulaDefinition, 'document' | 'clause' | 'verification'>

/** The three batches of sector guidelines of the NDRC; clause numbers were not to be had. */
const notices = {
  2013: '发改办气候〔2013〕2526号',
  2014: '发改办气候〔2014〕2920号',
  2015: '发改办气候〔2015〕1722号',
} as const
type Batch = keyof typeof notices

/** Read in a program that implements the guideline, not in the guideline itself. */
export function copied(batch: Batch): Document {
  return { document: notices[batch], clause: '', verification: 'secondary-copy' }
}

/** From memory: to be compared with the guideline before a report rests on it. */
export function recalled(batch: Batch): Document {
  return { document: notices[batch], clause: '', verification: 'recalled' }
}
