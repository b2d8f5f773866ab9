import type { Wording } from '#shared/kernel/texts'

/** Editions of a guideline that take over in the course of a year. */
export const editionTexts = {
  'accounting.editions-out-of-order': {
    zh: '接续的版本应从 {year} 年 2 月至 12 月之间的某月起、按先后排列',
    en: 'Editions that take over begin in a month from February to December of {year}, one after the other',
  },
  'accounting.column.editions': { zh: '年内接续的版本', en: 'Editions taking over in the year' },
  'accounting.field.editions': { zh: '年内接续的版本', en: 'Editions taking over in the year' },
  'accounting.default.follow': {
    zh: '采用指南缺省值：随清单所用的指南及其版本取值',
    en: 'The default of the guideline: as the inventory’s guideline and its edition give it',
  },
  'accounting.editions.from': { zh: '自 {month} 起', en: 'From {month}' },
  'accounting.editions.why': {
    zh: '指南在该年度内换版：之前的月份仍按原版本核算和修约，之后的月份按新版本；合计按年末所用版本修约。',
    en: 'The guideline changes within the year. Earlier months keep their edition and its rounding, later months follow the new one; totals are rounded by the edition in force at the end of the year.',
  },
  'accounting.editions.take': { zh: '按版本生效日期接续', en: 'Follow the editions as they come into force' },
  'accounting.editions.drop': { zh: '全年按一个版本', en: 'One edition for the whole year' },
  'accounting.editions.line': {
    zh: '自 {month} 起：{guideline}，{rounding}',
    en: 'From {month}: {guideline}, {rounding}',
  },
} satisfies Record<`accounting.${string}`, Wording>
