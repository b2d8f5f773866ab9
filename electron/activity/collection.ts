import { closingNodes, sealsInForce } from '#db/activity/closing'
import { collectionRuleOf, daysCovered, readingCounts } from '#db/activity/collection-queries'
import type { ReadDb } from '#db/kernel/access'
import { plansOf } from '#db/monitoring/plan-queries'
import { allParameters, allSources } from '#db/monitoring/queries'
import { boundaryInForce } from '#db/organization/boundary-queries'
import { organizationOf } from '#db/organization/queries'
import type { TaskSource } from '#electron/kernel/task-keeper'
import {
  type Collection,
  type CollectionRule,
  coversAll,
  dueOf,
  isCollected,
  pathOfCollection,
  powerRule,
  readingsWanted,
  usualRule,
} from '#shared/activity/collection'
import { periodOfKey } from '#shared/activity/model'
import { grouped } from '#shared/kernel/grouped'
import { endOf, type Month, monthOf, monthsBetween, overlaps } from '#shared/kernel/period'
import type { WorkCalendar } from '#shared/kernel/working-days'
import type { Parameter } from '#shared/monitoring/model'
import { planOfMonth } from '#shared/monitoring/plan'
import type { Node, NodeId } from '#shared/organization/model'

interface Span {
  /** Months from `from` up to, not including, `to`. */
  readonly from: Month
  readonly to: Month
  readonly facility: NodeId | null
}

/** What each department has to bring for each month of a span, by facility, month and department. */
export function collectionsOf(db: ReadDb, span: Span, calendar: WorkCalendar): Collection[] {
  const about = registerOf(db, span)
  return placesOf(db, span.facility).flatMap(({ place, parameters }) => {
    const rule = ruleOf(db, place.id, span.to)
    const planned = plannedAt(db, place.id)
    return monthsBetween(span.from, span.to).flatMap((month) => {
      const wanted = parameters
        .flatMap((parameter) => planned(parameter, month) ?? [])
        .filter(isCollected)
        .flatMap((parameter) => keysWanted(parameter, month).map((key) => ({ parameter, key })))
      const departments = [...grouped(wanted, ({ parameter }) => parameter.department ?? '')]
      return departments
        .toSorted(([a], [b]) => a.localeCompare(b, 'zh-Hans-CN'))
        .map(([department, own]): Collection => {
          const lines = own.map(({ parameter, key }) => about.line(parameter, key))
          return {
            facility: place.id,
            place: place.name,
            department: department === '' ? null : department,
            month,
            ...dueOf(month, rule, calendar),
            isSealed: about.isSealed(place.id, month),
            responsible: [...new Set(own.flatMap(({ parameter }) => parameter.responsible ?? []))],
            asked: lines.length,
            present: lines.filter(({ isPresent }) => isPresent).length,
            parameters: lines,
          }
        })
    })
  })
}

/** By when the data of a facility is due: as the plant said, else by the guideline of its boundary. */
export function ruleOf(db: ReadDb, facility: NodeId, before: Month): CollectionRule {
  const own = collectionRuleOf(db, facility)
  if (own) return own
  const organization = organizationOf(db)
  const boundary = organization && boundaryInForce(db, organization.id, `${before}-01`)
  return /power/.test(boundary?.guideline ?? '') ? powerRule : usualRule
}

function placesOf(
  db: ReadDb,
  facility: NodeId | null,
): { readonly place: Node; readonly parameters: readonly Parameter[] }[] {
  const closedAt = closingNodes(db)
  const placed = allParameters(db).flatMap((parameter) => {
    const place = closedAt(parameter.node)
    return place && (facility === null || place.id === facility) ? [{ place, parameter }] : []
  })
  return [...grouped(placed, ({ place }) => place.id).values()].flatMap((own) => {
    const place = own[0]?.place
    return place ? [{ place, parameters: own.map(({ parameter }) => parameter) }] : []
  })
}

/**
 * A parameter as the monitoring plan of a month has it, with the people and the frequency of the plan; null where the
 * plan does not ask for it. Without a plan the register speaks for itself.
 */
function plannedAt(db: ReadDb, facility: NodeId): (parameter: Parameter, month: Month) => Parameter | null {
  const versions = plansOf(db, facility)
  return (parameter, month) => {
    const plan = planOfMonth(versions, month)
    if (!plan) return parameter
    const line = plan.content.lines.find(({ parameter: id }) => id === parameter.id)
    if (!line) return null
    const { department, responsible, determination, recordFrequency: frequency } = line
    return { ...parameter, department, responsible, determination, frequency }
  }
}

/** The month itself, or in December the year for what is asked for once a year. */
function keysWanted(parameter: Parameter, month: Month): string[] {
  const isYearly = parameter.frequency === 'year'
  if (isYearly && !month.endsWith('-12')) return []
  const key = isYearly ? month.slice(0, 4) : month
  const { from, to } = periodOfKey(key)
  return overlaps(parameter, { validFrom: from, validTo: to }) ? [key] : []
}

function registerOf(db: ReadDb, { from, to }: Span) {
  const sources = new Map(allSources(db).map((source) => [source.id, source.name]))
  const counts = readingCounts(db, { from: from.slice(0, 4), to })
  const sealed = new Set(sealsInForce(db).map(({ facility, month }) => `${facility}/${month}`))
  const isPresent = (parameter: Parameter, key: string): boolean => {
    const count = counts.get(`${parameter.seq}/${key}`) ?? 0
    if (count === 0) return false
    return count >= readingsWanted(parameter, key) || coversAll(key, daysCovered(db, parameter.seq, key))
  }
  return {
    isSealed: (facility: NodeId, month: Month) => sealed.has(`${facility}/${month}`),
    line: (parameter: Parameter, key: string): Collection['parameters'][number] => ({
      id: parameter.id,
      key,
      name: parameter.name,
      source: parameter.source === null ? null : (sources.get(parameter.source) ?? null),
      unit: parameter.unit,
      frequency: parameter.frequency,
      isPresent: isPresent(parameter, key),
    }),
  }
}

/** The data of this year and the last: one task for each department and month, done once all of it is in. */
export const collectionTasks: TaskSource = (db, { today, calendar }) => {
  const year = Number(today.slice(0, 4))
  const span = { from: `${year - 1}-01`, to: monthOf(endOf(monthOf(today))), facility: null }
  return collectionsOf(db, span, calendar).map((collection) => {
    const { facility, place, department, month, due, responsible, asked, present, isSealed } = collection
    const facts = { place, month, asked, present }
    return {
      key: `activity.collect/${facility}/${month}/${department ?? ''}`,
      area: 'activity',
      ...(department === null
        ? { code: 'activity.task.collect', facts }
        : { code: 'activity.task.collect-by', facts: { ...facts, department } }),
      record: `activity/month/${facility}/${month}`,
      node: facility,
      path: pathOfCollection(collection),
      seenWith: 'activity.read',
      fallsTo: 'activity.enter',
      responsible,
      department,
      begins: endOf(month),
      due,
      isDone: isSealed || present === asked,
    }
  })
}
