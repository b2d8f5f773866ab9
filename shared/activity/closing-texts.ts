import type { Wording } from '#shared/kernel/texts'

const months = {
  'activity.months.title': { zh: '月结', en: 'Month closing' },
  'activity.months.purpose': {
    zh: '逐月核对并封存，封存后的数据只能说明原因后重新打开再改',
    en: 'Check each month and seal it; what is sealed changes only after a reopening with a reason',
  },
  'activity.months.strip': { zh: '全年各月', en: 'Months of the year' },
  'activity.months.state.sealed': { zh: '已封存', en: 'Sealed' },
  'activity.months.state.blocked': { zh: '{count} 项待处理', en: 'To settle: {count}' },
  'activity.months.state.ready': { zh: '可以封存', en: 'Ready to seal' },
  'activity.months.state.empty': { zh: '无数据', en: 'No data' },
  'activity.months.check-list': { zh: '{month} 检查清单', en: 'Check list of {month}' },
  'activity.months.summary': {
    zh: '计入数据 {readings} 条；必须先处理 {blocking} 项，需要说明 {others} 项',
    en: 'Readings that count: {readings}. To settle first: {blocking}. To explain: {others}.',
  },
  'activity.months.open-before': {
    zh: '更早的月份尚未封存：{months}',
    en: 'Earlier months are still open: {months}',
  },
  'activity.months.who-seals': {
    zh: '由有审批权的人封存。',
    en: 'Sealed by someone who may approve.',
  },
  'activity.months.totals': { zh: '{month} 排放量预览', en: 'Emissions of {month}, a preview' },
  'activity.months.all-sources': { zh: '合计', en: 'All sources' },
  'activity.months.acknowledge': {
    zh: '上列 {count} 项提示为何可以接受（写入封存记录）',
    en: 'Why the {count} remarks above are acceptable (kept with the seal)',
  },
  'activity.months.seal': { zh: '封存 {month}', en: 'Seal {month}' },
  'activity.months.seal-how': {
    zh: '封存后数据和证据不能再变。月份在 {to} 之后才能封存。',
    en: 'Readings and evidence then cannot change. A month can be sealed from {to} on.',
  },
  'activity.months.not-ready': {
    zh: '先处理上列“阻止报告”的各项和更早的月份，{to} 起可以封存。',
    en: 'Settle what blocks the report and the earlier months first; it can be sealed from {to} on.',
  },
  'activity.months.sealed-by': {
    zh: '{name} 于 {at} 封存，{count} 条数据',
    en: 'sealed by {name}, {at}, readings: {count}',
  },
  'activity.months.reopen': { zh: '重新打开 {month}', en: 'Reopen {month}' },
  'activity.months.reopen.question': {
    zh: '{month} 的数据可以再改，封存记录和原因会留存。改完后须再次封存。',
    en: 'The readings of {month} can change again; the seal and your reason are kept. Seal it anew afterwards.',
  },
  'activity.seals.title': { zh: '封存记录', en: 'Seals' },
  'activity.seals.purpose': {
    zh: '每次封存都是对数据、证据和排放量的指纹。核对即由现有数据重算指纹并逐项比较。',
    en: 'A seal is a fingerprint of readings, evidence and figures. Verifying makes it again from what is stored and compares.',
  },
  'activity.seals.reopened': {
    zh: '{name} 于 {at} 重新打开：{reason}',
    en: 'reopened by {name}, {at}: {reason}',
  },
  'activity.seals.verify': { zh: '核对 {month}', en: 'Verify {month}' },
  'activity.seals.same': {
    zh: '与封存时完全一致（{hash}…）',
    en: 'exactly as it was sealed ({hash}…)',
  },
  'activity.seals.differs': {
    zh: '与封存时不同，共 {count} 处',
    en: 'not as it was sealed; differences: {count}',
  },
  'activity.seals.content-altered': {
    zh: '封存时留存的内容已被改动，不能再作比较依据',
    en: 'What was kept with the seal has been altered and proves nothing any more',
  },
  'activity.seals.what': { zh: '变化', en: 'Change' },
  'activity.seals.name': { zh: '名称', en: 'Name' },
  'activity.seals.then': { zh: '封存时', en: 'When sealed' },
  'activity.seals.now': { zh: '现在', en: 'Now' },
  'activity.seals.kind.parameter': { zh: '参数', en: 'Parameter' },
  'activity.seals.kind.reading': { zh: '数据', en: 'Reading' },
  'activity.seals.kind.evidence': { zh: '证据', en: 'Evidence' },
  'activity.seals.kind.contribution': { zh: '排放量', en: 'Figures' },
  'activity.seals.what.added': { zh: '新增', en: 'added' },
  'activity.seals.what.gone': { zh: '不再存在', en: 'gone' },
  'activity.seals.what.changed': { zh: '改变', en: 'changed' },
  'activity.first.readings': { zh: '录入活动数据', en: 'Enter activity data' },
  'activity.first.readings-why': {
    zh: '按月录入，或从台账文件导入。',
    en: 'Month by month, or imported from a ledger file.',
  },
} satisfies Record<`activity.${string}`, Wording>

