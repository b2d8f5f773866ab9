import { parametersClosedAt } from '#db/activity/closing'
import { actById, readingById } from '#db/activity/readings'
import type { Cell, ReadDb } from '#db/kernel/access'
import { actingUsers } from '#electron/access/duties'
import { record, secondPairOfEyes } from '#electron/activity/acts'
import { requireReadingsOpen } from '#electron/activity/open-months'
import type { WriteContext } from '#electron/kernel/context'
import type { Selection } from '#shared/activity/contract'
import { type ActId, type ReadingState, readingTransitions } from '#shared/activity/model'
import { Refusal } from '#shared/kernel/refusal'

/** How many readings an act reached. */
export interface Reviewed {
  readonly act: ActId
  readonly count: number
}

interface Review {
  readonly select: Selection
  readonly reason: string | null
}

/** The second pair of eyes: submitted → checked, by somebody else than who entered it. */
export function check(context: WriteContext, review: Review): Reviewed {
  return advance(context, review, {
    kind: 'check',
    from: 'submitted',
    to: readingTransitions.submitted.check,
    column: 'checked_act',
    before: ['entered_act'],
  })
}

/** Somebody answers for it: checked → approved, by a third person. */
export function approve(context: WriteContext, review: Review): Reviewed {
  return advance(context, review, {
    kind: 'approve',
    from: 'checked',
    to: readingTransitions.checked.approve,
    column: 'approved_act',
    before: ['entered_act', 'checked_act'],
  })
}

/** Back to who entered it, with the reason. The reading counts no more until its correction arrives. */
export function sendBack(
  context: WriteContext,
  { select, reason }: { readonly select: Selection; readonly reason: string },
): Reviewed {
  const { db } = context
  const target = targetOf(db, select)
  requireReadingsOpen(db, target.where, ...target.values)
  const act = record(context, { kind: 'return', reason })
  const set = `SET state = '${readingTransitions.submitted.return}', live = 0, ended_act = ?`
  return { act: act.id, count: change(context, 'return', set, act.seq, target, `r.live = 1`) }
}

interface Step {
  readonly kind: 'check' | 'approve'
  readonly from: ReadingState
  readonly to: ReadingState
  readonly column: 'checked_act' | 'approved_act'
  /** The acts that should have been another person's. */
  readonly before: readonly ('entered_act' | 'checked_act')[]
}

function advance(context: WriteContext, { select, reason }: Review, step: Step): Reviewed {
  const { db } = context
  const target = targetOf(db, select)
  const ready = `r.live = 1 AND r.state = '${step.from}'`
  const [counts] = db.ask<{ total: number; ready: number }>(
    `SELECT count(*) AS total, count(*) FILTER (WHERE ${ready}) AS ready FROM activity_readings r
     WHERE ${target.where}`,
    ...target.values,
  )
  const { total = 0, ready: count = 0 } = counts ?? {}
  if (count === 0 || (select.by === 'readings' && count < total))
    throw new Refusal(`activity.nothing-to-${step.kind}`, { total, count })
  requireReadingsOpen(db, target.where, ...target.values)
  const own = [
    ...step.before.map(
      (column) =>
        `r.${column} IN (SELECT seq FROM activity_acts WHERE by IN (SELECT value FROM json_each(?)))`,
    ),
    // Whoever wrote down what the laboratory found, even if another made readings of it.
    'r.entered_act IN (SELECT act FROM activity_lab_samples WHERE act IS NOT NULL AND changed_by IN (SELECT value FROM json_each(?)))',
  ]
  const [mine] = db.ask<{ own: number }>(
    `SELECT count(*) AS own FROM activity_readings r WHERE ${target.where} AND ${ready} AND (${own.join(' OR ')})`,
    ...target.values,
    ...own.map(() => JSON.stringify(actingUsers(context))),
  )
  const alone = secondPairOfEyes(context, { own: mine?.own ?? 0, total: count, reason })
  const act = record(context, { kind: step.kind, reason, alone })
  const set = `SET state = '${step.to}', ${step.column} = ?`
  return { act: act.id, count: change(context, step.kind, set, act.seq, target, ready) }
}

/** A set of readings as a condition of SQL over `r`. */
interface Target {
  readonly where: string
  readonly values: readonly Cell[]
}

function targetOf(db: ReadDb, select: Selection): Target {
  if (select.by === 'act') {
    const act = actById(db, select.act)
    if (!act) throw new Refusal('activity.no-such-act', { id: select.act })
    return { where: 'r.entered_act = ?', values: [act.seq] }
  }
  if (select.by === 'readings') {
    const seqs = select.readings.map((id) => {
      const reading = readingById(db, id)
      if (!reading) throw new Refusal('activity.no-such-reading', { id })
      return reading.seq
    })
    return { where: 'r.seq IN (SELECT value FROM json_each(?))', values: [JSON.stringify(seqs)] }
  }
  const months = select.month.endsWith('-12') ? [select.month, select.month.slice(0, 4)] : [select.month]
  const closed = parametersClosedAt(db, select.facility)
  const parameters = closed.filter(({ id }) => select.parameters?.includes(id) ?? true)
  return {
    where: `r.parameter IN (SELECT value FROM json_each(?)) AND r.month IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(parameters.map(({ seq }) => seq)), JSON.stringify(months)],
  }
}

/** Few readings stand in the trail one by one, many as one note. */
function change(
  { db, bulk }: WriteContext,
  kind: string,
  set: string,
  act: number,
  { where, values }: Target,
  ready: string,
): number {
  const [row] = db.ask<{ count: number }>(
    `SELECT count(*) AS count FROM activity_readings r WHERE ${where} AND ${ready}`,
    ...values,
  )
  const count = row?.count ?? 0
  if (count === 0) throw new Refusal('activity.nothing-selected')
  const work = () =>
    db.run(
      `UPDATE activity_readings AS r ${set} WHERE r.seq IN
       (SELECT r.seq FROM activity_readings r WHERE ${where} AND ${ready})`,
      act,
      ...values,
    )
  if (count <= 200) work()
  if (count > 200) bulk({ area: 'activity', act, kind, count }, work)
  return count
}
