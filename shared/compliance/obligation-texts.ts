import type { Wording } from '#shared/kernel/texts'

import { obligationPageTexts } from './obligation-page-texts.ts'
import { obligationSignalTexts } from './obligation-signal-texts.ts'

/** Everything that is said of compliance obligations. */
export const obligationTexts = {
  'compliance.unknown-obligation': { zh: '找不到该合规义务', en: 'There is no such obligation' },
  'compliance.unknown-person': {
    zh: '人员名册中找不到所选的责任人',
    en: 'The owner is not in the register of people',
  },
  'compliance.unknown-node': { zh: '找不到所选的组织单元', en: 'There is no such unit of the organization' },
  'compliance.unknown-entry': { zh: '库中没有这一条', en: 'The library has no such entry' },
  'compliance.entry-taken': { zh: '“{title}”已经登记', en: '“{title}” is registered already' },
  'compliance.obligation-kept': {
    zh: '{number} 已有记录，只能终止，不能删除',
    en: 'Something is on record of {number}; it can be ended, not removed',
  },
  'compliance.obligation-ended': { zh: '{number} 已终止', en: '{number} has ended' },
  'compliance.applicability-reason': {
    zh: '判定适用或不适用时，写明理由',
    en: 'Say why it applies, or why it does not',
  },
  'compliance.interval-reason': {
    zh: '评价间隔与重要程度建议的不同，写明理由',
    en: 'The interval is not what the weight suggests; say why',
  },
  'compliance.review-past': {
    zh: '下次复核日期 {day} 应晚于今天',
    en: 'The next review, {day}, has to lie ahead',
  },
  'compliance.not-due': { zh: '{due} 不是这一期限的到期日', en: '{due} is no day of this deadline' },
  'compliance.already-fulfilled': {
    zh: '“{what}”{due} 已登记完成',
    en: '“{what}” of {due} is on record as done',
  },
  'compliance.not-yet': { zh: '{day} 还没有到', en: '{day} has not come yet' },
  'compliance.not-evaluated': {
    zh: '{number} 未判定适用或已终止，不作评价',
    en: '{number} is not judged to apply, or has ended; it is not evaluated',
  },
  'compliance.evaluation-without-proof': {
    zh: '评价须附上证据文件；只有“不适用”可以没有',
    en: 'An evaluation needs a file that shows it; only “not applicable” does without',
  },
  'compliance.evaluation-approved': { zh: '这次评价已批准', en: 'This evaluation is approved already' },
  'compliance.own-evaluation': {
    zh: '评价 {number} 由你作出，请由另一人批准',
    en: 'You made evaluation {number}; somebody else approves it',
  },
  'compliance.alone-without-reason': {
    zh: '只有一人时，需写明自行批准的理由',
    en: 'Where one person does everything, the reason has to be written down',
  },

  'compliance.kind.obligation': { zh: '合规义务', en: 'Compliance obligation' },
  'compliance.kind.evaluation': { zh: '合规性评价', en: 'Compliance evaluation' },
  'compliance.standing.undecided': { zh: '待判定', en: 'Not decided' },
  'compliance.standing.excluded': { zh: '不适用', en: 'Does not apply' },
  'compliance.standing.ended': { zh: '已终止', en: 'Ended' },
  'compliance.standing.never-evaluated': { zh: '未评价', en: 'Never evaluated' },
  'compliance.standing.met': { zh: '符合', en: 'Met' },
  'compliance.standing.partly': { zh: '部分符合', en: 'Partly met' },
  'compliance.standing.not-met': { zh: '不符合', en: 'Not met' },
  'compliance.standing.not-applicable': { zh: '本期不适用', en: 'Not applicable' },
  'compliance.result.met': { zh: '符合', en: 'Met' },
  'compliance.result.partly': { zh: '部分符合', en: 'Partly met' },
  'compliance.result.not-met': { zh: '不符合', en: 'Not met' },
  'compliance.result.not-applicable': { zh: '不适用', en: 'Not applicable' },
  'compliance.obligation.kind.law': { zh: '法律法规', en: 'Law or regulation' },
  'compliance.obligation.kind.standard': { zh: '标准与指南', en: 'Standard or guideline' },
  'compliance.obligation.kind.permit': { zh: '许可', en: 'Permit' },
  'compliance.obligation.kind.contract': { zh: '合同', en: 'Contract' },
  'compliance.obligation.kind.customer': { zh: '客户要求', en: 'Customer requirement' },
  'compliance.obligation.kind.commitment': { zh: '自愿承诺', en: 'Voluntary commitment' },
  'compliance.applicability.applies': { zh: '适用', en: 'Applies' },
  'compliance.applicability.excluded': { zh: '不适用', en: 'Does not apply' },
  'compliance.applicability.undecided': { zh: '待判定', en: 'Not decided' },
  'compliance.weight.low': { zh: '一般', en: 'Low' },
  'compliance.weight.medium': { zh: '重要', en: 'Medium' },
  'compliance.weight.high': { zh: '关键', en: 'High' },
  ...obligationPageTexts,
  ...obligationSignalTexts,
  'compliance.evaluation-signed': { zh: '批准合规性评价', en: 'Approved the evaluation' },
} satisfies Record<`compliance.${string}`, Wording>
