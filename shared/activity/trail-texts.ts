import type { Wording } from '#shared/kernel/texts'

/** What the audit trail calls this area's procedures and tables. */
export const activityTrailTexts = {
  'activity.did.submit': { zh: '提交数据', en: 'Submitted readings' },
  'activity.did.correct': { zh: '更正数据', en: 'Corrected readings' },
  'activity.did.correctAll': { zh: '批量更正数据', en: 'Corrected several readings' },
  'activity.did.withdraw': { zh: '撤回数据', en: 'Withdrew readings' },
  'activity.did.check': { zh: '复核数据', en: 'Checked readings' },
  'activity.did.approve': { zh: '批准数据', en: 'Approved readings' },
  'activity.did.sendBack': { zh: '退回数据', en: 'Sent readings back' },
  'activity.did.undo': { zh: '撤销操作', en: 'Undid an act' },
  'activity.did.addEvidence': { zh: '添加证据', en: 'Added evidence' },
  'activity.did.removeEvidence': { zh: '移除证据', en: 'Removed evidence' },
  'activity.did.importInspect': { zh: '查看待导入文件', en: 'Looked into a file' },
  'activity.did.importPreview': { zh: '预览导入', en: 'Previewed an import' },
  'activity.did.import': { zh: '导入数据', en: 'Imported readings' },
  'activity.did.settleRows': { zh: '处理未导入的行', en: 'Settled rejected rows' },
  'activity.did.saveProfile': { zh: '保存列对应方案', en: 'Saved a column mapping' },
  'activity.did.removeProfile': { zh: '删除列对应方案', en: 'Removed a column mapping' },
  'activity.did.seal': { zh: '封存月份', en: 'Sealed a month' },
  'activity.did.reopen': { zh: '重新打开月份', en: 'Reopened a month' },
  'activity.did.checkSubtotals': { zh: '核对小计', en: 'Checked the subtotals' },

  'activity.table.acts': { zh: '数据操作', en: 'acts on readings' },
  'activity.table.readings': { zh: '活动数据', en: 'readings' },
  'activity.table.evidence': { zh: '证据文件', en: 'evidence files' },
  'activity.table.evidence_links': { zh: '证据关联', en: 'evidence links' },
  'activity.table.batches': { zh: '导入批次', en: 'import batches' },
  'activity.table.rejected_rows': { zh: '未导入的行', en: 'rejected rows' },
  'activity.table.mapping_profiles': { zh: '列对应方案', en: 'column mappings' },
  'activity.table.seals': { zh: '月份封存', en: 'month seals' },
} satisfies Record<`activity.${string}`, Wording>
