import type { Wording } from '#shared/kernel/texts'

/** Wording of commitments of top management (5.1). */
export const commitmentTexts = {
  'organization.commitments.title': { zh: '领导承诺', en: 'Commitments' },
  'organization.commitments.purpose': {
    zh: '最高管理者的承诺，以及其亲自签署的文件（5.1）',
    en: 'What top management commits to, and what it signed itself (5.1)',
  },
  'organization.commitments.empty': { zh: '还没有领导承诺', en: 'No commitments yet' },
  'organization.commitments.empty-why': {
    zh: '最高管理者要以行动证明带头作用，并对阶段性排放目标和走向碳中和的方式公开表态（5.1）。一项承诺可以对应标准的多条要求。',
    en: 'Top management shows its leadership and commits to staged emission targets and the way to neutrality (5.1). One commitment can serve several requirements.',
  },
  'organization.commitments.add': { zh: '新增承诺', en: 'Add a commitment' },
  'organization.commitments.new': { zh: '新的承诺', en: 'New commitment' },
  'organization.commitments.edit': { zh: '修改承诺', en: 'Change the commitment' },
  'organization.commitments.open': { zh: '尚未由承诺体现的要求', en: 'Requirements no commitment shows yet' },
  'organization.commitments.none-open': {
    zh: '每条要求都有已发布的承诺对应。',
    en: 'Every requirement is served by a published commitment.',
  },
  'organization.commitments.signed': { zh: '最高管理者签署的记录', en: 'Signed by top management' },
  'organization.commitments.signed-none': { zh: '还没有签署任何记录。', en: 'Nothing has been signed yet.' },
  'organization.commitment.statement': { zh: '承诺内容', en: 'Statement' },
  'organization.commitment.theme': { zh: '主题', en: 'Theme' },
  'organization.commitment.serves': { zh: '对应的要求', en: 'Requirements it serves' },
  'organization.commitment.person': { zh: '承诺人', en: 'Who commits' },
  'organization.commitment.targetYear': { zh: '目标年份', en: 'Target year' },
  'organization.commitment.value': { zh: '目标值', en: 'Target value' },
  'organization.commitment.unit': { zh: '单位', en: 'Unit' },
  'organization.commitment.covers': { zh: '覆盖范围', en: 'What it covers' },
  'organization.commitment.route': { zh: '实现路径', en: 'Route' },
  'organization.commitment.state': { zh: '状态', en: 'State' },
  'organization.commitment.place': { zh: '发布渠道', en: 'Where it was published' },
  'organization.commitment.publish': { zh: '发布', en: 'Publish' },
  'organization.commitment.publish-question': {
    zh: '发布后内容不能修改，只能撤回。',
    en: 'Once published it cannot be changed, only withdrawn.',
  },
  'organization.commitment.withdraw': { zh: '撤回', en: 'Withdraw' },
  'organization.commitment.withdraw-question': {
    zh: '撤回这项承诺？记录会保留。',
    en: 'Withdraw this commitment? The record stays.',
  },
  'organization.commitment.saved': { zh: '领导承诺', en: 'Commitment' },
  'organization.commitment-state.draft': { zh: '草稿', en: 'draft' },
  'organization.commitment-state.published': { zh: '已发布', en: 'published' },
  'organization.commitment-state.withdrawn': { zh: '已撤回', en: 'withdrawn' },
  'organization.commitment-theme.system': { zh: '体系与领导作用', en: 'System and leadership' },
  'organization.commitment-theme.staged-target': { zh: '阶段性排放目标', en: 'Staged emission target' },
  'organization.commitment-theme.neutrality': { zh: '碳中和', en: 'Carbon neutrality' },
  'organization.commitment-theme.energy-efficiency': { zh: '提高能效', en: 'Energy efficiency' },
  'organization.commitment-theme.clean-energy': { zh: '清洁能源', en: 'Clean energy' },
  'organization.commitment-theme.waste': { zh: '节约与减废', en: 'Saving and less waste' },
  'organization.commitment-theme.purchasing': { zh: '绿色采购', en: 'Green purchasing' },
  'organization.commitment-theme.fair-trading': { zh: '守信交易', en: 'Fair trading' },
  'organization.commitment-theme.asset-management': { zh: '碳资产管理', en: 'Carbon asset management' },
  'organization.commitment-vague.year': {
    zh: '发布前请填写目标年份（5.1 n）',
    en: 'Give the target year before publishing (5.1 n)',
  },
  'organization.commitment-vague.value': {
    zh: '发布前请填写目标值（5.1 n）',
    en: 'Give the target value before publishing (5.1 n)',
  },
  'organization.commitment-vague.unit': {
    zh: '发布前请填写目标值的单位（5.1 n）',
    en: 'Give the unit of the target value before publishing (5.1 n)',
  },
  'organization.commitment-vague.covers': {
    zh: '发布前请写明覆盖范围（5.1 n、D.5.1）',
    en: 'Say what it covers before publishing (5.1 n, D.5.1)',
  },
  'organization.commitment-vague.route': {
    zh: '发布前请写明实现路径（5.1 n、D.5.1）',
    en: 'Say by what route before publishing (5.1 n, D.5.1)',
  },
  'organization.commitment-is.draft': {
    zh: '这项承诺还没有发布',
    en: 'This commitment is not published yet',
  },
  'organization.commitment-is.published': {
    zh: '这项承诺已发布，不能修改或删除，只能撤回',
    en: 'This commitment is published: it can be withdrawn, not changed or removed',
  },
  'organization.commitment-is.withdrawn': { zh: '这项承诺已撤回', en: 'This commitment was withdrawn' },
} satisfies Record<`organization.${string}`, Wording>
