import type { Wording } from '#shared/kernel/texts'

/** What a reader of an inventory should look at. */
const findings = {
  'accounting.substituted-total': {
    zh: '总量中有 {amount} tCO₂e（{percent}%）所在的月份采用了替代值，不是实测值',
    en: '{amount} tCO₂e of the total ({percent} %) are of months in which a value stands in that nobody measured',
  },
  'accounting.substituted': {
    zh: '“{source}”的“{inputs}”在 {months} 采用替代值，涉及排放量 {amount} tCO₂e，占总量 {percent}%',
    en: 'Values stand in for {inputs} of {source} in {months}; they bear on {amount} tCO₂e, {percent} % of the total',
  },
  'accounting.carbon-per-heat': {
    zh: '“{source}”{month} 的收到基元素碳与低位发热量之比为 {value} {unit}，超出煤的通常范围 {from} 至 {to}，请核对两项检测是否为同一样品',
    en: 'Carbon as received over calorific value of {source} is {value} {unit} in {month}, outside the usual {from} to {to} of coal: are both of the same sample?',
  },
  'accounting.missing': {
    zh: '{source}：{parameter}缺 {count} 期数据（{months}）。缺失不作零处理，相关合计不成立',
    en: '{source}: {parameter} lacks {count} periods ({months}). Missing is not zero; totals that need it do not stand',
  },
  'accounting.data-beyond-source': {
    zh: '{source}：{parameter}有 {months} 的数据，而登记的存续时间为 {from} 至 {to}，这些数据未计入',
    en: '{source}: {parameter} has data of {months}, but by the register the source was there from {from} to {to}; they are not counted',
  },
  'accounting.below-zero': {
    zh: '{source} {month} 的排放量为负（{value} tCO₂e），请说明原因',
    en: '{source}, {month}: the emission is below zero ({value} tCO₂e). Say why',
  },
  'accounting.carbon-out-exceeds-in': {
    zh: '{source} {month} 输出碳多于输入碳（{value} tCO₂e），请核对库存变化',
    en: '{source}, {month}: more carbon out than in ({value} tCO₂e). Check the change of stock',
  },
  'accounting.hours-missing': {
    zh: '{source} {month}：{hours} 个小时中有 {missing} 个无有效测量值',
    en: '{source}, {month}: {missing} of {hours} hours have no valid measurement',
  },
  'accounting.default-for-coal': {
    zh: '{source}：煤的 {parameter} 全部采用缺省值；实测更准确，通常也更低',
    en: '{source}: {parameter} of coal is a default throughout; measuring it is more accurate and usually lower',
  },
  'accounting.guideline-not-in-force': {
    zh: '《{guideline}》不适用于 {from} 至 {to} 的数据',
    en: '{guideline} is not in force for data of {from} to {to}',
  },
  'accounting.year-across-editions': {
    zh: '{source} 只有全年数据，而指南在年内换版：全年按《{guideline}》核算，未按月份分开',
    en: '{source} is known for the whole year only, and the guideline changes within it: the whole year follows {guideline}',
  },
  'accounting.method-not-in-guideline': {
    zh: '{source} 使用的方法不在《{guideline}》之内',
    en: '{source} uses a method that {guideline} does not name',
  },
  'accounting.formula-recalled': {
    zh: '{source}：公式“{formula}”（{document}）凭记忆整理，报告前须与正式文本核对',
    en: '{source}: the formula "{formula}" ({document}) is from memory: compare it with the official text before reporting',
  },
  'accounting.formula-secondary-copy': {
    zh: '{source}：公式“{formula}”（{document}）来自二手资料，未与正式文本核对',
    en: '{source}: the formula "{formula}" ({document}) is from a secondary copy, not compared with the official text',
  },
  'accounting.factor-recalled': {
    zh: '因子 {factor}（{edition}）凭记忆整理，报告前须与正式文本核对',
    en: 'Factor {factor} ({edition}) is from memory: compare it with the official text before reporting',
  },
  'accounting.factor-secondary-copy': {
    zh: '因子 {factor}（{edition}）取自二手资料，未与正式文本核对',
    en: 'Factor {factor} ({edition}) is from a secondary copy and was not compared with the official text',
  },
  'accounting.grid-factor-year': {
    zh: '{source}：电力排放因子 {factor} 为 {factorYear} 年数据，报告年为 {year} 年',
    en: '{source}: electricity factor {factor} is of {factorYear}, the report is of {year}',
  },
  'accounting.factor-purpose': {
    zh: '{source}：因子 {factor} 用于减排项目基准线或产品碳足迹，不用于企业排放报告',
    en: '{source}: factor {factor} is made for project baselines or product footprints, not for the report of an enterprise',
  },
  'accounting.default-beside-measurement': {
    zh: '{source} 的 {parameter} 有 {measured} 期实测值，其余用缺省值：能够实测的应实测',
    en: '{source}: {parameter} is measured in {measured} periods and taken from a default in the others; what can be measured should be',
  },
  'accounting.outside-band': {
    zh: '{source}：{value} {unit} 不在常见范围 {from}–{to} 内，请核对',
    en: '{source}: {value} {unit} is outside the usual {from} to {to}. Check it',
  },
  'accounting.unit-1000': {
    zh: '{source}：{value} {unit} 与常见范围 {from}–{to} 相差约千倍，可能单位有误',
    en: '{source}: {value} {unit} is about a thousand times off the usual {from} to {to}. The unit may be wrong',
  },
  'accounting.moisture-order': {
    zh: '{source}：收到基全水分（{received}）低于空气干燥基水分（{airDry}），请核对两项是否颠倒',
    en: '{source}: moisture as received ({received}) is below air-dry moisture ({airDry}). Check whether they were exchanged',
  },
  'accounting.month-jump': {
    zh: '{source} {month} 的排放量与全年中位值相差 {times} 倍，请核对',
    en: '{source}, {month}: the emission is {times} times off the middle of the year. Check it',
  },
  'accounting.month-1000': {
    zh: '{source} {month} 的排放量与全年中位值相差 {times} 倍，可能小数点或单位有误',
    en: '{source}, {month}: the emission is {times} times off the middle of the year. A decimal point or a unit may be wrong',
  },
  'accounting.published-differs': {
    zh: '{of}：公布值 {published} {unit}（{source}）与按所列数据计算的 {computed} {unit} 不符',
    en: '{of}: the published {published} {unit} ({source}) is not the {computed} {unit} that the stated inputs give',
  },
  'accounting.other-factor-fits': {
    zh: '{of}：公布值 {published} 与所列因子 {stated} {unit} 不符，而与 {value} {unit}（{factor}，{edition}）相符',
    en: '{of}: the published {published} does not follow from the stated factor {stated} {unit}, but from {value} {unit} ({factor}, {edition})',
  },
  'accounting.published-not-computed': {
    zh: '{of}：公布值 {published} {unit}（{source}）无法比对，该项没有计算结果',
    en: '{of}: the published {published} {unit} ({source}) cannot be compared, there is no result for it',
  },
} satisfies Record<`accounting.${string}`, Wording>

