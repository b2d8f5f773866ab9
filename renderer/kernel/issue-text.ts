import type { z } from 'zod'

import { type Facts, Refusal } from '#shared/kernel/refusal'

/** Something that travels as code and facts: a refusal, a finding, a notice. */
export interface Coded {
  readonly code: string
  readonly facts?: Facts
}

type Issue = Pick<z.core.$ZodIssue, 'code' | 'message'> & Readonly<Record<string, unknown>>

/**
 * What a schema has against a value, as code and facts. A schema of ours may name its own wording: the message of a
 * refinement that is a code (`organization.credit-code-wrong`), its `params` the facts.
 */
export function issueCoded(issue: Issue): Coded {
  if (/^[a-z]+\.[a-z0-9.-]+$/.test(issue.message))
    return { code: issue.message, facts: (issue['params'] ?? {}) as Facts }
  if (issue.code === 'too_small')
    return sizeCoded(issue, 'minimum', 'least', {
      text: 'frame.field.too-short',
      number: 'frame.field.too-small',
    })
  if (issue.code === 'too_big')
    return sizeCoded(issue, 'maximum', 'most', {
      text: 'frame.field.too-long',
      number: 'frame.field.too-big',
    })
  if (issue.code === 'invalid_type')
    return { code: issue['expected'] === 'int' ? 'frame.field.whole' : typeCode(issue['expected']) }
  if (issue.code === 'invalid_value') return { code: 'frame.field.choice' }
  if (issue.code === 'invalid_format') return { code: formatCode(issue['format'], issue['pattern']) }
  return { code: 'frame.field.form' }
}

type Issues = readonly (Issue & { readonly path?: readonly PropertyKey[] })[]

/** What the contract has against a request: the first field that it does not take, which item's, and why. */
export function inputRefusal(issues: Issues): Refusal {
  const [issue] = issues
  const path = issue?.path ?? []
  const field = `frame.input.${String(path.findLast((step) => typeof step !== 'number') ?? '')}`
  const { code: reason, facts } = issue ? issueCoded(issue) : { code: 'frame.field.form', facts: {} }
  const item = path.findLast((step) => typeof step === 'number')
  if (item === undefined) return new Refusal('kernel.input-invalid', { ...facts, field, reason })
  return new Refusal('kernel.input-invalid-row', { ...facts, field, reason, row: Number(item) + 1 })
}

function sizeCoded(
  issue: Issue,
  limit: 'minimum' | 'maximum',
  fact: 'least' | 'most',
  codes: { readonly text: string; readonly number: string },
): Coded {
  const isText = issue['origin'] === 'string'
  if (isText && limit === 'minimum' && Number(issue[limit]) <= 1) return { code: 'frame.field.empty' }
  if (issue['origin'] === 'array' || issue['origin'] === 'set') return { code: 'frame.field.choice' }
  return { code: isText ? codes.text : codes.number, facts: { [fact]: String(issue[limit]) } }
}
function typeCode(expected: unknown): string {
  return expected === 'number' ? 'frame.field.number' : 'frame.field.empty'
}
function formatCode(format: unknown, pattern: unknown): string {
  if (format === 'date') return 'frame.field.date'
  if (format === 'email') return 'frame.field.email'
  const text = String(pattern)
  if (text.includes('(0[1-9]|1[0-2])')) return 'frame.field.month'
  return text.includes('-?(0|[1-9]') ? 'frame.field.number' : 'frame.field.form'
}
