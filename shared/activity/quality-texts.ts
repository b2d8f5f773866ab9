import type { Wording } from '#shared/kernel/texts'

const findings = {
  'activity.substituted': {
    zh: '“{name}”{month} 采用替代值，不是实测值，取得实际数据后将自动替换',
    en: 'A value stands in for "{name}" in {month} that nobody measured; the real one takes its place when it arrives',
  },
  'activity.outlier': {
    zh: '“{name}”{month} 为 {value} {unit}，偏离 {count} 个月的中位数 {median} 达通常波动幅度的 {times} 倍，请核对',
    en: '"{name}" is {value} {unit} in {month}, {times} times the usual spread away from {median}, the median of {count} months',
  },
  'activity.outlier-season': {
    zh: '“{name}”{month} 为 {value} {unit}，偏离往年同月（{count} 年）的中位数 {median} 达通常波动幅度的 {times} 倍，请核对',
    en: '"{name}" is {value} {unit} in {month}, {times} times the usual spread away from {median}, the median of the same month in {count} other years',
  },
  'activity.outlying-days': {
    zh: '“{name}”{month} 有 {count} 天明显偏离全年中位数 {median} {unit}，最大的是 {day} 的 {value} {unit}，达通常波动幅度的 {times} 倍',
    en: '"{name}" has {count} days in {month} far from the year\'s median of {median} {unit}; the furthest is {value} {unit} on {day}, {times} times the usual spread away',
  },
  'activity.jump-year': {
    zh: '“{name}”{month} 为 {value} {unit}，去年同月为 {lastYear}，相差一倍以上，请核对',
    en: '"{name}" is {value} {unit} in {month} after {lastYear} in the same month of the year before, a factor of more than two',
  },
  'activity.year-differs': {
    zh: '“{name}”{month} 年的全年值为 {value} {unit}，各月合计为 {sum}，相差 {difference}',
    en: '"{name}" is stated as {value} {unit} for the year {month}, while its months add up to {sum}: {difference} apart',
  },
  'activity.same-value': {
    zh: '“{name}”有 {count} 个月的数值完全相同（{value} {unit}）：{months}，是否重复填报？',
    en: '"{name}" is exactly {value} {unit} in {count} months ({months}): was one copied?',
  },
  'activity.same-delivery': {
    zh: '“{name}”{from} 有 {count} 条完全相同的批次数据（{value}），是否重复录入？',
    en: '"{name}" has {count} deliveries of {value} on {from} that are exactly the same: were they entered twice?',
  },
  'activity.stock-differs': {
    zh: '“{name}”{month} 按“期初库存 + 购入 − 期末库存”应消耗 {expected} {unit}，填报消耗 {consumed} {unit}，相差 {percent}%，超过 ±2%',
    en: '"{name}" should have burnt {expected} {unit} in {month} by opening stock + purchases − closing stock, but {consumed} {unit} are stated: {percent} % apart, more than 2 %',
  },
  'activity.units-differ': {
    zh: '“{name}”{month} 全厂为 {value} {unit}，各机组合计为 {sum} {unit}，相差 {percent}%',
    en: '"{name}" is {value} {unit} for the plant in {month}, while its units add up to {sum} {unit}: {percent} % apart',
  },
  'activity.product-differs': {
    zh: '主营产品“{name}”{month} 年产量登记为 {value} {unit}，各月合计为 {sum} {unit}，相差 {percent}%',
    en: 'The product "{name}" is stated as {value} {unit} for {month}, while its months add up to {sum} {unit}: {percent} % apart',
  },
  'activity.priority-down': {
    zh: '“{name}”自 {from} 起的数据来源由“{before}”降为“{now}”。同一年度内数据来源的优先级不得降低，除非先修改数据质量控制计划',
    en: '"{name}" comes from a lesser origin from {from} on: {now} instead of {before}. Within a year this needs a changed data quality control plan',
  },
  'activity.not-closed-in-time': {
    zh: '“{name}”{month} 应在 {deadline} 前封存（月度结束后 40 日内），现已逾期',
    en: '{month} of "{name}" should have been sealed by {deadline}, 40 days after its end, and is not',
  },
  'activity.closed-late': {
    zh: '“{name}”{month} 于 {sealedOn} 封存，比期限 {deadline} 晚 {days} 天',
    en: '{month} of "{name}" was sealed on {sealedOn}, {days} days after its deadline of {deadline}',
  },
} satisfies Record<`activity.${string}`, Wording>

