import { assignmentsOf, standingJudgements } from '#db/compliance/queries'
import type { ReadDb } from '#db/kernel/access'
import { chainHead } from '#db/kernel/queries'
import { adoptionsOf } from '#db/organization/leadership-queries'
import type { SignalSource } from '#electron/kernel/offers'
import type { Surroundings } from '#electron/kernel/surroundings'
import {
  assess,
  type Assignment,
  type Judgement,
  signalsAbout,
  wordOfRecords,
} from '#shared/compliance/conformity'
import type { StandingRow } from '#shared/compliance/conformity-contract'
import type { Counted } from '#shared/compliance/maturity'
import {
  counterpart,
  differences,
  type Requirement,
  type RequirementTree,
  standardTree,
  weightOf,
} from '#shared/compliance/tree'
import { grouped } from '#shared/kernel/grouped'
import type { RecordRef } from '#shared/kernel/record'
import type { RequirementSignal } from '#shared/kernel/signal'
import type { Subsystem } from '#shared/kernel/subsystem'

import { editionOf, requireTree } from './trees.ts'

/** What a standing is worked out from. */
export interface At {
  readonly db: ReadDb
  readonly today: string
  readonly around: Pick<Surroundings, 'program'>
}

/** A requirement with everything that is said of it. */
export interface Standing {
  readonly requirement: Requirement
  readonly signals: readonly RequirementSignal[]
  readonly judgement: Judgement | null
  readonly row: StandingRow
  readonly counted: Counted
}
interface TreeStanding {
  readonly tree: RequirementTree
  readonly rows: readonly Standing[]
}

/** How the requirements of a tree stand today. */
export type StandingOf = (at: At, tree: string) => TreeStanding

export function requirementRef(tree: string, requirement: string): RecordRef {
  return `compliance/requirement/${tree}:${requirement}`
}

/**
 * Joins what every area's records say with what people judged. Worked out once for each line of the trail and day:
 * every change that could bear on it leaves a line.
 */
export function createStandingOf(sources: () => readonly SignalSource[]): StandingOf {
  let last = { key: '', trees: new Map<string, TreeStanding>() }
  return (at, tree) => {
    const { seq, hash } = chainHead(at.db)
    const key = `${seq} ${hash} ${at.today} ${at.around.program}`
    if (last.key !== key) last = { key, trees: new Map() }
    const known = last.trees.get(tree)
    if (known) return known
    const worked = workOut(at, tree, sources())
    last.trees.set(tree, worked)
    return worked
  }
}

function workOut(at: At, id: string, sources: readonly SignalSource[]): TreeStanding {
  const { db, today, around } = at
  const tree = requireTree(db, around, id)
  const signals = sources.flatMap((source) => source(db, { today }))
  const left = new Set(excludedSubsystems(db).map(({ subsystem }) => subsystem))
  const judged = grouped(standingJudgements(db, id), ({ requirement }) => requirement)
  const owners = new Map(assignmentsOf(db, id).map((each) => [each.requirement, each]))
  const chapters = new Map(tree.clauses.map((clause) => [clause.id, clause.chapter ?? '']))
  const isStale = staleness(at, tree)
  const rows = tree.requirements.map((requirement): Standing => {
    const [judgement = null] = [requirement.id, ...(requirement.formerly ?? [])].flatMap(
      (name) => judged.get(name)?.slice(0, 1) ?? [],
    )
    const about = signalsAbout(requirement, signals, id === standardTree)
    const isExcluded = left.has(requirement.subsystem)
    const row = rowOf({
      requirement,
      about,
      isExcluded,
      judgement,
      isStale: judgement !== null && isStale(requirement, judgement),
      assignment: owners.get(requirement.id) ?? null,
    })
    const counted = {
      id: requirement.id,
      chapter: chapters.get(requirement.clause) ?? '',
      subsystem: requirement.subsystem,
      weight: weightOf(requirement.level),
      state: row.state,
    }
    return { requirement, signals: about, judgement, row, counted }
  })
  return { tree, rows }
}

/** The subsystems that the organization left out, each with its reason. */
export function excludedSubsystems(
  db: ReadDb,
): { readonly subsystem: Subsystem; readonly reason: string | null }[] {
  return adoptionsOf(db)
    .filter(({ isAdopted }) => !isAdopted)
    .map(({ subsystem, reason }) => ({ subsystem, reason }))
}

interface Said {
  readonly requirement: Requirement
  readonly about: readonly RequirementSignal[]
  readonly isExcluded: boolean
  readonly judgement: Judgement | null
  readonly isStale: boolean
  readonly assignment: Assignment | null
}

function rowOf({ requirement, about, isExcluded, judgement, isStale, assignment }: Said): StandingRow {
  const says = wordOfRecords(requirement, about)
  const hasUnmet = about.some(({ isMet }) => !isMet)
  // What was judged in other words no longer counts, and is asked for anew.
  const judged = judgement === null || isStale ? null : judgement.state
  const { state, isContradicted } = assess(requirement, says, hasUnmet, judged)
  return {
    id: requirement.id,
    state: isExcluded ? 'not-applicable' : state,
    says,
    judged: judgement?.state ?? null,
    isStale,
    isContradicted: isContradicted && !isExcluded,
    isExcluded,
    owner: assignment?.person ?? null,
    dueOn: assignment?.dueOn ?? null,
  }
}

/** Whether a judgement was made of other words than those of today; the same words carry it over to a new edition. */
function staleness({ db, around }: At, tree: RequirementTree) {
  const editions = new Map<string, ReadonlyMap<string, Requirement>>()
  const rowsIn = (edition: string) => {
    const known = editions.get(edition)
    if (known) return known
    const found = editionOf(db, around, tree.id, edition)?.requirements ?? []
    const rows = new Map(found.map((row) => [row.id, row]))
    editions.set(edition, rows)
    return rows
  }
  return (requirement: Requirement, { edition }: Judgement): boolean => {
    if (edition === tree.edition) return false
    const was = counterpart(requirement, rowsIn(edition))
    return was === null || differences(was, requirement).some((change) => change !== 'moved')
  }
}
