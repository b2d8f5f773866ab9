import type { Wording } from '#shared/kernel/texts'

/** What this area's records say of the requirements, what it lays before a management review, and how its records are named. */
export const performanceSignalTexts = {
  'performance.signal.review': {
    zh: '{number} 于 {on} 完成，下次 {next}',
    en: '{number} was finished for {on}; the next is due on {next}',
  },
  'performance.signal.review-late': {
    zh: '{number} 之后的评审应在 {next} 前完成，已逾期',
    en: 'The review after {number} was due on {next}',
  },
  'performance.signal.review-change': {
    zh: '{number} 之后有 {changes} 项重大变更还没有重新评审',
    en: 'Since {number}, {changes} major changes wait for a new review',
  },
  'performance.signal.no-review': { zh: '还没有完成的评审', en: 'No review has been finished' },
  'performance.signal.reviews': {
    zh: '适用的 {all} 项体系评审都在有效期内',
    en: 'All {all} reviews that apply are up to date',
  },
  'performance.signal.reviews-missing': {
    zh: '适用的 {all} 项体系评审中有 {missing} 项缺失或过期',
    en: '{missing} of the {all} reviews that apply are missing or late',
  },
  'performance.signal.review-method': {
    zh: '评审方法和准则第 {number} 版“{title}”',
    en: 'Method and criteria of reviews, version {number} “{title}”',
  },
  'performance.signal.no-review-method': {
    zh: '没有成文的评审方法和准则',
    en: 'There is no written method with criteria for reviews',
  },
  'performance.signal.indicator': { zh: '在用绩效参数 {count} 项', en: '{count} indicators in use' },
  'performance.signal.no-indicator': { zh: '没有在用的绩效参数', en: 'No indicator is in use' },
  'performance.signal.baseline': { zh: '已批准的基准 {count} 项', en: '{count} approved baselines' },
  'performance.signal.no-baseline': { zh: '没有已批准的基准', en: 'No baseline is approved' },
  'performance.signal.benchmark': {
    zh: '{count} 项绩效参数有对标的先进值',
    en: '{count} indicators have an advanced value to compare with',
  },
  'performance.signal.no-benchmark': {
    zh: '没有对标的先进值',
    en: 'There is no advanced value to compare with',
  },
  'performance.signal.evaluation': {
    zh: '近一年评审过 {count} 项绩效参数的值',
    en: 'Values of {count} indicators were reviewed within the year',
  },
  'performance.signal.no-evaluation': {
    zh: '近一年没有评审过绩效参数的值',
    en: 'No value of an indicator was reviewed within the year',
  },
  'performance.signal.objective': {
    zh: '已发布目标 {count} 项，指标完整',
    en: '{count} objectives are published and whole',
  },
  'performance.signal.no-objective': { zh: '没有已发布的目标', en: 'No objective is published' },
  'performance.signal.objective-lacking': {
    zh: '{lacking} 项目标缺少完整的量化指标',
    en: '{lacking} objectives lack a whole target',
  },
  'performance.signal.plan': {
    zh: '已批准措施 {count} 项，每项目标都有措施',
    en: '{count} measures are approved; every objective has some',
  },
  'performance.signal.no-plan': { zh: '没有已批准的措施', en: 'No measure is approved' },
  'performance.signal.plan-lacking': {
    zh: '{lacking} 项目标没有措施',
    en: '{lacking} objectives have no measure',
  },
  'performance.signal.measure': {
    zh: '已批准减排措施 {count} 项，其中 {verified} 项效果已验证',
    en: '{count} measures are approved, the effect of {verified} is verified',
  },
  'performance.signal.no-measure': { zh: '没有已批准的减排措施', en: 'No reduction measure is approved' },
  'performance.signal.change': {
    zh: '登记变更 {count} 项，都已判断',
    en: '{count} changes are on record and judged',
  },
  'performance.signal.change-unjudged': {
    zh: '{open} 项变更还没有判断',
    en: '{open} changes wait to be judged',
  },
  'performance.signal.criterion': {
    zh: '运行准则 {count} 项，都有可测量的限值',
    en: '{count} operating criteria, all with measurable limits',
  },
  'performance.signal.no-criterion': { zh: '没有运行准则', en: 'There are no operating criteria' },
  'performance.signal.criterion-vague': {
    zh: '运行准则 {count} 项，其中 {vague} 项没有可测量的限值',
    en: '{vague} of {count} operating criteria have no measurable limit',
  },
  'performance.signal.design': {
    zh: '考虑排放的设计评审 {count} 项',
    en: '{count} design reviews took emission into account',
  },
  'performance.signal.no-design': {
    zh: '没有考虑排放的设计评审',
    en: 'No design review took emission into account',
  },
  'performance.signal.purchase': {
    zh: '考虑排放的采购评审 {count} 项',
    en: '{count} purchases took emission into account',
  },
  'performance.signal.no-purchase': {
    zh: '没有考虑排放的采购评审',
    en: 'No purchase took emission into account',
  },
  'performance.signal.supplier': { zh: '已评价供应商 {count} 家', en: '{count} suppliers were evaluated' },
  'performance.signal.no-supplier': { zh: '没有评价过供应商', en: 'No supplier was evaluated' },
  'performance.signal.supplier-late': {
    zh: '{late} 家供应商应评价而未评价',
    en: '{late} suppliers wait for their evaluation',
  },

  'performance.kind.indicator': { zh: '绩效参数', en: 'Indicator' },
  'performance.kind.baseline': { zh: '碳排放基准', en: 'Baseline' },
  'performance.kind.objective': { zh: '目标', en: 'Objective' },
  'performance.kind.measure': { zh: '减排措施', en: 'Measure' },
  'performance.kind.system-review': { zh: '体系评审', en: 'System review' },
  'performance.kind.review-method': { zh: '评审方法', en: 'Review method' },
  'performance.kind.change': { zh: '变更', en: 'Change' },
  'performance.kind.criterion': { zh: '运行准则', en: 'Operating criterion' },
  'performance.kind.appraisal': { zh: '设计与采购评审', en: 'Design or purchase review' },
  'performance.kind.supplier': { zh: '供应商', en: 'Supplier' },
  'performance.kind.technology': { zh: '减排技术', en: 'Reduction technology' },

  'performance.review.objective-no-target': {
    zh: '目标“{title}”没有指标',
    en: 'The objective “{title}” has no target',
  },
  'performance.review.objective-result': {
    zh: '目标“{title}”已关闭：{result}',
    en: 'The objective “{title}” was closed: {result}',
  },
  'performance.review.target-unknown': {
    zh: '“{title}”的指标“{name}”还没有可比较的年份',
    en: '“{title}”, target “{name}”: no year can be compared yet',
  },
  'performance.review.target-on-pace': {
    zh: '“{title}”的指标“{name}”：{year} 年 {actual} {unit}，计划 {planned} {unit}，到 {due} 达到 {value} {unit} 的路程已走 {reached}%，进度正常',
    en: '“{title}”, target “{name}”: {actual} {unit} in {year} against {planned} {unit} planned; {reached}% of the way to {value} {unit} by {due}; on pace',
  },
  'performance.review.target-behind': {
    zh: '“{title}”的指标“{name}”：{year} 年 {actual} {unit}，计划 {planned} {unit}，到 {due} 达到 {value} {unit} 的路程已走 {reached}%，落后',
    en: '“{title}”, target “{name}”: {actual} {unit} in {year} against {planned} {unit} planned; {reached}% of the way to {value} {unit} by {due}; behind',
  },
  'performance.review.series': { zh: '{name}', en: '{name}' },
  'performance.review.indicator': {
    zh: '{name}：{year} 年 {value} {unit}，基准 {base} {unit}，相差 {percent}%',
    en: '{name}: {value} {unit} in {year}, baseline {base} {unit}, a difference of {percent}%',
  },
  'performance.review.indicator-no-base': {
    zh: '{name}：{year} 年 {value} {unit}，没有已批准的基准',
    en: '{name}: {value} {unit} in {year}; no baseline is approved',
  },
  'performance.review.indicator-unknown': {
    zh: '{name}：上一完整年度没有值',
    en: '{name}: no value for the last whole year',
  },
  'performance.review.concluded': {
    zh: '{name} {period}：{conclusion}',
    en: '{name} {period}: {conclusion}',
  },
  'performance.review.measure-draft': {
    zh: '“{title}”待批准，预期减排 {expected} tCO₂e/a',
    en: '“{title}” waits for approval; expected {expected} tCO₂e/a',
  },
  'performance.review.measure-approved': {
    zh: '“{title}”已批准，{due} 前完成，预期减排 {expected} tCO₂e/a',
    en: '“{title}” is approved, due on {due}; expected {expected} tCO₂e/a',
  },
  'performance.review.measure-running': {
    zh: '“{title}”实施中，{due} 前完成，预期减排 {expected} tCO₂e/a',
    en: '“{title}” is being carried out, due on {due}; expected {expected} tCO₂e/a',
  },
  'performance.review.measure-late': {
    zh: '“{title}”应在 {due} 前完成，已晚 {days} 天',
    en: '“{title}” was due on {due} and is {days} days late',
  },
  'performance.review.measure-done': {
    zh: '“{title}”已完成，效果待验证（预期 {expected} tCO₂e/a）',
    en: '“{title}” is done; its effect is to be verified (expected {expected} tCO₂e/a)',
  },
  'performance.review.measure-verified': {
    zh: '“{title}”已验证：减排 {achieved} tCO₂e/a，预期 {expected}',
    en: '“{title}” is verified: {achieved} tCO₂e/a, expected {expected}',
  },
  'performance.review.measure-dropped': { zh: '“{title}”已中止', en: '“{title}” was dropped' },
  'performance.review.change-unjudged': {
    zh: '变更 {number}“{title}”（{on}）还没有判断',
    en: 'Change {number} “{title}” ({on}) waits to be judged',
  },
  'performance.review.change-major': {
    zh: '重大变更 {number}“{title}”（{on}）',
    en: 'Major change {number} “{title}” ({on})',
  },
  'performance.review.change-minor': {
    zh: '变更 {number}“{title}”（{on}），不属重大',
    en: 'Change {number} “{title}” ({on}), not major',
  },
  'performance.review.system-review-emission': {
    zh: '碳排放评审 {number}（{on}）：{result}',
    en: 'Emission review {number} ({on}): {result}',
  },
  'performance.review.system-review-trading': {
    zh: '碳交易评审 {number}（{on}）：{result}',
    en: 'Trading review {number} ({on}): {result}',
  },
  'performance.review.system-review-asset': {
    zh: '碳资产评审 {number}（{on}）：{result}',
    en: 'Asset review {number} ({on}): {result}',
  },
  'performance.review.system-review-neutrality': {
    zh: '碳中和评审 {number}（{on}）：{result}',
    en: 'Neutrality review {number} ({on}): {result}',
  },
} satisfies Record<`performance.${string}`, Wording>
