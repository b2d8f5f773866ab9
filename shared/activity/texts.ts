import type { Wording } from '#shared/kernel/texts'

import { activityFindingTexts } from './finding-texts.ts'
import { activityImportTexts } from './import-texts.ts'
import { monitoringReportTexts } from './monitoring-report-texts.ts'
import { activityPageTexts } from './page-texts.ts'
import { activityQualityTexts } from './quality-texts.ts'

const refusals = {
  'activity.no-such-parameter': { zh: '找不到该参数', en: 'There is no such parameter' },
  'activity.no-such-reading': { zh: '找不到该数据', en: 'There is no such reading' },
  'activity.no-such-act': { zh: '找不到该次操作', en: 'There is no such act' },
  'activity.no-such-facility': {
    zh: '只有设施（或直接挂在厂区上的数据）可以按月关账',
    en: 'Months are closed for a facility, or for a site with what hangs on it directly',
  },
  'activity.no-such-evidence': { zh: '找不到该证据文件', en: 'There is no such evidence file' },
  'activity.no-such-seal': { zh: '找不到该月的封存记录', en: 'There is no such seal' },
  'activity.spans-months': {
    zh: '“{name}”的一条数据必须在同一个月内，或正好是一个自然年（{from} 至 {to}）。请按月拆分',
    en: 'A reading of "{name}" must lie within one month or be one calendar year ({from} to {to}); split it by month',
  },
  'activity.outside-validity': {
    zh: '“{name}”只在 {validFrom} 至 {validTo} 有效，{from} 不在其中。请先在监测参数中改正有效期',
    en: '"{name}" is in use from {validFrom} to {validTo} only, which leaves {from} out; correct its dates in the register first',
  },
  'activity.overlaps': {
    zh: '“{name}”在 {otherFrom} 至 {otherTo} 已有数据 {recorded}，与 {from} 起的这条重叠。请更正已有的数据，或先将其撤回',
    en: '"{name}" already has {recorded} for {otherFrom} to {otherTo}, which overlaps the one from {from}; correct that reading or withdraw it first',
  },
  'activity.nothing-entered': {
    zh: '“{name}”{from} 没有填写数值。没有数据请留空，不要填符号；零请填 0',
    en: '"{name}" from {from} has no value. Leave the cell empty where there is none; for zero enter 0',
  },
  'activity.already-replaced': {
    zh: '{from} 的这条数据已被更正或撤回，请更正最新的一条',
    en: 'The reading of {from} was already corrected or withdrawn; correct the latest one',
  },
  'activity.month-sealed': {
    zh: '“{facility}”的 {month} 已封存，数据和证据都不能再变。确需更改时，请有审批权的人说明原因后重新打开该月',
    en: '{month} of "{facility}" is sealed: its readings and evidence cannot change. If they must, someone who may approve reopens the month with a reason',
  },
  'activity.own-work': {
    zh: '所选 {total} 条中有 {own} 条是您本人录入或复核的，须由另一人处理',
    en: 'You entered or checked {own} of the {total} readings yourself; another person has to do this',
  },
  'activity.alone-without-reason': {
    zh: '本单位只有一个用户，{own} 条数据由同一人录入并复核。请写明原因，它会写入报告',
    en: 'You are the only user, so one person enters and checks {own} readings. Give the reason: it will stand in the report',
  },
  'activity.nothing-to-check': {
    zh: '所选 {total} 条中只有 {count} 条等待复核',
    en: 'Of the {total} readings chosen, {count} wait to be checked',
  },
  'activity.nothing-to-approve': {
    zh: '所选 {total} 条中只有 {count} 条已复核、等待批准',
    en: 'Of the {total} readings chosen, {count} are checked and wait for approval',
  },
  'activity.nothing-selected': { zh: '没有可处理的数据', en: 'There is no reading to act on' },
  'activity.not-undoable': {
    zh: '这次操作不能撤销；录入、导入、更正和撤回可以撤销，复核与批准请用“退回”',
    en: 'This cannot be undone. Entries, imports, corrections and withdrawals can; send readings back to undo a check or approval',
  },
  'activity.already-undone': { zh: '这次操作已经撤销', en: 'This was already undone' },
  'activity.changed-since': {
    zh: '其中 {count} 条数据后来已被更正、撤回或退回，不能再整体撤销。请逐条处理',
    en: '{count} of its readings were corrected, withdrawn or sent back since, so it cannot be undone as a whole; deal with them one by one',
  },
  'activity.place-taken': {
    zh: '“{name}”从 {from} 起的这段时间后来又录入了数据，撤销后会重复计算。请先撤回后来录入的数据',
    en: 'Something else was recorded since for "{name}" from {from} on, and both would count. Withdraw that first',
  },
  'activity.month-sealed-already': { zh: '{month} 已经封存', en: '{month} is sealed already' },
  'activity.month-not-over': {
    zh: '{month} 尚未结束，不能封存',
    en: '{month} is not over yet and cannot be sealed',
  },
  'activity.earlier-months-open': {
    zh: '请先封存更早的月份：{first} 还没有封存',
    en: 'Seal the earlier months first: {first} is still open',
  },
  'activity.month-not-ready': {
    zh: '{month} 还有 {count} 项必须先处理，见检查清单中的红色项',
    en: '{month} has {count} items that must be settled first; the check list marks them',
  },
  'activity.month-empty': { zh: '{month} 没有任何数据，无从封存', en: '{month} has no readings to seal' },
  'activity.acknowledge-findings': {
    zh: '{month} 有 {count} 项提示，封存前请写明为何可以接受',
    en: '{month} has {count} remarks; say why they are acceptable before sealing it',
  },
  'activity.month-not-sealed': { zh: '{month} 没有封存', en: '{month} is not sealed' },
  'activity.later-month-sealed': {
    zh: '{later} 是在 {month} 之后封存的，请先重新打开 {later}',
    en: '{later} was sealed on top of {month}; reopen {later} first',
  },
  'activity.no-such-batch': { zh: '找不到该次导入', en: 'There is no such import' },
  'activity.file-known': {
    zh: '这个文件已于 {at} 以“{name}”导入过。确需再次导入请勾选确认，否则请检查是否选错了文件',
    en: 'This very file was imported on {at} as "{name}". Confirm if you mean to import it again; otherwise check that it is the right file',
  },
  'activity.import-has-errors': {
    zh: '有 {rows} 行共 {errors} 处错误，因此没有导入任何数据。请修正文件，或选择“只导入正确的数据”，被拒的行会随批次保留',
    en: '{rows} rows hold {errors} errors, so nothing was imported. Mend the file, or choose to import what is right: the rejected rows then stay with the batch',
  },
  'activity.import-empty': {
    zh: '{rows} 行中没有一条可导入的数据。请检查列的对应关系',
    en: 'None of the {rows} rows gave a reading. Check how the columns are mapped',
  },
  'activity.import-overlaps': {
    zh: '“{name}”有 {count} 段时间会被重复计算，第一处从 {from} 起，因此没有导入。请从文件中删去其一，或先撤回已有数据',
    en: '{count} periods of "{name}", the first from {from}, would count twice, so nothing was imported. Take one of the two out of the file, or withdraw what is recorded',
  },
  'activity.rows-settled': {
    zh: '其中 {count} 行已经处理过',
    en: '{count} of these rows were settled already',
  },
} satisfies Record<`activity.${string}`, Wording>

