import type { Wording } from '#shared/kernel/texts'

import { explainTexts } from './explain-texts.ts'
import type { InventoryState } from './inventory.ts'

const states = {
  'accounting.state.working': { zh: '编制中', en: 'Working' },
  'accounting.state.frozen': { zh: '已冻结', en: 'Frozen' },
  'accounting.state.superseded': { zh: '已被替代', en: 'Superseded' },
} satisfies Record<`accounting.state.${InventoryState}`, Wording>

const list = {
  'accounting.kind.inventory': { zh: '温室气体清单', en: 'Inventory' },
  'accounting.inventories': { zh: '清单', en: 'Inventories' },
  'accounting.inventories.purpose': {
    zh: '按所选指南由活动数据算出的排放量；每个数字都能展开到原始数据，冻结后不再改变。',
    en: 'Emissions computed from the activity data by the chosen guideline. Every number opens down to its data; a frozen inventory no longer changes.',
  },
  'accounting.inventories.none': { zh: '还没有清单', en: 'No inventory yet' },
  'accounting.inventories.none-why': {
    zh: '清单汇总边界内全部排放源一年的排放，是排放报告的依据（A.9.1）。排放源与活动数据登记后即可建立，数据不全也可以先建，缺失之处会逐项列出。',
    en: 'An inventory sums up a year of every source inside the boundary and is what the report stands on (A.9.1). It can be made before the data are complete: it lists what is missing.',
  },
  'accounting.inventory.new': { zh: '新建清单', en: 'New inventory' },
  'accounting.inventory.new-purpose': {
    zh: '选择年度和核算规则。编制期间可以随时修改。',
    en: 'Choose the year and the rules. They can be changed until it is frozen.',
  },
  'accounting.inventory.title-of-year': {
    zh: '{year} 年温室气体清单',
    en: 'Greenhouse gas inventory {year}',
  },
  'accounting.inventory.version': { zh: '第 {version} 版', en: 'Version {version}' },
  'accounting.inventory.all': { zh: '全部清单', en: 'All inventories' },
  'accounting.inventory.export': { zh: '导出报告', en: 'Export report' },
  'accounting.inventory.rules-line': {
    zh: '{guideline} · {gwpSet} · {rounding}',
    en: '{guideline} · {gwpSet} · {rounding}',
  },
  'accounting.field.title': { zh: '名称', en: 'Title' },
  'accounting.field.year': { zh: '年度', en: 'Year' },
  'accounting.field.facilities': { zh: '设施', en: 'Facilities' },
  'accounting.field.facilities-all': { zh: '边界内全部设施', en: 'Every facility inside the boundary' },
  'accounting.field.guideline': { zh: '核算指南', en: 'Guideline' },
  'accounting.field.gwp-set': { zh: 'GWP 数值', en: 'GWP values' },
  'accounting.field.rounding': { zh: '修约规则', en: 'Rounding' },
  'accounting.field.view': { zh: '报告边界', en: 'Reporting boundary' },
  'accounting.field.scope2': { zh: '范围二口径', en: 'Scope 2 by' },
  'accounting.field.version': { zh: '版本', en: 'Version' },
  'accounting.field.state': { zh: '状态', en: 'State' },
  'accounting.field.changed': { zh: '最近修改', en: 'Changed' },
  'accounting.field.frozen-by': { zh: '冻结人', en: 'Frozen by' },
  'accounting.view.guideline': { zh: '只计所选指南覆盖的排放', en: 'Only what the guideline covers' },
  'accounting.view.iso-14064-1': { zh: 'ISO 14064-1 全部类别', en: 'Every category of ISO 14064-1' },
  'accounting.scope2.location-based': { zh: '基于位置', en: 'location' },
  'accounting.scope2.market-based': { zh: '基于市场', en: 'market' },
  'accounting.guideline.from-memory': {
    zh: '该指南的参数尚未与正式文本核对。',
    en: 'The parameters of this guideline were not compared with the official text yet.',
  },
  'accounting.create': { zh: '建立清单', en: 'Create inventory' },
  'accounting.save': { zh: '保存', en: 'Save' },
  'accounting.saved': { zh: '修改清单“{title}”', en: 'Change of the inventory “{title}”' },
  'accounting.created': { zh: '新建清单“{title}”', en: 'New inventory “{title}”' },
} satisfies Record<`accounting.${string}`, Wording>

