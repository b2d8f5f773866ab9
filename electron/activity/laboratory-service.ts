import { eq, inArray } from 'drizzle-orm'

import { samplesOf } from '#db/activity/laboratory-queries'
import { actById } from '#db/activity/readings'
import { evidence, labSamples } from '#db/activity/tables'
import type { ReadDb } from '#db/kernel/access'
import { parametersOfSource, sourceById } from '#db/monitoring/queries'
import { submit } from '#electron/activity/enter'
import {
  meanOfSamples,
  type MonthOfSamples,
  monthOfSamples,
  type Served,
  type SourceMonth,
} from '#electron/activity/laboratory'
import { keepUpload } from '#electron/activity/proofs'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import { textOf } from '#shared/activity/amounts'
import type { LabSample, NewLabSample } from '#shared/activity/laboratory'
import { checkSample } from '#shared/activity/laboratory-checks'
import type { laboratoryContract } from '#shared/activity/laboratory-contract'
import { textOfLabValue, valuesOf } from '#shared/activity/laboratory-values'
import type { EnteredValue, Proof } from '#shared/activity/model'
import { endOf, firstDay } from '#shared/kernel/period'
import type { Decimal } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'

/** What the laboratory found, and how it becomes readings of carbon, moisture and calorific value. */
export const laboratoryHandlers: Handlers<typeof laboratoryContract> = {
  laboratory: ({ db }, at) => {
    const month = monthOfSamples(db, at)
    return {
      samples: month.samples.map((sample) => {
        const { netHeat, carbonReceived, carbonPerHeat } = valuesOf(sample)
        const received = {
          netHeat: shown(netHeat),
          carbon: shown(carbonReceived),
          carbonPerHeat: shown(carbonPerHeat),
        }
        return { ...sample, received }
      }),
      findings: month.samples.flatMap(checkSample),
      weighting: month.weighting,
      ready: month.telling.length,
      means: month.served.map((served) => ({
        parameter: served.parameter.id,
        role: served.role,
        name: served.parameter.name,
        unit: served.unit,
        value: shown(meanOfSamples(served)),
        samples: served.rows.length,
      })),
    }
  },
  saveLaboratory: saveSamples,
  postLaboratory: postSamples,
}

/** The fuel's place in the plant, for grants that reach only part of it. */
const placeOf = (db: ReadDb, { source }: Pick<SourceMonth, 'source'>) => {
  const node = sourceById(db, source)?.node
  return node === undefined ? null : [node]
}
export const laboratoryScopes = {
  laboratory: placeOf,
  saveLaboratory: placeOf,
  /** The readings belong where the parameters are. */
  postLaboratory: (db: ReadDb, at: Pick<SourceMonth, 'source'>) => {
    const place = placeOf(db, at)
    return place && [...place, ...parametersOfSource(db, at.source).map(({ node }) => node)]
  },
}

function shown(value: Decimal | null): string | null {
  return value === null ? null : textOf(value)
}

interface Saved extends SourceMonth {
  readonly samples: readonly (NewLabSample & {
    readonly id: LabSample['id'] | null
    readonly upload: string | null
    readonly report?: string | null | undefined
  })[]
  readonly remove: readonly LabSample['id'][]
}

