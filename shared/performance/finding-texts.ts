import type { Wording } from '#shared/kernel/texts'

/** What is refused in this area, what a reader should look at, and what its figures are called. */
export const performanceFindingTexts = {
  'performance.unknown-indicator': { zh: '找不到该绩效参数', en: 'There is no such indicator' },
  'performance.unknown-node': { zh: '找不到该组织单元', en: 'There is no such place in the organization' },
  'performance.unknown-parameter': { zh: '找不到该监测参数', en: 'There is no such parameter' },
  'performance.unknown-baseline': { zh: '找不到该基准', en: 'There is no such baseline' },
  'performance.unknown-objective': { zh: '找不到该目标', en: 'There is no such objective' },
  'performance.unknown-target': { zh: '找不到该指标', en: 'There is no such target' },
  'performance.unknown-measure': { zh: '找不到该措施', en: 'There is no such measure' },
  'performance.name-unknown': {
    zh: '公式中的“{name}”没有定义：请在“公式中的量”里说明它代表什么',
    en: '“{name}” in the formula is not defined: say among the quantities what it stands for',
  },
  'performance.name-twice': { zh: '“{name}”定义了两次', en: '“{name}” is defined twice' },
  'performance.name-unused': { zh: '“{name}”没有用在公式中', en: '“{name}” is not used in the formula' },
  'performance.needs-sum': {
    zh: '“{name}”按平均值汇总，不能作为产量或消耗量使用',
    en: '“{name}” is a mean and cannot stand for an amount',
  },
  'performance.version-not-later': {
    zh: '新算法须晚于现行算法的起始月份 {month}，以往的值保持原算法不变',
    en: 'A new method must begin after {month}, where the present one begins: earlier values keep their method',
  },
  'performance.only-version': {
    zh: '这是唯一的算法，不能撤回',
    en: 'This is the only method and cannot be taken back',
  },
  'performance.version-used': {
    zh: '第 {version} 版算法已用于评审或基准，不能撤回',
    en: 'Version {version} was used for a review or a baseline and cannot be taken back',
  },
  'performance.indicator-used': {
    zh: '“{name}”已有评审、基准或指标，请改为停用',
    en: '“{name}” has reviews, a baseline or targets: retire it instead',
  },
  'performance.no-value': {
    zh: '{period} 没有值，缺少：{missing}',
    en: 'There is no value for {period}; missing: {missing}',
  },
  'performance.reference-unit': {
    zh: '对标值的单位 {unit} 不能换算为 {expected}',
    en: 'The unit {unit} cannot be converted into {expected}',
  },
  'performance.baseline-twice': {
    zh: '“{name}”已有同一用途的基准，请对它作调整',
    en: '“{name}” has a baseline for this purpose already: adjust that one',
  },
  'performance.base-missing': {
    zh: '“{name}”在这些年份没有值：{years}',
    en: '“{name}” has no value in: {years}',
  },
  'performance.base-waits': { zh: '已有一个基准值等待批准', en: 'A base value waits for approval already' },
  'performance.base-years': {
    zh: '均值基准需要两个以上不同的年份，其他基准只取一年，不能用：{years}',
    en: 'A mean is of two different years or more, any other baseline of one: not of {years}',
  },
  'performance.base-none-waits': { zh: '没有等待批准的基准值', en: 'No base value waits for approval' },
  'performance.baseline-used': { zh: '已有指标引用该基准', en: 'A target refers to this baseline' },
  'performance.same-base': {
    zh: '重新计算的结果与现有基准值相同：{value}',
    en: 'The value comes out the same: {value}',
  },
  'performance.below-threshold': {
    zh: '差异为 {percent} %，没有超过阈值 {threshold} %，不需要调整',
    en: 'The difference of {percent} % is within the threshold of {threshold} %: no adjustment is due',
  },
  'performance.baseline-approved': { zh: '批准碳排放基准值', en: 'Approves the value of the baseline' },
  'performance.baseline-unapproved': {
    zh: '“{name}”的基准尚未批准',
    en: 'The baseline of “{name}” is not approved yet',
  },
  'performance.baseline-incomplete': {
    zh: '“{name}”的基准年（{years}）现在算不出值',
    en: 'The base years ({years}) of “{name}” have no value today',
  },
  'performance.baseline-drift': {
    zh: '“{name}”的基准年按现有数据重算，与基准值相差 {percent} %，超过阈值 {threshold} %，应评审是否调整（6.3 c）',
    en: 'The base years of “{name}” come to {percent} % more or less than the baseline today, beyond {threshold} %: review it (6.3 c)',
  },
  'performance.baseline-boundary': {
    zh: '建立“{name}”的基准之后边界已变更，应评审是否调整（6.3 b）',
    en: 'The boundary changed after the baseline of “{name}” was set: review it (6.3 b)',
  },
  'performance.baseline-method': {
    zh: '“{name}”的基准用的是第 {before} 版算法，现在是第 {version} 版，应评审是否调整（6.3 a）',
    en: 'The baseline of “{name}” was computed by version {before}, the years are now computed by version {version}: review it (6.3 a)',
  },

  'performance.objective-published': { zh: '“{name}”已发布', en: '“{name}” is published already' },
  'performance.objective-unpublished': { zh: '“{name}”尚未发布', en: '“{name}” is not published' },
  'performance.objective-closed': { zh: '“{name}”已关闭', en: '“{name}” is closed' },
  'performance.objective-kept': {
    zh: '“{name}”已发布或已有措施，不能删除',
    en: '“{name}” is published or has measures and cannot be removed',
  },
  'performance.objective-incomplete': {
    zh: '“{name}”还有 {missing} 项缺失，不能发布',
    en: '“{name}” lacks {missing} things and cannot be published',
  },
  'performance.objective-signed': { zh: '批准并发布目标', en: 'Approves and publishes the objective' },
  'performance.target-published': {
    zh: '“{name}”已发布，须填写原因作调整',
    en: '“{name}” is published: adjust it with a reason',
  },
  'performance.target-unit': {
    zh: '指标的单位 {unit} 不能换算为绩效参数的单位 {expected}',
    en: 'The unit {unit} of the target cannot be converted into the indicator’s {expected}',
  },
  'performance.target-late': {
    zh: '完成日期 {due} 早于基准年 {year}',
    en: 'The date {due} is before the base year {year}',
  },
  'performance.target-no-indicator': {
    zh: '指标“{name}”没有对应的绩效参数',
    en: 'The target “{name}” has no indicator',
  },
  'performance.target-no-base': { zh: '指标“{name}”没有基准值', en: 'The target “{name}” has no base value' },
  'performance.target-no-value': { zh: '指标“{name}”没有目标值', en: 'The target “{name}” has no value' },
  'performance.target-no-unit': { zh: '指标“{name}”没有单位', en: 'The target “{name}” has no unit' },
  'performance.target-no-date': { zh: '指标“{name}”没有完成日期', en: 'The target “{name}” has no date' },
  'performance.objective-no-target': { zh: '“{name}”没有量化指标', en: '“{name}” has no numeric target' },
  'performance.objective-no-measure': { zh: '“{name}”没有措施', en: '“{name}” has no measure' },
  'performance.objective-no-owner': { zh: '“{name}”没有负责人', en: '“{name}” has no owner' },
  'performance.objective-no-policy': {
    zh: '“{name}”没有说明依据方针的哪一条（6.4.2 a）',
    en: '“{name}” does not say which statement of the policy it follows (6.4.2 a)',
  },
  'performance.objective-considered': {
    zh: '“{name}”的 {all} 项考虑因素已说明 {weighed} 项（6.4.3）',
    en: '“{name}”: {weighed} of {all} considerations are said (6.4.3)',
  },
  'performance.measure-ended': {
    zh: '“{name}”已验证或已放弃，不能再改',
    en: '“{name}” is verified or dropped and stays',
  },
  'performance.measure-kept': {
    zh: '“{name}”已批准，不能删除，可以放弃',
    en: '“{name}” was approved: drop it instead',
  },
  'performance.measure-required': {
    zh: '“{name}”是“{other}”的前提',
    en: '“{name}” is required by “{other}”',
  },
  'performance.measure-own-work': {
    zh: '“{name}”由您报告完成，效果请由另一人核实',
    en: 'You reported “{name}” as done; somebody else verifies it',
  },
  'performance.measure-step': {
    zh: '“{name}”不能直接进入该状态',
    en: '“{name}” cannot go there from where it is',
  },
  'performance.measure-lacks': {
    zh: '“{name}”还缺少 {missing} 项内容',
    en: '“{name}” lacks {missing} things for that',
  },
  'performance.drop-reason': { zh: '请写明依据或原因', en: 'Say on what grounds' },
  'performance.requires-itself': {
    zh: '“{name}”的前提绕回到它自己',
    en: 'What “{name}” requires leads back to itself',
  },
  'performance.no-options': {
    zh: '没有可选的措施：措施须有预期减排量、投资、年运行成本和使用年限',
    en: 'There is nothing to choose from: a measure needs its reduction, investment, yearly cost and lifetime',
  },
  'performance.path-broken': {
    zh: '所选措施中有互斥的，或缺少前提措施',
    en: 'Among the chosen measures some exclude each other, or one that is required is missing',
  },

  'performance.figure.indicator': { zh: '{name}（第 {version} 版算法）', en: '{name} (version {version})' },
  'performance.figure.emission': { zh: '排放量', en: 'Emission' },
  'performance.figure.reading': { zh: '监测数据', en: 'Reading' },
  'performance.figure.readings': { zh: '监测数据合计', en: 'Sum of readings' },
  'performance.figure.product': { zh: '{name} {year} 年产量', en: 'Output of {name} in {year}' },
  'performance.figure.output-value': { zh: '{year} 年总产值', en: 'Output value of {year}' },
  'performance.figure.energy': { zh: '综合能源消费量', en: 'Total energy' },
  'performance.figure.fuel-energy': { zh: '燃料折标准煤', en: 'Fuel in standard coal' },
  'performance.figure.electricity-energy': { zh: '电力折标准煤', en: 'Electricity in standard coal' },
  'performance.figure.heat-energy': { zh: '热力折标准煤', en: 'Heat in standard coal' },
  'performance.figure.net-heat': { zh: '净购入热量', en: 'Net purchased heat' },
  'performance.figure.electricity-equivalent': {
    zh: '电力当量值折标系数',
    en: 'Coal equivalent of electricity by its heat',
  },
  'performance.figure.heat-equivalent': { zh: '热力折标系数', en: 'Coal equivalent of heat' },
  'performance.figure.equal-value': {
    zh: '{year} 年电力等价值折标系数（{origin}）',
    en: 'Equal value of electricity in {year} ({origin})',
  },
  'performance.figure.base-sum': { zh: '基准年合计', en: 'Sum of the base years' },
  'performance.figure.base-mean': { zh: '基准年平均值', en: 'Mean of the base years' },
  'performance.figure.years': { zh: '年数', en: 'Number of years' },
  'performance.figure.one': { zh: '一', en: 'One' },
  'performance.figure.lifetime': { zh: '使用年限', en: 'Lifetime in years' },
  'performance.figure.interest': { zh: '年利率（{rate} %）', en: 'Rate of interest ({rate} %)' },
  'performance.figure.growth': { zh: '1 + 利率', en: '1 + rate' },
  'performance.figure.power': {
    zh: '(1 + 利率) 的 {lifetime} 次方',
    en: '(1 + rate) to the power of {lifetime}',
  },
  'performance.figure.power-less-one': {
    zh: '(1 + 利率) 的 n 次方减 1',
    en: '(1 + rate) to the power of n, less 1',
  },
  'performance.figure.interest-grown': {
    zh: '利率 × (1 + 利率) 的 n 次方',
    en: 'Rate × (1 + rate) to the power of n',
  },
  'performance.figure.annuity': {
    zh: '年金系数（利率 {rate} %，{lifetime} 年）',
    en: 'Annuity factor ({rate} %, {lifetime} years)',
  },
  'performance.figure.investment': { zh: '投资', en: 'Investment' },
  'performance.figure.yearly-cost': { zh: '年运行成本', en: 'Yearly cost' },
  'performance.figure.spread': { zh: '投资年摊销', en: 'Investment for each year' },
  'performance.figure.cost-each-year': { zh: '年化成本', en: 'Cost each year' },
  'performance.figure.expected': { zh: '预期年减排量', en: 'Expected reduction each year' },
  'performance.figure.abatement-cost': { zh: '吨减排成本', en: 'Cost for each tonne' },
} satisfies Record<`performance.${string}`, Wording>