const totals = {
  'accounting.tab.overview': { zh: '总览', en: 'Overview' },
  'accounting.tab.months': { zh: '排放源与月份', en: 'Sources by month' },
  'accounting.tab.years': { zh: '与上年比较', en: 'Against last year' },
  'accounting.tab.findings': { zh: '问题 {count}', en: 'Findings {count}' },
  'accounting.tab.plan': { zh: '报告策划', en: 'Report plan' },
  'accounting.tab.rules': { zh: '核算规则', en: 'Rules' },
  'accounting.tab.version': { zh: '冻结与复核', en: 'Freeze and verify' },
  'accounting.head.total': { zh: '温室气体排放总量', en: 'Total greenhouse gas emission' },
  'accounting.head.incomplete': { zh: '不完整，缺 {lines} 项', en: 'Incomplete, {lines} lines missing' },
  'accounting.head.known': { zh: '已知部分', en: 'Known so far' },
  'accounting.head.known-why': {
    zh: '已知部分不是总量：缺失的行没有按零计算。',
    en: 'This is not the total: the missing lines were not counted as zero.',
  },
  'accounting.head.before': { zh: '上年同口径', en: 'Last year by the same rules' },
  'accounting.head.blocking': { zh: '阻止报告的问题', en: 'Findings that block the report' },
  'accounting.head.no-sources': {
    zh: '边界内没有在用的排放源，请先登记排放源。',
    en: 'There is no running source inside the boundary. Register the sources first.',
  },
  'accounting.group.category': { zh: '按排放类别', en: 'By category' },
  'accounting.group.facility': { zh: '按设施', en: 'By facility' },
  'accounting.group.gas': { zh: '按气体', en: 'By gas' },
  'accounting.group.scope': { zh: '按范围', en: 'By scope' },
  'accounting.group.iso': { zh: '按 ISO 14064-1 类别', en: 'By ISO 14064-1 category' },
  'accounting.group.apart': { zh: '单列（不计入总量）', en: 'Reported apart, not in the total' },
  'accounting.column.item': { zh: '项目', en: 'Item' },
  'accounting.column.source': { zh: '排放源', en: 'Source' },
  'accounting.column.total': { zh: '合计', en: 'Total' },
  'accounting.column.month': { zh: '月份', en: 'Month' },
  'accounting.column.year': { zh: '{year} 年', en: '{year}' },
  'accounting.column.change': { zh: '变化', en: 'Change' },
  'accounting.months.unit': {
    zh: '单位：tCO₂e。点选数字可查看由来，点选“缺”可去补数据。',
    en: 'In tCO₂e. Open a number to see how it came about; open “missing” to enter the data.',
  },
  'accounting.months.lack': { zh: '缺', en: 'missing' },
  'accounting.months.lack-where': {
    zh: '{source} {month} 缺数据，去填写',
    en: '{source}, {month}: enter the missing data',
  },
  'accounting.months.not-there': {
    zh: '该月排放源不在（尚未投运或已关闭），不作缺失处理',
    en: 'The source was not there in this month, so nothing is missing',
  },
  'accounting.months.beside': {
    zh: '填报表随排放量列示的数值',
    en: 'Figures that forms show beside the emission',
  },
  'accounting.months.lines': { zh: '缺 {lines} 项', en: '{lines} missing' },
  'accounting.chart.flow': { zh: '从排放源到总量', en: 'From source to total' },
  'accounting.chart.months': { zh: '逐月排放量', en: 'Emission by month' },
  'accounting.chart.last-year': { zh: '上年', en: 'Last year' },
  'accounting.chart.sources': { zh: '各排放源两年对比', en: 'Sources in both years' },
  'accounting.years.none': { zh: '没有上年的数据', en: 'No data of last year' },
  'accounting.years.none-why': {
    zh: '上年的活动数据录入后，这里按同样的规则并列两年（A.9.1）。',
    en: 'Once the activity data of last year are there, both years stand here by the same rules (A.9.1).',
  },
} satisfies Record<`accounting.${string}`, Wording>

