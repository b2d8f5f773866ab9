import type { ReadDb } from '#db/kernel/access'
import { amountIn, textOf } from '#shared/activity/amounts'
import type { FindingAnswer, FindingAnswerId } from '#shared/activity/finding-register'
import type { EvidenceUse, FileTrace } from '#shared/activity/forensics'
import type { SubstitutionRule } from '#shared/activity/substitution'
import { grouped } from '#shared/kernel/grouped'
import type { DecimalText } from '#shared/kernel/quantity'
import type { Wording } from '#shared/kernel/texts'
import type { Measure } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'

const answerColumns = 'id, year, code, place AS "where", fingerprint, reason, by, at'

/** An answer with the sentence it was given to. */
export interface KeptAnswer extends FindingAnswer {
  readonly words: Wording
}

/** The answers that nobody took back, oldest first. */
export function allAnswers(db: ReadDb): KeptAnswer[] {
  return db
    .ask<FindingAnswer & { words: string }>(
      `SELECT ${answerColumns}, words FROM activity_finding_answers WHERE withdrawn_at IS NULL ORDER BY at, id`,
    )
    .map(({ words, ...answer }) => ({ ...answer, words: JSON.parse(words) as Wording }))
}
export function answersOf(db: ReadDb, year: number): KeptAnswer[] {
  return allAnswers(db).filter((answer) => answer.year === year)
}

export function answerById(
  db: ReadDb,
  id: FindingAnswerId,
): (FindingAnswer & { readonly isOpen: boolean }) | undefined {
  const [row] = db.ask<FindingAnswer & { open: number }>(
    `SELECT ${answerColumns}, withdrawn_at IS NULL AS open FROM activity_finding_answers WHERE id = ?`,
    id,
  )
  if (!row) return undefined
  const { open, ...answer } = row
  return { ...answer, isOpen: open === 1 }
}

/**
 * The parameters and months in which a value counts that was made by a rule, with the rule. Asked with every look at a
 * year: the few substitutions are gone through, never the readings (`CROSS JOIN` holds SQLite to that).
 */
export function substitutedMonths(
  db: ReadDb,
): { readonly parameter: number; readonly month: string; readonly rule: SubstitutionRule }[] {
  return db.ask(
    `SELECT DISTINCT r.parameter, r.month, s.rule
     FROM activity_substitutions s CROSS JOIN activity_readings r ON r.seq = s.reading WHERE r.live = 1`,
  )
}

/** The substituted readings of a parameter that count and share at least a moment with a period, by row number. */
export function substitutesWithin(db: ReadDb, { seq }: Parameter, from: string, to: string): number[] {
  return db
    .ask<{ seq: number }>(
      `SELECT r.seq FROM activity_substitutions s CROSS JOIN activity_readings r ON r.seq = s.reading
       WHERE r.parameter = ? AND r.live = 1 AND r.from_at < ? AND r.to_at > ?`,
      seq,
      to,
      from,
    )
    .map((row) => row.seq)
}

interface DayRow {
  readonly parameter: number
  readonly day: string
  readonly unit: Measure
  readonly scale: number
  readonly mantissa: number
}

/** The readings of single days of a year, in the unit of each parameter, by its short number. */
export function dayValues(
  db: ReadDb,
  parameters: readonly Parameter[],
  year: number,
): ReadonlyMap<number, readonly { readonly day: string; readonly value: DecimalText }[]> {
  const units = new Map(parameters.map(({ seq, unit }) => [seq, unit]))
  const rows = db.ask<DayRow>(
    `SELECT parameter, from_at AS day, unit, scale, mantissa FROM activity_readings
     WHERE parameter IN (SELECT value FROM json_each(?)) AND month > ? AND month < ? AND live = 1
       AND length(from_at) = 10 AND to_at = date(from_at, '+1 day')
     ORDER BY parameter, from_at`,
    JSON.stringify([...units.keys()]),
    String(year),
    String(year + 1),
  )
  return new Map(
    [...grouped(rows, ({ parameter }) => parameter)].map(([seq, own]) => [
      seq,
      own.map((row) => ({ day: row.day, value: textOf(amountIn(row, units.get(seq) ?? row.unit)) })),
    ]),
  )
}

/** Deliveries that stand twice: the same parameter, period and amount. */
export function sameDeliveries(
  db: ReadDb,
  parameters: readonly Parameter[],
  year: number,
): {
  readonly parameter: number
  readonly month: string
  readonly from: string
  readonly text: string
  readonly count: number
}[] {
  return db.ask(
    `SELECT parameter, month, from_at AS "from", min(entered) || ' ' || unit AS text, count(*) AS count
     FROM activity_readings
     WHERE parameter IN (SELECT value FROM json_each(?)) AND month > ? AND month < ? AND live = 1
     GROUP BY parameter, month, from_at, to_at, unit, mantissa, scale HAVING count(*) > 1`,
    JSON.stringify(parameters.filter(({ frequency }) => frequency === 'batch').map(({ seq }) => seq)),
    String(year),
    String(year + 1),
  )
}

type UseRow = Omit<EvidenceUse, 'isProperty'> & { readonly rollUp: Parameter['rollUp'] }

/** Which value of which month each file proves, for the readings of a year that count. */
export function evidenceUsesOf(db: ReadDb, year: number): EvidenceUse[] {
  const columns = `e.sha256, e.name AS file, e.type, p.id AS parameter, p.name, p.source_id AS source,
    p.roll_up AS rollUp, r.month, l.report_no AS reportNo, l.sample_date AS sampleDate, l.test_date AS testDate`
  const range = [String(year), String(year + 1)] as const
  const rest = `JOIN activity_evidence e USING (sha256) JOIN monitoring_parameters p ON p.seq = r.parameter
    WHERE r.live = 1 AND r.month >= ? AND r.month < ?`
  return db
    .ask<UseRow>(
      `SELECT DISTINCT ${columns} FROM activity_evidence_links l JOIN activity_readings r ON r.seq = l.reading ${rest}
       UNION
       SELECT DISTINCT ${columns} FROM activity_evidence_links l
         JOIN activity_readings r ON r.entered_act = l.act ${rest}
       ORDER BY 8, 5, 1`,
      ...range,
      ...range,
    )
    .map(({ rollUp, ...use }) => ({ ...use, isProperty: rollUp === 'mean' }))
}

/** What files say of themselves, as far as they were read. */
export function fileTraces(db: ReadDb): FileTrace[] {
  return db.ask(
    `SELECT sha256, made_at AS madeAt, edited_at AS editedAt, program, author, read_at AS readAt
     FROM activity_file_traces ORDER BY sha256`,
  )
}

/** Files of evidence that nobody has read yet. */
export function unreadFiles(
  db: ReadDb,
): { readonly sha256: string; readonly name: string; readonly type: string }[] {
  return db.ask(
    `SELECT sha256, name, type FROM activity_evidence
     WHERE sha256 NOT IN (SELECT sha256 FROM activity_file_traces) ORDER BY added_at, sha256`,
  )
}
