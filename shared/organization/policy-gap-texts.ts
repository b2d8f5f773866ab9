import type { Wording } from '#shared/kernel/texts'

/** What a policy lacks, each required content by its name (5.2). */
export const policyGapTexts = {
  'organization.policy-lacks.purpose': {
    zh: '方针中缺少“符合宗旨和所处环境”（{clause}）',
    en: 'The policy lacks that it fits the purpose and the context ({clause})',
  },
  'organization.policy-lost.purpose': {
    zh: '为“符合宗旨和所处环境”引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for that it fits the purpose and the context is not in the text ({clause})',
  },
  'organization.policy-lacks.framework': {
    zh: '方针中缺少“为目标和指标提供框架”（{clause}）',
    en: 'The policy lacks a framework for objectives and targets ({clause})',
  },
  'organization.policy-lost.framework': {
    zh: '为“为目标和指标提供框架”引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for a framework for objectives and targets is not in the text ({clause})',
  },
  'organization.policy-lacks.resources': {
    zh: '方针中缺少“提供信息和资源”的承诺（{clause}）',
    en: 'The policy lacks the commitment to information and resources ({clause})',
  },
  'organization.policy-lost.resources': {
    zh: '为“提供信息和资源”的承诺引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for the commitment to information and resources is not in the text ({clause})',
  },
  'organization.policy-lacks.obligations': {
    zh: '方针中缺少“遵守法规和其他要求”的承诺（{clause}）',
    en: 'The policy lacks the commitment to legal and other requirements ({clause})',
  },
  'organization.policy-lost.obligations': {
    zh: '为“遵守法规和其他要求”的承诺引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for the commitment to legal and other requirements is not in the text ({clause})',
  },
  'organization.policy-lacks.improvement': {
    zh: '方针中缺少“持续改进”的承诺（{clause}）',
    en: 'The policy lacks the commitment to continual improvement ({clause})',
  },
  'organization.policy-lost.improvement': {
    zh: '为“持续改进”的承诺引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for the commitment to continual improvement is not in the text ({clause})',
  },
  'organization.policy-lacks.operation': {
    zh: '方针中缺少“在运行中考虑绩效改进”（{clause}）',
    en: 'The policy lacks support for operation that improves performance ({clause})',
  },
  'organization.policy-lost.operation': {
    zh: '为“在运行中考虑绩效改进”引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for support for operation that improves performance is not in the text ({clause})',
  },
  'organization.policy-lacks.emission-improvement': {
    zh: '方针中缺少“持续改进碳排放绩效”的承诺（{clause}）',
    en: 'The policy lacks the commitment to better emission performance ({clause})',
  },
  'organization.policy-lost.emission-improvement': {
    zh: '为“持续改进碳排放绩效”的承诺引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for the commitment to better emission performance is not in the text ({clause})',
  },
  'organization.policy-lacks.emission-scope': {
    zh: '方针没有写明覆盖哪些活动、产品和服务（{clause}）',
    en: 'The policy does not say which activities, products and services it covers ({clause})',
  },
  'organization.policy-lost.emission-scope': {
    zh: '为“覆盖的活动、产品和服务”引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for what the policy covers is not in the text ({clause})',
  },
  'organization.policy-lacks.trading-improvement': {
    zh: '方针中缺少“持续改进碳交易绩效”的承诺（{clause}）',
    en: 'The policy lacks the commitment to better trading performance ({clause})',
  },
  'organization.policy-lost.trading-improvement': {
    zh: '为“持续改进碳交易绩效”的承诺引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for the commitment to better trading performance is not in the text ({clause})',
  },
  'organization.policy-lacks.market-integrity': {
    zh: '方针中缺少“合法、合规、合理、守信”的承诺（{clause}）',
    en: 'The policy lacks the commitment to lawful, fair and honest trading ({clause})',
  },
  'organization.policy-lost.market-integrity': {
    zh: '为“合法、合规、合理、守信”的承诺引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for the commitment to lawful, fair and honest trading is not in the text ({clause})',
  },
  'organization.policy-lacks.asset-objectives': {
    zh: '方针中缺少“作为碳资产目标的基础”（{clause}）',
    en: 'The policy lacks that it is the basis of the asset objectives ({clause})',
  },
  'organization.policy-lost.asset-objectives': {
    zh: '为“作为碳资产目标的基础”引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for that it is the basis of the asset objectives is not in the text ({clause})',
  },
  'organization.policy-lacks.neutrality-goal': {
    zh: '方针中缺少“实现碳中和及其目标”的承诺（{clause}）',
    en: 'The policy lacks the commitment to neutrality and its goal ({clause})',
  },
  'organization.policy-lost.neutrality-goal': {
    zh: '为“实现碳中和及其目标”的承诺引用的文字已不在正文中（{clause}）',
    en: 'The passage quoted for the commitment to neutrality and its goal is not in the text ({clause})',
  },
} satisfies Record<`organization.${string}`, Wording>
