import type { Wording } from '#shared/kernel/texts'

/** What the walk through the questions of an audit says. */
export const auditsWalkTexts = {
  'audits.leave-walk': { zh: '返回审核', en: 'Back to the audit' },
  'audits.show': { zh: '显示', en: 'Show' },
  'audits.show.all': { zh: '全部检查项', en: 'All questions' },
  'audits.show.left': { zh: '只看未看的', en: 'Not looked at' },
  'audits.show.findings': { zh: '只看发现', en: 'Findings' },
  'audits.show-none': { zh: '没有符合条件的检查项', en: 'No such question' },
  'audits.show-none-why': { zh: '换一个筛选条件。', en: 'Choose another filter.' },
  'audits.previous': { zh: '上一项', en: 'Previous' },
  'audits.next': { zh: '下一项', en: 'Next' },
  'audits.place': { zh: '{at} / {of}', en: '{at} of {of}' },
  'audits.required': { zh: '要求：{text}', en: 'Required: {text}' },
  'audits.note-how': {
    zh: '看到了什么，依据哪份记录；Ctrl+Enter 保存并到下一项',
    en: 'What was seen, by which record. Ctrl+Enter saves and goes on',
  },
  'audits.ask-back': { zh: '不是强制要求', en: 'Not a demand' },
  'audits.ask-back-question': {
    zh: '这一行只是建议或允许（宜、可），不是强制要求。是否应记为观察项？',
    en: 'This row is advice or a permission, not a demand. Should it be an observation?',
  },
  'audits.as-observation': { zh: '记为观察项', en: 'Record an observation' },
  'audits.as-it-is': { zh: '仍记为{verdict}', en: '{verdict} all the same' },
  'audits.unsaved': { zh: '草稿已留，尚未记入', en: 'Kept as a draft, not recorded yet' },
  'audits.save-answer': { zh: '记入（Ctrl+Enter）', en: 'Record (Ctrl+Enter)' },
  'audits.not-answered-yet': {
    zh: '还没有答案：按 1–5 判定，0 表示未看。',
    en: 'Not answered yet: keys 1–5 judge, 0 says not looked at.',
  },
  'audits.answered-by': { zh: '{name} 于 {at} 记入', en: 'Recorded by {name}, {at}' },
  'audits.locked': {
    zh: '报告已签发或计划未批准，答案不能改。',
    en: 'The plan is not approved, or the report is signed: answers stay as they are.',
  },
  'audits.photo': { zh: '拍照或附文件', en: 'Photo or file' },
  'audits.photos': { zh: '照片和文件 {count}', en: '{count} photos and files' },
  'audits.raise': { zh: '转成不符合项', en: 'Raise a nonconformity' },
  'audits.raised': { zh: '不符合项 {number}', en: 'Nonconformity {number}' },
  'audits.expected': { zh: '应有的证据', en: 'Expected evidence' },
  'audits.expected-none': {
    zh: '没有规定的记录种类，由审核员判断。',
    en: 'No kind of record is named; the auditor judges.',
  },
  'audits.open-page': { zh: '打开页面', en: 'Open the page' },
  'audits.quote': { zh: '引用', en: 'Quote' },
  'audits.quote-this': { zh: '引用 {title}', en: 'Quote {title}' },
  'audits.quote-other': { zh: '按名称找一条记录来引用', en: 'Find a record to quote by its title' },
  'audits.quote-drop': { zh: '删除引用 {title}', en: 'Remove the quote of {title}' },
  'audits.quotes': { zh: '引用的记录（当时的内容）', en: 'Quoted records, as they were' },
  'audits.sample-draw': { zh: '抽样', en: 'Draw a sample' },
  'audits.sample-again': { zh: '重新抽样', en: 'Draw again' },
  'audits.sample-is': {
    zh: '{population}：共 {count}，抽 {size}，种子 {seed}，抽中第 {chosen} 个',
    en: '{population}: {size} of {count}, seed {seed}, chosen {chosen}',
  },
  'audits.seed-how': {
    zh: '用同样的总数、样本量和种子，任何人都能抽出同样的样本。',
    en: 'With the same number, size and seed anybody draws the same sample.',
  },
  'audits.correct': { zh: '更正', en: 'Correct' },
} satisfies Record<`audits.${string}`, Wording>
