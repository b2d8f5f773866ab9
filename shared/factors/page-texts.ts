import type { Wording } from '#shared/kernel/texts'

import type { GwpSetName } from './gwp.ts'
import type { OwnColumn } from './own-rows.ts'

const gwpSets = {
  'factors.gwp-set.SAR': { zh: 'SAR（第二次）', en: 'SAR' },
  'factors.gwp-set.TAR': { zh: 'TAR（第三次）', en: 'TAR' },
  'factors.gwp-set.AR4': { zh: 'AR4（第四次）', en: 'AR4' },
  'factors.gwp-set.AR5': { zh: 'AR5（第五次）', en: 'AR5' },
  'factors.gwp-set.AR5-feedback': { zh: 'AR5（含气候碳反馈）', en: 'AR5 with feedback' },
  'factors.gwp-set.AR6': { zh: 'AR6（第六次）', en: 'AR6' },
  'factors.gwp-set.china-guideline': { zh: '国内核算指南', en: 'Chinese guidelines' },
} satisfies Record<`factors.gwp-set.${GwpSetName}`, Wording>

const columns = {
  'factors.column.name': { zh: '名称', en: 'Name' },
  'factors.column.kind': { zh: '参数类别', en: 'Kind' },
  'factors.column.value': { zh: '数值', en: 'Value' },
  'factors.column.unit': { zh: '单位', en: 'Unit' },
  'factors.column.subject': { zh: '燃料或物料', en: 'Fuel or material' },
  'factors.column.gas': { zh: '气体', en: 'Gas' },
  'factors.column.dataYear': { zh: '数据年份', en: 'Data year' },
  'factors.column.validFrom': { zh: '有效期起', en: 'Valid from' },
  'factors.column.validTo': { zh: '有效期止（不含）', en: 'Valid until (excluded)' },
  'factors.column.source': { zh: '来源', en: 'Source' },
  'factors.column.seenIn': { zh: '转引自', en: 'Read in' },
  'factors.column.verification': { zh: '核对情况', en: 'Verification' },
  'factors.column.region': { zh: '地区', en: 'Region' },
  'factors.column.purpose': { zh: '用途', en: 'Purpose' },
  'factors.column.sector': { zh: '行业', en: 'Sector' },
  'factors.column.usedFor': { zh: '适用的报告或产品', en: 'Reports or products meant' },
  'factors.column.per': { zh: '计量对象', en: 'Counted per' },
  'factors.column.formula': { zh: '公式或符号', en: 'Formula or symbol' },
  'factors.column.note': { zh: '备注', en: 'Note' },
  'factors.column.ref': { zh: '编号', en: 'Key' },
} satisfies Record<`factors.column.${OwnColumn}`, Wording>

const cells = {
  'factors.cell.empty': { zh: '此项必填', en: 'This cell must be filled in' },
  'factors.cell.no-number': {
    zh: '“{text}”不是数值，请写作 1234.5',
    en: '“{text}” is no number; write it as 1234.5',
  },
  'factors.cell.unknown-unit': {
    zh: '不认识单位“{text}”，例如 tCO2/MWh、GJ/t、%',
    en: 'The unit “{text}” is not known; for example tCO2/MWh, GJ/t, %',
  },
  'factors.cell.unknown-gas': {
    zh: '不认识气体“{text}”，请写具体物质，例如 CO2、CH4、HFC-134a',
    en: 'The gas “{text}” is not known; name the substance, for example CO2, CH4, HFC-134a',
  },
  'factors.cell.unknown-word': {
    zh: '没有“{text}”这一项，请从筛选列表中的名称里选用',
    en: 'There is no “{text}”; use one of the names that the library filters by',
  },
  'factors.cell.no-year': {
    zh: '“{text}”不是年份，请写作 2025',
    en: '“{text}” is no year; write it as 2025',
  },
  'factors.cell.no-day': {
    zh: '“{text}”不是日期，请写作 2025-01-31',
    en: '“{text}” is no date; write it as 2025-01-31',
  },
  'factors.cell.ends-before': {
    zh: '有效期止 {text} 不晚于有效期起 {from}',
    en: 'It ends on {text}, not after it begins on {from}',
  },
  'factors.cell.no-key': {
    zh: '编号“{text}”只能用文字、数字和 < > ( ) . + -，以 / 分段；留空则自动生成',
    en: 'The key “{text}” may hold letters, digits and < > ( ) . + - in parts divided by /; leave it empty to get one',
  },
} satisfies Record<`factors.cell.${string}`, Wording>

