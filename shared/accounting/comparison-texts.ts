import type { Wording } from '#shared/kernel/texts'

import type { BridgeCause } from './bridge.ts'

/** What a cause adds or takes, on one line. */
const steps = {
  'accounting.bridge.only-in-first': { zh: '只计入前一份清单', en: 'Only counted in the first' },
  'accounting.bridge.only-in-second': { zh: '只计入后一份清单', en: 'Only counted in the second' },
  'accounting.bridge.method': { zh: '核算方法不同', en: 'Another method' },
  'accounting.bridge.activity': { zh: '活动数据不同', en: 'Other activity' },
  'accounting.bridge.factors': { zh: '缺省值或因子不同', en: 'Other defaults or factors' },
  'accounting.bridge.data': { zh: '实测参数不同', en: 'Other measured properties' },
  'accounting.bridge.gwp': { zh: 'GWP 数值不同', en: 'Other GWP values' },
  'accounting.bridge.scope2': { zh: '范围二口径不同', en: 'Scope 2 counted the other way' },
  'accounting.bridge.guideline': { zh: '指南规则不同', en: 'Other rules of the guideline' },
  'accounting.bridge.share': { zh: '合并方法或股权比例不同', en: 'Another approach or equity share' },
  'accounting.bridge.rounding': { zh: '修约规则不同', en: 'Other rounding of the line' },
} satisfies Record<`accounting.bridge.${BridgeCause}`, Wording>

/** The same over all lines. */
const causes = {
  'accounting.bridge-cause.only-in-first': { zh: '只计入前一份清单的排放源', en: 'Lines only in the first' },
  'accounting.bridge-cause.only-in-second': {
    zh: '只计入后一份清单的排放源',
    en: 'Lines only in the second',
  },
  'accounting.bridge-cause.method': { zh: '核算方法不同', en: 'Other methods' },
  'accounting.bridge-cause.activity': { zh: '活动数据不同', en: 'Other activity' },
  'accounting.bridge-cause.factors': { zh: '缺省值或因子不同', en: 'Other defaults or factors' },
  'accounting.bridge-cause.data': { zh: '实测参数不同', en: 'Other measured properties' },
  'accounting.bridge-cause.gwp': { zh: 'GWP 数值不同', en: 'Other GWP values' },
  'accounting.bridge-cause.scope2': { zh: '范围二口径不同', en: 'Scope 2 counted the other way' },
  'accounting.bridge-cause.guideline': { zh: '指南规则不同', en: 'Other rules of the guideline' },
  'accounting.bridge-cause.share': { zh: '合并方法或股权比例不同', en: 'Another approach or equity share' },
  'accounting.bridge-cause.rounding': { zh: '各行修约规则不同', en: 'Other rounding of lines' },
} satisfies Record<`accounting.bridge-cause.${BridgeCause}`, Wording>

const figures = {
  'accounting.bridge.total-rounding': { zh: '合计修约的差异', en: 'Rounding of the totals' },
  'accounting.bridge-difference': { zh: '两份清单总量之差', en: 'Difference of the two totals' },
  'accounting.rounded-off': { zh: '合计与各行之和的差', en: 'Total less the sum of its lines' },
  'accounting.view-total': { zh: '报告口径合计', en: 'Total of the view' },
} satisfies Record<`accounting.${string}`, Wording>

/** What figures of comparisons and views are called. */
export const comparisonFigureTexts = { ...steps, ...causes, ...figures }

