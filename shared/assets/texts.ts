import type { Wording } from '#shared/kernel/texts'

import { assetsFigureTexts } from './figure-texts.ts'
import type { PlannedItem } from './model.ts'
import type { UnitClass } from './plan.ts'

const words = {
  'assets.class.I': { zh: 'I 类：300 MW 以上常规燃煤', en: 'I: conventional coal above 300 MW' },
  'assets.class.II': { zh: 'II 类：300 MW 及以下常规燃煤', en: 'II: conventional coal up to 300 MW' },
  'assets.class.III': {
    zh: 'III 类：非常规燃煤（煤矸石、煤泥、水煤浆，含循环流化床）',
    en: 'III: unconventional coal (gangue, slurry, coal-water slurry, with CFB)',
  },
  'assets.class.IV': { zh: 'IV 类：燃气', en: 'IV: gas' },
  'assets.item.gross': { zh: '发电量', en: 'Gross generation' },
  'assets.item.supplied': { zh: '供电量', en: 'Electricity supplied' },
  'assets.item.heat': { zh: '供热量', en: 'Heat supplied' },
  'assets.item.heatRatio': { zh: '供热比', en: 'Heat-supply ratio' },
  'assets.item.hours': { zh: '运行小时数', en: 'Running hours' },
  'assets.item.output': { zh: '产品产量', en: 'Output of the product' },
  'assets.item.emission': { zh: '排放量', en: 'Emission' },
  'assets.missing.load': {
    zh: '负荷率（发电量与运行小时数）',
    en: 'load rate (generation and running hours)',
  },
} satisfies Record<
  `assets.class.${UnitClass}` | `assets.item.${PlannedItem}` | 'assets.missing.load',
  Wording
>

const said = {
  'assets.unknown-unit': {
    zh: '这个机组或生产线已不存在。',
    en: 'This unit or line does not exist any more.',
  },
  'assets.unknown-node': {
    zh: '所选场所已不存在。',
    en: 'The place that was chosen does not exist any more.',
  },
  'assets.unknown-parameter': {
    zh: '所选参数已不存在。',
    en: 'A parameter that was chosen does not exist any more.',
  },
  'assets.ends-before-it-begins': {
    zh: '“{name}”的终止日必须晚于起始日，请改正日期。',
    en: '“{name}” has to end after it begins. Please correct the days.',
  },
  'assets.unit-of-parameter': {
    zh: '参数“{name}”的单位是 {unit}，不能换算为 {expected}。',
    en: 'The parameter “{name}” is in {unit}, which cannot be converted into {expected}.',
  },
  'assets.no-plan': {
    zh: '本软件没有 {year} 年的分配方案。',
    en: 'There is no allocation plan for {year} in this program.',
  },
  'assets.draft-plan': {
    zh: '{year} 年按征求意见稿测算（{document}），正式方案可能不同。',
    en: '{year} is estimated by a draft ({document}); the final plan may differ.',
  },
  'assets.no-units': {
    zh: '还没有登记机组或生产线，无法测算配额。',
    en: 'No unit or line is registered yet, so there are no allowances to estimate.',
  },
  'assets.emission-unknown': {
    zh: '{year} 年有月份没有排放量，也无法估计；补齐数据或填写计划值后才能得出缺口。',
    en: 'Months of {year} have no emission and cannot be estimated; complete the data or enter planned values to learn the gap.',
  },
  'assets.unit-incomplete': {
    zh: '{unit}缺少测算配额所需的数据（{count} 项）。',
    en: '{unit} lacks data that its allowances need ({count}).',
  },
  'assets.line-incomplete': {
    zh: '{unit}的配额暂不能测算：需要该生产线自己的排放量（多条生产线须登记在各自的位置）、产量和平衡值。',
    en: 'The allowances of {unit} cannot be estimated yet: they need its own emission (several lines each have a place of their own), its output and the balance value.',
  },
  'assets.gas-relief-by-unit': {
    zh: '燃气机组的豁免按机组核定。本厂排放量只按全厂核算，测算未计入这项豁免。',
    en: 'Gas units are let off one by one. The emission here is of the whole plant, so this relief is not counted.',
  },
  'assets.no-price': {
    zh: '没有填写 {year} 年的配额价格，未折算金额。',
    en: 'No price is stated for {year}, so nothing is put into money.',
  },
} satisfies Record<`assets.${string}`, Wording>