const library = {
  'factors.title': { zh: '因子库', en: 'Factor library' },
  'factors.purpose-line': {
    zh: '随软件发布的公开数据与本厂自有数据；每个数值都注明出处、年份、适用范围和核对情况',
    en: 'Published tables that ship with the program and your own; every value with source, year, validity and trust',
  },
  'factors.tab.library': { zh: '查找因子', en: 'Find factors' },
  'factors.tab.gwp': { zh: 'GWP 数据集', en: 'GWP sets' },
  'factors.tab.own': { zh: '自有因子', en: 'Own editions' },
  'factors.tabs': { zh: '因子库各页', en: 'Pages of the factor library' },
  'factors.search': { zh: '查找因子', en: 'Find factors' },
  'factors.search.hint': {
    zh: '名称、数值、文号、地区、年份，例如“烟煤 热值”“华东电网 2022”',
    en: 'Name, value, document, region, year: “bituminous NCV”, “East China 2022”',
  },
  'factors.search.none': { zh: '没有符合条件的因子', en: 'No factor fits' },
  'factors.search.none.why': {
    zh: '请减少关键词或取消部分筛选；公开资料中没有的数值，可在“自有因子”中录入并注明来源',
    en: 'Use fewer words or clear some filters; a value that no published table has can be entered under “Own editions” with its source',
  },
  'factors.search.clear': { zh: '清除全部条件', en: 'Clear all conditions' },
  'factors.search.first': {
    zh: '按相关程度列出前 {shown} 条，共 {total} 条',
    en: 'The best {shown} of {total}',
  },
  'factors.search.more': { zh: '再列出 {count} 条', en: 'Show {count} more' },
  'factors.unit.ratio': { zh: '无量纲', en: 'ratio' },
  'factors.year': { zh: '年份', en: 'Year' },
  'factors.origin': { zh: '发布方', en: 'Origin' },
  'factors.origin.shipped': { zh: '随软件发布', en: 'Shipped' },
  'factors.origin.own': { zh: '自有', en: 'Own' },
  'factors.edition': { zh: '版本', en: 'Edition' },
  'factors.valid': { zh: '有效期', en: 'Validity' },
  'factors.valid.from': { zh: '{from} 起', en: 'from {from}' },
  'factors.valid.to': { zh: '至 {to}（不含）', en: 'until {to} (excluded)' },
  'factors.valid.between': { zh: '{from} 至 {to}（不含）', en: '{from} until {to} (excluded)' },
  'factors.valid.open': { zh: '文件未规定', en: 'Not bounded by the document' },
  'factors.remark': { zh: '无单一数值：{text}', en: 'No single value: {text}' },
  'factors.superseded': { zh: '已有更正版本', en: 'Corrected by a newer edition' },
} satisfies Record<`factors.${string}`, Wording>