const files = {
  'activity.files.title': { zh: '证据', en: 'Evidence' },
  'activity.files.purpose': {
    zh: '证明数据的全部文件：证明了什么，是否原样',
    en: 'Every file that proves readings: what it proves, and whether it is as it was',
  },
  'activity.files.empty': {
    zh: '这里是结算单、磅单、化验报告等凭证',
    en: 'Bills, weighing slips, laboratory reports and other evidence appear here',
  },
  'activity.files.empty.why': {
    zh: '核查时每个数都要有凭据。在活动数据中提交时附上文件，或打开某格明细添加。',
    en: 'A verifier asks for the proof of every number. Attach files when you submit activity data, or open a cell and add them.',
  },
  'activity.files.empty.act': { zh: '去活动数据', en: 'Go to the activity data' },
  'activity.files.name': { zh: '文件', en: 'File' },
  'activity.files.proves': { zh: '证明', en: 'Proves' },
  'activity.files.proves-count': {
    zh: '单条数据 {readings}，整次录入 {acts}',
    en: 'single readings: {readings}, whole entries: {acts}',
  },
  'activity.files.unused': { zh: '未证明任何数据', en: 'proves nothing' },
  'activity.files.by': { zh: '添加人', en: 'Added by' },
  'activity.files.at': { zh: '添加时间', en: 'Added' },
  'activity.files.size': { zh: '大小', en: 'Size' },
  'activity.files.verify': { zh: '重新计算 SHA-256', en: 'Work out SHA-256 again' },
  'activity.files.same': { zh: '与登记时一致', en: 'the same as when it was added' },
  'activity.files.altered': {
    zh: '与登记时不一致，文件已被改动',
    en: 'not the same as when it was added: the file was altered',
  },
  'activity.unproven.title': {
    zh: '{year} 年没有证据的数据',
    en: 'Readings of {year} without evidence',
  },
  'activity.unproven.cell': { zh: '{name} {month}（{count} 条）', en: '{name} {month} ({count})' },
  'activity.unproven.all': { zh: '显示全部 {count} 项', en: 'Show all {count}' },
  'activity.unproven.fewer': { zh: '只显示前几项（共 {count} 项）', en: 'Show fewer of the {count}' },
  'activity.home.late': {
    zh: '{name}：{count} 项数据逾期未录，最早为 {month}',
    en: '{name}: readings overdue: {count}, the first of {month}',
  },
  'activity.home.due': {
    zh: '{name}：{month} 的 {count} 项数据应在本月录入',
    en: '{name}: readings of {month} to enter this month: {count}',
  },
  'activity.home.odd': {
    zh: '{name}：{year} 年未封存月份有 {count} 处数据需要说明，最早为 {month}',
    en: '{name}: readings of open months of {year} that want an explanation: {count}, the first in {month}',
  },
  'activity.home.submitted': {
    zh: '{name}：{year} 年 {count} 项数据等待复核',
    en: '{name}: readings of {year} that wait to be checked: {count}',
  },
  'activity.home.checked': {
    zh: '{name}：{year} 年 {count} 项数据等待批准',
    en: '{name}: readings of {year} that wait for approval: {count}',
  },
  'activity.home.closable': {
    zh: '{name}：{year} 年有 {count} 个月可以封存',
    en: '{name}: months of {year} ready to be sealed: {count}',
  },
} satisfies Record<`activity.${string}`, Wording>

/** Wording of the pages on evidence and on the closing of months. */
export const activityClosingTexts = { ...months, ...files }
