import { allSources } from '#db/monitoring/queries'
import { objectivesOf } from '#db/performance/plan-queries'
import { indicatorsOf } from '#db/performance/queries'
import { type Coverage, type CoveredSource, ranked, speaksOfPart } from '#shared/performance/coverage'
import type { Indicator, Item } from '#shared/performance/indicator'
import type { Objective } from '#shared/performance/objective'

import { isMeant } from './items.ts'
import { type YearAsking, yearData } from './year-data.ts'

type EmissionItem = Extract<Item, { readonly kind: 'emission' }>
interface Cover {
  readonly objective: Pick<Objective, 'id' | 'title'>
  readonly item: EmissionItem
}

/**
 * The sources of the last whole year, the largest first, each with the open objectives whose targets speak of it. A
 * target of the whole plant covers no source by itself: it says what is to come of all, not where (6.4.2 c).
 */
export function coverageOf(context: YearAsking): Coverage {
  const data = yearData(context)
  const { years, runningYear } = data
  const year = years.findLast((each) => each < runningYear) ?? years.at(-1) ?? null
  const account = year === null ? null : data.account(year)
  if (year === null || !account) return { year: null, sources: [] }
  const covers = coversOf(context)
  const names = new Map<string, string>(allSources(context.db).map(({ id, name }) => [id, name]))
  const sources = account.bySource.map((each) => {
    const speaking = covers.filter(({ item }) => isMeant(data, each, item))
    const own = speaking.filter(({ item }) => speaksOfPart(item))
    const cover: CoveredSource['cover'] = own.length > 0 ? 'own' : speaking.length > 0 ? 'whole' : 'none'
    const objectives = [...new Map(speaking.map(({ objective }) => [objective.id, objective])).values()]
    return {
      source: each.source.id,
      name: names.get(each.source.id) ?? '',
      node: data.nodeOf(each.source.id) ?? null,
      emission: each.total.state === 'complete' ? each.total.figure.value.toFixed() : null,
      cover,
      objectives,
    }
  })
  return { year, sources: ranked(sources) }
}

/** What the targets of open objectives follow, down to the emissions that their indicators are made of. */
function coversOf({ db }: Pick<YearAsking, 'db'>): Cover[] {
  const indicators = new Map(indicatorsOf(db).map((each) => [each.id, each]))
  return objectivesOf(db)
    .filter(({ state }) => state !== 'closed')
    .flatMap(({ id, title, targets }) =>
      targets.flatMap(({ indicator }) => {
        const followed = indicator === null ? undefined : indicators.get(indicator)
        return emissionsIn(followed).map((item) => ({ objective: { id, title }, item }))
      }),
    )
}
function emissionsIn(indicator: Indicator | undefined): EmissionItem[] {
  const terms = indicator?.versions.at(-1)?.terms ?? []
  return terms.flatMap(({ item }) => (item.kind === 'emission' ? [item] : []))
}
