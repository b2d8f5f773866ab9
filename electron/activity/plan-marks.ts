import type { ReadDb } from '#db/kernel/access'
import { plansOf } from '#db/monitoring/plan-queries'
import type { GridRow } from '#shared/activity/contract'
import type { Finding } from '#shared/kernel/finding'
import { daysIn } from '#shared/kernel/period'
import type { Parameter } from '#shared/monitoring/model'
import { type PlanLine, planOfMonth, planOn, type PlanVersion } from '#shared/monitoring/plan'
import type { NodeId } from '#shared/organization/model'

/** How the plan of a facility governs its months; a month belongs to the version in force on its last day. */
export interface PlanMarks {
  /** What a month leaves of the plan undone, or does beside it. */
  readonly findings: (parameter: Pick<Parameter, 'id' | 'name'>, month: string, count: number) => Finding[]
  /** What the plan asks of a parameter in a year; null where there is no plan. */
  readonly expected: (parameter: Pick<Parameter, 'id'>, year: number) => GridRow['expected']
  /** What the plan asks for in a month and the register has no parameter for. */
  readonly gone: (present: readonly Pick<Parameter, 'id'>[], month: string) => Finding[]
}

export function planMarks(db: ReadDb, facility: NodeId, today: string): PlanMarks {
  const versions = plansOf(db, facility)
  const lines = new Map<PlanVersion, ReadonlyMap<string, PlanLine>>()
  const linesOf = (plan: PlanVersion) => {
    const known = lines.get(plan) ?? new Map(plan.content.lines.map((line) => [line.parameter, line]))
    lines.set(plan, known)
    return known
  }
  return {
    findings: ({ id, name }, month, count) => {
      const plan = planOfMonth(versions, month)
      if (!plan || count === 0) return []
      const line = linesOf(plan).get(id)
      const at = (code: string, facts: Finding['facts']): Finding[] => [
        { severity: 'explain', code, where: `${id}/${month}`, facts: { name, month, ...facts } },
      ]
      if (!line) return at('activity.not-in-plan', { number: plan.number })
      const wanted = leastIn(line, month)
      return count < wanted ? at('activity.fewer-than-planned', { count, wanted }) : []
    },
    expected: ({ id }, year) => {
      const end = `${year}-12-31`
      const plan = planOn(versions, today < end ? today : end) ?? planOn(versions, end)
      if (!plan) return null
      const line = linesOf(plan).get(id)
      return {
        plan: plan.id,
        number: plan.number,
        isAsked: line !== undefined,
        frequency: line?.frequency ?? null,
        recordFrequency: line?.recordFrequency ?? null,
        responsible: line?.responsible ?? null,
        department: line?.department ?? null,
      }
    },
    gone: (present, month) => {
      const plan = planOfMonth(versions, month)
      const known = new Set<string>(present.map(({ id }) => id))
      return (plan?.content.lines ?? [])
        .filter(({ parameter }) => !known.has(parameter))
        .map(({ parameter, name, sourceName }) => ({
          severity: 'explain',
          code: 'activity.planned-but-gone',
          where: `plan/${parameter}`,
          facts: { name, source: sourceName ?? '—', month },
        }))
    },
  }
}

/** How many readings a month has at least when it is recorded as the plan says. */
function leastIn({ recordFrequency }: PlanLine, key: string): number {
  if (key.length === 4) return 1
  if (recordFrequency === 'hour') return daysIn(key) * 24
  return recordFrequency === 'day' ? daysIn(key) : 1
}