/** Questions about evidence. None of them says that something is false. */
const questions = {
  'activity.same-report-file': {
    zh: '同一份文件“{file}”作为 {count} 个月（{months}）的“{name}”的证据。一份检测报告是否真的对应这些月份？',
    en: 'The file "{file}" proves "{name}" in {count} months ({months}). Does one report really cover them?',
  },
  'activity.report-number-files': {
    zh: '报告编号“{reportNo}”出现在 {files} 份不同的文件上（{months}）。是重新出具，还是编号填错？',
    en: 'Report number "{reportNo}" stands on {files} different files ({months}). Was it issued again, or the number typed wrongly?',
  },
  'activity.report-number-months': {
    zh: '报告编号“{reportNo}”用于多个月份（{months}）。请核对编号，或说明为何一份报告对应多个月',
    en: 'Report number "{reportNo}" is used for several months ({months}). Check the number, or say why one report covers them',
  },
  'activity.tested-before-sampled': {
    zh: '“{name}”{month} 的检测日期 {testDate} 早于采样日期 {sampleDate}（{file}）。日期是否填反？',
    en: '"{name}" in {month} was tested on {testDate}, before it was sampled on {sampleDate} ({file}). Were the dates swapped?',
  },
  'activity.tested-on-one-day': {
    zh: '“{name}”有 {count} 个月（{months}）的检测都在 {testDate} 同一天完成。样品是否按月送检？',
    en: '"{name}" was tested for {count} months ({months}) on one day, {testDate}. Were the samples sent month by month?',
  },
  'activity.report-numbers-in-a-row': {
    zh: '“{name}”{count} 个月的报告编号首尾相连（{from} 至 {to}）。各月的检测是否分别进行？',
    en: 'The reports of "{name}" for {count} months are numbered without a gap ({from} to {to}). Were the tests made month by month?',
  },
  'activity.tested-late': {
    zh: '“{name}”{month} 的检测日期 {testDate} 晚于期限 {deadline}（月度结束后 40 日内）。该结果可否用于本月？',
    en: '"{name}" of {month} was tested on {testDate}, after its deadline of {deadline}, 40 days after the month. May the result be used?',
  },
  'activity.no-total-moisture': {
    zh: '“{name}”{month} 的元素碳为{basis}基，但没有当月的全水分实测值。全水分是否已检测？',
    en: 'The carbon of "{name}" in {month} is on the {basis} basis, but total moisture of the month was not measured. Was it tested?',
  },
  'activity.file-of-others': {
    zh: '文件“{file}”同时作为 {count} 个不同排放源的证据：{names}。是否关联错误？',
    en: 'The file "{file}" proves values of {count} different sources: {names}. Was it linked by mistake?',
  },
  'activity.edited-later': {
    zh: '文件“{file}”的属性显示它在 {editedOn} 修改过，晚于所证明的日期 {proven}（软件：{program}）。修改了什么？',
    en: 'The file "{file}" says that it was edited on {editedOn}, after {proven}, which it proves (program: {program}). What was changed?',
  },
  'activity.image-editor': {
    zh: '文件“{file}”的属性显示它由图像编辑软件（{program}）保存。能否提供原件？',
    en: 'The file "{file}" says that it was saved by a program that edits pictures ({program}). Is there an original?',
  },
} satisfies Record<`activity.${string}`, Wording>

