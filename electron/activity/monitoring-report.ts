import { parametersClosedAt } from '#db/activity/closing'
import { type MonthEntry, monthEntries } from '#db/activity/queries'
import { storeIdentity } from '#db/kernel/queries'
import { allDeviations } from '#db/monitoring/deviation-queries'
import { meterRecords } from '#db/monitoring/meter-queries'
import { plansOf } from '#db/monitoring/plan-queries'
import { allSources } from '#db/monitoring/queries'
import { nodeById, organizationOf } from '#db/organization/queries'
import { doubtsIn } from '#electron/activity/doubts'
import { isExpected } from '#electron/activity/grid'
import { planMarks } from '#electron/activity/plan-marks'
import { gapsOf } from '#electron/activity/substitution-service'
import type { ReadContext, TaskContext } from '#electron/kernel/context'
import { type OfferedFile, offerPaper } from '#electron/kernel/offer-file'
import { offerWorkbook } from '#electron/kernel/offer-workbook'
import { shownValue } from '#shared/activity/amounts'
import { wordedActivityFinding } from '#shared/activity/finding-words'
import {
  type MonitoredLine,
  monitoringPaper,
  type MonitoringReport,
} from '#shared/activity/monitoring-report'
import { monitoringSheets } from '#shared/activity/monitoring-report-sheets'
import { monthsOf } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'
import type { Parameter } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

interface Wanted {
  readonly facility: NodeId
  readonly year: number
  readonly kind: 'docx' | 'pdf' | 'xlsx'
  readonly language: Language
}

/** The monitoring report of a facility and year, from its plan and its readings. @throws Refusal `activity.no-such-facility`. */
export async function exportMonitoring(
  task: TaskContext,
  { kind, language, ...of }: Wanted,
): Promise<OfferedFile> {
  const report = reportOf(task, of, language)
  const paper = monitoringPaper(report, language)
  return kind === 'xlsx'
    ? offerWorkbook(task, paper.title, monitoringSheets(report, language))
    : offerPaper(task, paper, kind)
}

function reportOf(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  { facility, year }: Pick<Wanted, 'facility' | 'year'>,
  language: Language,
): MonitoringReport {
  const place = nodeById(db, facility)
  const organization = organizationOf(db)
  if (!place || !organization) throw new Refusal('activity.no-such-facility')
  const [first, after] = [`${year}-01-01`, `${year + 1}-01-01`]
  const range = { from: String(year), to: String(year + 1) }
  const versions = plansOf(db, facility).filter(
    ({ state, validFrom, validTo }) =>
      (state === 'in-force' || state === 'superseded') &&
      validFrom < after &&
      (validTo === null || validTo > first),
  )
  const parameters = parametersClosedAt(db, facility).filter(
    ({ validFrom, validTo }) => validFrom < after && (validTo === null || validTo > first),
  )
  const entries = monthEntries(db, parameters, range)
  const names = new Map(parameters.map(({ id, name }) => [id, name]))
  return {
    organization: language === 'en' ? (organization.nameEn ?? organization.name) : organization.name,
    facility: place.name,
    year,
    plans: versions.map(({ number, validFrom, validTo, content }) => ({
      number,
      title: content.title,
      validFrom,
      validTo,
    })),
    lines: linesOf({ db, today }, parameters, entries, {
      year,
      asked: new Set(versions.flatMap(({ content }) => content.lines.map(({ parameter }) => parameter))),
      hasPlan: versions.length > 0,
    }),
    gaps: gapsOf({ db, today }, { facility, year }),
    lapses: doubtsIn(db, parameters, range, today).map((doubt) => ({
      ...doubt,
      name: names.get(doubt.parameter) ?? '',
    })),
    deviations: allDeviations(db).filter(
      (each) => each.facility === facility && each.from < after && (each.to === null || each.to > first),
    ),
    besidePlan: besidePlan({ db, today }, { facility, year }, parameters, entries).map((finding) =>
      wordedActivityFinding(finding, language),
    ),
    isSample: storeIdentity(db)?.isSample ?? false,
    madeOn: today,
  }
}

interface Asked {
  readonly year: number
  readonly asked: ReadonlySet<string>
  readonly hasPlan: boolean
}

function linesOf(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  parameters: readonly Parameter[],
  entries: readonly MonthEntry[],
  { year, asked, hasPlan }: Asked,
): MonitoredLine[] {
  const sources = new Map(allSources(db).map(({ id, code, name }) => [id, `${code} ${name}`]))
  const meters = new Map(
    meterRecords(db).flatMap(({ meter, uses }) =>
      uses
        .filter(({ validFrom, validTo }) => validFrom < `${year + 1}` && (validTo ?? '9') > `${year}`)
        .map(({ parameter }) => [parameter, meter.tag] as const),
    ),
  )
  const byParameter = Map.groupBy(entries, ({ parameter }) => parameter)
  const lines = parameters.map((parameter) => {
    const own = (byParameter.get(parameter.id) ?? []).filter(({ count }) => count > 0)
    const keys = [String(year), ...monthsOf(year)].filter(
      (key) => parameter.determination !== 'default' && isExpected(parameter, key, today),
    )
    const known = new Set(own.map(({ month }) => month))
    return {
      source: parameter.source === null ? null : (sources.get(parameter.source) ?? null),
      name: parameter.name,
      unit: parameter.unit,
      determination: parameter.determination,
      meter: meters.get(parameter.id) ?? parameter.meter,
      adds: parameter.rollUp === 'sum',
      isAsked: !hasPlan || asked.has(parameter.id),
      due: keys.length,
      had: keys.filter((key) => known.has(key)).length,
      months: new Map(
        own.flatMap(({ month, amount }) => {
          const value = amount && shownValue(amount)
          return value === null ? [] : [[month, value] as const]
        }),
      ),
    }
  })
  // What is of no source stands last.
  return lines.toSorted((a, b) => byCode.compare(a.source ?? '\uffff', b.source ?? '\uffff'))
}
const byCode = new Intl.Collator('zh', { numeric: true })

/** Data that no plan asks for, fewer records than it asks for, and what it asks for without a parameter. */
function besidePlan(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  { facility, year }: Pick<Wanted, 'facility' | 'year'>,
  parameters: readonly Parameter[],
  entries: readonly MonthEntry[],
) {
  const marks = planMarks(db, facility, today)
  const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]))
  const found = entries.flatMap(({ parameter: id, month, count }) => {
    const parameter = byId.get(id)
    return parameter ? marks.findings(parameter, month, count) : []
  })
  const gone = marks.gone(parametersClosedAt(db, facility), `${year}-12`)
  return [...found, ...gone]
}
