import type { Wording } from '#shared/kernel/texts'

/** The cost of not measuring. */
export const unmeasuredTexts = {
  'accounting.cost-of-gap': {
    zh: '{source} {month} 采用缺省值多计的排放量',
    en: '{source}, {month}: emission added by the default',
  },
  'accounting.avoidable': { zh: '期限内补测可避免的排放量', en: 'Emission that a test in time still avoids' },
  'accounting.lost-by-default': {
    zh: '已逾期、因缺省值多计的排放量',
    en: 'Emission added by defaults, too late to avoid',
  },
  'accounting.unmeasured.title': { zh: '未实测的代价', en: 'The cost of not measuring' },
  'accounting.unmeasured.purpose': {
    zh: '燃煤月份没有有效检测时，指南要求采用惩罚性的高限缺省值。这里按实际热量算出多计的吨数和金额，以及还剩几天',
    en: 'A month of coal without a valid test falls back on a default that is high on purpose. Here is what that adds in tonnes and money on the heat really burnt, and how many days are left',
  },
  'accounting.unmeasured.none': {
    zh: '每个燃煤月份都有有效检测',
    en: 'Every month of coal has a valid test',
  },
  'accounting.unmeasured.none.why': {
    zh: '{year} 年到目前为止，没有月份需要采用惩罚性缺省值',
    en: 'So far in {year}, no month falls back on a punitive default',
  },
  'accounting.unmeasured.list': { zh: '没有有效检测的月份', en: 'Months without a valid test' },
  'accounting.unmeasured.source': { zh: '排放源', en: 'Source' },
  'accounting.unmeasured.role': { zh: '未实测的参数', en: 'Not measured' },
  'accounting.unmeasured.role.carbonContent': { zh: '单位热值含碳量', en: 'Carbon per heat' },
  'accounting.unmeasured.role.carbon': { zh: '元素碳含量', en: 'Element carbon' },
  'accounting.unmeasured.role.calorificValue': { zh: '低位发热量', en: 'Calorific value' },
  'accounting.unmeasured.month': { zh: '月份', en: 'Month' },
  'accounting.unmeasured.deadline': { zh: '检测期限', en: 'Test by' },
  'accounting.unmeasured.left': { zh: '剩余天数', en: 'Days left' },
  'accounting.unmeasured.days-left': { zh: '剩 {days} 天', en: '{days} days left' },
  'accounting.unmeasured.today': { zh: '今天到期', en: 'Due today' },
  'accounting.unmeasured.late': { zh: '已逾期 {days} 天', en: '{days} days late' },
  'accounting.unmeasured.fallback': { zh: '缺省值', en: 'Default' },
  'accounting.unmeasured.usual': { zh: '已测月份平均', en: 'Mean of tests' },
  'accounting.unmeasured.no-test': { zh: '没有可比的检测', en: 'No test to compare with' },
  'accounting.unmeasured.tonnes': { zh: '多计排放量', en: 'Emission added' },
  'accounting.unmeasured.no-heat': { zh: '尚无燃料或热值数据', en: 'Fuel or heat not known yet' },
  'accounting.unmeasured.money': { zh: '金额', en: 'Worth' },
  'accounting.unmeasured.avoidable': { zh: '还能避免', en: 'Can still be avoided' },
  'accounting.unmeasured.lost': { zh: '已经损失', en: 'Lost already' },
  'accounting.unmeasured.price': {
    zh: '按 {price} 元/吨计算（{source}，{date}）',
    en: 'At {price} CNY per tonne ({source}, {date})',
  },
  'accounting.unmeasured.no-price': {
    zh: '没有碳价，未折算金额',
    en: 'No price of carbon, so no money is shown',
  },
  'accounting.unmeasured.enter': { zh: '录入检测结果', en: 'Enter the test' },
  'accounting.unmeasured.home': {
    zh: '{count} 个燃煤月份没有有效检测，期限前补测可避免多计 {tonnes} tCO₂e，最近的期限是 {deadline}（剩 {days} 天）',
    en: '{count} months of coal have no valid test; testing in time avoids {tonnes} tCO₂e. The next deadline is {deadline}, in {days} days',
  },
} satisfies Record<`accounting.${string}`, Wording>