const refusals = {
  'activity.no-such-finding': {
    zh: '这条发现已经不存在：数据可能刚被改正',
    en: 'This finding is gone: the data may just have been mended',
  },
  'activity.finding-changed': {
    zh: '这条发现所说的数值已经改变，请重新阅读后再作说明',
    en: 'The numbers of this finding have changed; read it again before explaining it',
  },
  'activity.no-such-answer': {
    zh: '找不到该说明，或已撤回',
    en: 'There is no such explanation, or it was withdrawn',
  },
  'activity.not-a-gap': {
    zh: '“{name}”{month} 已有数据，不需要替代值',
    en: '"{name}" has a reading for {month}; nothing has to stand in for it',
  },
  'activity.rule-not-allowed': {
    zh: '“{name}”的缺失处理规则不允许“{rule}”。如确需采用，请先修改监测计划中的规则',
    en: 'The gap rule of "{name}" does not allow "{rule}"; if it is needed, change the rule in the plan first',
  },
  'activity.rule-without-value': {
    zh: '“{name}”{month} 没有可用于“{rule}”的数据',
    en: 'Nothing is known from which "{rule}" could be made for "{name}" in {month}',
  },
  'activity.supplier-value-needed': {
    zh: '请填写供应商提供的数值',
    en: 'Enter the value that the supplier stated',
  },
  'activity.stock-set-up': {
    zh: '“{name}”的库存参数已经设置',
    en: 'The stock of "{name}" is set up already',
  },
  'activity.stock-without-fuel': {
    zh: '“{name}”没有登记燃料消耗量，无法核对库存',
    en: 'No amount of fuel is registered for "{name}", so there is no stock to balance',
  },
} satisfies Record<`activity.${string}`, Wording>

const words = {
  'activity.rule.guideline-default': { zh: '指南缺省值', en: 'Default of the guideline' },
  'activity.rule.nearest-valid': { zh: '最近的有效值', en: 'Nearest valid value' },
  'activity.rule.mean-of-neighbours': {
    zh: '前后两个有效月的平均',
    en: 'Mean of the months before and after',
  },
  'activity.rule.mean-of-year': { zh: '本年有效月的平均', en: "Mean of the year's valid months" },
  'activity.rule.conservative-high': {
    zh: '保守高值（前后 12 个月最大值）',
    en: 'Conservative: highest of 12 months around',
  },
  'activity.rule.conservative-low': {
    zh: '保守低值（前后 12 个月最小值）',
    en: 'Conservative: lowest of 12 months around',
  },
  'activity.rule.supplier-value': { zh: '供应商提供值', en: 'Value stated by the supplier' },
  'activity.origin.substituted': { zh: '替代值（非实测）', en: 'Stands in for a missing value' },
  'activity.basis.air-dry': { zh: '空气干燥', en: 'air-dry' },
  'activity.basis.dry': { zh: '干燥', en: 'dry' },
  'activity.stock.purchased': { zh: '{name} 购入量', en: '{name}: purchases' },
  'activity.stock.closing': { zh: '{name} 期末库存', en: '{name}: closing stock' },
  'activity.reading-traces': { zh: '正在读取文件属性', en: 'Reading what files say of themselves' },

  'activity.did.answerFinding': { zh: '说明数据发现', en: 'Explained a finding' },
  'activity.did.withdrawAnswer': { zh: '撤回说明', en: 'Withdrew an explanation' },
  'activity.did.exportFindings': { zh: '导出发现清单', en: 'Exported the list of findings' },
  'activity.did.substitute': { zh: '采用替代值', en: 'Let a value stand in' },
  'activity.did.addStock': { zh: '设置库存核对', en: 'Set up a stock balance' },
  'activity.did.readTraces': { zh: '读取证据文件属性', en: 'Read the traces of evidence files' },
  'activity.column.test_date': { zh: '检测日期', en: 'Test date' },
  'activity.column.rule': { zh: '替代规则', en: 'Gap rule' },
  'activity.column.inputs': { zh: '依据', en: 'Made from' },
  'activity.column.words': { zh: '发现的内容', en: 'Finding' },
  'activity.column.edited_at': { zh: '文件修改时间', en: 'File edited' },
  'activity.column.program': { zh: '生成软件', en: 'Program' },
  'activity.column.author': { zh: '文件作者', en: 'File author' },
  'activity.column.read_at': { zh: '读取时间', en: 'Read at' },
  'activity.table.substitutions': { zh: '替代值', en: 'substituted values' },
  'activity.table.finding_answers': { zh: '发现的说明', en: 'explanations of findings' },
  'activity.table.file_traces': { zh: '文件属性', en: 'traces of files' },
} satisfies Record<`activity.${string}`, Wording>

/** Findings about the quality of data, and what is done about them. */
export const activityQualityTexts = { ...findings, ...questions, ...refusals, ...words }