const plan = {
  'accounting.plan.purpose': {
    zh: '策划报告时考虑的八件事（A.6.5.2.3）。未写的部分在报告中标明“未说明”。',
    en: 'The eight matters considered in planning the report (A.6.5.2.3). What is not written is marked as such in the report.',
  },
  'accounting.plan.a': { zh: 'a) 目的与目标', en: 'a) Purpose and aims' },
  'accounting.plan.b': { zh: 'b) 用途与目标用户', en: 'b) Use and intended users' },
  'accounting.plan.c': { zh: 'c) 职责', en: 'c) Duties' },
  'accounting.plan.preparedBy': { zh: '编写', en: 'Written by' },
  'accounting.plan.checkedBy': { zh: '复核', en: 'Checked by' },
  'accounting.plan.approvedBy': { zh: '批准', en: 'Approved by' },
  'accounting.plan.d': { zh: 'd) 频次', en: 'd) Frequency' },
  'accounting.plan.e': { zh: 'e) 有效期至', en: 'e) Valid until' },
  'accounting.plan.f': { zh: 'f) 格式', en: 'f) Format' },
  'accounting.plan.g': { zh: 'g) 数据与信息', en: 'g) Data and information' },
  'accounting.plan.h': { zh: 'h) 获取与传播', en: 'h) Availability and delivery' },
  'accounting.plan.expired': {
    zh: '已过有效期（{until}），不得再引用',
    en: 'Expired on {until}; no longer to be quoted',
  },
  'accounting.plan.missing': { zh: '{count} 部分未写', en: '{count} parts not written' },
  'accounting.plan.complete': { zh: '八部分齐全', en: 'All eight parts written' },
  'accounting.plan.same-person': {
    zh: '编写与复核为同一人（R-SD-3）：请由另一人复核，单人模式下会在报告中注明。',
    en: 'Writer and checker are the same person (R-SD-3): let someone else check it. In single-person mode the report says so.',
  },
  'accounting.plan.save': { zh: '保存策划', en: 'Save the plan' },
  'accounting.plan.saved': { zh: '修改报告策划', en: 'Change of the report plan' },
} satisfies Record<`accounting.${string}`, Wording>

const published = {
  'accounting.reported': { zh: '已公布的数值', en: 'Published figures' },
  'accounting.reported.why': {
    zh: '核查声明、环境信息披露等已公布的同年数值。按公布的位数与清单比对；不符时，“问题”中指出差在哪里，以及用哪个因子能得出公布值。冻结后一并保存。',
    en: 'What a verification statement or a disclosure has published for the year. It is compared to its last printed digit; where it differs, the findings say where, and which factor would give it. It is frozen with the inventory.',
  },
  'accounting.reported.of': { zh: '项目', en: 'Of' },
  'accounting.reported.value': { zh: '公布值', en: 'Published' },
  'accounting.reported.unit': { zh: '单位', en: 'Unit' },
  'accounting.reported.source': { zh: '出处', en: 'Published in' },
  'accounting.reported.add': { zh: '添加公布值', en: 'Add a published figure' },
  'accounting.reported.remove': { zh: '删除第 {number} 项公布值', en: 'Remove published figure {number}' },
  'accounting.reported.line': { zh: '第 {number} 项公布值', en: 'Published figure {number}' },
  'accounting.reported.save': { zh: '保存公布值', en: 'Save published figures' },
  'accounting.reported.saved': { zh: '修改已公布的数值', en: 'Change of published figures' },
  'accounting.reported.none': { zh: '没有填写公布值', en: 'No published figures stated' },
  'accounting.reported.agrees': { zh: '相符', en: 'agrees' },
  'accounting.reported.differs': { zh: '不符', en: 'differs' },
  'accounting.reported.unknown': { zh: '无法比对', en: 'not comparable' },
} satisfies Record<`accounting.${string}`, Wording>

