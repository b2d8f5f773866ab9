import type { Wording } from '#shared/kernel/texts'

import { activityClosingTexts } from './closing-texts.ts'
import { activityImportPageTexts } from './import-page-texts.ts'

const entry = {
  'activity.entry.title': { zh: '活动数据', en: 'Activity data' },
  'activity.entry.purpose': {
    zh: '按月录入、复核和批准各参数的数据，每个数都能查到凭据',
    en: 'Enter, check and approve each parameter month by month; every number leads to what proves it',
  },
  'activity.entry.source': { zh: '排放源', en: 'Source' },
  'activity.entry.parameter': { zh: '参数', en: 'Parameter' },
  'activity.entry.no-source': { zh: '设施本身', en: 'The facility itself' },
  'activity.entry.whole-year': { zh: '{year} 全年', en: 'All of {year}' },
  'activity.entry.empty': {
    zh: '这里按月录入煤、油、气、电、热等活动数据',
    en: 'Fuel, electricity, heat and other activity data are entered here month by month',
  },
  'activity.entry.empty.why': {
    zh: '核算以监测参数的数据为依据。本设施在该年度还没有参数，请先登记排放源和参数。',
    en: 'An inventory rests on the readings of monitored parameters. This facility has none in this year; register its sources and parameters first.',
  },
  'activity.entry.legend': { zh: '单元格状态', en: 'States of cells' },
  'activity.entry.corner': { zh: '角标：有提示，选中后可见', en: 'Corner mark: a remark, shown on focus' },
  'activity.entry.restored': {
    zh: '已恢复 {count} 项草稿，保存于 {at}',
    en: 'Drafts restored: {count}, saved {at}',
  },
  'activity.entry.uncalibrated': {
    zh: '计量器具 {meter} 在 {from} 至 {to} 没有有效检定，数据可以录入，将标为“未经有效检定”',
    en: 'Meter {meter} had no valid calibration from {from} to {to}; the value is taken and marked as uncalibrated',
  },
  'activity.abnormal': { zh: '数据异常', en: 'Unusual value' },
  'activity.abnormal.keep': { zh: '保留并说明', en: 'Keep and explain' },
  'activity.abnormal.replace': { zh: '改填', en: 'Replace' },
  'activity.abnormal.investigate': { zh: '调查（记为偏差）', en: 'Investigate (deviation)' },
  'activity.entry.read-as': { zh: '读作 {amount}', en: 'read as {amount}' },
  'activity.entry.unit-doubted': {
    zh: '{amount} 与以往相差几个数量级，单位是否应为 {unit}？',
    en: '{amount} is orders of magnitude away from what it used to be; should the unit be {unit}?',
  },
  'activity.entry.take-unit': { zh: '改用单位 {unit}', en: 'Change the unit to {unit}' },
  'activity.entry.take-repair': { zh: '改为 {text}', en: 'Change it to {text}' },
  'activity.entry.note': { zh: '说明', en: 'Note' },
  'activity.entry.drop': { zh: '放弃此项草稿', en: 'Drop this draft' },
  'activity.entry.open': { zh: '打开明细', en: 'Open the readings' },
  'activity.entry.did-submit': { zh: '提交 {count} 项数据', en: 'submitting readings ({count})' },
  'activity.did-withdraw': { zh: '撤回 {count} 条数据', en: 'withdrawing readings ({count})' },
  'activity.did-correct': { zh: '更正“{name}”', en: 'correcting "{name}"' },
  'activity.unit.one': { zh: '无单位', en: 'no unit' },
  'activity.reason': { zh: '原因', en: 'Reason' },
  'activity.period': { zh: '{from} 至 {to}', en: '{from} to {to}' },
  'activity.who.program': { zh: '程序', en: 'the program' },
  'activity.who.removed': { zh: '已移除的人员', en: 'a removed person' },
  'activity.submit.title': { zh: '提交草稿', en: 'Submit the drafts' },
  'activity.submit.drafts': { zh: '草稿 {count} 项', en: 'Drafts: {count}' },
  'activity.submit.unreadable': { zh: '{count} 项无法识别', en: 'cannot be read: {count}' },
  'activity.submit.corrections': { zh: '更正 {count} 项', en: 'corrections: {count}' },
  'activity.submit.reason': { zh: '说明（可不填）', en: 'Remark (optional)' },
  'activity.submit.reason-needed': { zh: '更正原因（必填）', en: 'Reason for the corrections (needed)' },
  'activity.submit.attach': { zh: '凭证文件（{count}）', en: 'Evidence files ({count})' },
  'activity.submit.attach-how': {
    zh: '添加证明这些数据的文件：结算单、磅单、化验报告等',
    en: 'Add files that prove these readings: bills, weighing slips, laboratory reports',
  },
  'activity.submit.detach': { zh: '去掉“{name}”', en: 'Take "{name}" off' },
  'activity.submit.act': { zh: '提交 {count} 项', en: 'Submit {count}' },
} satisfies Record<`activity.${string}`, Wording>

