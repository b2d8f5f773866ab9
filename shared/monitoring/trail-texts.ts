import type { Wording } from '#shared/kernel/texts'

/** What the audit trail calls this area's procedures and tables. */
export const monitoringTrailTexts = {
  'monitoring.did.applyTemplate': { zh: '套用模板', en: 'Applied a template' },
  'monitoring.did.addSource': { zh: '新增排放源', en: 'Added a source' },
  'monitoring.did.changeSource': { zh: '修改排放源', en: 'Changed a source' },
  'monitoring.did.removeSource': { zh: '删除排放源', en: 'Removed a source' },
  'monitoring.did.revertSource': { zh: '撤销排放源的修改', en: 'Undid a change of a source' },
  'monitoring.did.addParameter': { zh: '新增参数', en: 'Added a parameter' },
  'monitoring.did.changeParameter': { zh: '修改参数', en: 'Changed a parameter' },
  'monitoring.did.removeParameter': { zh: '删除参数', en: 'Removed a parameter' },
  'monitoring.did.takeBack': { zh: '撤回登记', en: 'Took a registration back' },
  'monitoring.did.putBack': { zh: '恢复登记', en: 'Put back what was removed' },

  'monitoring.table.sources': { zh: '排放源', en: 'sources' },
  'monitoring.table.parameters': { zh: '参数', en: 'parameters' },
  'monitoring.deviation-closed': { zh: '关闭偏差', en: 'Closed the deviation' },
} satisfies Record<`monitoring.${string}`, Wording>
