import type { Wording } from '#shared/kernel/texts'

/** What stands on printed sheets of documents. */
export const documentsPaperTexts = {
  'documents.paper.card': { zh: '文件控制单', en: 'Document control sheet' },
  'documents.paper.number': { zh: '编号', en: 'Number' },
  'documents.paper.name': { zh: '名称', en: 'Title' },
  'documents.paper.version': { zh: '版本', en: 'Version' },
  'documents.paper.state': { zh: '状态', en: 'State' },
  'documents.paper.clauses': { zh: '对应标准条款', en: 'Clauses of the standard' },
  'documents.paper.made-on': { zh: '编制日期', en: 'Drawn up on' },
  'documents.paper.signatures': { zh: '编写、审核与批准', en: 'Written, reviewed and approved' },
  'documents.paper.step': { zh: '环节', en: 'Step' },
  'documents.paper.who': { zh: '人员', en: 'Person' },
  'documents.paper.on': { zh: '日期', en: 'Date' },
  'documents.paper.history': { zh: '更改记录', en: 'Change history' },
  'documents.paper.distribution': { zh: '发放与阅读', en: 'Distribution and reading' },
  'documents.paper.read-on': { zh: '确认阅读日期', en: 'Read on' },
  'documents.paper.disposal': { zh: '文件处置证明', en: 'Certificate of disposal' },
  'documents.paper.disposal-text': {
    zh: '上述文件版本保存期已满，经批准于 {on} 按所述方式处置。',
    en: 'The version named above had come to the end of its time and was disposed of as stated on {on}, by approval.',
  },
  'documents.paper.disposal-signatures': { zh: '申请与批准', en: 'Proposed and approved' },
  'documents.paper.over': { zh: '{state} {on}', en: '{state} {on}' },
  'documents.paper.sample': { zh: '示例数据', en: 'SAMPLE DATA' },
  'documents.paper.no-records': {
    zh: '{caption}：编制本文件时系统中尚无登记。',
    en: '{caption}: nothing was registered when this document was drawn up.',
  },
} satisfies Record<`documents.paper.${string}`, Wording>
