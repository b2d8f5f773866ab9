import { and, eq } from 'drizzle-orm'

import { adoptedEditions, judgementById, judgementsOf } from '#db/compliance/queries'
import { adoptions, assignments, judgements } from '#db/compliance/tables'
import { linksOf } from '#db/kernel/record-queries'
import type { Handlers, ReadContext, WriteContext } from '#electron/kernel/context'
import type { RecordRegister } from '#electron/kernel/record-desk'
import type { JudgementState } from '#shared/compliance/conformity'
import type { conformityContract } from '#shared/compliance/conformity-contract'
import type { RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'

import { requirementRef, type Standing, type StandingOf } from './conformity.ts'
import { exclusionsOf, overviewOf } from './overview.ts'
import { treeHandlers } from './tree-service.ts'
import { requireTree, treesInUse } from './trees.ts'

type ConformityHandlers = Handlers<typeof conformityContract>

/** Trees, the conformity map, what people judge and who sees to what. */
export function createConformityHandlers(
  standingOf: StandingOf,
  register: Pick<RecordRegister, 'find'>,
): ConformityHandlers {
  return { ...treeHandlers, ...readings(standingOf, register), ...acts(standingOf) }
}

type Acts = Pick<ConformityHandlers, 'judge' | 'withdrawJudgement' | 'assign'>

function readings(
  standingOf: StandingOf,
  register: Pick<RecordRegister, 'find'>,
): Omit<ConformityHandlers, keyof Acts | keyof typeof treeHandlers> {
  return {
    standing: (context, { tree }) => {
      const standing = standingOf(context, tree)
      return {
        edition: standing.tree.edition,
        rows: standing.rows.map(({ row }) => row),
        excluded: exclusionsOf(context, standing.rows),
      }
    },
    overview: (context, { tree }) => overviewOf(standingOf, context, tree),
    requirement: (context, { tree, requirement }) => {
      const { rows } = standingOf(context, tree)
      const standing = requireStanding(standingOf, context, tree, requirement)
      const at = rows.indexOf(standing)
      const beside = { previous: rows[at - 1]?.row.id ?? null, next: rows[at + 1]?.row.id ?? null }
      return { ...shown(context, register, tree, standing), ...beside }
    },
    requirementsOf: (context, { record }) => requirementsOf(standingOf, context, record),
  }
}

function requireStanding(
  standingOf: StandingOf,
  context: ReadContext,
  tree: string,
  requirement: string,
): Standing {
  const standing = standingOf(context, tree).rows.find(({ row }) => row.id === requirement)
  if (!standing) throw new Refusal('compliance.no-such-requirement', { requirement })
  return standing
}

function acts(standingOf: StandingOf): Acts {
  return {
    judge: (context, { tree, requirements, ...said }) => {
      if (said.judgedOn > context.today) throw new Refusal('compliance.judged-ahead', { day: said.judgedOn })
      const { edition } = requireTree(context.db, context.around, tree)
      for (const requirement of requirements) {
        const standing = requireStanding(standingOf, context, tree, requirement)
        if (said.reason === null && isAgainst(said.state, standing))
          throw new Refusal('compliance.reason-against-records', { requirement })
      }
      goBy(context, tree, edition)
      const { db, user, now, newId } = context
      return requirements.map((requirement) => {
        const id = newId<'judgement'>()
        const made = { madeBy: user ?? '', madeAt: now, withdrawnBy: null, withdrawnAt: null }
        db.insert(judgements)
          .values({ ...said, tree, requirement, id, edition, ...made })
          .run()
        return id
      })
    },
    withdrawJudgement: ({ db, user, now }, { id }) => {
      const known = judgementById(db, id)
      if (!known) throw new Refusal('compliance.no-such-judgement')
      if (known.withdrawnAt !== null) throw new Refusal('compliance.already-withdrawn')
      db.update(judgements)
        .set({ withdrawnBy: user ?? '', withdrawnAt: now })
        .where(eq(judgements.id, id))
        .run()
      return {}
    },
    assign: (context, { tree, requirements, owner }) => {
      for (const requirement of requirements) requireStanding(standingOf, context, tree, requirement)
      for (const requirement of requirements) assign(context, tree, requirement, owner)
      return {}
    },
  }
}

/** Whether a word says more than the records do, or denies what they show. */
function isAgainst(state: JudgementState, { signals, row }: Standing): boolean {
  if (state === 'full') return signals.some(({ isMet }) => !isMet)
  return state === 'none' && row.says === 'shown'
}

/** The first judgement of a tree settles the edition, so that a newer program does not change it unasked. */
function goBy({ db, newId, user, now }: WriteContext, tree: string, edition: string): void {
  if (adoptedEditions(db).has(tree)) return
  db.insert(adoptions)
    .values({ id: newId<'adoption'>(), tree, edition, madeBy: user ?? '', madeAt: now })
    .run()
}

type Owner = Parameters<ConformityHandlers['assign']>[1]['owner']
function assign({ db, user, now }: WriteContext, tree: string, requirement: string, owner: Owner): void {
  const place = and(eq(assignments.tree, tree), eq(assignments.requirement, requirement))
  if (owner === null) {
    db.delete(assignments).where(place).run()
    return
  }
  const kept = { ...owner, changedBy: user, changedAt: now }
  db.insert(assignments)
    .values({ tree, requirement, ...kept })
    .onConflictDoUpdate({ target: [assignments.tree, assignments.requirement], set: kept })
    .run()
}

/** How many records of a signal are named. */
const named = 6

function shown(
  context: ReadContext,
  register: Pick<RecordRegister, 'find'>,
  tree: string,
  { requirement, signals, row }: Standing,
) {
  const { db } = context
  const names = [requirement.id, ...(requirement.formerly ?? [])]
  const { owner, dueOn } = row
  const [kept] = owner === null ? [] : stepOf(db, tree, requirement.id)
  return {
    row,
    requirement,
    signals: signals.map(({ isMet, code, facts, path, records }) => {
      const found = records.slice(0, named).flatMap((record) => register.find(context, record) ?? [])
      return { isMet, code, facts, path, records: found, more: records.length - found.length }
    }),
    silent: requirement.evidence.filter(
      (kind) => !signals.some(({ about }) => 'evidence' in about && about.evidence === kind),
    ),
    judgements: names.flatMap((name) => judgementsOf(db, tree, name)),
    assignment:
      owner === null ? null : { requirement: row.id, person: owner, dueOn, step: kept?.step ?? null },
  }
}
function stepOf(db: ReadContext['db'], tree: string, requirement: string) {
  return db
    .select({ step: assignments.step })
    .from(assignments)
    .where(and(eq(assignments.tree, tree), eq(assignments.requirement, requirement)))
    .all()
}

/** What the registers say of a record, and what somebody linked it to. */
function requirementsOf(standingOf: StandingOf, context: ReadContext, record: RecordRef) {
  const linked = new Set(
    linksOf(context.db, record).map(({ fromRecord, toRecord }) =>
      fromRecord === record ? toRecord : fromRecord,
    ),
  )
  return treesInUse(context.db, context.around).flatMap(({ id }) => {
    const { rows, tree } = standingOf(context, id)
    const titles = new Map(tree.clauses.map((clause) => [clause.id, clause.title]))
    return rows.flatMap(({ requirement, signals, row }) => {
      const naming = signals.filter(({ records }) => records.includes(record))
      const ref = requirementRef(id, requirement.id)
      if (row.isExcluded || (naming.length === 0 && !linked.has(ref))) return []
      return [
        {
          record: ref,
          kind: 'compliance.kind.requirement',
          title: titles.get(requirement.clause) ?? { zh: '', en: '' },
          number: requirement.id,
          state: `compliance.state.${row.state}`,
          path: `/compliance/requirements/${id}/${requirement.id}`,
          isMet: naming.length === 0 ? null : naming.every(({ isMet }) => isMet),
        },
      ]
    })
  })
}
