import type { Wording } from '#shared/kernel/texts'

/** Wording of the separation of duties, and of the trail where it leaves the house. */
export const dutyTexts = {
  'access.duties.what': { zh: '规则保护什么', en: 'What the rule protects' },
  'access.duties.acts': { zh: '适用的操作', en: 'Acts' },
  'access.duties.clause': { zh: '条款', en: 'Clause' },
  'access.duties.effect': { zh: '效力', en: 'Effect' },
  'access.duties.effect.refuse': { zh: '拒绝', en: 'refused' },
  'access.duties.effect.justify': { zh: '须说明理由', en: 'with a reason' },
  'access.duties.effect.notice': { zh: '提示', en: 'shown' },
  'access.duties.two': {
    zh: '本厂有多名用户：下列规则由程序强制执行，没有例外开关。',
    en: 'There are several users here: the program enforces these rules, and there is no switch around them.',
  },
  'access.duties.alone': {
    zh: '本厂只有一名用户（单人模式）：本人的工作可以由本人处理，但必须写明理由，记入审计轨迹并在报告中说明。',
    en: 'There is one user here (single-person mode): own work may be decided on, with a reason that stands in the trail and in the report.',
  },
  'access.duties.seen': { zh: '查看单人处理的记录', en: 'See what was decided alone' },

  'access.duty.activity-review': {
    zh: '活动数据由录入人以外的人复核，再由第三人批准',
    en: 'Activity data are checked by another than who entered them, and approved by a third',
  },
  'access.duty.monitoring-plan': {
    zh: '监测计划不由编写人或提交人批准',
    en: 'A monitoring plan is not approved by who wrote or submitted it',
  },
  'access.duty.monitoring-deviation': {
    zh: '监测偏差的答复不由答复人批准',
    en: 'The answer to a deviation is not approved by who gave it',
  },
  'access.duty.declaration': {
    zh: '方针与范围文件不由起草人批准',
    en: 'Policy and scope are not approved by who drafted them',
  },
  'access.duty.document': {
    zh: '受控文件的编写、审核、批准由三人完成',
    en: 'A controlled document is written, reviewed and approved by three people',
  },
  'access.duty.disposal': {
    zh: '文件处置不由提出人批准',
    en: 'The disposal of a record is not approved by who proposed it',
  },
  'access.duty.training': {
    zh: '培训效果不由授课组织人评价',
    en: 'The effect of a training is not judged by who held it',
  },
  'access.duty.disclosure': {
    zh: '对外披露不由起草人批准',
    en: 'A disclosure is not approved by who drafted it',
  },
  'access.duty.evaluation': {
    zh: '合规性评价不由评价人批准',
    en: 'An evaluation of compliance is not approved by who made it',
  },
  'access.duty.change': {
    zh: '变更不由登记人批准',
    en: 'A change is not approved by who recorded it',
  },
  'access.duty.measure': {
    zh: '措施完成情况不由报告人验证',
    en: 'A measure is not verified by who reported it as done',
  },
  'access.duty.treatment': {
    zh: '风险应对的效果不由执行人或责任人评价',
    en: 'The effect of a risk treatment is not judged by who carried it out or answers for it',
  },
  'access.duty.correction': {
    zh: '纠正措施的有效性不由执行人检查',
    en: 'The effect of a corrective action is not checked by who carried it out',
  },
  'access.duty.improvement': {
    zh: '改进的效果不由责任人或完成人评价',
    en: 'The effect of an improvement is not judged by who answers for it or finished it',
  },
  'access.duty.decision': {
    zh: '管理评审决定的落实不由执行人或责任人验证',
    en: 'A decision of the management review is not verified by who carried it out or answers for it',
  },
  'access.duty.verification': {
    zh: '盘查与核查步骤的复核不由编制人完成',
    en: 'A step of a verification case is not reviewed by who prepared it',
  },
  'access.duty.answering': {
    zh: '核查问题的答复不由答复人作出结论',
    en: 'An answer to the verifier is not concluded on by who gave it',
  },
  'access.duty.impartiality': {
    zh: '内审员审核本部门或本人记录时，必须说明公正性理由',
    en: 'An auditor of the own department or of own records says why he is impartial',
  },
  'access.duty.bookkeeping': {
    zh: '碳资产主管与碳资产会计由同一人担任时给出提示',
    en: 'It is shown where the asset supervisor also keeps the books',
  },

  'access.no-trail': { zh: '没有可导出的记录。', en: 'There is no line to export.' },
  'access.trail-exported': {
    zh: '导出 {lines} 条，链尾 {head}',
    en: 'Exported {lines} lines that end in {head}',
  },
  'access.exporting': { zh: '正在导出', en: 'Exporting' },
  'access.did.auditExport': { zh: '导出审计轨迹', en: 'Exported the audit trail' },
  'access.did.anchorSheet': { zh: '打印链尾锚点', en: 'Printed the head of the chain' },

  'access.audit.export.csv': { zh: '导出为 CSV', en: 'Export as CSV' },
  'access.audit.export.jsonl': { zh: '导出为 JSON', en: 'Export as JSON' },
  'access.audit.export.why': {
    zh: '按当前查找条件导出，含散列值，可在程序之外验证',
    en: 'What is found by the search, with its hashes, so that it can be verified outside of the program',
  },
  'access.audit.anchored': {
    zh: '已与 {anchors} 个对外给出的锚点比对。',
    en: 'Compared with {anchors} anchors that left the plant.',
  },
  'access.anchor.sheet': { zh: '审计链锚点', en: 'Anchor of the audit chain' },
  'access.anchor.print': { zh: '打印锚点', en: 'Print the anchor' },
  'access.anchor.hash': { zh: '链尾散列值', en: 'Hash of the head' },
  'access.anchor.printed': { zh: '打印时间（UTC）', en: 'Printed (UTC)' },
  'access.anchor.what': {
    zh: '审计轨迹的每条记录都含有前一条的散列值。把链尾的序号和散列值保存在本厂数据之外，日后就能证明此前的全部历史没有被改写：即使有人重写整条链并重新计算所有散列值，也得不到同样的值。',
    en: 'Each line of the audit trail holds the hash of the one before. Keep the number and the hash of its head outside of the plant’s data, and it can be shown later that the history up to here was not written anew: whoever rewrites the chain and computes every hash again does not get this value.',
  },
  'access.anchor.how': {
    zh: '核对方法：在命令行运行 tanbu audit verify 数据文件夹 --anchor {anchor}，或在导出的审计轨迹中查找该序号，比较散列值。',
    en: 'To compare, run: tanbu audit verify FOLDER --anchor {anchor}, or look for the line of that number in an exported trail and compare its hash.',
  },
  'access.anchor.signed-by': {
    zh: '打印人签名：____________　日期：____________　见证人签名：____________',
    en: 'Printed by: ____________   Date: ____________   Witness: ____________',
  },
  'access.anchor.given': { zh: '已给出的锚点', en: 'Anchors that left the plant' },
  'access.anchor.given.why': {
    zh: '每个导出文件、备份和打印页都带走了当时的链尾。验证审计链时逐一比对。',
    en: 'Every exported file, backup and printed sheet took the head of that time with it. All are compared when the chain is verified.',
  },

  'access.anchor.purpose': { zh: '去向', en: 'In' },
  'access.anchor.purpose.file': { zh: '导出文件', en: 'an exported file' },
  'access.anchor.purpose.sheet': { zh: '打印页', en: 'a printed sheet' },
  'access.anchor.purpose.trail': { zh: '导出的审计轨迹', en: 'an exported trail' },
  'access.anchor.purpose.backup': { zh: '备份', en: 'a backup' },
  'access.anchor.file': { zh: '文件散列值', en: 'Hash of the file' },
  'access.anchor.holds': { zh: '一致', en: 'stands' },
  'access.anchor.broken': { zh: '不一致', en: 'differs' },
} satisfies Record<`access.${string}`, Wording>