const page = {
  'accounting.sides': { zh: '边界对照', en: 'Boundaries side by side' },
  'accounting.sides.purpose': {
    zh: '同一年度、同一套数据按不同指南、边界或规则各得一个总量，差额逐行逐因列明，相加正好等于两个总量之差。',
    en: 'One year and one set of data under different guidelines, boundaries or rules. The difference is explained line by line and cause by cause, and adds up to the difference of the totals exactly.',
  },
  'accounting.sides.to': { zh: '与其他清单对照', en: 'Compare' },
  'accounting.sides.choose': { zh: '对照的清单', en: 'Inventories to compare' },
  'accounting.sides.choose-hint': {
    zh: '同一年度，2 至 4 份；第一份为起点',
    en: 'Of one year, two to four; the first is where bridges begin',
  },
  'accounting.sides.none': { zh: '至少要有两份同年度的清单', en: 'Two inventories of one year are needed' },
  'accounting.sides.none-why': {
    zh: '例如一份按发电设施指南（不含脱硫），一份按 GB/T 32151.1（含脱硫）。再建一份同年度、不同规则的清单即可对照。',
    en: 'For example one by the guideline for power facilities (without desulfurization) and one by GB/T 32151.1 (with it). Create a second inventory of the year under other rules to compare.',
  },
  'accounting.sides.new': { zh: '再建一份清单', en: 'Create another inventory' },
  'accounting.sides.export': { zh: '导出对照表（XLSX）', en: 'Export as XLSX' },
  'accounting.sides.total': { zh: '总量', en: 'Total' },
  'accounting.sides.rules': { zh: '规则', en: 'Rules' },
  'accounting.sides.boundary': { zh: '报告边界', en: 'Boundary' },
  'accounting.sides.bridge': { zh: '从“{first}”到“{second}”', en: 'From “{first}” to “{second}”' },
  'accounting.sides.by-cause': { zh: '按原因', en: 'By cause' },
  'accounting.sides.by-line': { zh: '按排放源', en: 'By line' },
  'accounting.sides.cause': { zh: '原因', en: 'Cause' },
  'accounting.sides.difference': { zh: '差额', en: 'Difference' },
  'accounting.sides.unit': { zh: '单位：tCO₂e', en: 'In tCO₂e' },
  'accounting.sides.first': { zh: '前', en: 'First' },
  'accounting.sides.second': { zh: '后', en: 'Second' },
  'accounting.sides.same': { zh: '相同', en: 'the same' },
  'accounting.sides.not-counted': { zh: '不计入', en: 'not counted' },
  'accounting.sides.incomplete': { zh: '有一方数据不全，无法比较', en: 'One of the two is incomplete' },
  'accounting.sides.whole-open': {
    zh: '其中一份清单还不完整，总量之差暂无结果；已有结果的各行仍可对照。',
    en: 'One of the inventories is incomplete, so there is no difference of the totals yet. Lines with results can be compared all the same.',
  },
  'accounting.sides.sheet': { zh: '对照 {number}', en: 'Bridge {number}' },
  'accounting.sides.title': { zh: '{year} 年清单边界对照', en: 'Boundaries side by side {year}' },
  'accounting.sides.line-first': {
    zh: '前：{title}（{rules}），{total}',
    en: 'First: {title} ({rules}), {total}',
  },
  'accounting.sides.line-second': {
    zh: '后：{title}（{rules}），{total}',
    en: 'Second: {title} ({rules}), {total}',
  },
  'accounting.sides.open-total': { zh: '不完整，缺 {lines} 项', en: 'incomplete, {lines} lines missing' },
  'accounting.sides.note': {
    zh: '原因按方法、活动数据、因子、实测参数、GWP、范围二口径、指南、合并方法、修约的先后逐个替换；各行差额与合计修约之和等于总量之差。',
    en: 'Causes are taken one after the other: method, activity, factors, measured properties, GWP, scope 2, guideline, approach, rounding. Lines and the rounding of totals add up to the difference of the totals.',
  },
  'accounting.compare-other-year': {
    zh: '只能对照同一年度的清单：{year} 年与 {other} 年不同',
    en: 'Only inventories of one year can be compared: {year} and {other} are two',
  },
  'accounting.compare-itself': { zh: '请选择两份不同的清单', en: 'Choose two different inventories' },
  'accounting.left.absent': { zh: '不在其核算范围的排放源中', en: 'not among its sources' },
} satisfies Record<`accounting.${string}`, Wording>

