import type { TaskContext } from '#electron/kernel/context'
import { offerWorkbook } from '#electron/kernel/offer-workbook'
import { comparisonSheets } from '#shared/accounting/comparison-sheet'
import type { InventoryId } from '#shared/accounting/inventory'
import type { Language } from '#shared/kernel/texts'

import { compareInventories } from './compare.ts'
import { ruleFiles } from './engine-library.ts'

/** The comparison of inventories as a workbook, a sheet for each bridge. */
export async function exportComparison(
  task: TaskContext,
  { ids, language }: { readonly ids: readonly InventoryId[]; readonly language: Language },
): Promise<{ readonly download: string; readonly fileName: string }> {
  const comparison = compareInventories(task, ids)
  const { guidelines, rounding } = ruleFiles(task.around)
  const titleIn =
    (all: readonly { readonly id: string; readonly title: Record<Language, string> }[]) => (id: string) =>
      all.find((each) => each.id === id)?.title[language] ?? id
  const { title, sheets } = comparisonSheets(comparison, language, {
    guideline: titleIn(guidelines),
    rounding: titleIn(rounding),
  })
  return offerWorkbook(task, title, sheets)
}