const states = {
  'activity.cell.draft': { zh: '草稿', en: 'Draft' },
  'activity.cell.submitted': { zh: '已提交', en: 'Submitted' },
  'activity.cell.checked': { zh: '已复核', en: 'Checked' },
  'activity.cell.approved': { zh: '已批准', en: 'Approved' },
  'activity.cell.returned': { zh: '已退回', en: 'Sent back' },
  'activity.cell.sealed': { zh: '已封存', en: 'Sealed' },
  'activity.cell.several': { zh: '{count} 条，{state}', en: '{count} readings, {state}' },
  'activity.standing.submitted': { zh: '已提交', en: 'Submitted' },
  'activity.standing.checked': { zh: '已复核', en: 'Checked' },
  'activity.standing.approved': { zh: '已批准', en: 'Approved' },
  'activity.standing.returned': { zh: '已退回', en: 'Sent back' },
  'activity.standing.corrected': { zh: '已被更正', en: 'Corrected' },
  'activity.standing.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'activity.standing.undone': { zh: '已撤销', en: 'Undone' },
  'activity.standing.withdrawal': { zh: '撤回记录', en: 'Withdrawal' },
  'activity.fixed.sealed': {
    zh: '该月已封存。确需更改时，由有审批权的人在“月结”中说明原因后重新打开',
    en: 'The month is sealed. If it must change, someone who may approve reopens it under Month closing, with a reason',
  },
  'activity.fixed.several': {
    zh: '由多条数据汇总，请打开明细修改',
    en: 'Summed up from several readings; open them to change one',
  },
  'activity.fixed.part': {
    zh: '数据只覆盖当月一部分，请打开明细修改',
    en: 'The reading covers part of the month only; open it to change it',
  },
  'activity.fixed.outside': {
    zh: '参数有效期为 {from} 至 {to}，不覆盖整月；不足一月的数据请在明细中逐日录入',
    en: 'The parameter is in use from {from} to {to}, not for the whole month; enter single days under its readings',
  },
  'activity.fixed.coarser': { zh: '该参数按年录入', en: 'This parameter is entered once a year' },
  'activity.fixed.no-permission': { zh: '您没有录入权限', en: 'You may not enter data' },
  'activity.note.returned': {
    zh: '{text} 已于 {at} 退回，原因：{reason}。重新录入即为更正',
    en: '{text} was sent back {at}: {reason}. What you enter corrects it',
  },
  'activity.note.last-year': { zh: '去年同期 {value}', en: 'last year {value}' },
  'activity.note.band': { zh: '通常范围 {band}', en: 'usually {band}' },
  'activity.note.meter': { zh: '计量器具 {meter}', en: 'meter {meter}' },
  'activity.note.meter-until': {
    zh: '计量器具 {meter}，证书有效至 {until}',
    en: 'meter {meter}, certified until {until}',
  },
} satisfies Record<`activity.${string}`, Wording>

