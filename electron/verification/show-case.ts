import { grantsOf } from '#db/access/queries'
import { inventoryById } from '#db/accounting/queries'
import type { ReadDb } from '#db/kernel/access'
import { attachmentsOf } from '#db/kernel/record-queries'
import { allParameters, allSources } from '#db/monitoring/queries'
import {
  answersOfStep,
  bodyById,
  caseById,
  casesOf,
  mergesOf,
  packagesOf,
  requestsOf,
  statementsOf,
  stepsOf,
} from '#db/verification/queries'
import { accountOfInventory } from '#electron/accounting/service'
import type { ReadContext } from '#electron/kernel/context'
import { workCalendarOf } from '#electron/kernel/work-calendar'
import { inForce } from '#shared/access/permissions'
import { textOf } from '#shared/kernel/figure'
import type { Determination } from '#shared/kernel/figure'
import { Refusal } from '#shared/kernel/refusal'
import { judged, type Statement } from '#shared/verification/body'
import { type CaseId, type CaseStep, missingParts, type VerificationCase } from '#shared/verification/case'
import type { CaseSummary, ShownCase, ShownStep } from '#shared/verification/contract'
import { type Schedule, scheduleOf } from '#shared/verification/schedule'
import type { WorkflowStep } from '#shared/verification/workflow'

import { stepsOfCase } from './workflows.ts'

type Context = Pick<ReadContext, 'db' | 'around' | 'today'>

/** @throws Refusal `verification.no-such-case`. */
export function requireCase(db: ReadDb, id: CaseId): VerificationCase {
  const found = caseById(db, id)
  if (!found) throw new Refusal('verification.no-such-case')
  return found
}

/** The dates of a case as they stand on a day: a closed one as on the day on which it was closed. */
export function datesOf(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  of: VerificationCase,
  steps: readonly CaseStep[],
): Schedule {
  return scheduleOf(of.startsOn, steps, workCalendarOf(db), {
    today: of.closedOn ?? today,
    assumed: of.weekdayYears,
  })
}

/**
 * Whether somebody sees a case. A verifier, and who is nothing else, sees those of which a package was handed over
 * (EM-10).
 */
export function isSeen({ db, user, today }: Pick<ReadContext, 'db' | 'user' | 'today'>, id: CaseId): boolean {
  const roles = user === null ? [] : inForce(grantsOf(db, user), today).map(({ role }) => role)
  return roles.some((role) => role !== 'verifier') || packagesOf(db, id).length > 0
}

/** One line for each case that the asker sees. */
export function summaries(context: Pick<ReadContext, 'db' | 'user' | 'today'>): CaseSummary[] {
  const { db, today } = context
  const seen = casesOf(db).filter(({ id }) => isSeen(context, id))
  return seen.map((of) => {
    const steps = stepsOf(db, of.id)
    const dates = datesOf({ db, today }, of, steps)
    const at = of.state === 'open' ? steps.findIndex(({ outcome }) => outcome === null) : -1
    const running = dates.steps[at]
    return {
      id: of.id,
      number: of.number,
      kind: of.kind,
      title: of.title,
      year: of.year,
      state: of.state,
      startsOn: of.startsOn,
      owner: of.owner,
      step: steps[at]?.key ?? null,
      round: Math.max(1, ...steps.map(({ round }) => round)),
      dueOn: running?.dueOn ?? null,
      daysLate: running?.daysLate ?? 0,
      daysUsed: dates.daysUsed,
      open: requestsOf(db, of.id).filter(({ state }) => state !== 'accepted').length,
    }
  })
}

