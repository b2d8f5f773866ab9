import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'
import { recordRef } from '#shared/kernel/record'

import { auditId } from './audit.ts'
import {
  answerInput,
  correction,
  expected,
  itemId,
  listedItem,
  quote,
  quoteId,
  verdict,
} from './checklist.ts'
import { sampleInput } from './sample.ts'

const ofItem = z.object({ item: itemId })

/** The questions of an audit and what was found. */
export const checklistContract = {
  checklist: query('audits.read', z.object({ audit: auditId }), z.array(listedItem)),
  /** What the records say of one question today, and what the auditor quoted of them. */
  expected: query(
    'audits.read',
    ofItem,
    z.object({
      signals: z.array(expected),
      quotes: z.array(quote),
      corrections: z.array(correction),
    }),
  ),
  /** Makes the questions anew from the requirements of today for the scope of the plan; only while it is a draft. */
  buildChecklist: command('audits.enter', z.object({ audit: auditId }), z.object({ items: z.int() })),
  /** @throws Refusal `audits.asks-back` where what only should be is marked as a nonconformity and nobody confirmed it. */
  answer: command('audits.enter', answerInput, nothing),
  draw: command('audits.enter', z.object({ item: itemId, sample: sampleInput }), nothing),
  /** Keeps a record as it stands now, for the report. */
  quote: command('audits.enter', z.object({ item: itemId, record: recordRef }), z.object({ id: quoteId })),
  dropQuote: command('audits.enter', z.object({ id: quoteId }), nothing),
  /** Makes a nonconformity, or an observation, of a finding. */
  raise: command('audits.enter', ofItem, z.object({ record: recordRef })),
  /** What is said anew after the report; the former answer stays. */
  correct: command(
    'audits.check',
    z.object({
      item: itemId,
      verdict,
      note: z.string().trim().max(8000),
      reason: z.string().trim().min(1).max(1000),
    }),
    nothing,
  ),
}
