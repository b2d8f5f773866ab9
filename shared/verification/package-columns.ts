import type { Column, OpenTable } from '#shared/verification/manifest'

/** What the tables of a package hold, and their columns in order; amounts are decimal text, instants UTC. */
export const packageTables = {
  facilities: {
    about: { zh: '核算边界内的设施', en: 'Facilities inside the boundary' },
    columns: [
      ['id', '编号', 'id'],
      ['name', '名称', 'name'],
      ['equity_share', '权益比例', 'equity share'],
    ],
  },
  exclusions: {
    about: { zh: '排除项及理由', en: 'What is left out, and why' },
    columns: [
      ['what', '排除内容', 'what'],
      ['reason', '理由', 'reason'],
    ],
  },
  sources: {
    about: { zh: '排放源与方法', en: 'Sources and methods' },
    columns: [
      ['id', '编号', 'id'],
      ['name', '名称', 'name'],
      ['facility', '设施', 'facility'],
      ['category', '类别', 'category'],
      ['iso_category', 'ISO 14064-1 类别', 'category of ISO 14064-1', 'INTEGER'],
      ['scope', '范围', 'scope', 'INTEGER'],
      ['gas', '气体', 'gas'],
      ['method', '方法', 'method'],
    ],
  },
  parameters: {
    about: { zh: '每个排放源的参数', en: 'Parameters of each source' },
    columns: [
      ['source', '排放源', 'source'],
      ['place', '在方法中的位置', 'place in the method'],
      ['parameter', '参数编号', 'id of the parameter'],
      ['name', '名称', 'name'],
      ['unit', '单位', 'unit'],
      ['determination', '确定方式', 'how it is determined'],
      ['frequency', '频次', 'how often'],
      ['meter', '计量器具', 'meter'],
      ['factor', '所用因子', 'factor used'],
    ],
  },
  meters: {
    about: { zh: '计量器具的检定校准证书', en: 'Meters with their certificates of calibration' },
    columns: [
      ['meter', '器具编号', 'number on the meter'],
      ['name', '名称', 'name'],
      ['certificate', '证书编号', 'certificate'],
      ['body', '检定机构', 'body'],
      ['calibrated_on', '检定日期', 'calibrated on'],
      ['valid_until', '有效期至', 'last day of validity'],
      ['result', '结果', 'result'],
      ['file', '证书文件 SHA-256', 'SHA-256 of the file'],
    ],
  },
  factors: {
    about: { zh: '所用排放因子、缺省值及出处', en: 'Factors and defaults used, with their sources' },
    columns: [
      ['id', '编号', 'id'],
      ['urn', '因子库', 'edition'],
      ['ref', '库内编号', 'reference in it'],
      ['edition', '版本名称', 'title of the edition'],
      ['value', '数值', 'value'],
      ['unit', '单位', 'unit'],
      ['gas', '气体', 'gas'],
      ['year', '年份', 'year'],
      ['region', '地区', 'region'],
      ['purpose', '用途', 'purpose'],
      ['source', '出处', 'source'],
      ['verification', '核实情况', 'how sure it is'],
    ],
  },
  readings: {
    about: { zh: '活动数据读数及经手人', en: 'Readings of activity data, and who handled them' },
    columns: [
      ['id', '编号', 'id'],
      ['parameter', '参数', 'parameter'],
      ['month', '月份或年份', 'month or year'],
      ['from_at', '起', 'from'],
      ['to_at', '止（不含）', 'to, not included'],
      ['entered', '录入的原文', 'text as entered'],
      ['unit', '单位', 'unit'],
      ['state', '状态', 'state'],
      ['origin', '来源', 'origin'],
      ['note', '备注', 'note'],
      ['entered_by', '录入人', 'entered by'],
      ['entered_at', '录入时间', 'entered at'],
      ['checked_by', '审核人', 'checked by'],
      ['checked_at', '审核时间', 'checked at'],
      ['approved_by', '批准人', 'approved by'],
      ['approved_at', '批准时间', 'approved at'],
      ['line', '参与月度摘要的文本', 'line that its month is hashed over'],
    ],
  },
  evidence: {
    about: { zh: '证据文件（evidence 文件夹）', en: 'Evidence files, in the folder evidence' },
    columns: [
      ['sha256', '文件 SHA-256', 'SHA-256 of the file'],
      ['path', '包内路径', 'path in the package'],
      ['name', '原文件名', 'name it came with'],
    ],
  },
  proofs: {
    about: { zh: '证据与读数的对应', en: 'Which evidence proves which reading' },
    columns: [
      ['sha256', '证据文件', 'evidence file'],
      ['reading', '读数', 'reading'],
      ['place', '页或单元格', 'page or cell'],
      ['report_no', '报告编号', 'number of the report'],
      ['sample_date', '采样日期', 'sampled on'],
    ],
  },
  people: {
    about: { zh: '经手人', en: 'Those who acted' },
    columns: [
      ['user', '账户编号', 'account'],
      ['name', '姓名', 'name'],
    ],
  },
  figure_nodes: {
    about: { zh: '计算树的每个数', en: 'Every figure of the trees' },
    columns: [
      ['id', '序号', 'place', 'INTEGER'],
      ['code', '含义代码', 'code of what it is'],
      ['facts', '说明', 'facts'],
      ['operation', '运算', 'operation'],
      ['value', '数值', 'value'],
      ['unit', '单位', 'unit'],
      ['basis', '依据', 'basis'],
      ['origin', '来源', 'origin'],
    ],
  },
  figure_operands: {
    about: { zh: '每个数由哪些数算得，按次序', en: 'Of which figures each is made, in their order' },
    columns: [
      ['figure', '数', 'figure', 'INTEGER'],
      ['place', '次序', 'place', 'INTEGER'],
      ['operand', '运算对象', 'operand', 'INTEGER'],
    ],
  },
  totals: {
    about: { zh: '合计与逐行结果', en: 'Totals and lines' },
    columns: [
      ['path', '路径', 'path'],
      ['figure', '数', 'figure', 'INTEGER'],
      ['value', '数值', 'value'],
      ['unit', '单位', 'unit'],
    ],
  },
  findings: {
    about: { zh: '软件检查发现的问题', en: 'What the checks of the program found' },
    columns: [
      ['severity', '程度', 'severity'],
      ['code', '代码', 'code'],
      ['place', '位置', 'where'],
      ['facts', '说明', 'facts'],
    ],
  },
  requests: {
    about: { zh: '核查方的问题与发现', en: 'Questions and findings of the verifier' },
    columns: [
      ['number', '序号', 'number', 'INTEGER'],
      ['kind', '类型', 'kind'],
      ['severity', '程度', 'severity'],
      ['about', '涉及内容', 'about'],
      ['text', '内容', 'text'],
      ['said_by', '提出人', 'by'],
      ['said_at', '时间', 'at'],
      ['state', '状态', 'state'],
    ],
  },
  answers: {
    about: { zh: '对问题的全部答复与结论', en: 'Every answer and conclusion' },
    columns: [
      ['request', '问题序号', 'number of the request', 'INTEGER'],
      ['kind', '类型', 'kind'],
      ['text', '内容', 'text'],
      ['said_by', '提出人', 'by'],
      ['said_at', '时间', 'at'],
    ],
  },
  trail: {
    about: { zh: '涉及所移交记录的审计链行', en: 'Lines of the audit trail that name what was handed over' },
    columns: [
      ['seq', '序号', 'number', 'INTEGER'],
      ['at', '时间', 'at'],
      ['actor', '账户', 'account'],
      ['procedure', '操作', 'what was done'],
      ['outcome', '结果', 'outcome'],
      ['detail', '变更内容', 'changes'],
      ['previous', '前一行哈希', 'hash of the line before'],
      ['hash', '本行哈希', 'hash of this line'],
    ],
  },
} as const satisfies Record<
  string,
  { readonly about: OpenTable['about']; readonly columns: readonly Column[] }
>
export type PackageTable = keyof typeof packageTables
