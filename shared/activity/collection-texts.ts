import type { Wording } from '#shared/kernel/texts'

/** Who collects what by when, and the workbook in which it comes back. */
export const collectionTexts = {
  'activity.task.collect': {
    zh: '{place} {month} 数据采集（已有 {present}/{asked}）',
    en: 'Collect the data of {month}, {place} ({present} of {asked} in)',
  },
  'activity.task.collect-by': {
    zh: '{department}：{place} {month} 数据采集（已有 {present}/{asked}）',
    en: '{department}: collect the data of {month}, {place} ({present} of {asked} in)',
  },
  'activity.nothing-to-collect': {
    zh: '{department} 在 {month} 没有需要采集的参数。',
    en: '{department} has nothing to collect for {month}.',
  },
  'activity.collection-complete': {
    zh: '{department} 在 {month} 能用工作簿填报的数据已经齐全，没有空格可填。',
    en: 'All that {department} could fill in for {month} in a workbook is there already.',
  },
  'activity.workbook.sheet': { zh: '数据填报', en: 'Data collection' },
  'activity.workbook.title': { zh: '{place} {month} 碳数据填报表', en: 'Carbon data of {place}, {month}' },
  'activity.workbook.for': {
    zh: '填报部门：{department}　截止日：{due}',
    en: 'Department: {department}   Due: {due}',
  },
  'activity.workbook.how': {
    zh: '只填“数值”“备注”“凭证编号”三列；没有的数据留空，不要填 0。行可以移动、删除或打印，不要改动第一列。',
    en: 'Fill in value, remark and document number only; leave empty what there is not, do not write 0. Rows may be moved, removed or printed; leave the first column as it is.',
  },
  'activity.workbook.signed': {
    zh: '填报人：　　　　　　　　日期：　　　　　　　　复核人：',
    en: 'Filled in by:                    Date:                    Checked by:',
  },
  'activity.workbook.key': { zh: '填报键（勿改）', en: 'Key (do not change)' },
  'activity.workbook.source': { zh: '排放源', en: 'Source' },
  'activity.workbook.parameter': { zh: '参数', en: 'Parameter' },
  'activity.workbook.period': { zh: '期间', en: 'Period' },
  'activity.workbook.frequency': { zh: '频次', en: 'Frequency' },
  'activity.workbook.unit': { zh: '单位', en: 'Unit' },
  'activity.workbook.value': { zh: '数值', en: 'Value' },
  'activity.workbook.note': { zh: '备注', en: 'Remark' },
  'activity.workbook.evidence': { zh: '凭证编号', en: 'Document number' },
  'activity.workbook.frequency.hour': { zh: '每小时', en: 'hourly' },
  'activity.workbook.frequency.day': { zh: '每日', en: 'daily' },
  'activity.workbook.frequency.batch': { zh: '每批', en: 'by batch' },
  'activity.workbook.frequency.month': { zh: '每月', en: 'monthly' },
  'activity.workbook.frequency.year': { zh: '每年', en: 'yearly' },
  'activity.did.saveCollectionRule': { zh: '设置数据采集期限', en: 'Set when data is due' },
  'activity.did.removeCollectionRule': {
    zh: '恢复核算指南的采集期限',
    en: 'Let the guideline say when data is due',
  },
  'activity.did.collectionWorkbook': { zh: '生成填报工作簿', en: 'Made a collection workbook' },
  'activity.table.collection_rules': { zh: '数据采集期限', en: 'due days of data' },
  'activity.collect.no-department': { zh: '未定部门', en: 'no department' },
} satisfies Record<`activity.${string}`, Wording>
