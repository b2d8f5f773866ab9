import type { Wording } from '#shared/kernel/texts'

import type { ChangeCause } from './year-change.ts'

const causes = {
  'accounting.change.correction': { zh: '更正上年数据', en: 'Corrections of the year before' },
  'accounting.change.activity': { zh: '活动水平', en: 'Activity' },
  'accounting.change.factor': { zh: '因子与实测参数', en: 'Factors and measured properties' },
  'accounting.change.boundary': { zh: '边界', en: 'Boundary' },
  'accounting.change.method': { zh: '方法', en: 'Method' },
  'accounting.change.rounding': { zh: '修约', en: 'Rounding' },
} satisfies Record<`accounting.change.${ChangeCause}`, Wording>

/** Why a year is not the year before. */
export const changeTexts = {
  ...causes,
  'accounting.change-calendar': {
    zh: '{source}：当年小时数不同',
    en: '{source}: another number of hours in the year',
  },
  'accounting.change.title': { zh: '变化分析', en: 'What changed' },
  'accounting.change.purpose': {
    zh: '今年与上年的差额，精确分解为更正、活动水平、因子、边界、方法和修约，逐项相加正好等于总差额',
    en: 'This year against the year before, split exactly into corrections, activity, factors, boundary, method and rounding; the parts add up to the difference to the last digit',
  },
  'accounting.change.inventory': { zh: '清单', en: 'Inventory' },
  'accounting.change.none': { zh: '还没有清单', en: 'No inventory yet' },
  'accounting.change.none-why': {
    zh: '为本年建立清单，并有上年数据后，这里说明两年差在哪里。',
    en: 'Once this year has an inventory and the year before has data, this page says where the two differ.',
  },
  'accounting.change.new': { zh: '新建清单', en: 'Create an inventory' },
  'accounting.change.no-before': { zh: '{year} 年没有数据', en: 'There are no data of {year}' },
  'accounting.change.no-before-why': {
    zh: '有了上年的数据，这里把两年的差额逐项分解到原因，相加正好等于总差额。',
    en: 'Once the year before has data, this page splits the difference by cause, adding up to the last digit.',
  },
  'accounting.change.enter-before': { zh: '填报 {year} 年数据', en: 'Enter the data of {year}' },
  'accounting.change.reported': { zh: '{year} 年（已报告）', en: '{year}, as reported' },
  'accounting.change.before': { zh: '{year} 年（按现有数据）', en: '{year}, as the data are now' },
  'accounting.change.after': { zh: '{year} 年', en: '{year}' },
  'accounting.change.waterfall': { zh: '{before} 年到 {after} 年', en: 'From {before} to {after}' },
  'accounting.change.cause': { zh: '原因', en: 'Cause' },
  'accounting.change.amount': { zh: '变化量', en: 'Change' },
  'accounting.change.by-source': { zh: '按排放源', en: 'By source' },
  'accounting.change.source': { zh: '排放源', en: 'Source' },
  'accounting.change.difference': { zh: '差额', en: 'Difference' },
  'accounting.change.order': {
    zh: '分解次序：更正 → 方法 → 活动水平 → 因子 → 实测参数 → 清单规则；新增或退出的排放源计入边界。次序不同，各项会有出入，合计不变。',
    en: 'Order of the split: corrections, method, activity, factors, measured properties, rules of the inventory; sources that came or went are boundary. Another order would shift amounts between causes, never their sum.',
  },
  'accounting.change.open': {
    zh: '以下排放源有一年数据不全，未能分解：{names}',
    en: 'These sources lack a result in one of the years and are not split: {names}',
  },
} satisfies Record<`accounting.${string}`, Wording>
