import type { Wording } from '#shared/kernel/texts'

/** What the calibration of meters and the monitoring plan say of months. */
export const activityStandingTexts = {
  'activity.uncalibrated-none-yet': {
    zh: '{month}“{name}”的数据测得时，计量器具 {meter} 没有检定证书（{from} 至 {to}）',
    en: '"{name}" in {month} was measured while meter {meter} had no certificate ({from} to {to})',
  },
  'activity.uncalibrated-overdue': {
    zh: '{month}“{name}”的数据测得时，计量器具 {meter} 检定已过期（{from} 至 {to}）',
    en: '"{name}" in {month} was measured while meter {meter} was overdue ({from} to {to})',
  },
  'activity.uncalibrated-failed': {
    zh: '{month}“{name}”的数据测得时，计量器具 {meter} 检定不合格（{from} 至 {to}）',
    en: '"{name}" in {month} was measured while meter {meter} had failed its calibration ({from} to {to})',
  },
  'activity.uncalibrated-found-outside': {
    zh: '{month}“{name}”的数据存疑：计量器具 {meter} 后来被检出超差（{from} 至 {to}）',
    en: '"{name}" in {month} is in doubt: meter {meter} was later found outside its limits ({from} to {to})',
  },
  'activity.not-in-plan': {
    zh: '{month}“{name}”有数据，但监测计划第 {number} 版没有要求监测它',
    en: '"{name}" has data in {month} that version {number} of the plan does not ask for',
  },
  'activity.fewer-than-planned': {
    zh: '{month}“{name}”按监测计划应有 {wanted} 条记录，现有 {count} 条',
    en: '"{name}" has {count} records in {month} where the plan asks for {wanted}',
  },
  'activity.planned-but-gone': {
    zh: '监测计划要求监测“{source}”的“{name}”，{month} 登记册中没有这一参数',
    en: 'The plan asks for "{name}" of "{source}", which the register does not have in {month}',
  },
  'activity.entry.outside-plan': { zh: '{name}（计划外）', en: '{name} (not in the plan)' },
  'activity.note.outside-plan': {
    zh: '监测计划第 {number} 版没有要求监测它',
    en: 'Version {number} of the plan does not ask for it',
  },
  'activity.note.plan': {
    zh: '监测计划第 {number} 版：{measured}测量，{recorded}记录 {who}',
    en: 'Plan, version {number}: measured {measured}, recorded {recorded} {who}',
  },
  'activity.did.correctByMeter': { zh: '按系数修正数据', en: 'Corrected data by a factor' },
  'activity.multiplied-already': {
    zh: '“{tag}”从 {from} 起的数据此前已按系数修正过，不能再乘一次。请先撤销那次修正',
    en: 'The readings of "{tag}" from {from} on were multiplied before and cannot be multiplied again. Undo that correction first',
  },
  'activity.no-readings-in-doubt': {
    zh: '“{tag}”在这段时间内没有测得任何数据，无须修正',
    en: '"{tag}" measured nothing in that time; there is nothing to correct',
  },
  'activity.factor-not-positive': { zh: '修正系数必须大于零', en: 'The factor must be greater than zero' },
  'activity.reading-across-lapse': {
    zh: '“{name}”自 {from} 起的数据只有一部分在这段时间内，不能整体乘以系数；请逐条更正',
    en: 'Only part of the reading of "{name}" from {from} lies in that time, so it cannot be multiplied as a whole; correct it by itself',
  },
} satisfies Record<`activity.${string}`, Wording>
