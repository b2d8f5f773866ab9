import { z } from 'zod'

import { personId } from '#shared/access/model'
import { command, nothing, query, task } from '#shared/kernel/contract'
import { evidenceKind } from '#shared/kernel/evidence-kinds'
import { facts } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'
import { namedRecord } from '#shared/kernel/record-contract'
import { subsystem } from '#shared/kernel/subsystem'

import {
  assignment,
  conformityStates,
  judgement,
  judgementId,
  judgementInput,
  judgementStates,
  recordWords,
} from './conformity.ts'
import { cell, maturity } from './maturity.ts'
import { progress } from './progress.ts'
import {
  editionId,
  requirement,
  requirementId,
  requirementTree,
  rowChanges,
  treeHead,
  treeId,
} from './tree.ts'

const ofTree = z.object({ tree: treeId })
const ofRequirement = ofTree.extend({ requirement: requirementId })

/** A requirement as it stands, without its wording. */
export const standingRow = z.object({
  id: requirementId,
  state: z.enum(conformityStates),
  says: z.enum(recordWords),
  judged: z.enum(judgementStates).nullable(),
  /** Judged in an earlier edition whose wording was another: to be judged anew. */
  isStale: z.boolean(),
  isContradicted: z.boolean(),
  /** Its subsystem is not part of the system. */
  isExcluded: z.boolean(),
  owner: personId.nullable(),
  dueOn: day.nullable(),
})
export type StandingRow = Readonly<z.output<typeof standingRow>>

/** A signal as it is shown: worded by code and facts, with the records that it names as they are called. */
const shownSignal = z.object({
  isMet: z.boolean(),
  code: z.string(),
  facts,
  path: z.string(),
  /** The first of its records that this person may see. */
  records: z.array(namedRecord),
  /** How many it has besides. */
  more: z.int(),
})
/** What is not there yet, or fails, and how many of the requirements that must be met would follow from mending it. */
const nextStep = z.object({
  code: z.string(),
  facts,
  path: z.string(),
  /** Rows that speak of it. */
  touches: z.int(),
  /** Rows that nothing else stands in the way of. */
  completes: z.int(),
  examples: z.array(requirementId),
})
export type NextStep = Readonly<z.output<typeof nextStep>>

const exclusion = z.object({ subsystem, reason: z.string().nullable(), rows: z.int() })

const knownTree = treeHead.extend({
  origin: z.enum(['shipped', 'file']),
  requirements: z.int(),
  /** Whether this edition is the one that is gone by. */
  isInUse: z.boolean(),
  /** Whether nobody can lay it aside: the standard itself. */
  isStandard: z.boolean(),
})
export type KnownTree = Readonly<z.output<typeof knownTree>>

const change = z.object({
  id: requirementId,
  changes: z.array(z.enum(rowChanges)),
  before: requirement.nullable(),
  after: requirement.nullable(),
})
/** Why a row of a file cannot be taken; `row` is its number in the file, 0 where it concerns the whole. */
const rowFault = z.object({ row: z.int(), code: z.string(), facts })
export type RowFault = Readonly<z.output<typeof rowFault>>

/** What a window can ask of requirement trees and of how the records meet them. */
export const conformityContract = {
  /** Every edition of every tree, shipped or brought in. */
  trees: query('compliance.read', nothing, z.array(knownTree)),
  /** A tree with its wording; the edition in use where none is named. */
  tree: query('compliance.read', ofTree.extend({ edition: editionId.optional() }), requirementTree),
  /** What an edition changes against the one in use, and how many judgements have to be made anew. */
  treeChanges: query(
    'compliance.read',
    ofTree.extend({ edition: editionId }),
    z.object({ from: editionId.nullable(), changes: z.array(change), rejudge: z.int() }),
  ),
  /** Goes by an edition from now on; judgements stay with what they judged. */
  adoptTree: command('compliance.manage', ofTree.extend({ edition: editionId }), nothing),
  /** Lays a tree aside; its judgements stay. */
  setTreeAside: command('compliance.manage', ofTree, nothing),
  /** Brings in a tree as JSON or as a table; refuses nothing by half: with one fault nothing is taken. */
  addTree: task(
    'compliance.manage',
    z.object({ upload: z.string(), head: treeHead.omit({ note: true }).nullable() }),
    z.object({ tree: treeHead.nullable(), rows: z.int(), faults: z.array(rowFault) }),
  ),

  /** Every requirement of a tree in its order, as it stands today. */
  standing: query(
    'compliance.read',
    ofTree,
    z.object({ edition: editionId, rows: z.array(standingRow), excluded: z.array(exclusion) }),
  ),
  /** What a manager reads in a minute. */
  overview: query(
    'compliance.read',
    ofTree,
    z.object({
      edition: editionId,
      cells: z.array(cell),
      total: maturity,
      subsystems: z.array(z.object({ subsystem, maturity })),
      excluded: z.array(exclusion),
      contradictions: z.int(),
      stale: z.int(),
      /** Requirements that are not met and that somebody sees to; of these, those past their day. */
      owned: z.int(),
      late: z.int(),
      steps: z.array(nextStep),
      progress: z.array(progress),
    }),
  ),
  requirement: query(
    'compliance.read',
    ofRequirement,
    z.object({
      row: standingRow,
      requirement,
      signals: z.array(shownSignal),
      /** Kinds of record that could show it, of which no register speaks. */
      silent: z.array(evidenceKind),
      judgements: z.array(judgement),
      assignment: assignment.nullable(),
      previous: requirementId.nullable(),
      next: requirementId.nullable(),
    }),
  ),
  /** The requirements that a record bears on, by what the registers say of it or by a link. */
  requirementsOf: query(
    'compliance.read',
    z.object({ record: recordRef }),
    z.array(
      namedRecord.extend({
        title: z.object({ zh: z.string(), en: z.string() }),
        isMet: z.boolean().nullable(),
      }),
    ),
  ),

  /** One word on one requirement or on many alike. Asks for a reason where it goes against the records. */
  judge: command('compliance.check', judgementInput, z.array(judgementId)),
  /** Takes a judgement back; the one before it stands again. */
  withdrawJudgement: command('compliance.check', z.object({ id: judgementId }), nothing),
  /** Names who sees to requirements, or nobody any more. */
  assign: command(
    'compliance.enter',
    ofTree.extend({
      requirements: z.array(requirementId).min(1).max(5000),
      owner: assignment.omit({ requirement: true }).nullable(),
    }),
    nothing,
  ),
}
