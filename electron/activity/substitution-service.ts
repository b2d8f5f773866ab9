import { closingNodes, parametersClosedAt } from '#db/activity/closing'
import { monthEntries } from '#db/activity/queries'
import { countingReadings } from '#db/activity/readings'
import { substitutions } from '#db/activity/tables'
import type { ReadDb } from '#db/kernel/access'
import { plansOf } from '#db/monitoring/plan-queries'
import { allParameters, allSources, sourceById } from '#db/monitoring/queries'
import { record } from '#electron/activity/acts'
import { amountOf, insert, knownParameter, requirePlace } from '#electron/activity/enter'
import type { RegisterQuestion } from '#electron/activity/finding-register'
import { isExpected } from '#electron/activity/grid'
import { prove } from '#electron/activity/proofs'
import { factorLibraryOf } from '#electron/factors/library'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { shownValue } from '#shared/activity/amounts'
import { type ActId, periodOfKey, type Proof, type ReadingId } from '#shared/activity/model'
import { punitiveDefault } from '#shared/activity/punitive-default'
import {
  type Gap,
  type Offer,
  offersFor,
  type Substitution,
  type SubstitutionRule,
} from '#shared/activity/substitution'
import { monthsOf } from '#shared/kernel/period'
import { conversion, Decimal, type DecimalText } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible, type Measure } from '#shared/kernel/units'
import type { Parameter, ParameterId, Source } from '#shared/monitoring/model'
import { planOfMonth, type PlanVersion } from '#shared/monitoring/plan'
import type { NodeId } from '#shared/organization/model'

/** What a value in one month of a parameter makes of its source's emission in that month, tCO2e. */
export interface Effect {
  readonly before: DecimalText | null
  readonly after: DecimalText | null
}
/** The engine comes after this area; `electron/areas.ts` hands it in. */
export type EffectOf = (
  context: Pick<ReadContext, 'db' | 'around'>,
  value: { readonly parameter: Parameter; readonly month: string; readonly value: DecimalText },
) => Effect | null

export interface GapRow {
  readonly parameter: ParameterId
  readonly name: string
  readonly source: string
  readonly facility: NodeId
  readonly month: string
  readonly unit: Measure
  readonly gapRule: Gap['gapRule']
  readonly applied:
    | (Substitution & {
        readonly reading: ReadingId
        readonly value: DecimalText
        readonly reason: string | null
      })
    | null
}

/** The months of a year in which a value is missing, or something stands in for it. */
export function gapsOf(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  { facility, year }: RegisterQuestion,
): GapRow[] {
  const closedAt = closingNodes(db)
  const gapRuleOf = gapRules(db)
  const sources = new Map(allSources(db).map((source) => [source.id, source.name]))
  const all = facility === null ? allParameters(db) : parametersClosedAt(db, facility)
  const monthly = all.filter(({ rollUp }) => rollUp !== 'hourly')
  const entries = new Map(
    monthEntries(db, monthly, { from: String(year), to: String(year + 1) }).map((entry) => [
      `${entry.parameter}/${entry.month}`,
      entry,
    ]),
  )
  return monthly.flatMap((parameter) => {
    const place = closedAt(parameter.node)
    if (!place || entries.get(`${parameter.id}/${year}`)?.count) return []
    return monthsOf(year).flatMap((month): GapRow[] => {
      const entry = entries.get(`${parameter.id}/${month}`)
      const isFilled = (entry?.substituted ?? null) !== null
      const isMissing =
        (entry?.count ?? 0) === 0 &&
        isExpected(parameter, month, today) &&
        parameter.determination !== 'default'
      if (!isFilled && !isMissing) return []
      const { id, name, unit, source } = parameter
      return [
        {
          parameter: id,
          name,
          source: source === null ? '' : (sources.get(source) ?? ''),
          facility: place.id,
          month,
          unit,
          gapRule: gapRuleOf(parameter, month),
          applied: isFilled ? appliedIn(db, parameter, month) : null,
        },
      ]
    })
  })
}

function appliedIn(db: ReadDb, parameter: Parameter, month: string): GapRow['applied'] {
  const reading = countingReadings(db, parameter, [month]).find((each) => each.substitution !== null)
  if (!reading?.substitution) return null
  return {
    ...reading.substitution,
    reading: reading.id,
    value: reading.value ?? '0',
    reason: reading.entered.reason,
  }
}

/** What could stand in for one month, with what each would make of the emission. */
export function offersOf(
  context: Pick<ReadContext, 'db' | 'around'>,
  { parameter: id, month }: { readonly parameter: ParameterId; readonly month: string },
  effectOf: EffectOf,
): (Offer & { readonly effect: Effect | null })[] {
  const parameter = knownParameter(context.db, id)
  return offersFor(gapOf(context, parameter, month)).map((offer) => ({
    ...offer,
    effect: offer.value === null ? null : effectOf(context, { parameter, month, value: offer.value }),
  }))
}

