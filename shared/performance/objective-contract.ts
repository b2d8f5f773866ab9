import { z } from 'zod'

import { command, nothing, query, task, signed } from '#shared/kernel/contract'

import { measureId, measureInput, measureRecord, measureStates } from './measure.ts'
import {
  newObjective,
  objective,
  objectiveId,
  shownObjective,
  target,
  targetId,
  targetInput,
} from './objective.ts'
import { pace } from './pace.ts'

const told = z.string().trim().min(1).max(1000)

export const objectiveContract = {
  objectives: query('performance.read', nothing, z.array(shownObjective)),
  addObjective: command('performance.enter', newObjective, objective),
  /** `seen`: as it was when it was opened, for merging with what others saved since. */
  editObjective: command(
    'performance.enter',
    newObjective.extend({ id: objectiveId, seen: newObjective.optional() }),
    objective,
  ),
  /** Only while it is a draft without measures. */
  removeObjective: command('performance.enter', z.object({ id: objectiveId }), nothing),
  /** Signs it as it stands, with whom it was told to. */
  publishObjective: task(
    'performance.approve',
    z.object({ id: objectiveId, toldTo: told, password: z.string() }),
    nothing,
  ),
  closeObjective: signed(
    { meaning: 'performance.objective-closing-signed', kind: 'performance/objective' },
    'performance.approve',
    z.object({ id: objectiveId, result: told }),
    nothing,
  ),

  addTarget: command('performance.enter', targetInput.extend({ objective: objectiveId }), target),
  editTarget: command(
    'performance.enter',
    targetInput.extend({ id: targetId, seen: targetInput.optional() }),
    target,
  ),
  /** Changes a target that was published: with a reason, and the former one is kept. */
  adjustTarget: command('performance.approve', targetInput.extend({ id: targetId, reason: told }), target),
  removeTarget: command('performance.enter', z.object({ id: targetId }), nothing),
  pace: query('performance.read', z.object({ id: targetId }), pace.nullable()),

  addMeasure: command('performance.enter', measureInput.extend({ objective: objectiveId }), measureRecord),
  editMeasure: command(
    'performance.enter',
    measureInput.extend({ id: measureId, seen: measureInput.optional() }),
    measureRecord,
  ),
  removeMeasure: command('performance.enter', z.object({ id: measureId }), nothing),
  /** Moves a measure on; `note` says what was seen, extended or why it was dropped. */
  moveMeasure: command(
    'performance.enter',
    z.object({ id: measureId, to: z.enum(measureStates), note: z.string().trim().max(1000) }),
    measureRecord,
  ),
  /** Approving and verifying are for others than those who plan. */
  decideMeasure: signed(
    { meaning: 'performance.measure-decided', kind: 'performance/measure' },
    'performance.approve',
    z.object({ id: measureId, to: z.enum(['approved', 'verified']), note: z.string().trim().max(1000) }),
    measureRecord,
  ),
}