const review = {
  'activity.review.title': { zh: '复核与批准', en: 'Check and approve' },
  'activity.review.month': { zh: '月份', en: 'Month' },
  'activity.review.to-check': { zh: '待复核 {count} 格', en: 'cells to check: {count}' },
  'activity.review.to-approve': { zh: '待批准 {count} 格', en: 'cells to approve: {count}' },
  'activity.review.check': { zh: '复核 {month}', en: 'Check {month}' },
  'activity.review.check.question': {
    zh: '将 {month} 的 {count} 格数据全部标为已复核。录入人本人不能复核自己的数据。',
    en: 'Marks all readings in {count} cells of {month} as checked. Nobody checks what they entered themselves.',
  },
  'activity.review.approve': { zh: '批准 {month}', en: 'Approve {month}' },
  'activity.review.approve.question': {
    zh: '将 {month} 的 {count} 格数据全部批准。录入人和复核人不能批准。',
    en: 'Approves all readings in {count} cells of {month}. Neither who entered nor who checked them approves them.',
  },
  'activity.review.alone': {
    zh: '原因（仅在只有一个用户时必填，会写入报告）',
    en: 'Reason (needed only where there is one user; it will stand in the report)',
  },
  'activity.act.check': { zh: '复核 {count} 条', en: 'Check {count}' },
  'activity.act.check.question': {
    zh: '将 {count} 条数据标为已复核。',
    en: 'Marks {count} readings as checked.',
  },
  'activity.act.approve': { zh: '批准 {count} 条', en: 'Approve {count}' },
  'activity.act.approve.question': { zh: '批准 {count} 条数据。', en: 'Approves {count} readings.' },
  'activity.act.send-back': { zh: '退回 {count} 条', en: 'Send {count} back' },
  'activity.act.send-back.question': {
    zh: '{count} 条数据退回录入人，更正前不再计入。请写明要改什么。',
    en: '{count} readings go back to who entered them and do not count until corrected. Say what should change.',
  },
  'activity.act.withdraw': { zh: '撤回 {count} 条', en: 'Withdraw {count}' },
  'activity.act.withdraw.question': {
    zh: '{count} 条数据不再计入，该期间视为缺失；原数据仍可查。可以撤销。',
    en: '{count} readings count no more and their period is missing; they stay visible. This can be undone.',
  },
  'activity.act-kind.submit': { zh: '提交', en: 'Submitted' },
  'activity.act-kind.import': { zh: '导入', en: 'Imported' },
  'activity.act-kind.correct': { zh: '更正', en: 'Corrected' },
  'activity.act-kind.withdraw': { zh: '撤回', en: 'Withdrawn' },
  'activity.act-kind.check': { zh: '复核', en: 'Checked' },
  'activity.act-kind.approve': { zh: '批准', en: 'Approved' },
  'activity.act-kind.return': { zh: '退回', en: 'Sent back' },
  'activity.act-kind.undo': { zh: '撤销', en: 'Undone' },
} satisfies Record<`activity.${string}`, Wording>

const drawer = {
  'activity.drawer.none': { zh: '数据明细', en: 'Readings' },
  'activity.drawer.elsewhere': {
    zh: '{month} 的这一格不在当前设施和年度中，请在上方选择对应的设施和年度',
    en: 'This cell of {month} does not belong to the facility and year chosen above; choose them first',
  },
  'activity.drawer.month-value': { zh: '汇总值', en: 'Comes to' },
  'activity.drawer.meter': { zh: '计量器具', en: 'Meter' },
  'activity.drawer.frequency': { zh: '录入频次', en: 'Expected' },
  'activity.drawer.readings': { zh: '数据与历史', en: 'Readings and their history' },
  'activity.drawer.empty': { zh: '还没有数据。', en: 'There is no reading yet.' },
  'activity.column.period': { zh: '期间', en: 'Period' },
  'activity.column.value': { zh: '数值', en: 'Value' },
  'activity.column.state': { zh: '状态', en: 'State' },
  'activity.column.entered': { zh: '录入人', en: 'Entered by' },
  'activity.column.proofs': { zh: '证据', en: 'Evidence' },
  'activity.proofs.none': { zh: '无证据', en: 'no evidence' },
  'activity.proofs.count': { zh: '{count} 份', en: '{count}' },
  'activity.detail.text': { zh: '录入原文', en: 'As entered' },
  'activity.detail.in-unit': { zh: '折合', en: 'In the unit of the parameter' },
  'activity.detail.origin': { zh: '来源', en: 'Origin' },
  'activity.origin.typed': { zh: '手工录入', en: 'typed' },
  'activity.origin.import': { zh: '文件导入', en: 'imported' },
  'activity.origin.correction': { zh: '更正', en: 'correction' },
  'activity.origin.sample': { zh: '示例', en: 'sample' },
  'activity.detail.cell': { zh: '文件位置', en: 'Cell of the file' },
  'activity.detail.repaired': { zh: '识别', en: 'Reading' },
  'activity.detail.repaired-word': {
    zh: '原文有误，按建议的修正读取',
    en: 'the text was faulty; the proposed repair was taken',
  },
  'activity.detail.history': { zh: '经过', en: 'History' },
  'activity.detail.because': { zh: '原因：{reason}', en: 'because: {reason}' },
  'activity.detail.alone': { zh: '（同一人录入与复核）', en: '(one person did both)' },
  'activity.correct.act': { zh: '更正', en: 'Correct' },
  'activity.correct.save': { zh: '提交更正', en: 'Submit the correction' },
  'activity.line.title': { zh: '逐日或逐批录入', en: 'Days and deliveries' },
  'activity.line.how': {
    zh: '每行一天或一批，可从 Excel 粘贴。日期可只写日，如 3；单位留空即为参数单位。',
    en: 'One day or delivery a line; paste from Excel if you like. A date may be just the day, such as 3; an empty unit is that of the parameter.',
  },
  'activity.line.number': { zh: '行', en: 'Line' },
  'activity.line.date': { zh: '日期', en: 'Date' },
  'activity.line.value': { zh: '数值', en: 'Value' },
  'activity.line.unit': { zh: '单位', en: 'Unit' },
  'activity.line.note': { zh: '说明', en: 'Note' },
  'activity.line.open-days': { zh: '录入逐日数据', en: 'Enter days' },
  'activity.line.open-batches': { zh: '录入逐日或逐批数据', en: 'Enter days or deliveries' },
  'activity.line.no-date': { zh: '请填写日期', en: 'Give the date' },
  'activity.line.other-month': {
    zh: '“{entered}”不是 {month} 中的一天',
    en: '“{entered}” is not a day of {month}',
  },
  'activity.line.unknown-unit': {
    zh: '不认识单位“{entered}”',
    en: 'There is no unit “{entered}”',
  },
} satisfies Record<`activity.${string}`, Wording>

