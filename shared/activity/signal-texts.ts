import type { Wording } from '#shared/kernel/texts'

/** What readings say of the standard's requirements. */
export const activitySignalTexts = {
  'activity.signal.no-data': { zh: '尚无活动数据', en: 'There are no activity data' },
  'activity.signal.data': { zh: '活动数据已录入至 {month}', en: 'Activity data are entered up to {month}' },
  'activity.signal.data-old': { zh: '活动数据停在 {month}', en: 'Activity data end in {month}' },
  'activity.signal.no-seal': { zh: '尚无封存的月份', en: 'No month is sealed' },
  'activity.signal.sealed': {
    zh: '已封存 {count} 个月份，最近为 {month}',
    en: '{count} months sealed, the last {month}',
  },
  'activity.signal.seal-old': {
    zh: '最近封存的月份是 {month}，共 {count} 个',
    en: 'The last sealed month is {month}, of {count}',
  },
  'activity.signal.controlled': {
    zh: '今年和去年已答复数据疑点 {count} 项',
    en: '{count} data findings were answered this year and last',
  },
  'activity.signal.uncontrolled': {
    zh: '今年和去年没有答复过数据疑点（{count} 项）',
    en: 'No data finding was answered this year or last ({count})',
  },
  'activity.kind.seal': { zh: '封存的月份', en: 'Sealed month' },
  'activity.kind.answer': { zh: '数据疑点的答复', en: 'Answer to a finding' },
} satisfies Record<`activity.${string}`, Wording>
