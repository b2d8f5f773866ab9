import type { Wording } from '#shared/kernel/texts'

import type { RequiredCode, WritingState } from './required.ts'

/** What the standard asks to have in writing, in our own words. */
export const documentsRequiredTexts = {
  'documents.required.scope': { zh: '体系范围与边界', en: 'Scope and boundary of the system' },
  'documents.required.policy': { zh: '碳管理方针', en: 'Carbon policy' },
  'documents.required.review-method': {
    zh: '评审所用的方法和准则',
    en: 'Methods and criteria of the reviews',
  },
  'documents.required.review-results': { zh: '评审结果', en: 'Results of the reviews' },
  'documents.required.indicator-method': {
    zh: '确定和更新绩效参数的办法',
    en: 'How indicators are set and updated',
  },
  'documents.required.indicator-values': { zh: '绩效参数的数值', en: 'Values of the indicators' },
  'documents.required.baseline': {
    zh: '基准、变量数据与基准调整',
    en: 'Baselines, their variables and adjustments',
  },
  'documents.required.objectives': { zh: '目标与指标', en: 'Objectives and targets' },
  'documents.required.action-plans': { zh: '措施计划', en: 'Action plans' },
  'documents.required.reporting-plan': { zh: '报告策划', en: 'Reporting plan' },
  'documents.required.trading-plan': { zh: '交易计划', en: 'Trading plan' },
  'documents.required.neutrality-plan': { zh: '碳中和管理计划', en: 'Neutrality plan' },
  'documents.required.competence': { zh: '能力的证据', en: 'Evidence of competence' },
  'documents.required.communication': {
    zh: '重要信息交流的决定',
    en: 'Decisions on important communication',
  },
  'documents.required.disclosure-rules': { zh: '信息披露准则', en: 'Rules of disclosure' },
  'documents.required.monitoring': {
    zh: '监测结果与偏差调查',
    en: 'Monitoring results and deviation cases',
  },
  'documents.required.compliance-evaluation': {
    zh: '合规性评价结果',
    en: 'Results of compliance evaluations',
  },
  'documents.required.audit': { zh: '审核方案与审核结果', en: 'Audit programme and results' },
  'documents.required.management-review': { zh: '管理评审记录', en: 'Records of management reviews' },
  'documents.required.nonconformity': {
    zh: '不符合与纠正措施记录',
    en: 'Nonconformities and corrective actions',
  },
  'documents.required.trading-monitoring': { zh: '碳交易监测记录', en: 'Records of monitoring trading' },
  'documents.required.appraisal': { zh: '交易绩效考核记录', en: 'Appraisals of trading' },
  'documents.required.asset-monitoring': { zh: '碳资产监测记录', en: 'Records of monitoring carbon assets' },
  'documents.required.neutrality-monitoring': {
    zh: '碳中和监测记录',
    en: 'Records of monitoring neutrality',
  },
  'documents.required.neutrality-compliance': {
    zh: '碳中和合规性评价',
    en: 'Compliance evaluation of neutrality',
  },
  'documents.writing.there': { zh: '已具备', en: 'There' },
  'documents.writing.begun': { zh: '在编制', en: 'On its way' },
  'documents.writing.missing': { zh: '缺失', en: 'Missing' },
  'documents.writing.not-adopted': { zh: '子体系未采用', en: 'Subsystem not adopted' },
  'documents.holding.maintain': { zh: '保持', en: 'Maintained' },
  'documents.holding.retain': { zh: '保留', en: 'Retained' },
} satisfies Record<
  | `documents.required.${RequiredCode}`
  | `documents.writing.${WritingState}`
  | `documents.holding.${'maintain' | 'retain'}`,
  Wording
>
