import type { Finding } from '#shared/kernel/finding'

import type { Account } from './account.ts'
import { checkCoal } from './check-coal.ts'
import { checkFactors } from './check-factors.ts'
import { checkFormulas } from './check-formulas.ts'
import { checkGuideline } from './check-guideline.ts'
import { checkPlausible } from './check-plausible.ts'
import { checkPublished } from './check-published.ts'
import { checkSubstituted } from './check-substituted.ts'
import { type InventoryDocument, stepsOf, type UsedFactor } from './document.ts'
import type { Settings } from './settings.ts'
import { inputWord, parametersOf } from './source.ts'

/** Everything a reader of the inventory should look at beside what single lines say of themselves, all at once. */
export function check(
  document: InventoryDocument,
  computed: Account,
  settings: Settings,
  candidates: readonly UsedFactor[],
): Finding[] {
  return [
    ...checkComplete(document, computed),
    ...checkBeyond(document),
    ...checkGuideline(document, settings),
    ...checkFactors(document),
    ...checkFormulas(document),
    ...checkSubstituted(computed),
    ...checkCoal(computed),
    ...checkPlausible(computed),
    ...checkPublished(document, computed, eachOnce([...document.factors, ...candidates])),
  ]
}

/** The document's own factors are mostly those of the library. */
function eachOnce(factors: readonly UsedFactor[]): UsedFactor[] {
  const seen = new Map(
    factors.toReversed().map((factor) => [`${factor.urn} ${factor.ref} ${factor.value}`, factor]),
  )
  return factors.filter((factor) => seen.get(`${factor.urn} ${factor.ref} ${factor.value}`) === factor)
}

/** One finding for each parameter, with the months it lacks: twelve lines for one forgotten column help nobody. */
function checkComplete({ sources }: InventoryDocument, { incomplete }: Account): Finding[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const months = new Map<string, string[]>()
  for (const { parameter, month } of incomplete)
    months.set(parameter, [...(months.get(parameter) ?? []), month])
  return [...months].map(([where, missing]) => {
    const [id = '', ...path] = where.split('/')
    const source = byId.get(id)
    const parameter = source ? inputWord(source, path.join('/')) : path.join('/')
    const facts = { source: source?.name ?? id, parameter, count: missing.length }
    return {
      severity: 'blocks-report',
      code: 'accounting.missing',
      where,
      facts: { ...facts, months: missing.join(' ') },
    }
  })
}

/** Data of months of the period in which the register says that the source was not there: they are not counted. */
function checkBeyond({ sources, period }: InventoryDocument): Finding[] {
  return sources.flatMap((source) => {
    if (source.from === undefined && source.to === undefined) return []
    const steps = new Set(stepsOf(source, period))
    const { id, name, from = period.from, to = period.to } = source
    const all = stepsOf({}, period)
    return parametersOf(source).flatMap(({ path, parameter }): Finding[] => {
      const beyond = all.filter((step) => !steps.has(step) && parameter.months?.[step] !== undefined)
      if (beyond.length === 0) return []
      const facts = { source: name, parameter: inputWord(source, path), months: beyond.join(' '), from, to }
      const where = `${id}/${path}`
      return [{ severity: 'explain', code: 'accounting.data-beyond-source', where, facts }]
    })
  })
}
