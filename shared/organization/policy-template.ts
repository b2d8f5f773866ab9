import type { Subsystem } from '#shared/kernel/subsystem'
import type { Language } from '#shared/kernel/texts'

import { checksOf, type PolicyCheck } from './policy.ts'

type Sentences = Readonly<Record<PolicyCheck, string>>
const sentences: Readonly<Record<Language, Sentences>> = {
  zh: {
    purpose: '本方针立足本单位的主业和所处的能源、市场与气候环境',
    framework: '公司据此制定并评审碳管理目标和指标',
    resources: '公司承诺为实现目标提供所需的信息、人员、资金和技术',
    obligations: '公司承诺遵守适用的法律法规和其他碳管理要求',
    improvement: '公司承诺持续改进碳绩效和碳管理体系',
    operation: '在设计、采购、生产和检修中优先考虑能够改进碳绩效的做法',
    'emission-improvement': '公司承诺持续降低单位产品的碳排放，提高能效并扩大清洁能源使用',
    'emission-scope': '本方针覆盖碳排放管理边界内的全部活动、产品和服务',
    'trading-improvement': '公司承诺持续改进碳交易的计划、审批和评价，提高交易绩效',
    'market-integrity': '公司依法合规、合理守信地参与碳市场，降低市场风险，维护市场效率',
    'asset-objectives': '碳资产目标和预算以本方针为基础制定',
    'neutrality-goal': '公司承诺实现碳中和，并就中和的标的、目标年份和路径作出公开说明',
  },
  en: {
    purpose: 'This policy rests on our main business and on the energy, market and climate it works in',
    framework: 'We set and review our carbon objectives and targets by it',
    resources:
      'We commit to providing the information, people, money and technology that the objectives need',
    obligations: 'We commit to meeting the laws and other requirements on carbon that apply to us',
    improvement: 'We commit to improving our carbon performance and our system continually',
    operation: 'In design, purchasing, production and maintenance we prefer what improves carbon performance',
    'emission-improvement':
      'We commit to lowering emissions per product, to better energy efficiency and to more clean energy',
    'emission-scope': 'It covers every activity, product and service inside our emission boundary',
    'trading-improvement':
      'We commit to improving how trades are planned, approved and evaluated, and so our trading performance',
    'market-integrity':
      'We take part in carbon markets lawfully, fairly and honestly, lessen market risk and keep markets efficient',
    'asset-objectives': 'Our carbon asset objectives and budgets are set on the basis of this policy',
    'neutrality-goal':
      'We commit to carbon neutrality and say in public for which subject, by which year and on which path',
  },
}

/** A model text that says all that a policy has to, with the passage for each: a beginning to be made one's own. */
export function policyModel(
  subsystem: Subsystem,
  language: Language,
): { readonly text: string; readonly passages: Readonly<Partial<Record<PolicyCheck, string>>> } {
  const own = sentences[language]
  const checks = checksOf(subsystem)
  const end = language === 'zh' ? '。' : '.'
  return {
    text: checks.map((check) => `${own[check]}${end}`).join('\n'),
    passages: Object.fromEntries(checks.map((check) => [check, own[check]])),
  }
}