interface Wish {
  readonly parameter: ParameterId
  readonly month: string
  readonly rule: SubstitutionRule
  readonly text: string | null
  readonly proofs: readonly Proof[]
  readonly reason: string
}

/** Lets a value stand in by a rule that the plan allows. Everybody sees that it does, until the real one arrives. */
export function substitute(
  context: WriteContext,
  { parameter: id, month, rule, text, proofs, reason }: Wish,
): { readonly act: ActId; readonly reading: ReadingId } {
  const { db } = context
  const parameter = knownParameter(db, id)
  const facts = { name: parameter.name, month }
  const offer = offersFor(gapOf(context, parameter, month)).find((each) => each.rule === rule)
  if (!offer?.isAllowed) throw new Refusal('activity.rule-not-allowed', { ...facts, rule })
  const isSupplier = rule === 'supplier-value'
  if (isSupplier && text === null) throw new Refusal('activity.supplier-value-needed')
  const given = isSupplier ? text : offer.value
  if (given === null) throw new Refusal('activity.rule-without-value', { ...facts, rule })
  const period = periodOfKey(month)
  if (countingReadings(db, parameter, [month, month.slice(0, 4)]).length > 0)
    throw new Refusal('activity.not-a-gap', facts)
  requirePlace(db, parameter, period, [])
  const act = record(context, { kind: 'submit', reason })
  const value = { ...period, text: given, note: null, unit: null }
  const amount = amountOf(parameter, value, { name: parameter.name, from: period.from })
  const seq = insert(context, { parameter, value, amount, origin: 'typed', act: act.seq, replaces: null })
  db.insert(substitutions).values({ reading: seq, rule, inputs: offer.inputs }).run()
  for (const proof of proofs) prove(context, { reading: seq }, proof)
  const [made] = countingReadings(db, parameter, [month])
  if (!made) throw new Error('What was just entered is not there')
  return { act: act.id, reading: made.id }
}

function gapOf(context: Pick<ReadContext, 'db' | 'around'>, parameter: Parameter, month: string): Gap {
  const { db } = context
  const year = Number(month.slice(0, 4))
  const source = parameter.source === null ? undefined : sourceById(db, parameter.source)
  const known = monthEntries(db, [parameter], { from: String(year - 1), to: String(year + 2) }).flatMap(
    (entry) => {
      const value = entry.amount && entry.substituted === null ? shownValue(entry.amount) : null
      return value === null || entry.month.length !== 7 || entry.month === month
        ? []
        : [{ month: entry.month, value }]
    },
  )
  return {
    month,
    gapRule: gapRules(db)(parameter, month),
    isDeduction: isDeduction(parameter, source),
    known,
    guidelineDefault: source ? guidelineDefault(context, parameter, source, year) : null,
  }
}

/** What is done about a missing value: as the plan in force in the month has it, or else as the register does. */
function gapRules(db: ReadDb): (parameter: Parameter, month: string) => Gap['gapRule'] {
  const closedAt = closingNodes(db)
  const plans = new Map<NodeId, readonly PlanVersion[]>()
  return ({ id, node, gapRule }, month) => {
    const place = closedAt(node)?.id
    if (place === undefined) return gapRule
    const versions = plans.get(place) ?? plansOf(db, place)
    plans.set(place, versions)
    const line = planOfMonth(versions, month)?.content.lines.find(({ parameter }) => parameter === id)
    return line?.gapRule ?? gapRule
  }
}

/** What is given away, or taken off. */
function isDeduction({ role }: Parameter, source: Source | undefined): boolean {
  return source?.category === 'recovery' || /^(sold|outputs|nonFossil|ownGeneration)(\/|$)/.test(role)
}

/** The factor registered for months without a reading, or else the one that the guideline sets for this property. */
function guidelineDefault(
  { db, around }: Pick<ReadContext, 'db' | 'around'>,
  { factor: registered, role, unit }: Parameter,
  { calculation }: Source,
  year: number,
): Gap['guidelineDefault'] {
  const pointer = registered ?? punitiveDefault(calculation, role, year)
  if (pointer === null) return null
  const edition = factorLibraryOf(db, around).find(({ urn }) => urn === pointer.urn)
  const factor = edition?.factors.find(({ ref }) => ref === pointer.ref)
  if (!edition || !factor || !isConvertible(factor.unit, unit)) return null
  const value = new Decimal(factor.value).times(conversion(factor.unit, unit)).toDecimalPlaces(12)
  return { label: `${pointer.urn}#${pointer.ref}`, value: value.toFixed() }
}
