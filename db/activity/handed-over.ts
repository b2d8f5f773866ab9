import type { KeyRange } from '#db/activity/queries'
import { uuidText } from '#db/activity/tables'
import type { ReadDb } from '#db/kernel/access'
import type { Parameter } from '#shared/monitoring/model'

/** A reading as it is handed to somebody outside: who did what with it when, and the line that its month is hashed over. */
export interface HandedReading {
  readonly id: string
  readonly parameter: string
  readonly month: string
  readonly from: string
  readonly to: string
  readonly entered: string | null
  readonly unit: string
  readonly state: string
  readonly origin: string
  readonly note: string | null
  readonly enteredBy: string | null
  readonly enteredAt: string
  readonly checkedBy: string | null
  readonly checkedAt: string | null
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly line: string
}

/** The readings that count for some parameters, in the order in which their months are hashed (`readingsText`). */
export function handedReadings(
  db: ReadDb,
  parameters: readonly Pick<Parameter, 'id' | 'seq'>[],
  { from, to }: KeyRange,
): HandedReading[] {
  const ids = new Map<number, string>(parameters.map(({ id, seq }) => [seq, id]))
  return db
    .ask<HandedReading & { readonly seq: number; readonly hex: string }>(
      `SELECT hex(r.id) AS hex, r.parameter AS seq, r.month, r.from_at AS "from", r.to_at AS "to", r.entered, r.unit, r.state,
              r.origin, r.note, e.by AS enteredBy, e.at AS enteredAt, c.by AS checkedBy, c.at AS checkedAt,
              a.by AS approvedBy, a.at AS approvedAt,
              json_array(lower(hex(r.id)), r.from_at, r.to_at, r.entered, r.unit, r.mantissa, r.scale) AS line
       FROM activity_readings r JOIN activity_acts e ON e.seq = r.entered_act
         LEFT JOIN activity_acts c ON c.seq = r.checked_act LEFT JOIN activity_acts a ON a.seq = r.approved_act
       WHERE r.parameter IN (SELECT value FROM json_each(?)) AND r.month >= ? AND r.month < ? AND r.live = 1
       ORDER BY r.parameter, r.month, r.from_at, r.seq`,
      JSON.stringify([...ids.keys()]),
      from,
      to,
    )
    .map(({ seq, hex, ...reading }) => ({ ...reading, id: uuidText(hex), parameter: ids.get(seq) ?? '' }))
}

/** What a file proves, in so far as it was linked to a reading itself or to everything entered in its act. */
export interface HandedProof {
  readonly sha256: string
  readonly reading: string
  readonly place: string | null
  readonly reportNo: string | null
  readonly sampleDate: string | null
}
export function handedProofs(
  db: ReadDb,
  parameters: readonly Pick<Parameter, 'seq'>[],
  { from, to }: KeyRange,
): HandedProof[] {
  return db
    .ask<HandedProof>(
      `SELECT l.sha256, hex(r.id) AS reading, l.place, l.report_no AS reportNo, l.sample_date AS sampleDate
       FROM activity_evidence_links l JOIN activity_readings r ON r.seq = l.reading OR r.entered_act = l.act
       WHERE r.parameter IN (SELECT value FROM json_each(?)) AND r.month >= ? AND r.month < ? AND r.live = 1
       ORDER BY l.sha256, r.seq`,
      JSON.stringify(parameters.map(({ seq }) => seq)),
      from,
      to,
    )
    .map((proof) => ({ ...proof, reading: uuidText(proof.reading) }))
}
