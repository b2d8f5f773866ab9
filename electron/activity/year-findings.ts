import { closingNodes, parametersClosedAt, sealsOf } from '#db/activity/closing'
import { dayValues, evidenceUsesOf, fileTraces, sameDeliveries } from '#db/activity/quality-queries'
import { type MonthEntry, monthEntries } from '#db/activity/queries'
import type { ReadDb } from '#db/kernel/access'
import { allParameters, allSources } from '#db/monitoring/queries'
import { doubtFindings, doubtsIn } from '#electron/activity/doubts'
import type { FindingSource, FoundByArea, RegisterQuestion } from '#electron/activity/finding-register'
import { isExpected, lineOf } from '#electron/activity/grid'
import { moistureFindings } from '#electron/activity/moisture-findings'
import { planMarks } from '#electron/activity/plan-marks'
import { balanceFindings } from '#electron/activity/year-balances'
import { shownValue } from '#shared/activity/amounts'
import { checkMonth } from '#shared/activity/checks'
import type { FindingPlace, FindingTopic } from '#shared/activity/finding-register'
import { wordedActivityFinding } from '#shared/activity/finding-words'
import { askAboutEvidence } from '#shared/activity/forensics'
import { checkClosedInTime } from '#shared/activity/quality-balance'
import { checkDays, checkSeries } from '#shared/activity/quality-series'
import type { Finding } from '#shared/kernel/finding'
import { dayAt, endOf, monthsOf } from '#shared/kernel/period'
import type { Language } from '#shared/kernel/texts'
import type { Parameter, ParameterId, SourceId } from '#shared/monitoring/model'
import type { Node, NodeId } from '#shared/organization/model'

/** How far back a month is compared. */
const yearsBack = 3

/** Everything that the readings of a year, their files and their closing give reason to look at. */
export const activityFindings: FindingSource = ({ db, today }, question, language) => {
  const wordOf = worder(db, language)
  const places = placesOf(db, question)
  return [
    ...places.flatMap((place) =>
      findingsAt(db, place, question.year, today).map((finding) =>
        wordOf(finding, topicOf(finding), place.id),
      ),
    ),
    ...evidenceFindings(
      db,
      question.year,
      new Set(places.flatMap(({ parameters }) => parameters.map(({ id }) => id))),
    ).map(({ finding, sha256 }) => ({
      ...wordOf(finding, 'evidence', null),
      place: { kind: 'file' as const, sha256 },
    })),
  ]
}

/** A place whose months are closed, with its parameters. */
interface Place {
  readonly id: NodeId
  readonly name: string
  readonly parameters: readonly Parameter[]
}

function placesOf(db: ReadDb, { facility }: RegisterQuestion): Place[] {
  const closedAt = closingNodes(db)
  const nodes = new Map<NodeId, Node>(
    allParameters(db).flatMap(({ node }) => {
      const place = closedAt(node)
      return place ? [[place.id, place] as const] : []
    }),
  )
  return [...nodes.values()]
    .filter(({ id }) => facility === null || id === facility)
    .map(({ id, name }) => ({ id, name, parameters: parametersClosedAt(db, id) }))
}

function findingsAt(db: ReadDb, place: Place, year: number, today: string): Finding[] {
  const { parameters } = place
  const known = monthEntries(db, parameters, { from: String(year - yearsBack), to: String(year + 1) })
  const byKey = new Map(known.map((entry) => [`${entry.parameter}/${entry.month}`, entry]))
  const entries = ({ id }: Parameter, month: string) => byKey.get(`${id}/${month}`)
  const keys = [String(year), ...monthsOf(year)]
  const plan = planMarks(db, place.id, today)
  const doubted = doubtFindings(doubtsIn(db, parameters, { from: String(year), to: String(year + 1) }, today))
  const monthly = parameters.flatMap((parameter) =>
    keys
      .filter((key) => isExpected(parameter, key, today) || (entries(parameter, key)?.count ?? 0) > 0)
      .flatMap((key) => {
        const line = lineOf(parameter, key, entries)
        return [...checkMonth(line), ...doubted(parameter, key), ...plan.findings(parameter, key, line.count)]
      }),
  )
  return [
    // How far the review got is no question about the data; the page of months shows it.
    ...monthly.filter(({ code }) => !code.startsWith('activity.still-')),
    ...seriesFindings(parameters, known, year),
    ...dayFindings(db, parameters, known, year),
    ...deliveryFindings(db, parameters, year),
    ...balanceFindings(db, parameters, known, year),
    ...moistureFindings(db, parameters, known, year),
    ...closingFindings(db, place, known, year, today),
  ]
}

function seriesFindings(
  parameters: readonly Parameter[],
  known: readonly MonthEntry[],
  year: number,
): Finding[] {
  const byParameter = Map.groupBy(known, ({ parameter }) => parameter)
  return parameters.flatMap(({ id, name, unit, rollUp }) => {
    const values = (byParameter.get(id) ?? []).flatMap(({ month, amount, substituted }) => {
      const value = amount && substituted === null ? shownValue(amount) : null
      return value === null ? [] : [{ month, value }]
    })
    const months = values
      .filter(({ month }) => month.length === 7)
      .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    const yearValue = values.find(({ month }) => month === String(year))?.value ?? null
    return checkSeries({ parameter: id, name, unit, rollUp, months, yearValue }, year)
  })
}

