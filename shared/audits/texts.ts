import type { Wording } from '#shared/kernel/texts'

/** Refusals, findings, states and the words that pages and papers share. */
export const auditsTexts = {
  'audits.unknown-audit': { zh: '找不到这次审核。', en: 'There is no such audit.' },
  'audits.unknown-item': { zh: '找不到这个检查项。', en: 'There is no such question.' },
  'audits.unknown-programme': { zh: '找不到这个审核方案。', en: 'There is no such audit programme.' },
  'audits.unknown-planned': { zh: '方案里没有这次审核。', en: 'The programme has no such audit.' },
  'audits.unknown-session': { zh: '日程里没有这一场。', en: 'The timetable has no such session.' },
  'audits.unknown-person': { zh: '找不到所选的人员。', en: 'There is no such person.' },
  'audits.unknown-node': { zh: '找不到所选的场所。', en: 'There is no such place.' },
  'audits.cannot': {
    zh: '审核 {number} 目前的状态不允许这一步。计划批准之前不能开始检查，报告签发之后不能再改。',
    en: 'Audit {number} is not at this step: nothing is answered before its plan is approved, and nothing changes after its report is signed.',
  },
  'audits.plan-approved': {
    zh: '审核 {number} 的计划已批准。要修改，请先退回草稿。',
    en: 'The plan of audit {number} is approved. To change it, take it back to a draft first.',
  },
  'audits.plan-incomplete': {
    zh: '审核 {number} 的计划还缺 {missing} 项，不能批准。',
    en: 'The plan of audit {number} still lacks {missing} points and cannot be approved.',
  },
  'audits.unjustified': {
    zh: '审核 {number}：{names} 可能审核自己的工作，须先写明理由。',
    en: 'Audit {number}: {names} may be auditing own work. Say why before approving.',
  },
  'audits.no-conflict': { zh: '没有这样的公正性提示。', en: 'There is no such conflict of interest.' },
  'audits.not-in-team': { zh: '{name} 不在审核组里。', en: '{name} is not in the audit team.' },
  'audits.leader-leads': {
    zh: '{name} 已是组长，不必再加入成员。',
    en: '{name} leads the audit already.',
  },
  'audits.ends-first': { zh: '结束日期早于开始日期。', en: 'The audit would end before it begins.' },
  'audits.session-ends-first': {
    zh: '结束时间应晚于开始时间。',
    en: 'The session must end after it begins.',
  },
  'audits.no-requirements': {
    zh: '审核 {number} 的范围内没有任何要求，请放宽范围。',
    en: 'Nothing is required within the scope of audit {number}. Please widen it.',
  },
  'audits.asks-back': {
    zh: '条款 {clause} 这一行只是建议或允许，不是强制要求。是否应记为观察项？仍要记为不符合，请确认。',
    en: 'This row of clause {clause} is advice or a permission, not a demand. Should it be an observation? Confirm to record a nonconformity all the same.',
  },
  'audits.no-finding': {
    zh: '条款 {clause} 这一项没有判为不符合或观察项。',
    en: 'This question of clause {clause} was not answered as a finding.',
  },
  'audits.finding-without-fact': {
    zh: '条款 {clause}：请先写明看到的事实，再转成不符合。',
    en: 'Clause {clause}: write down what was seen before raising a nonconformity.',
  },
  'audits.not-reported': {
    zh: '审核 {number} 的报告尚未签发，可以直接修改答案。',
    en: 'The report of audit {number} is not signed yet; change the answer itself.',
  },
  'audits.not-answered': { zh: '这一项没有答案可更正。', en: 'There is no answer to correct.' },
  'audits.report-signed': {
    zh: '审核 {number} 的报告已签发，不能再改；如有错误，请对该项作更正。',
    en: 'The report of audit {number} is signed and stays as it is. Correct single answers instead.',
  },
  'audits.report-incomplete': {
    zh: '审核 {number} 的报告还缺 {missing} 项，不能签发。',
    en: 'The report of audit {number} still lacks {missing} points and cannot be signed.',
  },
  'audits.only-leader': {
    zh: '审核 {number} 的报告只能由审核组长签发。',
    en: 'Only the leader signs the report of audit {number}.',
  },
  'audits.signed-for-reason': {
    zh: '您不是审核 {number} 的组长，请写明为何由您签发。',
    en: 'You do not lead audit {number}. Say why you sign its report.',
  },
  'audits.not-to-send': {
    zh: '审核 {number}：计划批准后才能发计划，报告签发后才能发报告。',
    en: 'Audit {number}: a plan is sent once approved, a report once signed.',
  },
  'audits.not-your-receipt': { zh: '这份签收不是发给您的。', en: 'This was not sent to you.' },
  'audits.acknowledges-alone': {
    zh: '{name} 有账号，请由本人签收。',
    en: '{name} has an account and acknowledges it in person.',
  },
  'audits.open-cases': {
    zh: '审核 {number} 还有 {count} 个不符合未关闭：{cases}。',
    en: 'Audit {number} still has {count} open nonconformities: {cases}.',
  },
  'audits.never-sent': {
    zh: '审核 {number} 的报告还没有发给任何部门。',
    en: 'The report of audit {number} was not sent to anybody yet.',
  },
  'audits.unreceived': {
    zh: '审核 {number} 的报告还有 {count} 人未签收。',
    en: '{count} people have not acknowledged the report of audit {number} yet.',
  },
  'audits.programme-twice': { zh: '{year} 年已有审核方案。', en: '{year} already has a programme.' },
  'audits.programme-approved': {
    zh: '{year} 年审核方案已批准，没有新的修改。',
    en: 'The programme of {year} is approved and unchanged.',
  },
  'audits.programme-incomplete': {
    zh: '{year} 年审核方案还有 {missing} 个必备部分没有写。',
    en: 'The programme of {year} still lacks {missing} of its required parts.',
  },
  'audits.programme-empty': {
    zh: '{year} 年审核方案里还没有安排任何审核。',
    en: 'The programme of {year} sets down no audit yet.',
  },
  'audits.planned-begun': {
    zh: '“{title}”已经有审核，不能删除，也不能再建一次。',
    en: 'An audit was begun for “{title}” already.',
  },
  'audits.planned-elsewhere': {
    zh: '{month} 不在 {year} 年内。',
    en: '{month} is not in {year}.',
  },
  'audits.sample-too-large': {
    zh: '样本量不能超过总数。',
    en: 'The sample cannot be larger than what it is drawn from.',
  },

  'audits.gap-purpose': { zh: '没有写审核目的', en: 'The purpose is not stated' },
  'audits.gap-criteria': { zh: '没有选审核依据', en: 'No criteria are chosen' },
  'audits.gap-leader': { zh: '没有指定组长', en: 'No leader is named' },
  'audits.gap-days': { zh: '没有定审核日期', en: 'The days are not fixed' },
  'audits.gap-schedule': { zh: '没有日程安排', en: 'There is no timetable' },
  'audits.gap-checklist': { zh: '没有生成检查表', en: 'There is no checklist' },
  'audits.gap-methods': { zh: '没有写审核方法', en: 'The methods are not stated' },
  'audits.gap-criterion': {
    zh: '审核依据“{title}”写的是版本 {version}，现行版本是 {now}',
    en: 'The criterion “{title}” is named in version {version}; the current one is {now}',
  },
  'audits.gap-competence': {
    zh: '{name} 没有能力记录，也没有写明能力',
    en: 'Nothing shows that {name} is able to audit this',
  },
  'audits.gap-session-auditor': {
    zh: '{on} {department} 这一场没有审核员',
    en: 'Nobody audits {department} on {on}',
  },
  'audits.gap-session-day': {
    zh: '{on} {department} 这一场不在审核期间内',
    en: 'The session with {department} on {on} is outside the days of the audit',
  },
  'audits.gap-department': {
    zh: '范围里的 {department} 没有排进日程',
    en: '{department} is in scope but not in the timetable',
  },
  'audits.report-gap.course': { zh: '没有写审核过程', en: 'How the audit went is not told' },
  'audits.report-gap.performance': {
    zh: '没有对碳绩效是否改进下结论',
    en: 'Nothing is concluded on carbon performance',
  },
  'audits.report-gap.conformity': { zh: '没有对符合性下结论', en: 'Nothing is concluded on conformity' },
  'audits.report-gap.effectiveness': {
    zh: '没有对有效落实和保持下结论',
    en: 'Nothing is concluded on effectiveness',
  },
  'audits.report-gap.conclusion': {
    zh: '没有写总结论和理由',
    en: 'There is no overall conclusion with its reasons',
  },
  'audits.report-gap.fact': {
    zh: '条款 {clause} 的发现没有写事实',
    en: 'The finding on clause {clause} does not say what was seen',
  },
  'audits.report-gap.evidence': {
    zh: '条款 {clause} 的发现没有证据（记录、照片，或谈话、现场、记录的说明）',
    en: 'The finding on clause {clause} rests on no evidence',
  },
  'audits.report-gap.raised': {
    zh: '条款 {clause} 的不符合还没有转成不符合项',
    en: 'The finding on clause {clause} was not raised as a nonconformity',
  },
  'audits.report-gap.left': {
    zh: '还有 {left} 条强制要求没有看',
    en: '{left} mandatory requirements were not looked at',
  },
  'audits.report-gap.site': {
    zh: '没有一项依据是现场观察：是否只看了文件？',
    en: 'Nothing rests on what was seen on site: were only papers looked at?',
  },

  'audits.state.draft': { zh: '计划草稿', en: 'Draft plan' },
  'audits.state.approved': { zh: '计划已批准', en: 'Plan approved' },
  'audits.state.running': { zh: '进行中', en: 'Running' },
  'audits.state.reported': { zh: '报告已签发', en: 'Reported' },
  'audits.state.closed': { zh: '已关闭', en: 'Closed' },
  'audits.state.cancelled': { zh: '已取消', en: 'Cancelled' },
  'audits.programme-state.draft': { zh: '草稿', en: 'Draft' },
  'audits.programme-state.approved': { zh: '已批准', en: 'Approved' },
  'audits.kind.audit': { zh: '内部审核', en: 'Internal audit' },
  'audits.kind.item': { zh: '审核检查项', en: 'Audit question' },
  'audits.kind.programme': { zh: '审核方案', en: 'Audit programme' },

  'audits.verdict.conforming': { zh: '符合', en: 'Conforming' },
  'audits.verdict.minor': { zh: '一般不符合', en: 'Minor' },
  'audits.verdict.major': { zh: '严重不符合', en: 'Major' },
  'audits.verdict.observation': { zh: '观察项', en: 'Observation' },
  'audits.verdict.not-applicable': { zh: '不适用', en: 'Not applicable' },
  'audits.verdict.not-looked-at': { zh: '未看', en: 'Not looked at' },
  'audits.level.shall': { zh: '应', en: 'Shall' },
  'audits.level.shall-not': { zh: '不得', en: 'Shall not' },
  'audits.level.should': { zh: '宜', en: 'Should' },
  'audits.level.should-not': { zh: '不宜', en: 'Should not' },
  'audits.level.may': { zh: '可', en: 'May' },
  'audits.subsystem.core': { zh: '总体', en: 'Core' },
  'audits.subsystem.emission': { zh: '碳排放', en: 'Emissions' },
  'audits.subsystem.trading': { zh: '碳交易', en: 'Trading' },
  'audits.subsystem.asset': { zh: '碳资产', en: 'Carbon assets' },
  'audits.subsystem.neutrality': { zh: '碳中和', en: 'Neutrality' },
  'audits.basis.interview': { zh: '谈话', en: 'Interview' },
  'audits.basis.site': { zh: '现场', en: 'Site' },
  'audits.basis.record': { zh: '记录', en: 'Record' },
  'audits.role.auditor': { zh: '审核员', en: 'Auditor' },
  'audits.role.expert': { zh: '技术专家', en: 'Expert' },
  'audits.role.trainee': { zh: '实习审核员', en: 'Trainee' },
  'audits.role.observer': { zh: '观察员', en: 'Observer' },
  'audits.role.leader': { zh: '组长', en: 'Leader' },
  'audits.importance.high': { zh: '高', en: 'High' },
  'audits.importance.medium': { zh: '中', en: 'Medium' },
  'audits.importance.low': { zh: '低', en: 'Low' },
  'audits.standing.planned': { zh: '待开展', en: 'To come' },
  'audits.standing.overdue': { zh: '逾期', en: 'Overdue' },
  'audits.standing.begun': { zh: '已开始', en: 'Begun' },
  'audits.standing.done': { zh: '已完成', en: 'Done' },
  'audits.obligation.question': {
    zh: '是否遵守“{title}”？凭哪些记录证明？',
    en: 'Is “{title}” complied with, and which records show it?',
  },
  'audits.criterion.standard': { zh: '标准', en: 'Standard' },
  'audits.criterion.document': { zh: '本单位文件', en: 'Own document' },
  'audits.criterion.obligation': { zh: '合规义务', en: 'Obligation' },
  'audits.criterion.objective': { zh: '目标', en: 'Objective' },
  'audits.criterion.other': { zh: '其他', en: 'Other' },
  'audits.part.frequency': { zh: '频次', en: 'How often' },
  'audits.part.methods': { zh: '方法', en: 'Methods' },
  'audits.part.duty': { zh: '职责', en: 'By whom' },
  'audits.part.planning': { zh: '策划和准备', en: 'Planning and preparation' },
  'audits.part.reporting': { zh: '报告', en: 'Reporting' },
  'audits.conclude.course': { zh: '审核过程', en: 'How the audit went' },
  'audits.conclude.performance': { zh: '碳绩效改进情况', en: 'Improvement of carbon performance' },
  'audits.conclude.conformity': {
    zh: '符合性：本单位要求、方针目标指标、标准',
    en: 'Conformity with own requirements, with policy and objectives, and with the standard',
  },
  'audits.conclude.effectiveness': {
    zh: '有效落实和保持情况',
    en: 'Whether the system is carried out and kept',
  },
  'audits.conclude.conclusion': { zh: '结论和理由', en: 'Conclusion and its reasons' },

  'audits.plan-signed': { zh: '批准审核计划', en: 'Approved the audit plan' },
  'audits.report-signed-by': { zh: '签发审核报告', en: 'Signed the audit report' },
  'audits.programme-signed': { zh: '批准审核方案', en: 'Approved the audit programme' },
} satisfies Record<`audits.${string}`, Wording>