const pages = {
  'assets.title': { zh: '配额测算', en: 'Allowances' },
  'assets.purpose': {
    zh: '按当年分配方案测算配额，与应清缴量相比，运行年度逐月预测盈缺',
    en: 'What the plan of the year gives, against what has to be surrendered; a running year is forecast month by month',
  },
  'assets.draft': { zh: '征求意见稿', en: 'Draft' },
  'assets.forecast': { zh: '含预测', en: 'With forecast' },
  'assets.deadline': { zh: '清缴截止 {day}', en: 'To be surrendered by {day}' },
  'assets.allocation': { zh: '配额', en: 'Allowances' },
  'assets.emission': { zh: '排放量', en: 'Emission' },
  'assets.obligation': { zh: '应清缴', en: 'To surrender' },
  'assets.gap': { zh: '缺口', en: 'Shortfall' },
  'assets.surplus': { zh: '盈余', en: 'Surplus' },
  'assets.usable-credits': { zh: '可用 CCER', en: 'Usable credits' },
  'assets.gap-after-credits': { zh: '抵销后缺口', en: 'Shortfall after credits' },
  'assets.surplus-after-credits': { zh: '抵销后盈余', en: 'Surplus after credits' },
  'assets.borrowable': { zh: '可预借', en: 'May be borrowed' },
  'assets.pre-allocated': { zh: '预分配', en: 'Given beforehand' },
  'assets.cost': { zh: '缺口金额', en: 'Cost' },
  'assets.worth': { zh: '盈余价值', en: 'Value' },
  'assets.unknown': { zh: '缺数据', en: 'Data missing' },
  'assets.months': { zh: '逐月盈缺', en: 'Month by month' },
  'assets.month': { zh: '月份', en: 'Month' },
  'assets.kind.actual': { zh: '实际', en: 'Actual' },
  'assets.kind.planned': { zh: '计划', en: 'Planned' },
  'assets.kind.estimated': { zh: '估计', en: 'Estimated' },
  'assets.kind.missing': { zh: '缺', en: 'Missing' },
  'assets.cumulative': { zh: '累计盈余（负为缺口）', en: 'Surplus to date (below zero: short)' },
  'assets.to-date': { zh: '累计盈余', en: 'To date' },
  'assets.rule': {
    zh: '估计规则：上年同月 × 本年已有月份合计 ÷ 上年同月合计；没有上年数据时取本年已有月份的均值。填写计划值后以计划值为准。',
    en: 'Rule of the estimate: the same month of the year before × the months so far ÷ the same months before; without a year before, the mean of the months so far. A planned value comes first.',
  },
  'assets.units': { zh: '机组与生产线', en: 'Units and lines' },
  'assets.units.empty': { zh: '还没有登记机组或生产线', en: 'No unit or line yet' },
  'assets.units.empty.why': {
    zh: '配额按机组（或生产线）核定。登记机组的类别、容量，并指明发电量、供热量、运行小时数取自哪个参数，其余自动测算。',
    en: 'Allowances are given unit by unit (or line by line). Register class and capacity, and say which parameters hold generation, heat and running hours; the rest is computed.',
  },
  'assets.add-unit': { zh: '登记机组', en: 'Add a generating unit' },
  'assets.add-line': { zh: '登记生产线', en: 'Add a production line' },
  'assets.edit': { zh: '修改', en: 'Change' },
  'assets.remove': { zh: '删除', en: 'Remove' },
  'assets.remove.ask': {
    zh: '删除“{name}”及其计划值？已录入的活动数据不受影响。',
    en: 'Remove “{name}” and what was planned for it? Readings stay as they are.',
  },
  'assets.unit.saved': { zh: '已保存“{name}”', en: 'Saved “{name}”' },
  'assets.terms.saved': { zh: '已保存 {year} 年清缴条件', en: 'Saved the terms of {year}' },
  'assets.planned.odd': {
    zh: '{count} 个单元格不是数字，未保存',
    en: '{count} cells are no numbers; nothing was saved',
  },
  'assets.yes': { zh: '是', en: 'Yes' },
  'assets.no': { zh: '否', en: 'No' },
  'assets.findings': { zh: '需要留意', en: 'To look at' },
  'assets.comma': { zh: '、', en: ', ' },
  'assets.save': { zh: '保存', en: 'Save' },
  'assets.unit.name': { zh: '名称', en: 'Name' },
  'assets.unit.node': { zh: '所在位置', en: 'Place' },
  'assets.unit.class': { zh: '机组类别', en: 'Class' },
  'assets.unit.capacity': { zh: '额定容量（MW）', en: 'Rated capacity (MW)' },
  'assets.unit.cooling': { zh: '冷却方式', en: 'Cooling' },
  'assets.unit.cooling.water': { zh: '水冷', en: 'Water' },
  'assets.unit.cooling.air': { zh: '空冷', en: 'Air' },
  'assets.unit.back-pressure': { zh: '背压机组', en: 'Back-pressure unit' },
  'assets.unit.condensing': { zh: '纯凝机组（不供热）', en: 'Condensing unit (no heat supplied)' },
  'assets.unit.keeps-verified': {
    zh: '按核查排放量等量分配（特种熟料等）',
    en: 'Keeps its verified emission (special clinker and the like)',
  },
  'assets.unit.from': { zh: '参数：{item}', en: 'Parameter: {item}' },
  'assets.unit.valid-from': { zh: '投运日期', en: 'In operation from' },
  'assets.unit.valid-to': { zh: '退役日期', en: 'Until' },
  'assets.unit.load': { zh: '负荷率', en: 'Load rate' },
  'assets.unit.lacks': { zh: '缺：{what}', en: 'Lacks: {what}' },
  'assets.planned': { zh: '计划值', en: 'Planned values' },
  'assets.planned.why': {
    zh: '对还没有数据的月份填写计划值；留空则按上述规则估计。可从 Excel 粘贴一行。',
    en: 'Enter what is planned for months without data; an empty one is estimated by the rule above. A row can be pasted from Excel.',
  },
  'assets.planned.saved': { zh: '已有数据', en: 'has data' },
  'assets.terms': { zh: '清缴条件', en: 'Settling' },
  'assets.terms.allowances-held': { zh: '另外持有的配额（t）', en: 'Allowances held besides (t)' },
  'assets.terms.credits-held': { zh: '持有的 CCER（t）', en: 'Credits held (t)' },
  'assets.terms.credit-base': { zh: 'CCER 上限的基数', en: 'Base of the credit limit' },
  'assets.terms.credit-base.obligation': { zh: '应清缴配额', en: 'Allowances to be surrendered' },
  'assets.terms.credit-base.emission': { zh: '核查排放量', en: 'Verified emission' },
  'assets.terms.rounding': { zh: '机组配额取整', en: 'Rounding of a unit’s allowances' },
  'assets.terms.rounding.plan': {
    zh: '按方案（四舍五入到整吨）',
    en: 'As the plan (half up to whole tonnes)',
  },
  'assets.terms.rounding.down': { zh: '向下取整', en: 'Down to whole tonnes' },
  'assets.terms.rounding.half-even': { zh: '四舍六入五成双', en: 'Half to even' },
  'assets.terms.rounding.none': { zh: '保留两位小数', en: 'Two decimals' },
  'assets.terms.price': { zh: '配额价格（CNY/t）', en: 'Price of an allowance (CNY/t)' },
  'assets.terms.price-source': { zh: '价格出处', en: 'Source of the price' },
  'assets.terms.price-date': { zh: '价格日期', en: 'Date of the price' },
  'assets.terms.price-take': {
    zh: '采用全国市场 {month} 均价 {price} CNY/t',
    en: 'Take the national mean of {month}, {price} CNY/t',
  },
  'assets.terms.price-list': {
    zh: '全国碳市场 {month} 成交均价（二手资料，未核对）',
    en: 'National market mean of {month} (secondary copy, not compared)',
  },
  'assets.terms.balance': {
    zh: '公布的平衡值（tCO₂e/t 产品）',
    en: 'Published balance value (tCO₂e/t of product)',
  },
  'assets.notes': { zh: '方案说明', en: 'About this plan' },
  'assets.notes.source': { zh: '来源：{source}', en: 'Source: {source}' },
  'assets.carry': { zh: '2019—2024 年配额结转', en: 'Carrying over allowances of 2019 to 2024' },
  'assets.carry.why': {
    zh: '最大可结转量 = 基础量 + 1.5 × 净卖出量（2024-01-01 至 2025-12-31，卖出减买入，不小于零）。',
    en: 'Most that may be carried over = base + 1.5 × net sold (2024-01-01 to 2025-12-31, sold less bought, not below zero).',
  },
  'assets.carry.sector': { zh: '行业', en: 'Sector' },
  'assets.carry.sector.power': { zh: '发电（基础量 10 000 t）', en: 'Power (base 10,000 t)' },
  'assets.carry.sector.industry': {
    zh: '钢铁、水泥、铝冶炼（基础量 100 000 t）',
    en: 'Steel, cement, aluminium (base 100,000 t)',
  },
  'assets.carry.holding': { zh: '持有量（t）', en: 'Holding (t)' },
  'assets.carry.sold': { zh: '卖出量（t）', en: 'Sold (t)' },
  'assets.carry.bought': { zh: '买入量（t）', en: 'Bought (t)' },
  'assets.carry.most': { zh: '最大可结转', en: 'Most that may be carried over' },
  'assets.carry.carried': { zh: '可结转', en: 'Carried over' },
  'assets.carry.to-sell': {
    zh: '再卖出多少即可全部结转',
    en: 'To sell, so that the rest can all be carried over',
  },
} satisfies Record<`assets.${string}`, Wording>

