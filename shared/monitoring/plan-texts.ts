import type { Wording } from '#shared/kernel/texts'

import { monitoringColumnTexts } from './column-texts.ts'
import { planPageTexts } from './plan-page-texts.ts'

const troubles = {
  'monitoring.no-organization': {
    zh: '还没有填写单位信息，先在“单位信息”中登记单位',
    en: 'The organization is not registered yet; register it first',
  },
  'monitoring.no-such-plan': { zh: '找不到该版监测计划', en: 'There is no such version of the plan' },
  'monitoring.no-such-submission': { zh: '找不到该提交记录', en: 'There is no such submission' },
  'monitoring.plan-under-way': {
    zh: '第 {number} 版还没有生效，先完成或删除它，再起草新版',
    en: 'Version {number} is not in force yet; finish or discard it before a new one is begun',
  },
  'monitoring.plan-fixed-review': {
    zh: '第 {number} 版正在审核，不能修改；需要修改请先退回',
    en: 'Version {number} is under review and cannot be edited; have it returned first',
  },
  'monitoring.plan-fixed-approved': {
    zh: '第 {number} 版已批准，不能修改；需要修改请先退回',
    en: 'Version {number} is approved and cannot be edited; have it returned first',
  },
  'monitoring.plan-fixed-in-force': {
    zh: '第 {number} 版已生效，不能修改；请起草新版',
    en: 'Version {number} is in force and cannot be edited; begin a new version',
  },
  'monitoring.plan-fixed-superseded': {
    zh: '第 {number} 版已被替代，不能修改',
    en: 'Version {number} is superseded and cannot be edited',
  },
  'monitoring.plan-cannot': {
    zh: '第 {number} 版目前的状态不允许这一步',
    en: 'Version {number} has not reached the state for this step, or has passed it',
  },
  'monitoring.plan-incomplete': {
    zh: '还有 {count} 项必填内容缺失，补全后才能提交审核',
    en: '{count} required parts are missing; complete them before it is handed in',
  },
  'monitoring.plan-was-submitted': {
    zh: '该版有提交主管部门的记录，不能删除',
    en: 'This version was handed to the authority and cannot be discarded',
  },
  'monitoring.plan-own-work': {
    zh: '编写或提交这一版的人不能批准它，请由另一人批准',
    en: 'Whoever wrote or handed in a version cannot approve it; somebody else has to',
  },
  'monitoring.plan-alone-without-reason': {
    zh: '系统只有一名用户，自己批准自己的工作需要说明理由，理由会写入报告',
    en: 'There is only one user: approving your own work needs a reason, which stands in the report',
  },
  'monitoring.plan-not-later': {
    zh: '现行第 {number} 版自 {from} 起生效，新版的生效日期必须更晚',
    en: 'Version {number} has been in force since {from}; a new one must begin later',
  },
} satisfies Record<`monitoring.${string}`, Wording>

const gaps = {
  'monitoring.plan-no-title': { zh: '没有填写计划名称', en: 'The plan has no title' },
  'monitoring.plan-no-reason': {
    zh: '没有说明制定或修订的原因',
    en: 'The reason for this version is missing',
  },
  'monitoring.plan-no-credit-code': {
    zh: '单位信息缺少统一社会信用代码',
    en: 'The organization has no unified social credit code',
  },
  'monitoring.plan-credit-code-wrong': {
    zh: '统一社会信用代码 {code} 的校验位不对',
    en: 'The check digit of the credit code {code} is wrong',
  },
  'monitoring.plan-no-legal-representative': {
    zh: '单位信息缺少法定代表人',
    en: 'The organization names no legal representative',
  },
  'monitoring.plan-no-contact': { zh: '单位信息缺少联系人', en: 'The organization names no contact' },
  'monitoring.plan-no-boundary': {
    zh: '还没有批准的组织边界，计划中的边界为空',
    en: 'No boundary is approved yet, so the plan has none',
  },
  'monitoring.plan-no-lines': { zh: '计划没有任何参数', en: 'The plan has no parameter' },
  'monitoring.plan-no-department': {
    zh: '{count} 个参数没有责任部门：{names}',
    en: '{count} parameters have no department: {names}',
  },
  'monitoring.plan-no-responsible': {
    zh: '{count} 个参数没有责任人：{names}',
    en: '{count} parameters have no person responsible: {names}',
  },
  'monitoring.plan-no-record-form': {
    zh: '{count} 个参数没有写明记录方式：{names}',
    en: 'How {count} parameters are recorded is not said: {names}',
  },
  'monitoring.plan-no-meter': {
    zh: '{count} 个实测参数没有写明计量器具：{names}',
    en: '{count} measured parameters name no meter: {names}',
  },
  'monitoring.plan-meter-unknown': {
    zh: '{count} 个参数的计量器具没有登记或没有准确度：{names}',
    en: 'The meters of {count} parameters are not registered or have no accuracy: {names}',
  },
  'monitoring.plan-no-standard': {
    zh: '{count} 个化验参数没有写明方法标准：{names}',
    en: '{count} laboratory parameters name no method standard: {names}',
  },
  'monitoring.plan-no-gap-rule': {
    zh: '{count} 个实测参数没有缺失数据处理规则：{names}',
    en: '{count} measured parameters have no rule for gaps: {names}',
  },
  'monitoring.plan-no-sampling': {
    zh: '有化验参数，但没有采样和制样方案',
    en: 'There are laboratory parameters but no sampling and preparation',
  },
  'monitoring.plan-no-uncertainty': {
    zh: '没有说明不确定性来源：{names}',
    en: 'The cause of uncertainty is not given: {names}',
  },
  'monitoring.plan-no-method-reason': {
    zh: '没有说明选择核算方法的理由：{names}',
    en: 'Why the method was chosen is not said: {names}',
  },
  'monitoring.plan-empty-responsibilities': {
    zh: '没有写职责分工',
    en: 'Responsibilities are not described',
  },
  'monitoring.plan-empty-training': { zh: '没有写培训安排', en: 'Training is not described' },
  'monitoring.plan-empty-retention': {
    zh: '没有写档案保存要求',
    en: 'Retention of records is not described',
  },
  'monitoring.plan-empty-internalAudit': { zh: '没有写内部审核安排', en: 'Internal audit is not described' },
  'monitoring.plan-empty-approvalFlow': { zh: '没有写审批流程', en: 'The flow of approval is not described' },
  'monitoring.plan-empty-deviationRule': {
    zh: '没有写实际做法偏离计划时的处理规则',
    en: 'What is done when practice leaves the plan is not said',
  },
} satisfies Record<`monitoring.${string}`, Wording>

