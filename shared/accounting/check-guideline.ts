import type { Finding } from '#shared/kernel/finding'
import { firstDay, monthAfter } from '#shared/kernel/period'

import { type InventoryDocument, stepsOf } from './document.ts'
import type { Guideline } from './guideline.ts'
import { type Settings, settingsAt } from './settings.ts'

/** The months in which one edition holds, both included. */
interface Span {
  readonly guideline: Guideline
  readonly from: string
  readonly to: string
}

/** Whether each edition speaks of the months it is used for and of the methods of the sources. */
export function checkGuideline(document: InventoryDocument, settings: Settings): Finding[] {
  return [
    ...spansOf(document, settings).flatMap((span) => [
      ...outOfForce(span),
      ...foreignMethods(document, span, settings),
    ]),
    ...acrossEditions(document, settings),
  ]
}

function spansOf({ period }: InventoryDocument, settings: Settings): Span[] {
  const [first, last] =
    period.by === 'month' ? [period.from, period.to] : [`${period.from}-01`, `${period.to}-12`]
  const begun = [{ from: first, settings }, ...settings.later]
  return begun.map(({ from, settings: { guideline } }, index) => {
    const next = begun[index + 1]
    return { guideline, from, to: next ? monthAfter(next.from, -1) : last }
  })
}

function outOfForce({ guideline, from, to }: Span): Finding[] {
  const early = guideline.validFrom !== null && firstDay(from) < guideline.validFrom
  const late = guideline.validTo !== null && firstDay(to) >= guideline.validTo
  if (!early && !late) return []
  const facts = { guideline: guideline.id, from, to }
  return [{ severity: 'explain', code: 'accounting.guideline-not-in-force', where: 'guideline', facts }]
}

function foreignMethods({ sources }: InventoryDocument, { guideline }: Span, { view }: Settings): Finding[] {
  if (view !== 'guideline') return []
  return sources
    .filter(({ method }) => !guideline.methods.includes(method))
    .map(({ id, name, method }) => ({
      severity: 'note',
      code: 'accounting.method-not-in-guideline',
      where: id,
      facts: { source: name, method, guideline: guideline.id },
    }))
}

/** What is known only for the whole year cannot be divided between editions. */
function acrossEditions({ sources, period }: InventoryDocument, settings: Settings): Finding[] {
  if (settings.later.length === 0) return []
  return sources
    .filter((source) => source.by === 'year' && stepsOf(source, period).length > 0)
    .map((source) => ({
      severity: 'explain',
      code: 'accounting.year-across-editions',
      where: source.id,
      facts: {
        source: source.name,
        guideline: settingsAt(settings, stepsOf(source, period)[0] ?? '').guideline.id,
      },
    }))
}