const trail = {
  'assets.did.addUnit': { zh: '登记机组或生产线', en: 'Registered a unit or line' },
  'assets.did.editUnit': { zh: '修改机组或生产线', en: 'Changed a unit or line' },
  'assets.did.removeUnit': { zh: '删除机组或生产线', en: 'Removed a unit or line' },
  'assets.did.setPlanned': { zh: '填写计划值', en: 'Entered planned values' },
  'assets.did.setTerms': { zh: '填写清缴条件', en: 'Stated what a year is settled with' },
  'assets.table.units': { zh: '机组与生产线', en: 'units and lines' },
  'assets.table.planned': { zh: '计划值', en: 'planned values' },
  'assets.table.years': { zh: '清缴条件', en: 'terms of settling' },
  'assets.column.unit_class': { zh: '机组类别', en: 'Class' },
  'assets.column.cooling': { zh: '冷却方式', en: 'Cooling' },
  'assets.column.is_back_pressure': { zh: '背压机组', en: 'Back-pressure' },
  'assets.column.is_condensing': { zh: '纯凝机组', en: 'Condensing' },
  'assets.column.keeps_verified': { zh: '等量分配', en: 'Keeps its verified emission' },
  'assets.column.gross_id': { zh: '发电量参数', en: 'Parameter of generation' },
  'assets.column.supplied_id': { zh: '供电量参数', en: 'Parameter of electricity supplied' },
  'assets.column.heat_id': { zh: '供热量参数', en: 'Parameter of heat supplied' },
  'assets.column.heat_ratio_id': { zh: '供热比参数', en: 'Parameter of the heat-supply ratio' },
  'assets.column.hours_id': { zh: '运行小时参数', en: 'Parameter of running hours' },
  'assets.column.output_id': { zh: '产量参数', en: 'Parameter of output' },
  'assets.column.unit_id': { zh: '机组', en: 'Unit' },
  'assets.column.item': { zh: '项目', en: 'Item' },
  'assets.column.allowances_held': { zh: '持有配额', en: 'Allowances held' },
  'assets.column.credits_held': { zh: '持有 CCER', en: 'Credits held' },
  'assets.column.credit_base': { zh: 'CCER 上限基数', en: 'Base of the credit limit' },
  'assets.column.price': { zh: '价格', en: 'Price' },
  'assets.column.price_source': { zh: '价格出处', en: 'Source of the price' },
  'assets.column.price_date': { zh: '价格日期', en: 'Date of the price' },
  'assets.column.balance': { zh: '平衡值', en: 'Balance value' },
} satisfies Record<`assets.${string}`, Wording>