const findings = {
  'activity.missing': { zh: '“{name}”{month} 缺少数据', en: '"{name}" has no reading for {month}' },
  'activity.no-weights': {
    zh: '“{name}”{month} 的逐次数据缺少对应的加权量，无法计算加权平均',
    en: 'Some readings of "{name}" in {month} have no amount to be weighted with, so there is no mean',
  },
  'activity.thousandfold': {
    zh: '“{name}”{month} 为 {value} {unit}，约为以往的 1000 倍，是否单位填错？',
    en: '"{name}" is {value} {unit} in {month}, about 1000 times what it was: is the unit wrong?',
  },
  'activity.thousandth': {
    zh: '“{name}”{month} 为 {value} {unit}，约为以往的千分之一，是否单位填错？',
    en: '"{name}" is {value} {unit} in {month}, about a thousandth of what it was: is the unit wrong?',
  },
  'activity.jump': {
    zh: '“{name}”{month} 为 {value} {unit}，上月为 {previous}，相差一倍以上，请核对',
    en: '"{name}" is {value} {unit} in {month} after {previous} the month before, a factor of more than two',
  },
  'activity.outside-band': {
    zh: '“{name}”{month} 为 {value} {unit}，超出通常范围 {low} 至 {high}',
    en: '"{name}" is {value} {unit} in {month}, outside its usual range of {low} to {high}',
  },
  'activity.no-evidence': {
    zh: '“{name}”{month} 有 {count} 条数据没有证据',
    en: '{count} readings of "{name}" in {month} have no evidence',
  },
  'activity.still-submitted': {
    zh: '“{name}”{month} 有数据尚未复核',
    en: 'Readings of "{name}" in {month} wait to be checked',
  },
  'activity.still-checked': {
    zh: '“{name}”{month} 有数据尚未批准',
    en: 'Readings of "{name}" in {month} wait for approval',
  },
  'activity.default-used': {
    zh: '“{name}”{month} 应为实测，目前采用缺省值',
    en: '"{name}" should be measured, but a default stands in for {month}',
  },
  'activity.rows-unsettled': {
    zh: '导入文件“{name}”还有 {count} 行被拒的数据没有处理',
    en: '{count} rejected rows of the import "{name}" are not settled yet',
  },
} satisfies Record<`activity.${string}`, Wording>

const words = {
  'activity.reading-file': { zh: '正在读取文件', en: 'Reading the file' },
  'activity.storing': { zh: '正在写入数据', en: 'Storing the readings' },
  'activity.state.submitted': { zh: '已提交', en: 'Submitted' },
  'activity.state.checked': { zh: '已复核', en: 'Checked' },
  'activity.state.approved': { zh: '已批准', en: 'Approved' },
  'activity.state.returned': { zh: '已退回', en: 'Sent back' },
} satisfies Record<`activity.${string}`, Wording>

export const activityTexts = {
  ...activityImportTexts,
  ...activityPageTexts,
  ...activityQualityTexts,
  ...activityFindingTexts,
  ...monitoringReportTexts,
  ...refusals,
  ...findings,
  ...words,
}
