import type { ReadDb } from '#db/kernel/access'
import type { EvidenceFile, EvidenceLink, EvidenceLinkId, ReadingId } from '#shared/activity/model'
import type { ParameterId } from '#shared/monitoring/model'

import { uuidText } from './tables.ts'

interface LinkRow extends EvidenceFile {
  readonly id: EvidenceLinkId
  readonly reading: string | null
  readonly act: number | null
  readonly place: string | null
  readonly reportNo: string | null
  readonly sampleDate: string | null
  readonly testDate: string | null
}

const linkColumns = `l.id, nullif(hex(r.id), '') AS reading, l.act, l.place, l.report_no AS reportNo,
  l.sample_date AS sampleDate, l.test_date AS testDate, e.sha256, e.name, e.type, e.size, e.added_by AS addedBy, e.added_at AS addedAt`
const linkTables = `activity_evidence_links l JOIN activity_evidence e USING (sha256)
  LEFT JOIN activity_readings r ON r.seq = l.reading`

/** The files that prove some readings, each by itself or with everything entered in its act. */
export function evidenceOfReadings(
  db: ReadDb,
  readings: readonly { readonly seq: number; readonly enteredAct: number }[],
): EvidenceLink[] {
  return db
    .ask<LinkRow>(
      `SELECT ${linkColumns} FROM ${linkTables}
       WHERE l.reading IN (SELECT value FROM json_each(?)) OR l.act IN (SELECT value FROM json_each(?))
       ORDER BY l.linked_at, l.id`,
      JSON.stringify(readings.map(({ seq }) => seq)),
      JSON.stringify([...new Set(readings.map(({ enteredAct }) => enteredAct))]),
    )
    .map(toLink)
}

/** The SHA-256 of the files that prove each of some readings, sorted, by the reading's row number. */
export function filesByReading(
  db: ReadDb,
  readings: readonly { readonly seq: number; readonly enteredAct: number }[],
): (reading: { readonly seq: number; readonly enteredAct: number }) => string[] {
  const rows = db.ask<{ sha256: string; reading: number | null; act: number | null }>(
    `SELECT sha256, reading, act FROM activity_evidence_links
     WHERE reading IN (SELECT value FROM json_each(?)) OR act IN (SELECT value FROM json_each(?))`,
    JSON.stringify(readings.map(({ seq }) => seq)),
    JSON.stringify([...new Set(readings.map(({ enteredAct }) => enteredAct))]),
  )
  const own = new Map<string, string[]>()
  for (const { sha256, reading, act } of rows) {
    const key = reading === null ? `act/${act}` : `reading/${reading}`
    own.set(key, [...(own.get(key) ?? []), sha256])
  }
  return ({ seq, enteredAct }) => [
    ...new Set([...(own.get(`reading/${seq}`) ?? []), ...(own.get(`act/${enteredAct}`) ?? [])].toSorted()),
  ]
}

/** Every file, newest first, with how many readings and acts it is linked to. */
export function evidenceFiles(
  db: ReadDb,
): (EvidenceFile & { readonly readings: number; readonly acts: number })[] {
  return db.ask(
    `SELECT e.sha256, e.name, e.type, e.size, e.added_by AS addedBy, e.added_at AS addedAt,
            count(l.reading) AS readings, count(l.act) AS acts
     FROM activity_evidence e LEFT JOIN activity_evidence_links l USING (sha256)
     GROUP BY e.sha256 ORDER BY e.added_at DESC, e.sha256`,
  )
}

/** What one file proves, with parameter and period where it is a single reading. */
export function usesOfFile(
  db: ReadDb,
  sha256: string,
): (EvidenceLink & { readonly parameter: ParameterId | null; readonly period: string | null })[] {
  return db
    .ask<LinkRow & { parameter: ParameterId | null; period: string | null }>(
      `SELECT ${linkColumns}, p.id AS parameter, r.month AS period
       FROM ${linkTables} LEFT JOIN monitoring_parameters p ON p.seq = r.parameter
       WHERE l.sha256 = ? ORDER BY l.linked_at, l.id`,
      sha256,
    )
    .map((row) => ({ ...toLink(row), parameter: row.parameter, period: row.period }))
}

/** A link with what it proves, by row numbers. */
export function linkTarget(
  db: ReadDb,
  id: EvidenceLinkId,
): { readonly reading: number | null; readonly act: number | null } | undefined {
  return db.ask<{ reading: number | null; act: number | null }>(
    'SELECT reading, act FROM activity_evidence_links WHERE id = ?',
    id,
  )[0]
}

function toLink({ id, reading, place, reportNo, sampleDate, testDate, ...row }: LinkRow): EvidenceLink {
  const { sha256, name, type, size, addedBy, addedAt } = row
  return {
    id,
    file: { sha256, name, type, size, addedBy, addedAt },
    reading: reading === null ? null : (uuidText(reading) as ReadingId),
    place,
    reportNo,
    sampleDate,
    testDate,
  }
}
