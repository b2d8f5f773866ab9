import type { Wording } from '#shared/kernel/texts'

/** Changes, operating criteria, appraisals, suppliers and technologies: what may not be done, what is found, what is due. */
export const performanceOperationTexts = {
  'performance.alone-without-reason': {
    zh: '只有一人运行本系统时，批准自己的记录要写明理由',
    en: 'Who runs the plant alone has to say why they approve their own record',
  },
  'performance.unknown-person': { zh: '名册中没有这个人', en: 'This person is not in the register' },
  'performance.unknown-parameter': { zh: '找不到该监测参数', en: 'There is no such parameter' },

  'performance.unknown-change': { zh: '找不到该变更', en: 'There is no such change' },
  'performance.change-recorded': {
    zh: '这项变更已登记为 {number}',
    en: 'This change is on record as {number} already',
  },
  'performance.change-effect': {
    zh: '排放影响要同时填写数值和排放量单位（例如 tCO₂e），当前单位：{unit}',
    en: 'The effect on emissions needs a number and a unit of emission such as tCO₂e; the unit is now: {unit}',
  },
  'performance.change-in-future': {
    zh: '意外变更已经发生，日期 {on} 不能在今天之后',
    en: 'An unintended change has happened; {on} cannot be after today',
  },
  'performance.change-planned': {
    zh: '“{name}”登记后不能在计划内与意外之间改换',
    en: '“{name}” cannot turn from planned to unintended, or back, once it is on record',
  },
  'performance.change-kept': {
    zh: '“{name}”已经判断或批准，不能删除，可以中止',
    en: '“{name}” was judged or approved and is kept; it can be dropped instead',
  },
  'performance.change-approved': {
    zh: '“{name}”已经批准，内容不再修改；需要调整时请终止后重新登记',
    en: '“{name}” is approved and stays as it was approved; to change it, drop it and record it anew',
  },
  'performance.change-ended': {
    zh: '“{name}”已经结束，不再修改',
    en: '“{name}” has ended and stays as it is',
  },
  'performance.change-cannot': {
    zh: '“{name}”目前的状态不允许这一步',
    en: '“{name}” has not reached the state for this step, or has passed it',
  },
  'performance.change-no-subsystem': {
    zh: '“{name}”判断为重大变更，请选择需要重新评审的子体系',
    en: '“{name}” is judged major; say which subsystems are to be reviewed anew',
  },
  'performance.change-own-work': {
    zh: '登记“{name}”的人不能批准它，请由另一人批准',
    en: 'Whoever recorded “{name}” cannot approve it; somebody else has to',
  },
  'performance.change-lacks': {
    zh: '“{name}”还缺 {missing} 项，不能关闭',
    en: '“{name}” still lacks {missing} things and cannot be closed',
  },
  'performance.change.lacks-effect': { zh: '排放影响', en: 'effect on emissions' },
  'performance.change.lacks-judgement': { zh: '是否重大的判断', en: 'judgement whether it is major' },
  'performance.change.lacks-review': { zh: '所要求的体系评审', en: 'the system review that it asks for' },
  'performance.offered.boundary': {
    zh: '边界第 {number} 版“{title}”自 {on} 起生效',
    en: 'Boundary version {number} “{title}” is in force from {on}',
  },
  'performance.offered.output': {
    zh: '{name} {year} 年产量 {now} {unit}，上年 {before} {unit}，变化 {percent}%',
    en: '{name}: output of {year} is {now} {unit}, the year before {before} {unit}, a change of {percent}%',
  },

  'performance.unknown-criterion': { zh: '找不到该运行准则', en: 'There is no such criterion' },
  'performance.criterion-limit': {
    zh: '下限 {low} 应小于上限 {high}',
    en: 'The lower limit {low} has to be below the upper limit {high}',
  },
  'performance.criterion-no-unit': {
    zh: '“{name}”有限值，请选择单位',
    en: '“{name}” has a limit; choose its unit',
  },
  'performance.criterion-unit': {
    zh: '单位 {unit} 与所监测参数的单位 {expected} 不能换算',
    en: 'The unit {unit} cannot be converted into {expected}, the unit of the parameter that is watched',
  },
  'performance.criterion-no-requirement': {
    zh: '“{process}”没有写明要求',
    en: '“{process}” does not say what is required',
  },
  'performance.criterion-vague': {
    zh: '“{process}”没有可测量的限值和所监测的参数',
    en: '“{process}” has no measurable limit with a parameter that is watched',
  },
  'performance.criterion-no-resource': {
    zh: '“{process}”没有写明所需资源',
    en: '“{process}” does not name the resources that it needs',
  },
  'performance.criterion-no-records': {
    zh: '“{process}”没有写明留存的记录',
    en: '“{process}” does not name the records that are kept',
  },
  'performance.criterion-no-person': { zh: '“{process}”没有负责人', en: 'Nobody answers for “{process}”' },
  'performance.beyond-low': {
    zh: '“{process}”{period} 的值 {value} {unit} 低于下限 {limit} {unit}（{percent}%）',
    en: '“{process}” in {period}: {value} {unit} is below the limit of {limit} {unit} by {percent}%',
  },
  'performance.beyond-high': {
    zh: '“{process}”{period} 的值 {value} {unit} 高于上限 {limit} {unit}（{percent}%）',
    en: '“{process}” in {period}: {value} {unit} is above the limit of {limit} {unit} by {percent}%',
  },

  'performance.unknown-appraisal': { zh: '找不到该评审', en: 'There is no such review' },
  'performance.appraisal-kind': {
    zh: '“{name}”编号已给出，设计与采购不能互换',
    en: '“{name}” has its number; a design does not become a purchase, nor the other way round',
  },
  'performance.appraisal-decided': {
    zh: '{number} 已有决定，不再修改',
    en: '{number} was decided and stays as it is',
  },
  'performance.appraisal-one-option': {
    zh: '“{name}”只有一个方案，至少要有两个才能比较和选择',
    en: '“{name}” has one option; there must be two to choose from',
  },
  'performance.appraisal-no-option': { zh: '“{name}”没有这个方案', en: '“{name}” has no such option' },
  'performance.appraisal-no-emission': {
    zh: '方案“{name}”没有填写排放量；不考虑排放时请写明理由',
    en: 'The option “{name}” does not say what it emits; where emission is left out, say why',
  },
  'performance.figure.option-emission': { zh: '{name}的年排放量', en: 'Yearly emission of {name}' },
  'performance.figure.option-saved': {
    zh: '{name}比第一个方案少排放的量',
    en: 'What {name} emits less than the first option',
  },
  'performance.figure.option-more': {
    zh: '{name}比第一个方案多花的年费用',
    en: 'What {name} costs more each year than the first option',
  },
  'performance.figure.option-cost': {
    zh: '{name}每少排放一吨的费用',
    en: 'Cost of {name} for each tonne saved',
  },

  'performance.unknown-supplier': { zh: '找不到该供应商', en: 'There is no such supplier' },
  'performance.supplier-twice': {
    zh: '供应商“{name}”已登记',
    en: 'The supplier “{name}” is on record already',
  },
  'performance.supplier-kept': {
    zh: '“{name}”已有评价，不能删除，可以停用',
    en: '“{name}” was evaluated and is kept; it can be retired instead',
  },
  'performance.unknown-score-criterion': { zh: '找不到该评分准则', en: 'There is no such criterion' },
  'performance.no-scores': {
    zh: '还没有评分准则，请先建立并给出权重',
    en: 'There are no criteria yet; set them with their weights first',
  },
  'performance.evaluation-lacks': {
    zh: '“{name}”缺少“{criterion}”的得分',
    en: '“{name}” has no points for “{criterion}”',
  },
  'performance.evaluation-next': {
    zh: '下次评价日期 {on} 应在本次之后',
    en: 'The next evaluation on {on} has to come after this one',
  },

  'performance.unknown-technology': { zh: '找不到该技术', en: 'There is no such technology' },
  'performance.technology-used': {
    zh: '有措施采用“{name}”，不能删除',
    en: 'A measure rests on “{name}”; it is kept',
  },
  'performance.unknown-milestone': { zh: '找不到该里程碑', en: 'There is no such milestone' },
  'performance.milestone-kept': {
    zh: '里程碑“{name}”已完成或延期过，不能删除',
    en: 'The milestone “{name}” was reached or put off and is kept',
  },
  'performance.milestone-in-future': {
    zh: '完成日期 {on} 不能在今天之后',
    en: 'What was reached on {on} cannot be after today',
  },
  'performance.unknown-resource': { zh: '找不到该资源', en: 'There is no such resource' },
  'performance.resource-kept': {
    zh: '“{name}”已批准，资源不能删除，可以改写数额',
    en: '“{name}” was approved; its resources are kept, their amounts can be changed',
  },

  'performance.baseline-fit': {
    zh: '{name}：驱动因素只能解释排放变化的 {percent}%（阈值 {limit}%），参数可能不再反映绩效',
    en: '{name}: its driver explains {percent}% of how the emission varies (threshold {limit}%); it may no longer tell the performance',
  },
  'performance.baseline-change': {
    zh: '{name}：基准确定后发生重大变更 {number}“{title}”',
    en: '{name}: the major change {number} “{title}” came after the baseline was set',
  },

  'performance.task.judge-boundary': {
    zh: '判断变更：边界第 {number} 版“{title}”自 {on} 起生效',
    en: 'Judge this change: boundary version {number} “{title}” from {on}',
  },
  'performance.task.judge-output': {
    zh: '判断变更：{name} {year} 年产量比上年变化 {percent}%',
    en: 'Judge this change: output of {name} in {year} differs by {percent}% from the year before',
  },
  'performance.task.judge-change': {
    zh: '判断变更 {number}“{title}”是否重大',
    en: 'Judge whether change {number} “{title}” is major',
  },
  'performance.task.approve-change': {
    zh: '批准变更 {number}“{title}”',
    en: 'Approve change {number} “{title}”',
  },
  'performance.task.carry-out-change': {
    zh: '实施变更 {number}“{title}”',
    en: 'Carry out change {number} “{title}”',
  },
  'performance.task.close-change': {
    zh: '变更 {number}“{title}”实施后的评审与关闭',
    en: 'Look at change {number} “{title}” afterwards and close it',
  },
  'performance.task.review-for-emission': {
    zh: '因重大变更 {number}“{title}”重做碳排放评审（6.1.2）',
    en: 'Review emissions anew for the major change {number} “{title}” (6.1.2)',
  },
  'performance.task.review-for-trading': {
    zh: '因重大变更 {number}“{title}”重做碳交易评审（6.1.3）',
    en: 'Review trading anew for the major change {number} “{title}” (6.1.3)',
  },
  'performance.task.review-for-asset': {
    zh: '因重大变更 {number}“{title}”重做碳资产评审（6.1.4）',
    en: 'Review carbon assets anew for the major change {number} “{title}” (6.1.4)',
  },
  'performance.task.review-for-neutrality': {
    zh: '因重大变更 {number}“{title}”重做碳中和评审（6.1.5）',
    en: 'Review neutrality anew for the major change {number} “{title}” (6.1.5)',
  },
  'performance.task.review-emission': {
    zh: '碳排放评审到期（上次 {before}）',
    en: 'The emission review is due (the last was {before})',
  },
  'performance.task.review-trading': {
    zh: '碳交易评审到期（上次 {before}）',
    en: 'The trading review is due (the last was {before})',
  },
  'performance.task.review-asset': {
    zh: '碳资产评审到期（上次 {before}）',
    en: 'The asset review is due (the last was {before})',
  },
  'performance.task.review-neutrality': {
    zh: '碳中和评审到期（上次 {before}）',
    en: 'The neutrality review is due (the last was {before})',
  },
  'performance.task.hold-review-emission': {
    zh: '完成碳排放评审 {number}',
    en: 'Hold and finish emission review {number}',
  },
  'performance.task.hold-review-trading': {
    zh: '完成碳交易评审 {number}',
    en: 'Hold and finish trading review {number}',
  },
  'performance.task.hold-review-asset': {
    zh: '完成碳资产评审 {number}',
    en: 'Hold and finish asset review {number}',
  },
  'performance.task.hold-review-neutrality': {
    zh: '完成碳中和评审 {number}',
    en: 'Hold and finish neutrality review {number}',
  },
  'performance.task.look-baseline': { zh: '重新审视基准：{name}', en: 'Look at the baseline again: {name}' },
  'performance.task.look-objective': {
    zh: '因变更 {number}“{title}”重新审视目标“{name}”',
    en: 'Look at the objective “{name}” again because of change {number} “{title}”',
  },
  'performance.task.breach': {
    zh: '超出运行准则“{process}”：{period} 为 {value} {unit}，应立偏差案',
    en: 'Beyond the criterion “{process}”: {value} {unit} in {period}; open a deviation',
  },
  'performance.task.criterion-review': {
    zh: '复核运行准则“{process}”',
    en: 'Look at the criterion “{process}” again',
  },
  'performance.task.evaluate-supplier': { zh: '评价供应商“{name}”', en: 'Evaluate the supplier “{name}”' },
  'performance.task.target': {
    zh: '评价指标“{name}”是否达成',
    en: 'Judge whether target “{name}” was reached',
  },
  'performance.task.measure': { zh: '完成措施“{title}”', en: 'Carry out measure “{title}”' },
  'performance.task.verify-measure': { zh: '验证措施“{title}”', en: 'Verify measure “{title}”' },
  'performance.task.milestone': {
    zh: '里程碑“{title}”（措施：{measure}）',
    en: 'Milestone “{title}” (measure: {measure})',
  },
} satisfies Record<`performance.${string}`, Wording>
