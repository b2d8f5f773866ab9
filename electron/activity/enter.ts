import { sql } from 'drizzle-orm'

import { substitutesWithin } from '#db/activity/quality-queries'
import { overlapping, readingById, type ReadingRow, readingsOfAct } from '#db/activity/readings'
import { readings } from '#db/activity/tables'
import { prepared, type ReadDb, type WriteDb } from '#db/kernel/access'
import { parameterById } from '#db/monitoring/queries'
import { record } from '#electron/activity/acts'
import { requireOpen, requireReadingsOpen } from '#electron/activity/open-months'
import { prove } from '#electron/activity/proofs'
import type { WriteContext } from '#electron/kernel/context'
import { numberInText } from '#shared/activity/cell-number'
import {
  type ActId,
  type EnteredValue,
  monthKeyOf,
  type Origin,
  type Proof,
  type Reading,
  type ReadingId,
} from '#shared/activity/model'
import { type Facts, Refusal } from '#shared/kernel/refusal'
import { isConvertible, type Measure } from '#shared/kernel/units'
import type { Parameter, ParameterId } from '#shared/monitoring/model'

/** What an entry came to: the act it can be undone by, and its readings. */
export interface Entered {
  readonly act: ActId
  readonly readings: Reading[]
}

interface Submission {
  readonly readings: readonly EnteredValue[]
  readonly proofs: readonly Proof[]
  readonly reason: string | null
}

/** Submits several cells at once, all or nothing; a refusal names the cell. */
export function submit(context: WriteContext, { readings: values, proofs, reason }: Submission): Entered {
  const act = record(context, { kind: 'submit', reason })
  for (const value of values) {
    const parameter = knownParameter(context.db, value.parameter)
    const facts = { name: parameter.name, from: value.from }
    // What stood in for the value makes room for it at once.
    const stoodIn = substitutesWithin(context.db, parameter, value.from, value.to)
    requireReadingsOpen(context.db, 'r.seq IN (SELECT value FROM json_each(?))', JSON.stringify(stoodIn))
    requirePlace(context.db, parameter, value, stoodIn)
    const amount = amountOf(parameter, value, facts)
    for (const seq of stoodIn) end(context, { seq, live: true }, act.seq)
    const replaces = stoodIn[0] ?? null
    const seq = insert(context, { parameter, value, amount, origin: 'typed', act: act.seq, replaces })
    for (const proof of value.proofs) prove(context, { reading: seq }, proof)
  }
  for (const proof of proofs) prove(context, { act: act.seq }, proof)
  return { act: act.id, readings: readingsOfAct(context.db, act.seq) }
}

interface Correction extends Pick<EnteredValue, 'text' | 'unit' | 'note' | 'proofs'> {
  readonly reading: ReadingId
  readonly reason: string
}

/** Enters a reading that takes the place of another; both stay visible, one counts. */
export function correct(context: WriteContext, { reason, proofs, ...given }: Correction): Entered {
  const act = record(context, { kind: 'correct', reason })
  const seq = correctOne(context, given, act.seq)
  for (const proof of proofs) prove(context, { reading: seq }, proof)
  return { act: act.id, readings: readingsOfAct(context.db, act.seq) }
}

type OneCorrection = Omit<Correction, 'reason' | 'proofs'>

/** Several corrections for one reason, all or nothing, undone together. The files prove all of them. */
export function correctAll(
  context: WriteContext,
  {
    corrections,
    proofs,
    reason,
  }: {
    readonly corrections: readonly OneCorrection[]
    readonly proofs: readonly Proof[]
    readonly reason: string
  },
): Entered {
  const act = record(context, { kind: 'correct', reason })
  for (const correction of corrections) correctOne(context, correction, act.seq)
  for (const proof of proofs) prove(context, { act: act.seq }, proof)
  return { act: act.id, readings: readingsOfAct(context.db, act.seq) }
}

/** @returns the row number of the reading that counts now. */
function correctOne(context: WriteContext, { reading: id, ...given }: OneCorrection, act: number): number {
  const old = correctable(context.db, id)
  const parameter = knownParameter(context.db, old.parameter)
  const value = { ...given, parameter: parameter.id, from: old.from, to: old.to }
  requirePlace(context.db, parameter, value, [old.seq])
  const amount = amountOf(parameter, value, { name: parameter.name, from: old.from })
  end(context, old, act)
  return insert(context, { parameter, value, amount, origin: 'correction', act, replaces: old.seq })
}

/** Takes readings out of the account with a reason: a correction that has no value. The month is then missing. */
export function withdraw(
  context: WriteContext,
  { readings: ids, reason }: { readonly readings: readonly ReadingId[]; readonly reason: string },
): Entered {
  const act = record(context, { kind: 'withdraw', reason })
  for (const id of ids) {
    const old = correctable(context.db, id)
    const parameter = knownParameter(context.db, old.parameter)
    requireOpen(context.db, [{ parameter, month: old.month }])
    end(context, old, act.seq)
    insert(context, {
      parameter,
      value: { from: old.from, to: old.to, text: null, note: null },
      amount: { unit: old.unit, mantissa: null, scale: 0 },
      origin: 'correction',
      act: act.seq,
      replaces: old.seq,
    })
  }
  return { act: act.id, readings: readingsOfAct(context.db, act.seq) }
}

