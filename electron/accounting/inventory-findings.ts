import type { FindingSource, FoundByArea } from '#electron/activity/finding-register'
import { factorLibraryOf } from '#electron/factors/library'
import type { Source } from '#shared/accounting/source'
import { standingFindings } from '#shared/accounting/standing'
import type { FindingPlace } from '#shared/activity/finding-register'
import type { Finding } from '#shared/kernel/finding'
import { Refusal } from '#shared/kernel/refusal'
import type { SourceId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import type { Answers } from './answers.ts'
import { ruleFiles } from './engine-library.ts'
import { factorNamesOf, findingWords } from './finding-words.ts'
import { everySource } from './kept-account.ts'
import { findingsOf, type Live, liveAccount } from './live.ts'
import { standingDay, standingOf } from './standing.ts'
import { usualRules } from './usual-rules.ts'

/** Told by their cells already, month by month. */
const toldOtherwise = new Set(['accounting.missing'])

/** What the inventory of a year gives reason to look at, by the rules that are usual there. */
export const inventoryFindings: FindingSource = ({ db, around, today }, { facility, year }, language) => {
  const live = liveOrNone(() => {
    const rules = usualRules({ db, around }, year, null)
    return rules && liveAccount(db, around, rules)
  })
  if (!live) return []
  const sources = new Map(everySource(live.account).map(({ source }) => [source.id, source]))
  const factorName = factorNamesOf(factorLibraryOf(db, around))
  const { guidelines } = ruleFiles(around)
  const titleOf = (named: string) => guidelines.find(({ id }) => id === named)?.title
  const standing = standingFindings(standingOf(db, { ...live, year, today }))
  return [...findingsOf(live), ...standing]
    .filter(({ code }) => !toldOtherwise.has(code))
    .flatMap((finding): FoundByArea[] => {
      const [first = '', second = ''] = finding.where.split('/')
      const source = sources.get(first)
      if (facility !== null && source?.facility !== facility) return []
      return [
        {
          finding: { ...finding, where: distinctPlace(finding) },
          topic: 'inventory',
          words: findingWords(finding, language, factorName, titleOf),
          subject: source?.name ?? '',
          period: /^\d{4}(-\d{2})?$/.test(second) ? second : '',
          place: placeOf(finding, source, second),
        },
      ]
    })
}

/** The same, kept from one start of the program to the next. */
export function keptInventoryFindings(answers: Answers): FindingSource {
  return (context, { facility, year }, language) => {
    const day = standingDay(context.db, year, context.today)
    return answers.of(context, { what: ['findings', year, facility, language], day }, () =>
      inventoryFindings(context, { facility, year }, language),
    )
  }
}

/** Two findings of one kind at one place speak of two figures, or of two factors. */
function distinctPlace({ where, facts }: Finding): string {
  const of = facts['of'] ?? facts['factor'] ?? facts['parameter']
  return of === undefined || where.includes(String(of)) ? where : `${where}/${of}`
}

function placeOf({ where }: Finding, source: Source | undefined, second: string): FindingPlace {
  const meter = /^meter\/(.+)$/.exec(where)
  if (meter) return { kind: 'page', path: `/monitoring/meters/${meter[1]}` }
  const deviation = /^deviation\/(.+)$/.exec(where)
  if (deviation) return { kind: 'page', path: `/monitoring/deviations/${deviation[1]}` }
  if (/^plan(\/|$)/.test(where)) return { kind: 'page', path: '/monitoring/plans' }
  if (where.startsWith('factors/')) return { kind: 'page', path: '/factors' }
  if (!source) return { kind: 'page', path: '/accounting' }
  const month = /^\d{4}-\d{2}$/.test(second) ? second : null
  return { kind: 'data', facility: source.facility as NodeId, source: source.id as SourceId, month }
}

/** A plant without facilities inside its boundary has no inventory, and nothing to be said of one. */
function liveOrNone(compute: () => Live | null): Live | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
