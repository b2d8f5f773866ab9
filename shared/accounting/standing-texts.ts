import type { Wording } from '#shared/kernel/texts'

/** How far a total rests on meters without valid calibration and on data outside the plan. */
export const standingTexts = {
  'accounting.uncalibrated-none-yet': {
    zh: '计量器具 {meter} 在 {from} 至 {to}（不含）没有检定证书，涉及 {tonnes} tCO₂e，占总量 {share} %',
    en: 'Meter {meter} had no certificate from {from} up to {to}: {tonnes} tCO₂e, {share} % of the total',
  },
  'accounting.uncalibrated-overdue': {
    zh: '计量器具 {meter} 在 {from} 至 {to}（不含）检定过期，涉及 {tonnes} tCO₂e，占总量 {share} %',
    en: 'Meter {meter} was overdue from {from} up to {to}: {tonnes} tCO₂e, {share} % of the total',
  },
  'accounting.uncalibrated-failed': {
    zh: '计量器具 {meter} 在 {from} 至 {to}（不含）检定不合格，涉及 {tonnes} tCO₂e，占总量 {share} %',
    en: 'Meter {meter} had failed its calibration from {from} up to {to}: {tonnes} tCO₂e, {share} % of the total',
  },
  'accounting.uncalibrated-found-outside': {
    zh: '计量器具 {meter} 后来被检出超差，{from} 至 {to}（不含）的数据存疑，涉及 {tonnes} tCO₂e，占总量 {share} %',
    en: 'Meter {meter} was later found outside its limits, which throws doubt on {from} up to {to}: {tonnes} tCO₂e, {share} % of the total',
  },
  'accounting.outside-plan': {
    zh: '监测计划没有要求“{name}”（{source}），它涉及 {tonnes} tCO₂e，占总量 {share} %',
    en: 'The plan does not ask for "{name}" ({source}), on which {tonnes} tCO₂e rest, {share} % of the total',
  },
  'accounting.planned-but-gone': {
    zh: '监测计划要求“{source}”的“{name}”，登记册中没有',
    en: 'The plan asks for "{name}" of "{source}", which the register does not have',
  },
  'accounting.no-plan': {
    zh: '这一年没有已生效的监测计划，数据没有依据可对照',
    en: 'No monitoring plan was in force in this year; the data are held to none',
  },
  'accounting.deviation-open': {
    zh: '偏差 {code}“{title}”还没有关闭',
    en: 'Deviation {code} "{title}" is not closed',
  },
  'accounting.standing': { zh: '计量与计划', en: 'Meters and plan' },
  'accounting.standing.good': {
    zh: '全部数据由有效检定的器具测得，并在监测计划之内',
    en: 'All data were measured by validly calibrated meters and lie within the plan',
  },
  'accounting.standing.uncalibrated': { zh: '未经有效检定', en: 'Without valid calibration' },
  'accounting.standing.uncalibrated-why': {
    zh: '没有有效检定的器具测得的数据所在的月份，其排放量标记在此，处理完为止。',
    en: 'Months with data of meters without valid calibration are marked here until that is settled.',
  },
  'accounting.standing.outside': { zh: '计划之外', en: 'Outside the plan' },
  'accounting.standing.outside-why': {
    zh: '监测计划没有要求、但计入了总量的数据，单独列出。',
    en: 'Data in the total that the monitoring plan does not ask for, shown apart.',
  },
  'accounting.standing.settled': { zh: '已处理', en: 'Settled' },
  'accounting.standing.deviations': { zh: '未关闭的偏差', en: 'Open deviations' },
  'accounting.standing.all': { zh: '合计（每月只计一次）', en: 'Together, each month once' },
  'accounting.standing.what': { zh: '对象', en: 'What' },
  'accounting.standing.period': { zh: '期间', en: 'Period' },
  'accounting.standing.sources': { zh: '排放源与月份', en: 'Sources and months' },
  'accounting.standing.emission': { zh: '排放量（tCO₂e）', en: 'Emission, tCO₂e' },
  'accounting.standing.share': { zh: '占总量（%）', en: 'Share, %' },
  'accounting.standing.how': { zh: '处理方式', en: 'How' },
  'accounting.standing.kind.proven': { zh: '由后来的证书证明合格', en: 'Proven by a later certificate' },
  'accounting.standing.kind.corrected': { zh: '数据已按系数修正', en: 'Data were corrected by a factor' },
  'accounting.standing.kind.conservative': { zh: '已采用保守值', en: 'A conservative value was used' },
  'accounting.standing.no-plan': {
    zh: '这一年没有已生效的监测计划',
    en: 'No plan was in force in this year',
  },
  'accounting.standing.months': { zh: '{name}：{months}', en: '{name}: {months}' },
} satisfies Record<`accounting.${string}`, Wording>
