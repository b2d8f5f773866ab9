import type { Wording } from '#shared/kernel/texts'

/** What the audit trail calls this area's procedures and tables. */
export const accountingTrailTexts = {
  'accounting.did.create': { zh: '新建清单', en: 'Created an inventory' },
  'accounting.did.edit': { zh: '修改清单', en: 'Changed an inventory' },
  'accounting.did.editPlan': { zh: '修改报告计划', en: 'Changed the reporting plan' },
  'accounting.did.setReported': { zh: '填写已公布的数值', en: 'Stated published figures' },
  'accounting.did.discard': { zh: '放弃清单', en: 'Discarded an inventory' },
  'accounting.did.freeze': { zh: '冻结清单', en: 'Froze an inventory' },
  'accounting.did.exportComparison': { zh: '导出边界对照', en: 'Exported boundaries side by side' },
  'accounting.did.reopen': { zh: '重新打开清单', en: 'Reopened an inventory' },

  'accounting.table.inventories': { zh: '清单', en: 'inventories' },
  'accounting.table.contents': { zh: '清单内容', en: 'inventory contents' },
} satisfies Record<`accounting.${string}`, Wording>