const record = {
  'factors.record': { zh: '因子：{name}', en: 'Factor: {name}' },
  'factors.record.facts': { zh: '出处与适用范围', en: 'Where it comes from and what it is for' },
  'factors.record.document': { zh: '文件', en: 'Document' },
  'factors.record.issuer': { zh: '发布机构', en: 'Issuer' },
  'factors.record.published': { zh: '发布时间', en: 'Published' },
  'factors.record.supersedes': { zh: '更正的版本', en: 'Corrects' },
  'factors.record.superseded-by': { zh: '更正后的版本', en: 'Corrected by' },
  'factors.record.pointer': { zh: '引用标识', en: 'Pointer' },
  'factors.record.copy': { zh: '复制引用标识', en: 'Copy pointer' },
  'factors.record.copied': { zh: '已复制', en: 'Copied' },
  'factors.record.uses': { zh: '使用处', en: 'Where used' },
  'factors.record.uses.none': { zh: '目前没有记录使用该因子', en: 'No record uses this factor' },
  'factors.record.uses.kept': { zh: '已冻结，保持原值', en: 'frozen, keeps its value' },
  'factors.record.uses.follows': { zh: '编制中，受影响', en: 'open, affected' },
  'factors.marks': { zh: '与原文核对', en: 'Comparison with the official text' },
  'factors.marks.none': {
    zh: '尚无人将该数值与原文核对。核对后请登记，全厂使用处即显示为已核对',
    en: 'Nobody has compared this value with the official text. State it once you have: it then shows as checked wherever it is used',
  },
  'factors.mark.state': { zh: '登记核对', en: 'State comparison' },
  'factors.mark.says': {
    zh: '本人已将 {value} {unit} 与下列原文核对，两者一致',
    en: 'I compared {value} {unit} with the official text below, and they agree',
  },
  'factors.mark.document': { zh: '原文名称和文号', en: 'Title and number of the official text' },
  'factors.mark.page': { zh: '页码、表号或行', en: 'Page, table or row' },
  'factors.mark.day': { zh: '核对日期', en: 'Day of comparison' },
  'factors.mark.note': { zh: '备注', en: 'Note' },
  'factors.mark.save': { zh: '确认一致并登记', en: 'Confirm that they agree' },
  'factors.mark.by': { zh: '{by} 于 {on} 核对', en: 'Compared by {by} on {on}' },
  'factors.mark.someone': { zh: '已移除的人员', en: 'a person since removed' },
  'factors.mark.where': { zh: '{document}，{page}', en: '{document}, {page}' },
  'factors.mark.withdraw': { zh: '撤回核对', en: 'Withdraw' },
  'factors.mark.withdraw.question': {
    zh: '撤回后该数值恢复为未核对，记录保留',
    en: 'The value counts as unverified again; the record stays',
  },
  'factors.mark.reason': { zh: '撤回原因', en: 'Reason' },
  'factors.mark.withdrawn': {
    zh: '{by} 于 {on} 撤回：{reason}',
    en: 'Withdrawn by {by} on {on}: {reason}',
  },
  'factors.mark.stale': {
    zh: '核对的是 {value} {unit}，因子库现值不同，已不适用',
    en: '{value} {unit} was compared; the library has another value now, so it no longer holds',
  },
} satisfies Record<`factors.${string}`, Wording>

const gwp = {
  'factors.gwp.purpose': {
    zh: '各次评估报告的百年全球变暖潜势并列对照；与对照数据集不同的数值标有 ≠',
    en: 'The 100-year potentials of every report side by side; ≠ marks what differs from the chosen set',
  },
  'factors.gwp.against': { zh: '对照数据集', en: 'Compare with' },
  'factors.gwp.only-different': { zh: '只看不同的气体', en: 'Only gases that differ' },
  'factors.gwp.family': { zh: '气体类别', en: 'Family' },
  'factors.gwp.outside': { zh: '七类之外', en: 'Outside the seven' },
  'factors.gwp.differs': { zh: '与{set}不同', en: 'Differs from {set}' },
  'factors.gwp.none': { zh: '该数据集没有此气体的数值', en: 'This set has no value for the gas' },
  'factors.gwp.sets': { zh: '数据集出处', en: 'Where the sets come from' },
} satisfies Record<`factors.${string}`, Wording>

