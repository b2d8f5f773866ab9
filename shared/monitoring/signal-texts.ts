import type { Wording } from '#shared/kernel/texts'

/** What the registers of monitoring say of the standard's requirements. */
export const monitoringSignalTexts = {
  'monitoring.signal.no-source': { zh: '尚未登记排放源', en: 'No emission source is registered' },
  'monitoring.signal.sources': {
    zh: '已登记排放源 {count} 个，运行中的均有监测参数',
    en: '{count} sources registered, each running one with its parameters',
  },
  'monitoring.signal.source-unmonitored': {
    zh: '{count} 个运行中的排放源没有监测参数',
    en: '{count} running sources have no parameter',
  },
  'monitoring.signal.no-meter': { zh: '尚未登记计量器具', en: 'No meter is registered' },
  'monitoring.signal.meters': { zh: '在用计量器具 {count} 台', en: '{count} meters in use' },
  'monitoring.signal.no-calibration': {
    zh: '没有须检定校准的在用计量器具',
    en: 'No meter in use is calibrated',
  },
  'monitoring.signal.calibration-lapsed': {
    zh: '{count} 台计量器具没有有效的检定校准证书',
    en: '{count} meters have no valid certificate',
  },
  'monitoring.signal.calibrated': {
    zh: '{count} 台计量器具的检定校准均在有效期内',
    en: 'The certificates of {count} meters are valid',
  },
  'monitoring.signal.no-plan': { zh: '尚未编制监测计划', en: 'No monitoring plan is written' },
  'monitoring.signal.plan-open': {
    zh: '{count} 份监测计划尚未批准生效',
    en: '{count} monitoring plans are not in force yet',
  },
  'monitoring.signal.plan-in-force': {
    zh: '监测计划 {count} 份在执行',
    en: '{count} monitoring plans in force',
  },
  'monitoring.signal.plan-not-submitted': {
    zh: '{count} 份监测计划未按期提交主管部门',
    en: '{count} monitoring plans were not handed in on time',
  },
  'monitoring.signal.plan-submitted': {
    zh: '监测计划已按期提交主管部门',
    en: 'The monitoring plan was handed in on time',
  },
  'monitoring.signal.deviation-late': {
    zh: '{count} 项偏差逾期未查明原因',
    en: '{count} deviations are past their day without an answer',
  },
  'monitoring.signal.deviations': {
    zh: '已登记偏差 {count} 项，没有逾期未答复的',
    en: '{count} deviations on record, none past its day',
  },
} satisfies Record<`monitoring.${string}`, Wording>