/** What allowances say of the standard's requirements, and how its records are called elsewhere. */
const offered = {
  'assets.signal.allowances': {
    zh: '已登记有配额的机组或生产线 {units} 个，{years} 个年度填有持有配额',
    en: '{units} units or lines with allowances, allowances held stated for {years} years',
  },
  'assets.signal.no-allowances': {
    zh: '尚未登记有配额的机组或生产线（{units}），也没有填持有配额（{years}）',
    en: 'No unit or line with allowances ({units}) and no allowances held ({years}) are stated',
  },
  'assets.signal.budget': {
    zh: '{year} 年起的排放量计划已填 {count} 个月值',
    en: '{count} monthly values are planned from {year} on',
  },
  'assets.signal.no-budget': {
    zh: '{year} 年起没有填排放量计划（{count} 个月值）',
    en: 'No monthly value is planned from {year} on ({count})',
  },
  'assets.record-kind.unit': { zh: '机组', en: 'Generating unit' },
  'assets.record-kind.line': { zh: '生产线', en: 'Production line' },
  'assets.task.surrender': {
    zh: '{year} 年度配额清缴截止：核对应清缴量和持有量',
    en: 'Last day to surrender for {year}: compare what is due with what is held',
  },
  'assets.record-kind.year': { zh: '年度清缴条件', en: 'Terms of a year' },
} satisfies Record<`assets.${string}`, Wording>

/** Every wording of the area. */
export const assetsTexts = {
  ...assetsFigureTexts,
  ...words,
  ...said,
  ...offered,
  ...pages,
  ...trail,
} satisfies Record<`assets.${string}`, Wording>