export function knownParameter(db: ReadDb, id: ParameterId): Parameter {
  const parameter = parameterById(db, id)
  if (!parameter) throw new Refusal('activity.no-such-parameter', { id })
  return parameter
}

/** A reading that counts, or was sent back and waits for its correction. */
function correctable(db: ReadDb, id: ReadingId): ReadingRow {
  const old = readingById(db, id)
  if (!old) throw new Refusal('activity.no-such-reading', { id })
  const isReplaced = old.ended !== null && old.ended.kind !== 'return'
  const successor = db.ask(
    `SELECT 1 FROM activity_readings r LEFT JOIN activity_acts a ON a.seq = r.ended_act
     WHERE r.replaces = ? AND a.kind IS NOT 'undo' LIMIT 1`,
    old.seq,
  )
  if (isReplaced || successor.length > 0) throw new Refusal('activity.already-replaced', { from: old.from })
  return old
}

/** Refuses a reading outside of its parameter's time, in a sealed month, or where one is already. */
export function requirePlace(
  db: ReadDb,
  parameter: Parameter,
  { from, to }: { readonly from: string; readonly to: string },
  replaced: readonly number[],
): void {
  const { name, validFrom, validTo, frequency } = parameter
  const month = monthKeyOf(from, to)
  if (to <= from || month === null) throw new Refusal('activity.spans-months', { name, from, to })
  if (from < validFrom || (validTo !== null && to > validTo))
    throw new Refusal('activity.outside-validity', { name, from, validFrom, validTo: validTo ?? '—' })
  requireOpen(db, [{ parameter, month }])
  const met = overlapping(db, parameter, from, to).filter(({ seq }) => !replaced.includes(seq))
  const other = met.find((each) => frequency !== 'batch' || each.from !== from || each.to !== to)
  if (!other) return
  const facts = {
    name,
    from,
    recorded: `${other.text ?? ''} ${other.unit}`,
    otherFrom: other.from,
    otherTo: other.to,
  }
  const isSame = other.from === from && other.to === to
  throw new Refusal(isSame ? 'activity.already-recorded' : 'activity.overlaps', facts)
}

interface StoredAmount {
  readonly unit: Measure
  readonly mantissa: number | null
  readonly scale: number
}

/** Reads the text as people write numbers and finds its unit: in the text, as chosen, or the parameter's own. */
export function amountOf(
  parameter: Parameter,
  { text, unit: chosen }: Pick<EnteredValue, 'text' | 'unit'>,
  facts: Facts,
): StoredAmount {
  const read = numberInText(text, { allowsNegative: parameter.mayBeNegative, decimalMark: 'point' })
  if (read.kind === 'missing') throw new Refusal('activity.nothing-entered', facts)
  if (read.kind === 'trouble') throw new Refusal(read.trouble.code, { ...read.trouble.facts, ...facts })
  const unit = read.value.unit ?? chosen ?? parameter.unit
  if (!isConvertible(unit, parameter.unit))
    throw new Refusal('activity.unit-mismatch', { ...facts, unit, expected: parameter.unit })
  return { unit, mantissa: Number(read.value.mantissa), scale: read.value.scale }
}

interface NewReading {
  readonly parameter: Parameter
  readonly value: {
    readonly from: string
    readonly to: string
    readonly text: string | null
    readonly note: string | null
  }
  readonly amount: StoredAmount
  readonly origin: Origin
  readonly act: number
  readonly replaces: number | null
}

export function insert({ db, newId }: WriteContext, reading: NewReading): number {
  const { parameter, value, amount, origin, act, replaces } = reading
  const { from, to, text, note } = value
  const month = monthKeyOf(from, to)
  if (month === null) throw new Error('A reading spans months')
  const { lastInsertRowid } = newReading(db).run({
    id: newId<'reading'>(),
    parameter: parameter.seq,
    month,
    from,
    to,
    entered: text,
    ...amount,
    origin,
    note,
    replaces,
    live: text !== null,
    act,
  })
  return Number(lastInsertRowid)
}
const place = sql.placeholder
const newReading = prepared((db: WriteDb) => {
  const [id, parameter, month] = [place('id'), place('parameter'), place('month')]
  const [from, to, entered, unit] = [place('from'), place('to'), place('entered'), place('unit')]
  const [mantissa, scale, origin, note] = [place('mantissa'), place('scale'), place('origin'), place('note')]
  const [replaces, live, enteredAct] = [place('replaces'), place('live'), place('act')]
  const amount = { entered, unit, mantissa, scale }
  const row = { id, parameter, month, from, to, ...amount, origin, note, replaces, live, enteredAct }
  return db
    .insert(readings)
    .values({ ...row, state: 'submitted' })
    .prepare()
})

/** A reading that another takes the place of leaves the account. One that was sent back has left it before. */
function end({ db }: WriteContext, { seq, live }: Pick<ReadingRow, 'seq' | 'live'>, act: number): void {
  if (live) db.run('UPDATE activity_readings SET live = 0, ended_act = ? WHERE seq = ?', act, seq)
}
