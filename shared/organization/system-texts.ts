import type { Wording } from '#shared/kernel/texts'

/** What the trail, tasks, signals and reviews say of context, leadership and responsibilities. */
export const systemTexts = {
  'organization.kind.issue': { zh: '内外部因素', en: 'Issue' },
  'organization.kind.strategy': { zh: '策略', en: 'Strategy' },
  'organization.kind.party': { zh: '相关方', en: 'Interested party' },
  'organization.kind.need': { zh: '相关方需求', en: 'Need' },
  'organization.kind.boundary': { zh: '组织边界', en: 'Boundary' },
  'organization.kind.policy': { zh: '方针', en: 'Policy' },
  'organization.kind.scope': { zh: '体系范围', en: 'Scope' },
  'organization.kind.commitment': { zh: '领导承诺', en: 'Commitment' },
  'organization.kind.body': { zh: '碳管理机构', en: 'Body' },
  'organization.kind.post': { zh: '岗位', en: 'Post' },
  'organization.kind.appointment': { zh: '任命', en: 'Appointment' },
  'organization.kind.rule': { zh: '制度', en: 'Rule document' },
  'organization.task.review-issue': { zh: '复核内外部因素“{title}”', en: 'Review the issue “{title}”' },
  'organization.task.review-party': { zh: '复核相关方“{title}”的需求', en: 'Review what “{title}” needs' },
  'organization.task.review-policy': { zh: '评审方针“{title}”', en: 'Review the policy “{title}”' },
  'organization.task.review-scope': { zh: '评审体系范围“{title}”', en: 'Review the scope “{title}”' },
  'organization.task.approve-policy': {
    zh: '批准或退回方针“{title}”第 {number} 版',
    en: 'Approve or send back version {number} of the policy “{title}”',
  },
  'organization.task.approve-scope': {
    zh: '批准或退回体系范围第 {number} 版',
    en: 'Approve or send back version {number} of the scope',
  },
  'organization.task.mend': { zh: '修改被退回的“{title}”', en: 'Mend “{title}”, which was sent back' },
  'organization.task.outdated-policy': {
    zh: '组织环境有变化，评审方针“{title}”',
    en: 'The context has changed: review the policy “{title}”',
  },
  'organization.task.outdated-scope': {
    zh: '边界或子体系有变化，更新体系范围',
    en: 'Boundary or subsystems have changed: renew the scope',
  },
  'organization.task.read': { zh: '阅读并确认方针“{title}”', en: 'Read and confirm the policy “{title}”' },
  'organization.task.take-on': {
    zh: '确认任命“{title}”（{number}）',
    en: 'Take on the appointment “{title}” ({number})',
  },
  'organization.task.succeed': {
    zh: '“{title}”的任命将到期，确定接任人',
    en: 'The appointment to “{title}” ends: name who follows',
  },
  'organization.signal.context': {
    zh: '已登记因素 {count} 项、策略 {strategies} 项，均在复核期内',
    en: 'Issues: {count}, strategies: {strategies}, none overdue for review',
  },
  'organization.signal.context-one-sided': {
    zh: '内部或外部因素还没有登记',
    en: 'Internal or external issues are not entered',
  },
  'organization.signal.context-late': {
    zh: '{count} 项因素逾期未复核',
    en: 'Issues overdue for review: {count}',
  },
  'organization.signal.no-parties': { zh: '还没有登记相关方', en: 'No interested party is entered' },
  'organization.signal.parties': {
    zh: '已登记相关方 {count} 个，均在复核期内',
    en: 'Parties: {count}, none overdue for review',
  },
  'organization.signal.parties-late': {
    zh: '{count} 个相关方逾期未复核',
    en: 'Parties overdue for review: {count}',
  },
  'organization.signal.needs-decided': {
    zh: '每项需求都已确定是否作为合规义务',
    en: 'Of every need it is decided whether it is an obligation',
  },
  'organization.signal.needs-open': {
    zh: '{open} 项需求未确定是否作为义务，{unmade} 项尚未建立义务',
    en: 'Needs not decided: {open}; obligations not made yet: {unmade}',
  },
  'organization.signal.policy': {
    zh: '第 {number} 版方针自 {on} 起有效，{review} 前评审',
    en: 'Policy version {number} in force since {on}, review by {review}',
  },
  'organization.signal.policy-late': {
    zh: '方针应于 {review} 前评审，已逾期',
    en: 'The policy was to be reviewed by {review}',
  },
  'organization.signal.policy-outdated': {
    zh: '组织环境有变化，方针尚未评审',
    en: 'The context has changed and the policy was not reviewed',
  },
  'organization.signal.no-policy.core': {
    zh: '没有已批准的碳管理方针',
    en: 'No approved carbon management policy',
  },
  'organization.signal.no-policy.emission': {
    zh: '没有已批准的碳排放方针',
    en: 'No approved emission policy',
  },
  'organization.signal.no-policy.trading': { zh: '没有已批准的碳交易方针', en: 'No approved trading policy' },
  'organization.signal.no-policy.asset': { zh: '没有已批准的碳资产方针', en: 'No approved asset policy' },
  'organization.signal.no-policy.neutrality': {
    zh: '没有已批准的碳中和方针',
    en: 'No approved neutrality policy',
  },
  'organization.signal.policy-told': {
    zh: '方针已在内部发布，人人已确认',
    en: 'Made known inside and confirmed by all',
  },
  'organization.signal.policy-untold': { zh: '方针没有内部发布记录', en: 'Not made known inside' },
  'organization.signal.policy-unread': {
    zh: '方针已发布，{unread} 人未确认',
    en: 'Made known; not confirmed by {unread}',
  },
  'organization.signal.policy-covers': {
    zh: '方针写明覆盖的活动、产品和服务，并与边界第 {number} 版核对过',
    en: 'Says which activities, products and services it covers, and was looked at with boundary {number}',
  },
  'organization.signal.policy-covers-nothing': {
    zh: '方针没有写明覆盖哪些活动、产品和服务',
    en: 'Does not say which activities, products and services it covers',
  },
  'organization.signal.policy-covers-other': {
    zh: '边界在方针批准或评审之后有变动，或还没有生效的边界',
    en: 'The boundary changed since the policy was approved or reviewed, or none is in force',
  },
  'organization.signal.no-outside': { zh: '没有外部机构参与', en: 'No body from outside takes part' },
  'organization.signal.outside': {
    zh: '{count} 个外部机构参与，合同、保密和数据范围齐全',
    en: 'Bodies from outside: {count}, each with its contract, secrecy and data',
  },
  'organization.signal.outside-open': {
    zh: '外部机构{names}缺少合同、保密约定或可查看的数据范围',
    en: 'Contract, secrecy or data are not settled with {names}',
  },
  'organization.signal.policy-public': { zh: '方针已对外公开', en: 'Available to interested parties' },
  'organization.signal.policy-inside': {
    zh: '方针没有对外公开记录',
    en: 'Not made available to interested parties',
  },
  'organization.signal.boundary': {
    zh: '第 {number} 版边界自 {on} 起有效',
    en: 'Boundary version {number} in force since {on}',
  },
  'organization.signal.no-boundary': { zh: '没有现行有效的边界', en: 'No boundary is in force' },
  'organization.signal.all-watched': {
    zh: '边界内的设施都登记了排放源',
    en: 'Every facility inside the boundary has sources',
  },
  'organization.signal.unwatched': {
    zh: '边界内 {count} 个设施没有登记排放源：{names}',
    en: 'Facilities inside the boundary without a source: {count} ({names})',
  },
  'organization.signal.subsystems-decided': {
    zh: '四个子体系是否采用均已确定',
    en: 'All four subsystems are decided on',
  },
  'organization.signal.subsystems-open': {
    zh: '{count} 个子体系是否采用未确定',
    en: 'Subsystems not decided on: {count}',
  },
  'organization.signal.scope': {
    zh: '第 {number} 版范围文件自 {on} 起有效',
    en: 'Scope version {number} in force since {on}',
  },
  'organization.signal.scope-outdated': {
    zh: '边界或子体系已变，范围文件未更新',
    en: 'Boundary or subsystems have changed since the scope was approved',
  },
  'organization.signal.no-scope': { zh: '没有已批准的范围文件', en: 'No approved scope document' },
  'organization.signal.commitment': { zh: '已发布的承诺 {count} 项', en: 'Published commitments: {count}' },
  'organization.signal.no-commitment': {
    zh: '没有已发布的承诺对应此要求',
    en: 'No published commitment serves it',
  },
  'organization.signal.posts-held': {
    zh: '{asked} 个必设岗位都有任职人',
    en: 'All {asked} required posts are held',
  },
  'organization.signal.posts-vacant': {
    zh: '{asked} 个必设岗位中 {vacant} 个空缺',
    en: 'Of {asked} required posts, vacant: {vacant}',
  },
  'organization.signal.post-held': { zh: '岗位已有任职人', en: 'The post is held' },
  'organization.signal.post-vacant': { zh: '岗位空缺', en: 'The post is vacant' },
  'organization.signal.duty-held': { zh: '由 {count} 个岗位承担', en: 'Posts that hold it: {count}' },
  'organization.signal.duty-vacant': { zh: '无人承担', en: 'Nobody holds it' },
  'organization.signal.body': {
    zh: '碳管理执行机构 {count} 个',
    en: 'Bodies that carry out carbon management: {count}',
  },
  'organization.signal.no-body': {
    zh: '还没有明确碳管理执行机构',
    en: 'No body carries out carbon management',
  },
  'organization.review-input.issues': {
    zh: '现行内外部因素 {count} 项，其中 {late} 项逾期未复核',
    en: 'Current issues: {count}; overdue for review: {late}',
  },
  'organization.review-input.new-strength': { zh: '新识别的优势：{title}', en: 'New strength: {title}' },
  'organization.review-input.new-weakness': { zh: '新识别的劣势：{title}', en: 'New weakness: {title}' },
  'organization.review-input.new-opportunity': {
    zh: '新识别的机会：{title}',
    en: 'New opportunity: {title}',
  },
  'organization.review-input.new-threat': { zh: '新识别的威胁：{title}', en: 'New threat: {title}' },
  'organization.review-input.gone-strength': {
    zh: '不再适用的优势：{title}',
    en: 'No longer a strength: {title}',
  },
  'organization.review-input.gone-weakness': {
    zh: '不再适用的劣势：{title}',
    en: 'No longer a weakness: {title}',
  },
  'organization.review-input.gone-opportunity': {
    zh: '不再适用的机会：{title}',
    en: 'No longer an opportunity: {title}',
  },
  'organization.review-input.gone-threat': {
    zh: '不再适用的威胁：{title}',
    en: 'No longer a threat: {title}',
  },
  'organization.review-input.strategy': {
    zh: '{kind} 策略：{statement}',
    en: 'Strategy {kind}: {statement}',
  },
  'organization.review-input.parties': {
    zh: '相关方 {count} 个，需求 {needs} 项，逾期未复核 {late} 个',
    en: 'Parties: {count}; needs: {needs}; overdue for review: {late}',
  },
  'organization.review-input.needs-open': {
    zh: '{count} 项需求尚未确定是否作为合规义务',
    en: 'Needs not decided on: {count}',
  },
  'organization.review-input.party': { zh: '{name}：{needs}', en: '{name}: {needs}' },
  'organization.review-input.policy': {
    zh: '“{title}”第 {number} 版，自 {on} 起有效，下次评审 {review}',
    en: '“{title}”, version {number}, in force since {on}, next review {review}',
  },
  'organization.review-input.policy-text': { zh: '{text}', en: '{text}' },
  'organization.review-input.policy-outdated': {
    zh: '组织环境在批准或上次评审后有变化',
    en: 'The context has changed since it was approved or reviewed',
  },
  'organization.review-input.policy-reviewed-keep': {
    zh: '{on} 评审，维持不变：{conclusion}',
    en: 'Reviewed on {on}, kept: {conclusion}',
  },
  'organization.review-input.policy-reviewed-change': {
    zh: '{on} 评审，需要修改：{conclusion}',
    en: 'Reviewed on {on}, to be changed: {conclusion}',
  },
} satisfies Record<`organization.${string}`, Wording>