const views = {
  'accounting.tab.production': { zh: '生产数据', en: 'Production' },
  'accounting.production.purpose': {
    zh: '由设施登记的发电、供热、厂用电等参数得出；没有登记或当月没有数据的不列，也不按零计算。小数位数按指南（凭记忆整理）。',
    en: 'From what the facility registers: generation, heat, auxiliary power. What is not registered or not known in a month is left out and not taken as zero. Decimals as in the guideline (recalled).',
  },
  'accounting.production.year': { zh: '全年', en: 'Year' },
  'accounting.tab.views': { zh: '报告口径', en: 'Views' },
  'accounting.views.purpose': {
    zh: '同一套数据的三种报告口径；移除与回收、生物质二氧化碳按各口径规则单列。',
    en: 'One set of data in three forms of report; removals and recovery, and biogenic CO₂, stand apart as each form wants it.',
  },
  'accounting.view-name.iso-14064-1': {
    zh: 'ISO 14064-1（类别与气体）',
    en: 'ISO 14064-1 (categories and gases)',
  },
  'accounting.view-name.ghg-protocol': { zh: 'GHG Protocol（范围）', en: 'GHG Protocol (scopes)' },
  'accounting.view-name.guideline': { zh: '国内核算指南', en: 'Chinese guideline' },
  'accounting.view-row.sum': { zh: '合计', en: 'Total' },
  'accounting.view-row.net': { zh: '扣除移除与回收后', en: 'Less removals and recovery' },
  'accounting.view-row.removals': {
    zh: '移除、回收与转移（单列）',
    en: 'Removals, recovery and transfer (apart)',
  },
  'accounting.view-row.biogenic': { zh: '生物质二氧化碳（单列）', en: 'Biogenic CO₂ (apart)' },
  'accounting.view-row.other-gases': { zh: '七种气体之外（单列）', en: 'Outside the seven gases (apart)' },
  'accounting.view-row.outside-guideline': {
    zh: '不在指南范围内（单列）',
    en: 'Outside the guideline (apart)',
  },
  'accounting.view-row.other-scope-2-report': {
    zh: '仅列入另一种范围二报告（单列）',
    en: 'Only in the other scope 2 report (apart)',
  },
  'accounting.view-row.location-based': {
    zh: '输入能源的间接排放，基于位置（另行报告）',
    en: 'Imported energy, location-based (also reported)',
  },
  'accounting.view-row.market-based': {
    zh: '输入能源的间接排放，基于市场（另行报告）',
    en: 'Imported energy, market-based (also reported)',
  },
  'accounting.view-row.scope-1': { zh: '范围一', en: 'Scope 1' },
  'accounting.view-row.scope-2-location': { zh: '范围二，基于位置', en: 'Scope 2, location-based' },
  'accounting.view-row.scope-2-market': { zh: '范围二，基于市场', en: 'Scope 2, market-based' },
  'accounting.view-row.scope-3': { zh: '范围三', en: 'Scope 3' },
  'accounting.view-row.scope-3-unclassed': { zh: '范围三，未归类', en: 'Scope 3, not classed' },
  'accounting.view-row.scope-1-2-location': {
    zh: '范围一与范围二合计（基于位置）',
    en: 'Scopes 1 and 2 (location-based)',
  },
  'accounting.view-row.scope-1-2-market': {
    zh: '范围一与范围二合计（基于市场）',
    en: 'Scopes 1 and 2 (market-based)',
  },
  'accounting.view-column.total': { zh: '合计', en: 'Total' },
  'accounting.view-column.item': { zh: '项目', en: 'Item' },
} satisfies Record<`accounting.${string}`, Wording>

/** Comparisons of inventories, views, and production beside the emission. */
export const comparisonTexts = { ...page, ...views }