const deviations = {
  'monitoring.not-in-plan': {
    zh: '“{source}”的“{name}”不在现行监测计划中',
    en: '"{name}" of "{source}" is not in the plan in force',
  },
  'monitoring.plan-line-gone': {
    zh: '计划要求监测“{source}”的“{name}”，但登记册中已没有这一参数',
    en: 'The plan asks for "{name}" of "{source}", which the register has no longer',
  },
  'monitoring.plan-other-unit': {
    zh: '“{name}”计划单位为 {planned}，现为 {actual}',
    en: '"{name}" is planned in {planned} and kept in {actual}',
  },
  'monitoring.plan-other-determination': {
    zh: '“{name}”的取值方式与计划不同',
    en: '"{name}" is determined otherwise than planned',
  },
  'monitoring.plan-other-meter': {
    zh: '“{name}”计划使用计量器具 {planned}，现为 {actual}',
    en: '"{name}" is planned with meter {planned} and measured with {actual}',
  },
  'monitoring.plan-other-factor': {
    zh: '“{name}”采用的缺省值与计划不同',
    en: '"{name}" takes another default than planned',
  },
  'monitoring.plan-other-recordFrequency': {
    zh: '“{name}”的记录频次与计划不同',
    en: '"{name}" is recorded at another frequency than planned',
  },
  'monitoring.plan-other-gapRule': {
    zh: '“{name}”的缺失数据处理规则与计划不同',
    en: '"{name}" has another rule for gaps than planned',
  },
  'monitoring.plan-other-responsible': {
    zh: '“{name}”计划责任人为 {planned}，现为 {actual}',
    en: '"{name}" is planned for {planned} and done by {actual}',
  },
  'monitoring.plan-other-department': {
    zh: '“{name}”计划责任部门为 {planned}，现为 {actual}',
    en: '"{name}" is planned for {planned} and done by {actual}',
  },
} satisfies Record<`monitoring.${string}`, Wording>

const trail = {
  'monitoring.did.beginPlan': { zh: '起草监测计划', en: 'Began a monitoring plan' },
  'monitoring.did.editPlan': { zh: '修改监测计划', en: 'Edited a monitoring plan' },
  'monitoring.did.refreshPlan': { zh: '按登记册更新监测计划', en: 'Took the registers into a plan' },
  'monitoring.did.discardPlan': { zh: '删除监测计划草稿', en: 'Discarded a draft plan' },
  'monitoring.did.submitPlan': { zh: '提交监测计划审核', en: 'Handed a plan in for review' },
  'monitoring.did.returnPlan': { zh: '退回监测计划', en: 'Returned a plan' },
  'monitoring.did.approvePlan': { zh: '批准监测计划', en: 'Approved a plan' },
  'monitoring.did.enactPlan': { zh: '监测计划生效', en: 'Put a plan into force' },
  'monitoring.did.addSubmission': { zh: '登记向主管部门提交计划', en: 'Recorded a submission of a plan' },
  'monitoring.did.changeSubmission': { zh: '修改计划提交记录', en: 'Changed a submission of a plan' },
  'monitoring.table.plans': { zh: '监测计划', en: 'monitoring plans' },
  'monitoring.table.plan_submissions': { zh: '计划提交记录', en: 'submissions of plans' },
  'monitoring.plan-signed': { zh: '批准监测计划', en: 'Approves the monitoring plan' },
} satisfies Record<`monitoring.${string}`, Wording>

/** The monitoring plan: what may not be done, what it lacks, where practice leaves it, its pages and its trail. */
export const monitoringPlanTexts = {
  ...troubles,
  ...gaps,
  ...deviations,
  ...trail,
  ...planPageTexts,
  ...monitoringColumnTexts,
}