/** What the days of a parameter and year gave to look at, and the revision of the readings it was worked out from. */
const knownDays = new WeakMap<
  ReadDb,
  Map<string, { readonly revision: number; readonly findings: Finding[] }>
>()

/** Days are many: those of a parameter are read again only when one of its readings changed. */
function dayFindings(
  db: ReadDb,
  parameters: readonly Parameter[],
  known: readonly MonthEntry[],
  year: number,
): Finding[] {
  const memory = knownDays.get(db) ?? new Map<string, { revision: number; findings: Finding[] }>()
  knownDays.set(db, memory)
  const ofYear = Map.groupBy(
    known.filter(({ month }) => month.startsWith(String(year))),
    ({ parameter }) => parameter,
  )
  const questions = parameters.map((parameter) => ({
    parameter,
    key: [parameter.seq, year, parameter.unit, parameter.name].join('/'),
    revision: (ofYear.get(parameter.id) ?? []).reduce((sum, { revision }) => sum + revision, 0),
  }))
  const stale = questions.filter(({ key, revision }) => memory.get(key)?.revision !== revision)
  const days = dayValues(
    db,
    stale.map(({ parameter }) => parameter),
    year,
  )
  for (const { parameter, key, revision } of stale) {
    const { id, seq, name, unit } = parameter
    const findings = checkDays({ parameter: id, name, unit }, days.get(seq) ?? [])
    memory.set(key, { revision, findings })
  }
  return questions.flatMap(({ key }) => memory.get(key)?.findings ?? [])
}

function deliveryFindings(db: ReadDb, parameters: readonly Parameter[], year: number): Finding[] {
  const bySeq = new Map(parameters.map((parameter) => [parameter.seq, parameter]))
  return sameDeliveries(db, parameters, year).flatMap(
    ({ parameter: seq, month, from, text, count }): Finding[] => {
      const parameter = bySeq.get(seq)
      if (!parameter) return []
      const facts = { name: parameter.name, month, from: from.slice(0, 10), value: text, count }
      return [
        { severity: 'explain', code: 'activity.same-delivery', where: `${parameter.id}/${month}`, facts },
      ]
    },
  )
}

function closingFindings(
  db: ReadDb,
  { id, name }: Place,
  known: readonly MonthEntry[],
  year: number,
  today: string,
): Finding[] {
  const used = new Set(known.filter(({ count }) => count > 0).map(({ month }) => month))
  const seals = sealsOf(db, id).filter(({ reopenedAt }) => reopenedAt === null)
  const sealed = new Map(seals.map(({ month, sealedAt }) => [month, dayAt(sealedAt)]))
  const months = monthsOf(year)
    .filter((month) => used.has(month) && endOf(month) <= today)
    .map((month) => ({ month, sealedOn: sealed.get(month) ?? null }))
  return checkClosedInTime({ id, name }, months, today)
}

function evidenceFindings(
  db: ReadDb,
  year: number,
  parameters: ReadonlySet<ParameterId>,
): { readonly finding: Finding; readonly sha256: string }[] {
  const uses = evidenceUsesOf(db, year)
  const traces = new Map(fileTraces(db).map((trace) => [trace.sha256, trace]))
  const files = new Map(uses.map(({ sha256 }) => [sha256.slice(0, 12), sha256]))
  return askAboutEvidence(uses, (sha256) => traces.get(sha256)).flatMap((finding) => {
    const [parameter = '', , file = ''] = finding.where.split('/')
    const sha256 = files.get(file)
    return sha256 !== undefined && parameters.has(parameter as ParameterId) ? [{ finding, sha256 }] : []
  })
}

function topicOf({ code }: Finding): FindingTopic {
  return code === 'activity.no-evidence' ? 'evidence' : 'data'
}

/** Words findings, and leads each to the cell, the source or the month that it is about. */
function worder(db: ReadDb, language: Language) {
  const parameters = new Map<string, Parameter>(
    allParameters(db).map((parameter) => [parameter.id, parameter]),
  )
  const sources = new Map<string, string>(allSources(db).map(({ id, name }) => [id, name]))
  const nameOfSource = (id: SourceId | null) => (id === null ? '' : (sources.get(id) ?? ''))
  return (finding: Finding, topic: FindingTopic, facility: NodeId | null): FoundByArea => {
    const [id = '', period = ''] = finding.where.split('/')
    const parameter = parameters.get(id)
    const source = parameter ? nameOfSource(parameter.source) : (sources.get(id) ?? '')
    const name = parameter?.name ?? String(finding.facts['name'] ?? '')
    return {
      finding,
      topic,
      words: wordedActivityFinding(finding, language),
      subject: [source, name === source ? '' : name].filter((part) => part !== '').join(' · '),
      period,
      place:
        facility === null ? null : placeOf({ id, period, parameter, isSource: sources.has(id), facility }),
    }
  }
}

interface Leading {
  readonly id: string
  readonly period: string
  readonly parameter: Parameter | undefined
  readonly isSource: boolean
  readonly facility: NodeId
}
function placeOf({ id, period, parameter, isSource, facility }: Leading): FindingPlace {
  if (parameter) return { kind: 'cell', facility, parameter: parameter.id, month: period }
  if (isSource)
    return { kind: 'data', facility, source: id as SourceId, month: period.length === 7 ? period : null }
  return { kind: 'month', facility, month: period }
}