/** What the rules of calculation do not allow. The line then has no result. */
const refusals = {
  'accounting.unknown-guideline': { zh: '没有指南 {guideline}', en: 'There is no guideline {guideline}' },
  'accounting.unknown-rounding': {
    zh: '没有修约规则 {rounding}',
    en: 'There is no rounding rule set {rounding}',
  },
  'accounting.unknown-factor': {
    zh: '{source}：清单中没有因子 {factor}',
    en: '{source}: the inventory has no factor {factor}',
  },
  'accounting.unit-mismatch': {
    zh: '{source} {month}：{parameter} 的单位 {unit} 不能换算为 {expected}',
    en: '{source}, {month}: {parameter} in {unit} cannot be converted to {expected}',
  },
  'accounting.units-do-not-cancel': {
    zh: '单位 {amount} 与 {factor} 不能相乘得出排放量',
    en: '{amount} and {factor} do not multiply to an emission',
  },
  'accounting.formula-not-for-gas': {
    zh: '{source}：公式“{formula}”不适用于 {gas}',
    en: '{source}: the formula "{formula}" is not one for {gas}',
  },
  'accounting.formula-has-no-input': {
    zh: '{source}：公式“{formula}”没有输入“{input}”',
    en: '{source}: the formula "{formula}" has no input "{input}"',
  },
  'accounting.not-this-gas': {
    zh: '结果单位 {unit} 不是 {gas} 的质量',
    en: 'A result in {unit} is not a mass of {gas}',
  },
  'accounting.not-an-amount': { zh: '{unit} 不是数量单位', en: '{unit} is not the unit of an amount' },
  'accounting.negative-input': {
    zh: '{source} {month}：{parameter} 为负值 {value}',
    en: '{source}, {month}: {parameter} is below zero ({value})',
  },
  'accounting.share-above-one': {
    zh: '{source} {month}：{parameter} 为 {value}，大于 1。若为百分数，请选单位 %',
    en: '{source}, {month}: {parameter} is {value}, more than 1. If it is a percentage, choose the unit %',
  },
  'accounting.no-weight': {
    zh: '{source} {month}：{parameter} 的权重全为零，无法加权平均',
    en: '{source}, {month}: all weights of {parameter} are zero, so there is no mean',
  },
  'accounting.moisture-too-high': {
    zh: '水分为 {value} %，不能换算',
    en: 'Moisture of {value} % leaves nothing to convert',
  },
  'accounting.negative-net': {
    zh: '净购入量为负（{value} {unit}），所选指南不允许',
    en: 'The net purchase is below zero ({value} {unit}), which the guideline does not allow',
  },
  'accounting.green-power-exceeds': {
    zh: '绿电合同电量 {covered} MWh 多于净购入电量 {net} MWh，请核对当期分摊的电量',
    en: 'Contracts cover {covered} MWh, more than the net purchase of {net} MWh. Check how much of them falls into the period',
  },
  'accounting.enthalpy-below-water': {
    zh: '热焓 {value} kJ/kg 低于 20 °C 水的热焓',
    en: 'An enthalpy of {value} kJ/kg is below that of water at 20 °C',
  },
  'accounting.water-below-reference': {
    zh: '水温 {value} °C 低于 20 °C',
    en: 'A water temperature of {value} °C is below 20 °C',
  },
  'accounting.steam-outside-table': {
    zh: '压力或温度 {value} 超出蒸汽热焓表范围',
    en: '{value} is outside the steam table',
  },
  'accounting.steam-near-saturation': {
    zh: '{pressure} MPa、{temperature} °C 处为水而非蒸汽，不能插值。请按饱和蒸汽计算或直接填写热焓',
    en: 'At {pressure} MPa and {temperature} °C there is water, not steam, so nothing is interpolated. Use saturated steam or enter the enthalpy',
  },
  'accounting.gwp-applied-twice': {
    zh: '排放因子已以 CO₂e 计，不能再乘 GWP（{value}）',
    en: 'The factor is in CO₂e already and cannot be multiplied by a GWP ({value}) again',
  },
  'accounting.mass-balance-gas': {
    zh: '物料平衡法只适用于 CO₂ 和 CH₄，不适用于 {gas}',
    en: 'The mass balance is for CO₂ and CH₄ only, not for {gas}',
  },
  'accounting.measured-needs-gas': {
    zh: '{source}：实测法须指明气体',
    en: '{source}: direct measurement needs a gas',
  },
  'accounting.hours-differ': {
    zh: '{source} {month}：有 {hours} 个小时值，应为 {expected} 个（无效小时填空值）',
    en: '{source}, {month}: {hours} hourly values, {expected} expected (an invalid hour is left empty)',
  },
  'accounting.hourly-not-expected': {
    zh: '{source}：{parameter} 不能按小时填报',
    en: '{source}: {parameter} cannot be given by the hour',
  },
} satisfies Record<`accounting.${string}`, Wording>

export const findingTexts = { ...findings, ...refusals } satisfies Record<`accounting.${string}`, Wording>
