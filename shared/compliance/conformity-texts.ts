import type { Wording } from '#shared/kernel/texts'

/** What is refused about requirements and trees, what the trail calls it, and what tasks and findings say. */
export const conformityTexts = {
  'compliance.no-such-tree': {
    zh: '这里没有采用要求树“{tree}”。',
    en: 'The requirement tree “{tree}” is not used here.',
  },
  'compliance.no-such-edition': {
    zh: '没有要求树“{tree}”的版本“{edition}”。',
    en: 'There is no edition “{edition}” of the requirement tree “{tree}”.',
  },
  'compliance.no-such-requirement': {
    zh: '这一版要求树里没有要求 {requirement}。',
    en: 'This edition of the tree has no requirement {requirement}.',
  },
  'compliance.no-such-judgement': { zh: '找不到这条判定。', en: 'There is no such judgement.' },
  'compliance.already-withdrawn': {
    zh: '这条判定已经撤回。',
    en: 'This judgement has already been taken back.',
  },
  'compliance.judged-ahead': {
    zh: '判定日期 {day} 在今天之后，请填写实际判定的日期。',
    en: 'The day of the judgement, {day}, lies ahead. Give the day on which it was made.',
  },
  'compliance.reason-against-records': {
    zh: '对 {requirement} 的判定与记录所示不一致：请写明理由，判定和记录会并列显示，在消除矛盾之前按较低者计。',
    en: 'The judgement of {requirement} goes against what the records show: give the reason. Both will stand side by side, and the lower counts until they agree.',
  },
  'compliance.standard-stays': {
    zh: '标准本身的要求树始终采用，不能停用；可以改用它的另一个版本。',
    en: 'The tree of the standard itself is always in use and cannot be set aside; another edition of it can be chosen.',
  },
  'compliance.edition-taken': {
    zh: '要求树“{tree}”已有版本“{edition}”，内容不同。版本一经存入不再修改，请换一个版本号。',
    en: 'The tree “{tree}” already has an edition “{edition}” with other content. An edition is never edited; give it another name.',
  },
  'compliance.judge.reason-wanted': {
    zh: '判定为不适用须写明理由。',
    en: 'What does not apply needs a reason.',
  },

  'compliance.tree.twice': { zh: '编号重复。', en: 'This id occurs twice.' },
  'compliance.tree.no-parent': {
    zh: '上级条款不存在，或排在它之后。',
    en: 'The clause above it is missing or comes after it.',
  },
  'compliance.tree.no-chapter': { zh: '所属章不存在。', en: 'Its chapter does not exist.' },
  'compliance.tree.no-clause': {
    zh: '所属条款不存在，或不属于任何一章。',
    en: 'Its clause is missing or belongs to no chapter.',
  },
  'compliance.tree.field': {
    zh: '“{field}”缺失或格式不对。',
    en: '“{field}” is missing or not in its form.',
  },
  'compliance.tree.value': { zh: '“{field}”不能填“{value}”。', en: '“{value}” cannot stand in “{field}”.' },
  'compliance.tree.columns': {
    zh: '第一行须写列名，至少有“clause”（条款）和“text_zh”（要求）。',
    en: 'The first row must name the columns, at least “clause” and “text_zh” or “text_en”.',
  },
  'compliance.tree.empty': { zh: '表里没有一条要求。', en: 'There is no requirement in the table.' },
  'compliance.tree.json': { zh: '文件不是完整的 JSON。', en: 'The file is not whole JSON.' },
  'compliance.tree.head': {
    zh: '表格里没有要求树的名称，请先填写代号、版本、名称和文件号。',
    en: 'A table does not say what the tree is called: give its code, edition, title and document first.',
  },

  'compliance.kind.requirement': { zh: '标准要求', en: 'Requirement' },
  'compliance.state.not-started': { zh: '未开始', en: 'Not started' },
  'compliance.state.in-place': { zh: '部分到位', en: 'Partly in place' },
  'compliance.state.conforming': { zh: '符合', en: 'Conforming' },
  'compliance.state.nonconforming': { zh: '不符合', en: 'Not conforming' },
  'compliance.state.not-applicable': { zh: '不适用', en: 'Not applicable' },

  'compliance.review.conformity': {
    zh: '截至 {day}，适用的应做要求 {asked} 条：符合 {full}，部分到位 {part}，不符合 {failing}',
    en: 'By {day}, of {asked} requirements that must be met {full} are, {part} in part, {failing} fail',
  },
  'compliance.review.score': { zh: '符合性得分', en: 'Score of conformity' },

  'compliance.task.gap': { zh: '补齐要求 {requirement} {step}', en: 'Meet requirement {requirement} {step}' },

  'compliance.did.judge': { zh: '判定一项要求', en: 'Judged a requirement' },
  'compliance.did.withdrawJudgement': { zh: '撤回判定', en: 'Took a judgement back' },
  'compliance.did.assign': { zh: '指定要求的负责人', en: 'Named who sees to a requirement' },
  'compliance.did.adoptTree': { zh: '采用要求树的一个版本', en: 'Chose an edition of a requirement tree' },
  'compliance.did.setTreeAside': { zh: '停用要求树', en: 'Set a requirement tree aside' },
  'compliance.did.addTree': { zh: '载入要求树', en: 'Brought in a requirement tree' },
  'compliance.table.trees': { zh: '要求树', en: 'requirement trees' },
  'compliance.table.adoptions': { zh: '要求树的采用', en: 'editions in use' },
  'compliance.table.judgements': { zh: '符合性判定', en: 'judgements' },
  'compliance.table.assignments': { zh: '要求的负责人', en: 'owners of requirements' },
  'compliance.column.tree_id': { zh: '要求树', en: 'Requirement tree' },
  'compliance.column.requirement_id': { zh: '要求', en: 'Requirement' },
  'compliance.column.edition': { zh: '版本', en: 'Edition' },
  'compliance.column.judged_on': { zh: '判定日期', en: 'Judged on' },
  'compliance.column.due_on': { zh: '期限', en: 'Due' },
  'compliance.column.step': { zh: '下一步', en: 'Next step' },
} satisfies Record<`compliance.${string}`, Wording>
