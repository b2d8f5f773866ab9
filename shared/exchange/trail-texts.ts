import type { Wording } from '#shared/kernel/texts'

/** What the audit trail calls this area's procedures and tables. */
export const exchangeTrailTexts = {
  'exchange.did.exportPlan': { zh: '导出监测计划', en: 'Exported a monitoring plan' },
  'exchange.did.makeExports': { zh: '生成导出文件', en: 'Made exports' },
  'exchange.did.addTarget': { zh: '新增投递位置', en: 'Added a target' },
  'exchange.did.removeTarget': { zh: '删除投递位置', en: 'Removed a target' },
  'exchange.did.send': { zh: '放入发件箱', en: 'Put into the outbox' },
  'exchange.did.deliver': { zh: '投递', en: 'Delivered' },
  'exchange.did.restore': { zh: '从备份恢复', en: 'Restored from a backup' },
  'exchange.restored': {
    zh: '由备份恢复，接续第 {seq} 条审计记录',
    en: 'Restored from a backup, following audit line {seq}',
  },
  'exchange.did.checkStore': { zh: '核对数据完整性', en: 'Checked the data' },
  'exchange.did.backUp': { zh: '备份', en: 'Backed up' },

  'exchange.table.exports': { zh: '导出文件', en: 'exports' },
  'exchange.table.targets': { zh: '投递位置', en: 'targets' },
  'exchange.table.deliveries': { zh: '投递记录', en: 'deliveries' },
  'exchange.table.backups': { zh: '备份', en: 'backups' },
} satisfies Record<`exchange.${string}`, Wording>