const own = {
  'factors.own.purpose': {
    zh: '本厂化验值、供应商数据等自有因子。发布后不再更改；更正时另立新版，旧清单仍用旧版',
    en: 'Laboratory values, data from suppliers and the like. A released edition never changes; a correction is a new one, and old inventories keep the old',
  },
  'factors.own.new': { zh: '新建自有版本', en: 'New own edition' },
  'factors.own.empty': { zh: '尚无自有因子', en: 'No own editions yet' },
  'factors.own.empty.why': {
    zh: '公开资料中没有的数值（化验报告、供应商声明、监测结果）在此录入，与随软件发布的数据并列使用，来源和年份必填',
    en: 'Values that no published table has (laboratory reports, statements of suppliers, measurements) are entered here and stand beside the shipped ones, each with source and year',
  },
  'factors.own.list': { zh: '自有版本', en: 'Own editions' },
  'factors.own.affected': { zh: '旧版的使用处', en: 'Where the superseded edition is used' },
  'factors.own.affected.why': {
    zh: '编制中的清单在其参数改选新版之前仍按旧版计算；已冻结的清单始终保持冻结时的数值',
    en: 'Open inventories go on with the old values until their parameters choose the new edition; frozen ones keep what they were frozen with',
  },
  'factors.own.number': { zh: '版次', en: 'Edition' },
  'factors.own.rows': { zh: '因子数', en: 'Factors' },
  'factors.own.state': { zh: '状态', en: 'State' },
  'factors.own.state.draft': { zh: '草稿', en: 'Draft' },
  'factors.own.state.released': { zh: '已发布', en: 'Released' },
  'factors.own.changed': { zh: '最后修改', en: 'Last changed' },
  'factors.own.field.title': { zh: '标题', en: 'Title' },
  'factors.own.field.issuer': { zh: '出具单位', en: 'Issued by' },
  'factors.own.field.document': { zh: '文件名称和编号', en: 'Document and number' },
  'factors.own.field.published': { zh: '出具时间', en: 'Issued' },
  'factors.own.field.published.hint': {
    zh: '2025、2025-12 或 2025-12-31',
    en: '2025, 2025-12 or 2025-12-31',
  },
  'factors.own.field.table': { zh: '表名', en: 'Table name' },
  'factors.own.field.table.hint': {
    zh: '小写字母、数字、连字符；留空自动命名',
    en: 'Small letters, digits, hyphens; chosen for you when empty',
  },
  'factors.own.field.note': { zh: '说明', en: 'Note' },
  'factors.own.grid': { zh: '因子（可从电子表格粘贴）', en: 'Factors (paste from a spreadsheet)' },
  'factors.own.rows-title': { zh: '行号', en: 'Row' },
  'factors.own.row': { zh: '第 {number} 行', en: 'Row {number}' },
  'factors.own.save': { zh: '保存草稿', en: 'Save draft' },
  'factors.own.release': { zh: '发布', en: 'Release' },
  'factors.own.release.question': {
    zh: '发布后可供全厂选用，且不再更改',
    en: 'It can then be used everywhere and never changes',
  },
  'factors.own.unsaved': {
    zh: '有未保存的修改，请先保存草稿',
    en: 'There are unsaved changes: save the draft first',
  },
  'factors.own.remove': { zh: '删除草稿', en: 'Remove draft' },
  'factors.own.remove.question': { zh: '删除后不可恢复', en: 'This cannot be taken back' },
  'factors.own.correct': { zh: '新建更正版', en: 'Correct by a new edition' },
  'factors.own.correct.question': {
    zh: '以当前版本为底稿新建一版，旧版保留',
    en: 'A new edition starts as a copy of this one; this one stays',
  },
  'factors.own.words': { zh: '可填：{words}', en: 'Words it knows: {words}' },
  'factors.own.back': { zh: '返回列表', en: 'Back to the list' },
  'factors.own.troubles': { zh: '{count} 处需要更正', en: '{count} cells to mend' },
  'factors.own.trouble': { zh: '第 {row} 行 {column}：{text}', en: 'Row {row}, {column}: {text}' },
  'factors.own.fine': { zh: '{count} 个因子，没有问题', en: '{count} factors, nothing to mend' },
  'factors.own.none': { zh: '请至少录入一个因子', en: 'Enter at least one factor' },
} satisfies Record<`factors.${string}`, Wording>

export const pageTexts = { ...gwpSets, ...columns, ...cells, ...library, ...record, ...gwp, ...own }