/** Saves new and changed samples and removes others; what is a reading already is left as it is, and refused. */
function saveSamples(
  context: WriteContext,
  { source, month, samples, remove }: Saved,
): Record<string, never> {
  const { db, newId, user, now } = context
  const known = new Map(samplesOf(db, source, null).map((sample) => [sample.id, sample]))
  const open = (id: LabSample['id']): LabSample => {
    const sample = known.get(id)
    if (!sample) throw new Refusal('activity.lab.gone')
    if (sample.isPosted) throw new Refusal('activity.lab.posted', { number: sample.number })
    return sample
  }
  for (const id of remove)
    db.delete(labSamples)
      .where(eq(labSamples.id, open(id).id))
      .run()
  for (const { id, upload, report = null, ...facts } of samples) {
    const { number, from, to } = facts
    if (from < firstDay(month) || to > endOf(month) || to <= from)
      throw new Refusal('activity.lab.other-month', { number, month })
    const before = id === null ? null : open(id)
    if (report !== null && !isEvidence(db, report))
      throw new Refusal('activity.no-such-evidence', { sha256: report })
    const sha256 = upload === null ? (report ?? before?.sha256 ?? null) : keepUpload(context, upload)
    const row = { ...facts, source, month, sha256, changedBy: user, changedAt: now }
    const taken = db.select({ id: labSamples.id }).from(labSamples).where(eq(labSamples.number, number)).all()
    if (taken.some((other) => other.id !== id && known.has(other.id)))
      throw new Refusal('activity.lab.number-taken', { number })
    if (before) db.update(labSamples).set(row).where(eq(labSamples.id, before.id)).run()
    else
      db.insert(labSamples)
        .values({ ...row, id: newId<'lab-sample'>(), act: null })
        .run()
  }
  return {}
}

function isEvidence(db: ReadDb, sha256: string): boolean {
  return db.select().from(evidence).where(eq(evidence.sha256, sha256)).all().length > 0
}

/** Makes readings of what the samples say, in one act with the reports as evidence, and remembers which act that was. */
function postSamples(context: WriteContext, at: SourceMonth) {
  const { db } = context
  const month = monthOfSamples(db, at)
  const posted = month.telling.find(({ isPosted }) => isPosted)
  if (posted) throw new Refusal('activity.lab.posted', { number: posted.number })
  const readings = month.served.flatMap((served) => readingsOf(served, month, at))
  if (readings.length === 0) throw new Refusal('activity.lab.nothing-to-post', { month: at.month })
  const { act } = submit(context, { readings, proofs: [], reason: null })
  const seq = actById(db, act)?.seq ?? null
  const ids = month.telling.map(({ id }) => id)
  db.update(labSamples).set({ act: seq }).where(inArray(labSamples.id, ids)).run()
  return { act, readings: readings.length, samples: ids.length }
}

/** Sample by sample where the coal of each period is recorded, so that the mean can be opened; else the mean itself. */
function readingsOf(
  served: Served,
  { weighting, telling }: MonthOfSamples,
  { month }: SourceMonth,
): EnteredValue[] {
  const { parameter, rows, unit } = served
  if (rows.length === 0) return []
  if (weighting === 'none')
    throw new Refusal('activity.lab.no-weights', {
      number: telling.find(({ amount }) => amount === null)?.number ?? telling[0]?.number ?? '',
    })
  const value = (
    of: readonly LabSample[],
    text: Decimal,
    period: Pick<EnteredValue, 'from' | 'to'>,
  ): EnteredValue => ({
    parameter: parameter.id,
    ...period,
    text: textOfLabValue(text),
    unit,
    note: of
      .map(({ number }) => number)
      .join('、')
      .slice(0, 1000),
    proofs: proofsOf(of),
  })
  if (weighting === 'readings')
    return rows.map(({ sample, value: said }) => value([sample], said, { from: sample.from, to: sample.to }))
  const mean = meanOfSamples(served)
  const of = rows.map(({ sample }) => sample)
  return mean === null ? [] : [value(of, mean, { from: firstDay(month), to: endOf(month) })]
}

/** The reports of some samples, at most as many as one value can have. */
function proofsOf(samples: readonly LabSample[]): Proof[] {
  return samples.slice(0, 20).flatMap(({ sha256, reportNo, sampledOn, testedOn }) =>
    sha256 === null
      ? []
      : [
          {
            file: { from: 'store', sha256 },
            place: null,
            reportNo,
            sampleDate: sampledOn,
            testDate: testedOn,
          },
        ],
  )
}
