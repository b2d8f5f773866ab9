import type { Finding } from '#shared/kernel/finding'
import { formulaById } from '#shared/monitoring/formulas/all'
import type { Calculation, Role } from '#shared/monitoring/methods'
import type { Source } from '#shared/monitoring/model'
import { roleOf } from '#shared/monitoring/rules'

import type { Say } from '../kernel/say.ts'

/** What a method is called; a formula by its own title. */
export function methodWord(say: Say, calculation: Calculation): string {
  return calculation.method === 'formula'
    ? formulaById(calculation.formula).title[say.language]
    : say(`monitoring.method.${calculation.method}`)
}

/** What a role is called; where there are several of a kind, with what it is of: `石灰石 · 质量`. */
export function roleWord(say: Say, { kind, of, path }: Role): string {
  const word = say.of({ code: `monitoring.role.${kind}` })
  if (of === null) return word
  const isSide = path.startsWith('bought/') || path.startsWith('sold/')
  return `${isSide ? say.of({ code: `monitoring.side.${of}` }) : of} · ${word}`
}

/** Findings of the register with the roles they speak of in words. */
export function wordedFindings(
  say: Say,
  findings: readonly Finding[],
  sources: readonly Source[],
): readonly Finding[] {
  return findings.map((finding) => {
    const source = sources.find(({ id }) => id === finding.where)
    const role = source && roleOf(source, String(finding.facts['path'] ?? ''))
    return role ? { ...finding, facts: { ...finding.facts, role: roleWord(say, role) } } : finding
  })
}
