import type { Wording } from '#shared/kernel/texts'

/** Nonconformity and improvement: what may not be done, what is missing, what others are told, and the trail. */
export const nonconformityTexts = {
  'nonconformity.no-such-case': { zh: '找不到该不符合', en: 'There is no such nonconformity' },
  'nonconformity.no-such-action': { zh: '找不到该纠正措施', en: 'There is no such corrective action' },
  'nonconformity.no-such-improvement': { zh: '找不到该改进建议', en: 'There is no such suggestion' },
  'nonconformity.no-such-node': { zh: '找不到该地点', en: 'There is no such place' },
  'nonconformity.no-such-person': { zh: '找不到该人员', en: 'There is no such person' },
  'nonconformity.clause-form': {
    zh: '条款写成 9.1.1 或 A.9.2 这样的编号',
    en: 'Write a clause as its number, such as 9.1.1 or A.9.2',
  },
  'nonconformity.raised-already': {
    zh: '该记录已登记为不符合 {number}',
    en: 'Nonconformity {number} was raised from this record already',
  },
  'nonconformity.understated': {
    zh: '偏差 {size} % 达到重大偏差的界限 {limit} %，应登记为严重不符合（9.1.1）',
    en: 'A deviation of {size} % reaches the limit of {limit} % for major ones, so it is raised as major (9.1.1)',
  },
  'nonconformity.found-later': {
    zh: '“{name}”的发现日期不能晚于今天',
    en: '“{name}” cannot have been found after today',
  },
  'nonconformity.before-it-was-found': {
    zh: '{number} 的纠正日期早于发现日期',
    en: '{number} was corrected before it was found',
  },
  'nonconformity.closed': {
    zh: '{number} 已结束，内容不再改动；如有新情况请说明理由后重新打开（10.2）',
    en: '{number} has ended and stays as it is; reopen it with a reason if there is news (10.2)',
  },
  'nonconformity.past-this-step': {
    zh: '{number} 目前的步骤不能填写这一部分',
    en: 'This part of {number} cannot be written at its present step',
  },
  'nonconformity.cannot': {
    zh: '{number} 目前的状态不允许这一步',
    en: '{number} has not reached the state for this step, or has passed it',
  },
  'nonconformity.not-closed': { zh: '{number} 尚未关闭', en: '{number} is not closed' },
  'nonconformity.own-work': {
    zh: '{number} 的措施由你实施，效果须由另一人验证（10.2 d）',
    en: 'You carried the actions of {number}; somebody else has to check their effect (10.2 d)',
  },
  'nonconformity.alone-without-reason': {
    zh: '只有一名用户时可以验证自己的措施，但须写明理由，理由会列入报告',
    en: 'Who is alone may check their own actions, but says why; the reason stands in the report',
  },
  'nonconformity.action-settled': {
    zh: '措施“{name}”已完成或取消',
    en: 'The action “{name}” is done or dropped',
  },
  'nonconformity.action-open': { zh: '措施“{name}”还在进行', en: 'The action “{name}” is still open' },
  'nonconformity.action-under-way': {
    zh: '措施“{name}”已经开始实施，不能删除，可以说明理由后取消',
    en: 'The action “{name}” is under way; it is dropped with a reason, not removed',
  },
  'nonconformity.action-not-planned': {
    zh: '先确认措施计划，再登记“{name}”的完成情况',
    en: 'Settle the plan first, then record that “{name}” is done',
  },
  'nonconformity.done-later': {
    zh: '“{name}”的完成日期不能晚于今天',
    en: '“{name}” cannot have been done after today',
  },
  'nonconformity.idea-decided': {
    zh: '{number} 已有决定，不再修改',
    en: '{number} was decided and stays as it is',
  },
  'nonconformity.idea-cannot': {
    zh: '{number} 目前的状态不允许这一步',
    en: '{number} has not reached the state for this step, or has passed it',
  },
  'nonconformity.refusal-needs-reason': {
    zh: '不采纳时须写明理由',
    en: 'A refused suggestion needs a reason',
  },
  'nonconformity.acceptance-needs-owner': {
    zh: '采纳时须指定负责人和期限',
    en: 'An accepted suggestion needs an owner and a date',
  },

  'nonconformity.lacks.correction': {
    zh: '{number} 还没有写明当时采取的纠正（10.2 a）',
    en: '{number} does not yet say what was done at once to correct it (10.2 a)',
  },
  'nonconformity.lacks.corrected-by': {
    zh: '{number} 还没有写明由谁、在哪一天纠正',
    en: '{number} does not yet say who corrected it and on which day',
  },
  'nonconformity.lacks.owner': { zh: '{number} 还没有负责人', en: '{number} has no owner yet' },
  'nonconformity.lacks.consequences': {
    zh: '{number} 还没有写明后果：影响了哪些报告、声明和数据（10.2 a）',
    en: '{number} does not yet say its consequences: which reports, claims and data it touched (10.2 a)',
  },
  'nonconformity.lacks.whys': {
    zh: '{number} 是严重不符合，至少追问两层“为什么”（10.2 b）',
    en: '{number} is major: ask “why?” at least twice (10.2 b)',
  },
  'nonconformity.lacks.root-cause': {
    zh: '{number} 还没有写明根本原因（10.2 b）',
    en: '{number} does not yet name its root cause (10.2 b)',
  },
  'nonconformity.lacks.review': {
    zh: '{number} 还没有写明由谁、在哪一天评审（10.2 b）',
    en: '{number} does not yet say who reviewed it and on which day (10.2 b)',
  },
  'nonconformity.lacks.similar': {
    zh: '{number} 还没有写明是否查过类似问题（10.2 b）',
    en: '{number} does not yet say whether similar trouble was looked for (10.2 b)',
  },
  'nonconformity.lacks.decision': {
    zh: '{number} 还没有判断是否需要消除原因，并写明理由（10.2 b）',
    en: '{number} does not yet say, with a reason, whether its causes need to be removed (10.2 b)',
  },
  'nonconformity.lacks.action': {
    zh: '{number} 还没有纠正措施',
    en: '{number} has no corrective action yet',
  },
  'nonconformity.lacks.action-owner': {
    zh: '{number} 有措施缺少负责人或期限',
    en: 'An action of {number} lacks its owner or its date',
  },
  'nonconformity.lacks.check-on': {
    zh: '{number} 还没有定下哪一天起验证效果',
    en: '{number} has no day yet from which its effect can be checked',
  },
  'nonconformity.lacks.done': { zh: '{number} 还有措施没有完成', en: 'An action of {number} is still open' },
  'nonconformity.lacks.any-done': {
    zh: '{number} 没有一项措施完成',
    en: 'None of the actions of {number} was done',
  },
  'nonconformity.lacks.check-day': {
    zh: '{number} 从 {on} 起才能看出效果',
    en: 'The effect of {number} can be seen from {on} on',
  },
  'nonconformity.lacks.effect': {
    zh: '{number} 的效果还没有由他人验证，不能关闭（10.2 d）',
    en: 'The effect of {number} has not been checked by somebody else; it cannot be closed (10.2 d)',
  },
  'nonconformity.lacks.evidence': {
    zh: '{number} 还没有附上证据文件，不能关闭（10.2）',
    en: '{number} has no file as its evidence; it cannot be closed (10.2)',
  },
  'nonconformity.lacks.system-change': {
    zh: '{number} 还没有写明管理体系是否要修改（10.2 e）',
    en: '{number} does not yet say whether the management system has to change (10.2 e)',
  },
  'nonconformity.lacks.similar-checked': {
    zh: '{number} 列出的类似情况还没有全部查过（10.2 b）',
    en: 'Not all of the similar cases listed in {number} have been checked (10.2 b)',
  },

  'nonconformity.kind.case': { zh: '不符合', en: 'Nonconformity' },
  'nonconformity.kind.improvement': { zh: '改进建议', en: 'Suggestion' },
  'nonconformity.signal.none': {
    zh: '不符合登记中还没有记录',
    en: 'No nonconformity is on record yet',
  },
  'nonconformity.signal.late': {
    zh: '{count} 项不符合已过关闭期限',
    en: '{count} nonconformities are past the day on which they were to be closed',
  },
  'nonconformity.signal.in-time': {
    zh: '登记不符合 {count} 项，处理中 {open} 项，均未逾期',
    en: '{count} nonconformities on record, {open} of them open, none late',
  },
  'nonconformity.signal.actions-late': {
    zh: '{count} 项不符合的纠正措施已逾期',
    en: 'Corrective actions of {count} nonconformities are late',
  },
  'nonconformity.signal.no-effect': {
    zh: '还没有一项纠正措施经过效果验证',
    en: 'No corrective action has had its effect checked yet',
  },
  'nonconformity.signal.effective': {
    zh: '{count} 项不符合的措施已由他人验证有效',
    en: 'The actions of {count} nonconformities were checked by somebody else and had effect',
  },
  'nonconformity.signal.no-idea': {
    zh: '还没有一项改进建议作出决定',
    en: 'No suggestion for improvement has been decided yet',
  },
  'nonconformity.signal.ideas-wait': {
    zh: '{count} 项改进建议逾期未答复',
    en: '{count} suggestions wait past their day for an answer',
  },
  'nonconformity.signal.decided': {
    zh: '{count} 项改进建议已有决定和理由',
    en: '{count} suggestions were decided, with reasons',
  },

  'nonconformity.review.counts': {
    zh: '期间新增 {found} 项（严重 {major} 项），关闭 {closed} 项，验证有效 {effective} 项；目前处理中 {open} 项，逾期 {late} 项，返工 {again} 次',
    en: 'Found in the period: {found}, {major} of them major; closed: {closed}; effect shown: {effective}. Now open: {open}, late: {late}, begun anew: {again}',
  },
  'nonconformity.review.open-case': {
    zh: '{number} {title}，期限 {due}',
    en: '{number} {title}, due {due}',
  },
  'nonconformity.review.found': { zh: '每月发现的不符合', en: 'Nonconformities found each month' },
  'nonconformity.review.closed': { zh: '每月关闭的不符合', en: 'Nonconformities closed each month' },
  'nonconformity.review.idea-proposed': {
    zh: '{number} {title}：待决定；预期效果 {benefit}；投入 {cost}',
    en: '{number} {title}: waits for a decision; expected: {benefit}; cost: {cost}',
  },
  'nonconformity.review.idea-accepted': {
    zh: '{number} {title}：已采纳；预期效果 {benefit}；投入 {cost}',
    en: '{number} {title}: accepted; expected: {benefit}; cost: {cost}',
  },
  'nonconformity.review.idea-refused': {
    zh: '{number} {title}：未采纳，理由：{reason}',
    en: '{number} {title}: refused, because: {reason}',
  },
  'nonconformity.review.idea-done': {
    zh: '{number} {title}：已完成；{effect}',
    en: '{number} {title}: done; {effect}',
  },
  'nonconformity.review.idea-judged': {
    zh: '{number} {title}：已评价；{effect}',
    en: '{number} {title}: judged; {effect}',
  },
  'nonconformity.review.ideas-proposed': { zh: '每年提出的建议', en: 'Suggestions made each year' },
  'nonconformity.review.ideas-done': { zh: '每年落实的建议', en: 'Suggestions carried out, by year made' },

  'nonconformity.task.contain': {
    zh: '控制并纠正 {number}：{title}',
    en: 'Contain and correct {number}: {title}',
  },
  'nonconformity.task.close': { zh: '关闭 {number}：{title}', en: 'Close {number}: {title}' },
  'nonconformity.task.check': {
    zh: '验证 {number} 的效果：{title}',
    en: 'Check the effect of {number}: {title}',
  },
  'nonconformity.task.act': {
    zh: '实施 {number} 的措施：{title}',
    en: 'Carry out an action of {number}: {title}',
  },
  'nonconformity.task.answer': {
    zh: '答复建议 {number}：{title}',
    en: 'Answer the suggestion {number}: {title}',
  },
  'nonconformity.task.improve': {
    zh: '落实改进 {number}：{title}',
    en: 'Carry out the improvement {number}: {title}',
  },

  'nonconformity.did.raise': { zh: '登记不符合', en: 'Raised a nonconformity' },
  'nonconformity.did.changeFacts': { zh: '修改不符合事实', en: 'Put right what was found' },
  'nonconformity.did.keepContainment': { zh: '填写纠正和后果', en: 'Wrote the correction and consequences' },
  'nonconformity.did.keepCause': { zh: '填写原因分析', en: 'Wrote the cause analysis' },
  'nonconformity.did.keepCheckDay': { zh: '定下效果验证日期', en: 'Set the day of the effect check' },
  'nonconformity.did.keepOutcome': { zh: '填写体系修改', en: 'Wrote the change of the system' },
  'nonconformity.did.addAction': { zh: '新增纠正措施', en: 'Added a corrective action' },
  'nonconformity.did.changeAction': { zh: '修改纠正措施', en: 'Changed a corrective action' },
  'nonconformity.did.removeAction': { zh: '删除纠正措施', en: 'Removed a corrective action' },
  'nonconformity.did.finishAction': { zh: '登记措施完成', en: 'Recorded an action as done' },
  'nonconformity.did.dropAction': { zh: '取消纠正措施', en: 'Dropped a corrective action' },
  'nonconformity.did.resumeAction': { zh: '恢复纠正措施', en: 'Opened an action again' },
  'nonconformity.did.advance': { zh: '推进不符合处理', en: 'Led a nonconformity on' },
  'nonconformity.did.checkEffect': { zh: '验证措施效果', en: 'Checked the effect' },
  'nonconformity.did.close': { zh: '关闭不符合', en: 'Closed a nonconformity' },
  'nonconformity.did.reopen': { zh: '重新打开不符合', en: 'Reopened a nonconformity' },
  'nonconformity.did.withdraw': { zh: '撤销不符合', en: 'Withdrew a nonconformity' },
  'nonconformity.did.setSettings': { zh: '修改处理期限和界限', en: 'Changed limits and days' },
  'nonconformity.did.print': { zh: '打印不符合报告', en: 'Printed a nonconformity report' },
  'nonconformity.did.suggest': { zh: '提出改进建议', en: 'Made a suggestion' },
  'nonconformity.did.changeSuggestion': { zh: '修改改进建议', en: 'Changed a suggestion' },
  'nonconformity.did.withdrawSuggestion': { zh: '撤回改进建议', en: 'Withdrew a suggestion' },
  'nonconformity.did.decideImprovement': { zh: '决定改进建议', en: 'Decided a suggestion' },
  'nonconformity.did.finishImprovement': { zh: '登记改进完成', en: 'Recorded an improvement as done' },
  'nonconformity.did.resumeImprovement': { zh: '恢复改进', en: 'Opened an improvement again' },
  'nonconformity.did.judgeImprovement': { zh: '评价改进效果', en: 'Judged an improvement' },
  'nonconformity.table.cases': { zh: '不符合', en: 'nonconformities' },
  'nonconformity.table.actions': { zh: '纠正措施', en: 'corrective actions' },
  'nonconformity.table.improvements': { zh: '改进建议', en: 'suggestions' },
  'nonconformity.table.settings': { zh: '不符合的期限和界限', en: 'limits and days' },
  'nonconformity.effect-signed': { zh: '检查措施有效性', en: 'Checked the effect' },
  'nonconformity.closing-signed': { zh: '关闭不符合', en: 'Closed the nonconformity' },
  'nonconformity.improvement-decided': { zh: '决定改进建议', en: 'Decided on the improvement' },
  'nonconformity.improvement-judged': { zh: '评价改进效果', en: 'Judged the improvement' },
} satisfies Record<`nonconformity.${string}`, Wording>