/** A case with everything in it, and what keeps its running step from being closed. */
export function shownCase(context: Context, id: CaseId): ShownCase {
  const { db } = context
  const of = requireCase(db, id)
  const steps = stepsOf(db, id)
  const template = stepsOfCase(context.around, of)
  const dates = datesOf(context, of, steps)
  return {
    ...of,
    steps: steps.map((step, at): ShownStep => {
      const { state, ...days } = dates.steps[at] ?? noDates(of)
      const found = template.find(({ key }) => key === step.key)
      const items = found ? itemsOf(context, of, step, found) : []
      const files = attachmentsOf(db, `verification/step/${step.id}`).length
      return {
        ...step,
        ...days,
        state: step.outcome === 'returned' ? 'returned' : state,
        files,
        items,
        gaps: found && step.outcome === null ? gapsOf(context, of, { template: found, items, files }) : [],
      }
    }),
    missingParts: missingParts(of.plan),
    daysUsed: dates.daysUsed,
    uncertainYears: [...dates.uncertainYears],
    least: template.reduce((sum, { least }) => sum + least, 0),
    most: template.reduce((sum, { most }) => sum + most, 0),
    requests: requestsOf(db, id),
    statements: shownStatements(context, id),
    packages: packagesOf(db, id).map(({ case: _case, inventory: _of, ...kept }) => kept),
    merges: mergesOf(db, id).map(({ case: _case, file: _file, seal: _seal, ...kept }) => kept),
  }
}
function noDates({ startsOn }: VerificationCase): Schedule['steps'][number] {
  return { state: 'waiting', startsOn, usualOn: startsOn, dueOn: startsOn, daysLate: 0, daysUsed: 0 }
}

/** What is still missing before a step can be closed, as codes `verification.lacks.<code>`. */
function gapsOf(
  context: Context,
  of: VerificationCase,
  { template, items, files }: { template: WorkflowStep; items: ShownStep['items']; files: number },
): string[] {
  const { db } = context
  const inventory = of.inventory && inventoryById(db, of.inventory)
  const isMissing = {
    'frozen-inventory': () => inventory?.state !== 'frozen',
    plan: () => missingParts(of.plan).length > 0 || of.body === null,
    package: () => packagesOf(db, of.id).length === 0,
    settled: () => requestsOf(db, of.id).some(({ state }) => state !== 'accepted'),
    statement: () => !shownStatements(context, of.id).some(({ isAccepted }) => isAccepted),
  }
  const isOpen = ({ tier, answer }: ShownStep['items'][number]) =>
    answer === null || (tier !== null && (answer.tier === null || answer.flag === null))
  return [
    ...template.needs.filter((need) => isMissing[need]()),
    ...(template.needsFile && files === 0 ? ['file'] : []),
    ...(items.some(isOpen) ? ['items'] : []),
  ]
}

/** Measured comes before calculated, and both before a default. */
const tierOf = { measured: 1, calculated: 2, supplier: 2, default: 3 } as const satisfies Record<
  Determination,
  number
>

/** What a step is gone through by: its list, the sources on site, or every parameter that is typed in. */
function itemsOf(
  { db }: Context,
  of: VerificationCase,
  step: CaseStep,
  { items, list }: WorkflowStep,
): ShownStep['items'] {
  const answered = new Map(answersOfStep(db, step.id).map((answer) => [answer.item, answer]))
  const row = (key: string, zh: string, en: string, clause: string, tier: number | null) => ({
    key,
    title: { zh, en },
    clause,
    tier,
    answer: answered.get(key) ?? null,
  })
  const rows = list.map(({ key, title, clause }) => row(key, title.zh, title.en, clause, null))
  const covers = inYear(of.year)
  if (items === 'sources')
    return [
      ...rows,
      ...allSources(db)
        .filter((source) => source.state !== 'planned' && covers(source))
        .map(({ id, code, name }) => row(id, `${code} ${name}`, `${code} ${name}`, 'A.6.1', null)),
    ]
  if (items === 'parameters')
    return [
      ...rows,
      ...allParameters(db)
        .filter((parameter) => parameter.source !== null && covers(parameter))
        .map(({ id, name, determination }) => row(id, name, name, 'A.9.1.1 a', tierOf[determination])),
    ]
  return rows
}
function inYear(year: number) {
  return ({ validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null }) =>
    validFrom <= `${year}-12-31` && (validTo === null || validTo > `${year}-01-01`)
}

/** Every statement of a case, held against the qualification of its body and the inventory's total (R-VR-2). */
export function shownStatements(context: Context, id: CaseId): Statement[] {
  const { db, today } = context
  return statementsOf(db, id).flatMap((facts): Statement[] => {
    const by = bodyById(db, facts.body)
    if (!by) return []
    return [{ ...facts, ...judged(facts, by, { total: totalOf(context, facts.inventory), today }) }]
  })
}
function totalOf({ db, around }: Context, id: Statement['inventory']): string | null {
  const inventory = id && inventoryById(db, id)
  if (!inventory) return null
  const { total } = accountOfInventory({ db, around }, inventory).account
  return total.state === 'complete' ? textOf(total.figure.value) : null
}
