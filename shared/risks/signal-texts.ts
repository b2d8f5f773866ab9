import type { Wording } from '#shared/kernel/texts'

/** What is told to other areas: signals of requirements, inputs of the management review, tasks, findings. */
export const risksSignalTexts = {
  'risks.signal.none': { zh: '尚未登记风险或机遇', en: 'No risk or opportunity is registered' },
  'risks.signal.registered': {
    zh: '已登记风险与机遇 {count} 项',
    en: '{count} risks and opportunities registered',
  },
  'risks.signal.no-criteria': { zh: '尚未制定风险评估准则', en: 'No criteria for rating risks are written' },
  'risks.signal.criteria': {
    zh: '风险评估准则第 {number} 版（{on}）有效',
    en: 'Version {number} of the criteria, of {on}, is in force',
  },
  'risks.signal.no-limits': {
    zh: '准则未给出任何一类风险的可接受上限',
    en: 'The criteria give no limit of what is acceptable for any class',
  },
  'risks.signal.limits': {
    zh: '{count} 类风险已给出可接受上限',
    en: 'Limits of what is acceptable are given for {count} classes',
  },
  'risks.signal.reviews-late': {
    zh: '{count} 项风险或机遇未评估或复评逾期',
    en: '{count} risks or opportunities are unrated or past their review',
  },
  'risks.signal.reviewed': {
    zh: '全部 {count} 项均在复评期内',
    en: 'All {count} are within their review interval',
  },
  'risks.signal.gaps': {
    zh: '{count} 项风险超出可接受上限，既无措施也未接受',
    en: '{count} risks are above their limit with neither treatment nor acceptance',
  },
  'risks.signal.no-gaps': { zh: '超出上限的风险均有措施', en: 'Every risk above its limit is answered' },
  'risks.signal.untested': {
    zh: '{count} 项风险的措施没有有效性判断方法，或验证逾期',
    en: 'For {count} risks a treatment has no test of its effect, or the check is overdue',
  },
  'risks.signal.tested': {
    zh: '{count} 项风险的措施均有有效性判断方法并按期验证',
    en: 'Treatments of {count} risks are tested for their effect in time',
  },
  'risks.signal.untreated': { zh: '尚未制定任何应对措施', en: 'No treatment is planned yet' },
  'risks.signal.some-aim-result': {
    zh: '{count} 项关系到体系预期成效',
    en: '{count} bear upon the intended results',
  },
  'risks.signal.no-aim-result': {
    zh: '没有关系到体系预期成效的条目',
    en: 'None bears upon the intended results',
  },
  'risks.signal.some-aim-prevent': {
    zh: '{count} 项用于防止不良影响',
    en: '{count} prevent undesired effects',
  },
  'risks.signal.no-aim-prevent': { zh: '没有用于防止不良影响的条目', en: 'None prevents undesired effects' },
  'risks.signal.some-aim-improve': {
    zh: '{count} 项用于持续改进',
    en: '{count} serve continual improvement',
  },
  'risks.signal.no-aim-improve': { zh: '没有用于持续改进的条目', en: 'None serves continual improvement' },
  'risks.signal.some-class-strategic': { zh: '战略类 {count} 项', en: '{count} of the strategic class' },
  'risks.signal.no-class-strategic': { zh: '战略类尚无条目', en: 'None of the strategic class' },
  'risks.signal.some-class-operational': { zh: '运营类 {count} 项', en: '{count} of the operational class' },
  'risks.signal.no-class-operational': { zh: '运营类尚无条目', en: 'None of the operational class' },
  'risks.signal.some-class-financial': { zh: '财务类 {count} 项', en: '{count} of the financial class' },
  'risks.signal.no-class-financial': { zh: '财务类尚无条目', en: 'None of the financial class' },
  'risks.signal.some-class-market': { zh: '市场类 {count} 项', en: '{count} of the market class' },
  'risks.signal.no-class-market': { zh: '市场类尚无条目', en: 'None of the market class' },
  'risks.signal.some-class-legal': { zh: '法律类 {count} 项', en: '{count} of the legal class' },
  'risks.signal.no-class-legal': { zh: '法律类尚无条目', en: 'None of the legal class' },
  'risks.signal.some-class-credit': { zh: '信用类 {count} 项', en: '{count} of the credit class' },
  'risks.signal.no-class-credit': { zh: '信用类尚无条目', en: 'None of the credit class' },
  'risks.signal.credit-unasked': {
    zh: '信用清单中此项尚未查询',
    en: 'This line of the credit record was never asked',
  },
  'risks.signal.credit-old': {
    zh: '信用清单中此项上次查询于 {on}，已超过一年',
    en: 'This line of the credit record was last asked on {on}, over a year ago',
  },
  'risks.signal.credit-asked': {
    zh: '信用清单中此项于 {on} 查询',
    en: 'This line of the credit record was asked on {on}',
  },

  'risks.review.new-risk': { zh: '新增风险 {number} {title}', en: 'New risk {number} {title}' },
  'risks.review.new-opportunity': { zh: '新增机遇 {number} {title}', en: 'New opportunity {number} {title}' },
  'risks.review.closed': {
    zh: '{number} {title} 已关闭：{reason}',
    en: '{number} {title} was closed: {reason}',
  },
  'risks.review.risen': {
    zh: '{number} {title} 由 {before} 分升至 {points} 分',
    en: '{number} {title} rose from {before} to {points} points',
  },
  'risks.review.fallen': {
    zh: '{number} {title} 由 {before} 分降至 {points} 分',
    en: '{number} {title} fell from {before} to {points} points',
  },
  'risks.review.gap': {
    zh: '{number} {title}（{points} 分）超出上限且没有应对措施',
    en: '{number} {title} ({points} points) is above its limit and not answered',
  },
  'risks.review.worked': { zh: '{number} 的措施有效：{what}', en: 'A treatment of {number} worked: {what}' },
  'risks.review.failed': {
    zh: '{number} 的措施无效：{what}',
    en: 'A treatment of {number} did not work: {what}',
  },
  'risks.review.series-high': { zh: '高等级项数', en: 'High' },
  'risks.review.series-medium': { zh: '中等级项数', en: 'Medium' },
  'risks.review.series-low': { zh: '低等级项数', en: 'Low' },

  'risks.task.review': { zh: '复评 {number}：{title}', en: 'Rate {number} anew: {title}' },
  'risks.task.treat': { zh: '落实 {number} 的应对措施：{what}', en: 'Carry out for {number}: {what}' },
  'risks.task.check': {
    zh: '验证 {number} 的措施是否有效：{what}',
    en: 'Judge the effect for {number}: {what}',
  },
  'risks.task.credit-fulfilment': {
    zh: '查询信用：履约与控排目标',
    en: 'Ask the credit record: surrender and caps',
  },
  'risks.task.credit-footprint': {
    zh: '查询信用：产品碳足迹',
    en: 'Ask the credit record: product footprints',
  },
  'risks.task.credit-penalty': { zh: '查询信用：行政处罚', en: 'Ask the credit record: penalties' },
  'risks.task.credit-grade': {
    zh: '查询信用：交易机构评级',
    en: 'Ask the credit record: grade by the exchange',
  },
  'risks.task.credit-public-record': {
    zh: '查询信用：公共信用记录',
    en: 'Ask the credit record: public records',
  },
  'risks.task.credit-lawsuit': { zh: '查询信用：重大诉讼', en: 'Ask the credit record: lawsuits' },

  'risks.unrated': { zh: '{number} {title} 尚未评估', en: '{number} {title} is not rated' },
  'risks.gap': {
    zh: '{number} {title} 为 {points} 分，超出可接受上限，没有应对措施也未被接受',
    en: '{number} {title} has {points} points, above its limit, with neither treatment nor acceptance',
  },
  'risks.no-owner': { zh: '{number} {title} 没有责任人', en: 'Nobody answers for {number} {title}' },
  'risks.review-late': {
    zh: '{number} {title} 应于 {due} 复评',
    en: '{number} {title} was to be rated anew by {due}',
  },
  'risks.older-criteria': {
    zh: '{number} 按第 {criteria} 版准则评估，现行为第 {newest} 版',
    en: '{number} was rated by version {criteria} of the criteria; version {newest} is in force',
  },
  'risks.treatment-late': { zh: '措施“{what}”应于 {due} 完成', en: '“{what}” was to be done by {due}' },
  'risks.check-late': {
    zh: '措施“{what}”的有效性应于 {due} 验证',
    en: 'The effect of “{what}” was to be judged by {due}',
  },
  'risks.no-test': {
    zh: '措施“{what}”没有写明怎样判断有效',
    en: 'It is not said by what the effect of “{what}” will be judged',
  },
  'risks.unused-opportunity': {
    zh: '机遇 {number} {title} 等级高，但没有把握措施',
    en: 'Opportunity {number} {title} rates high and nothing is done to seize it',
  },
} satisfies Record<`risks.${string}`, Wording>
