import type { Facts } from '#shared/kernel/refusal'
import type { Wording } from '#shared/kernel/texts'
import { isMeasure, symbolOf } from '#shared/kernel/units'
import { texts } from '#shared/texts'

import type { PackageContent } from './package-content.ts'

const known: Readonly<Record<string, Wording>> = texts

/** Codes that stand in facts or columns instead of whole codes, and what they are worded as. */
const prefixes = [
  'accounting.apart.',
  'accounting.approach.',
  'accounting.category.',
  'accounting.determination.',
  'accounting.method.',
  'accounting.operation.',
  'accounting.uncertainty.distribution.',
  'accounting.view.',
  'factors.verification.',
  'monitoring.frequency.',
  'monitoring.gapRule.',
  'monitoring.plan.form.',
  'monitoring.plan.state.',
  'monitoring.role.',
  'organization.approach.',
  'organization.iso.',
  'verification.entry.',
  'verification.request.kind.',
  'verification.request.severity.',
  'verification.request.state.',
] as const

/** The wordings that a reader of a package needs, by code; a code without one stays as it is. */
export function wordsOf({ graph, findings, trail }: PackageContent): Record<string, Wording> {
  const codes = new Set([
    ...graph.nodes.flatMap(({ code, basis, facts }) => [
      code,
      ...(basis.note === undefined ? [] : [basis.note]),
      ...codesIn(facts),
    ]),
    ...findings.flatMap(({ code, facts }) => [code, ...codesIn(facts)]),
    ...trail.map(({ procedure }) => procedure.replace('.', '.did.')),
  ])
  const wanted = Object.entries(known).filter(
    ([code]) => codes.has(code) || prefixes.some((prefix) => code.startsWith(prefix)),
  )
  return Object.fromEntries(wanted.map(([code, { zh, en }]) => [code, { zh, en }]))
}
function codesIn(facts: Facts): string[] {
  return Object.values(facts).filter(
    (fact) => typeof fact === 'string' && Object.hasOwn(known, fact),
  ) as string[]
}

/** How units are printed. */
export function symbolsOf({ graph }: PackageContent): Record<string, string> {
  const used = [...new Set(graph.nodes.map(({ unit }) => unit))].filter(isMeasure)
  return Object.fromEntries(used.map((unit) => [unit, symbolOf(unit)]))
}
