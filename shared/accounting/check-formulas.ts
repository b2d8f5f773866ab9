import type { Finding } from '#shared/kernel/finding'
import { formulaById } from '#shared/monitoring/formulas/all'

import type { InventoryDocument } from './document.ts'

/**
 * A formula that was not read in the document that prescribes it must be compared with that document before a report
 * rests on it: one finding for each formula, at the first source that is calculated by it.
 */
export function checkFormulas({ sources }: InventoryDocument): Finding[] {
  const calculated = sources.flatMap((source) => (source.method === 'formula' ? [source] : []))
  return [...Map.groupBy(calculated, ({ formula }) => formula)].flatMap(([id, [first]]): Finding[] => {
    const { verification, document } = formulaById(id)
    if (!first || verification === 'verified' || verification === 'computed') return []
    const isRecalled = verification === 'recalled'
    return [
      {
        severity: isRecalled ? 'explain' : 'note',
        code: isRecalled ? 'accounting.formula-recalled' : 'accounting.formula-secondary-copy',
        where: first.id,
        facts: { source: first.name, formula: id, document },
      },
    ]
  })
}
