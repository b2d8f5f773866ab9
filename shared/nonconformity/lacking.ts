import type { Finding } from '#shared/kernel/finding'
import type { Day } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'

import type { Case, CaseAct, CaseSettings, NewCase } from './model.ts'

/** How many answers to "why?" a major nonconformity asks for at least (10.2 b 2). */
const leastWhys = 2

type Need = readonly [code: string, isThere: boolean]

/**
 * What a case lacks for an act, as codes that have a wording; empty when nothing stands in its way.
 *
 * @param attachments how many files are kept with it.
 */
export function lackingFor(of: Case, act: CaseAct, attachments: number, today: Day): string[] {
  const needs = needsOf(of, attachments, today)[act] ?? []
  return needs.flatMap(([code, isThere]) => (isThere ? [] : [code]))
}

function needsOf(
  of: Case,
  attachments: number,
  today: Day,
): Readonly<Partial<Record<CaseAct, readonly Need[]>>> {
  const open = of.actions.filter(({ state }) => state === 'open')
  const done = of.actions.filter(({ state }) => state === 'done')
  const isGrave = of.severity !== 'observation'
  const isDue: Need = ['nonconformity.lacks.check-day', of.checkOn !== null && of.checkOn <= today]
  return {
    contain: [
      ['nonconformity.lacks.correction', of.correction !== ''],
      ['nonconformity.lacks.corrected-by', of.correctedOn !== null && of.correctedBy !== null],
      ['nonconformity.lacks.owner', of.owner !== null],
    ],
    analyse: [
      ['nonconformity.lacks.consequences', of.consequences !== ''],
      ['nonconformity.lacks.whys', of.severity !== 'major' || of.whys.length >= leastWhys],
      ['nonconformity.lacks.root-cause', !isGrave || of.rootCause !== ''],
      ['nonconformity.lacks.review', of.reviewedOn !== null && of.reviewers.length > 0],
      ['nonconformity.lacks.similar', of.similarNote !== '' || of.similar.length > 0],
      ['nonconformity.lacks.decision', of.needsAction !== null && of.needReason !== ''],
    ],
    plan: [
      ['nonconformity.lacks.action', of.needsAction === false || open.length > 0],
      ['nonconformity.lacks.action-owner', open.every(({ owner, due }) => owner !== null && due !== null)],
      ['nonconformity.lacks.check-on', of.checkOn !== null],
      // From here on the analysis stays as it is, and what is not checked by now never could be.
      ['nonconformity.lacks.similar-checked', of.similar.every(({ isChecked }) => isChecked)],
    ],
    finish: [
      ['nonconformity.lacks.done', open.length === 0],
      ['nonconformity.lacks.any-done', of.needsAction === false || done.length > 0],
    ],
    prove: [isDue],
    fail: [isDue],
    close: [
      ['nonconformity.lacks.effect', of.state === 'proven'],
      ['nonconformity.lacks.evidence', attachments > 0],
      ['nonconformity.lacks.system-change', of.systemChange !== ''],
      ['nonconformity.lacks.similar-checked', of.similar.every(({ isChecked }) => isChecked)],
    ],
  }
}

/** What is missing for the next step, for its page. */
export function gapsOf(of: Case, act: CaseAct, attachments: number, today: Day): Finding[] {
  return lackingFor(of, act, attachments, today).map((code) => ({
    severity: 'explain',
    code,
    where: `case/${of.id}`,
    facts: lackingFacts(of),
  }))
}
export function lackingFacts({ number, checkOn }: Case) {
  return { number, on: checkOn ?? '—' }
}

/**
 * A deviation beyond the plant's limit is a major nonconformity (9.1.1). Which limit it is under or over is a matter
 * of size alone: minus twelve percent is as far off as plus twelve.
 */
export function isMajorBySize(size: string | null, { majorDeviation }: CaseSettings): boolean {
  return size !== null && new Decimal(size).abs().gte(majorDeviation)
}
/** Whether a case says of itself less than its size does. */
export function isUnderstated(
  { size, severity }: Pick<NewCase, 'size' | 'severity'>,
  settings: CaseSettings,
): boolean {
  return severity !== 'major' && isMajorBySize(size, settings)
}