const evidence = {
  'activity.evidence.title': { zh: '证据', en: 'Evidence' },
  'activity.evidence.look': { zh: '查看', en: 'Look' },
  'activity.evidence.hide': { zh: '收起', en: 'Hide' },
  'activity.evidence.whole-act': {
    zh: '证明同次录入的全部数据',
    en: 'proves everything entered with it',
  },
  'activity.evidence.at': { zh: '位置：{place}', en: 'at {place}' },
  'activity.evidence.report': { zh: '报告编号 {number}', en: 'report {number}' },
  'activity.evidence.sampled': { zh: '采样 {date}', en: 'sampled {date}' },
  'activity.evidence.remove': { zh: '移除', en: 'Take off' },
  'activity.evidence.remove.question': {
    zh: '“{name}”不再证明这条数据。文件本身保留，操作会留痕。',
    en: '"{name}" proves this reading no more. The file itself stays, and the trail keeps what was done.',
  },
  'activity.evidence.add': { zh: '添加证据', en: 'Add evidence' },
  'activity.evidence.file': {
    zh: '选择凭证：照片、PDF、表格均可',
    en: 'Choose the evidence: a picture, a PDF, a table',
  },
  'activity.evidence.place': { zh: '页码或单元格', en: 'Page or cell' },
  'activity.evidence.report-no': { zh: '报告编号', en: 'Report number' },
  'activity.evidence.sample-date': { zh: '采样日期', en: 'Sample date' },
  'activity.evidence.save': { zh: '保存证据', en: 'Keep as evidence' },
} satisfies Record<`activity.${string}`, Wording>

const places = {
  'activity.no-facility': {
    zh: '数据按设施录入和月结',
    en: 'Readings are entered and closed facility by facility',
  },
  'activity.no-facility.why': {
    zh: '组织边界从设施开始。请先登记单位、厂区和设施。',
    en: 'The boundary begins with facilities. Register the organization, its sites and facilities first.',
  },
  'activity.to-organization': { zh: '登记单位', en: 'Register the organization' },
  'activity.to-monitoring': { zh: '登记排放源和参数', en: 'Register sources and parameters' },
  'activity.choose-facility': { zh: '选择设施', en: 'Choose a facility' },
  'activity.choose-facility.why': {
    zh: '数据按设施录入和月结，请选择一个。也可以在上方的范围栏切换。',
    en: 'Readings are entered and closed facility by facility. Choose one here or in the bar above.',
  },
  'activity.site': { zh: '{name}（厂区直属）', en: '{name} (what hangs on the site)' },
  'activity.import.go': { zh: '从文件导入', en: 'Import a file' },
} satisfies Record<`activity.${string}`, Wording>

/** Wording of this area's pages. */
export const activityPageTexts = {
  ...activityClosingTexts,
  ...activityImportPageTexts,
  ...entry,
  ...states,
  ...review,
  ...drawer,
  ...evidence,
  ...places,
}
