import type { Wording } from '#shared/kernel/texts'

/** What the audit trail calls this area's procedures and tables. */
export const monitoringTrailTexts = {
  'monitoring.did.applyTemplate': { zh: '套用模板', en: 'Applied a template' },
  'monitoring.did.addSource': { zh: '新增排放源', en: 'Added a source' },
  'monitoring.did.changeSource': { zh: '修改排放源', en: 'Changed a source' },
  'monitoring.did.removeSource': { zh: '删除排放源', en: 'Removed a source' },
  'monitoring.did.addParameter': { zh: '新增参数', en: 'Added a parameter' },
  'monitoring.did.changeParameter': { zh: '修改参数', en: 'Changed a parameter' },
  'monitoring.did.removeParameter': { zh: '删除参数', en: 'Removed a parameter' },

  'monitoring.table.sources': { zh: '排放源', en: 'sources' },
  'monitoring.table.parameters': { zh: '参数', en: 'parameters' },
} satisfies Record<`monitoring.${string}`, Wording>