const keeping = {
  'accounting.freeze': { zh: '冻结清单', en: 'Freeze the inventory' },
  'accounting.freeze.why': {
    zh: '冻结会保存全部输入、因子和计算过程，并以您的密码签名。之后的更正不会改变这一版；需要更正时重新打开，形成新版本。',
    en: 'Freezing keeps every input, factor and step and signs them with your password. Later corrections do not change this version; to correct it, reopen it as a new one.',
  },
  'accounting.freeze.password': { zh: '密码（作为签名）', en: 'Password, as your signature' },
  'accounting.freeze.act': { zh: '签名并冻结', en: 'Sign and freeze' },
  'accounting.freeze.to-lines': { zh: '查看缺失的行', en: 'See the missing lines' },
  'accounting.freeze.no-right': {
    zh: '冻结需要最高管理者或管理者代表的权限。',
    en: 'Top management or its representative may freeze.',
  },
  'accounting.freeze.to': { zh: '去冻结', en: 'Freeze' },
  'accounting.discard': { zh: '删除清单', en: 'Discard' },
  'accounting.discard.ask': {
    zh: '删除清单“{title}”？活动数据不受影响。',
    en: 'Discard the inventory “{title}”? The activity data stay.',
  },
  'accounting.kept': { zh: '冻结内容', en: 'What is kept' },
  'accounting.kept.by': { zh: '签名', en: 'Signed' },
  'accounting.kept.by-at': { zh: '{name}，{at}', en: '{name}, {at}' },
  'accounting.kept.engine': { zh: '核算引擎', en: 'Engine' },
  'accounting.kept.document-hash': { zh: '清单文件 SHA-256', en: 'Document, SHA-256' },
  'accounting.kept.account-hash': { zh: '计算结果 SHA-256', en: 'Account, SHA-256' },
  'accounting.verify': { zh: '复核', en: 'Verify' },
  'accounting.recompute': { zh: '重新计算', en: 'Recompute' },
  'accounting.recompute.why': {
    zh: '用保存的输入重新计算，并从叶到根逐个核对计算过程。',
    en: 'Computes again from what is kept and checks every step from the leaves to the root.',
  },
  'accounting.recompute.same': {
    zh: '结果完全一致，每一步都能由其输入得出。',
    en: 'Identical. Every step follows from its inputs.',
  },
  'accounting.recompute.other': {
    zh: '结果不一致：{differences} 个合计不同，{faults} 处计算过程不成立。冻结时引擎 {engine}，现为 {now}。',
    en: 'Not identical: {differences} totals differ and {faults} steps do not follow. Frozen by {engine}, now {now}.',
  },
  'accounting.recompute.damaged': {
    zh: '冻结内容已被改动，与签名的哈希不符：{parts}。请用备份恢复数据。',
    en: 'What was frozen has been altered and no longer has the hash that was signed: {parts}. Restore the data from a backup.',
  },
  'accounting.part.document': { zh: '清单文件', en: 'the document' },
  'accounting.part.account': { zh: '计算结果', en: 'the account' },
  'accounting.recompute.faults': { zh: '不成立的步骤', en: 'Steps that do not follow' },
  'accounting.compare': { zh: '与当前数据比较', en: 'Compare with today' },
  'accounting.compare.why': {
    zh: '列出冻结以来因数据或登记变更而不同的合计；冻结的版本不受影响。',
    en: 'Lists the totals that today’s data and registers would give otherwise; the frozen version stays.',
  },
  'accounting.compare.same': { zh: '与当前数据一致。', en: 'Today’s data give the same.' },
  'accounting.compare.other': {
    zh: '{count} 个合计与当前数据不同。',
    en: '{count} totals differ from today’s data.',
  },
  'accounting.compare.frozen': { zh: '冻结值', en: 'Frozen' },
  'accounting.compare.now': { zh: '当前值', en: 'Today' },
  'accounting.reopen': { zh: '重新打开', en: 'Reopen' },
  'accounting.reopen.ask': {
    zh: '以同样的规则形成新的编制中版本；新版本冻结后，这一版成为“已被替代”。',
    en: 'Makes a new working version by the same rules. Once that is frozen, this one is superseded.',
  },
  'accounting.reopen.reason': { zh: '原因', en: 'Reason' },
  'accounting.document': { zh: '清单文件', en: 'Inventory document' },
  'accounting.document.why': {
    zh: '机器可读的 JSON，包含全部输入；没有本程序也能据此重新计算。',
    en: 'Machine-readable JSON with every input; it can be computed again without this program.',
  },
  'accounting.document.show': { zh: '查看', en: 'Show' },
  'accounting.document.save': { zh: '下载', en: 'Download' },
} satisfies Record<`accounting.${string}`, Wording>

const home = {
  'accounting.home.incomplete': {
    zh: '{title}不完整，缺 {lines} 项',
    en: '{title} is incomplete: {lines} lines missing',
  },
  'accounting.home.blocking': {
    zh: '{title}有 {count} 个阻止报告的问题',
    en: '{title} has {count} findings that block the report',
  },
  'accounting.home.freeze': { zh: '{title}已完整，可以冻结', en: '{title} is complete and can be frozen' },
  'accounting.first.inventory': { zh: '建立清单', en: 'Make the inventory' },
  'accounting.first.inventory-why': {
    zh: '由活动数据算出一年的排放，逐项说明缺什么。',
    en: 'Computes the emissions of a year from the activity data and says what is missing.',
  },
} satisfies Record<`accounting.${string}`, Wording>

/** Wording of the pages of inventories. */
export const inventoryPageTexts = {
  ...states,
  ...list,
  ...totals,
  ...plan,
  ...published,
  ...keeping,
  ...home,
  ...explainTexts,
}
