import type { Wording } from '#shared/kernel/texts'

/** The closed lists of responsibilities: posts, duties, requirements served by commitments, rule documents. */
export const responsibilityTexts = {
  'organization.serves.5.1-a': { zh: '确认边界和范围', en: 'Sees that boundary and scope are set' },
  'organization.serves.5.1-b': {
    zh: '建立方针、目标和指标',
    en: 'Sees that policy, objectives and targets exist',
  },
  'organization.serves.5.1-c': { zh: '体系要求融入业务', en: 'Builds requirements into the business' },
  'organization.serves.5.1-d': { zh: '批准并执行措施计划', en: 'Sees action plans approved and carried out' },
  'organization.serves.5.1-e': { zh: '保障资源', en: 'Provides the resources' },
  'organization.serves.5.1-f': { zh: '讲清碳管理的重要性', en: 'Tells why carbon management matters' },
  'organization.serves.5.1-g': { zh: '对预期成效负责', en: 'Answers for the intended results' },
  'organization.serves.5.1-h': { zh: '推动持续改进', en: 'Drives continual improvement' },
  'organization.serves.5.1-i': { zh: '组建碳管理团队', en: 'Forms the carbon team' },
  'organization.serves.5.1-j': { zh: '带动并支持员工', en: 'Directs and supports staff' },
  'organization.serves.5.1-k': { zh: '支持其他管理者', en: 'Supports other managers' },
  'organization.serves.5.1-l': { zh: '绩效参数反映实际', en: 'Sees that indicators reflect performance' },
  'organization.serves.5.1-m': { zh: '识别和应对变化', en: 'Sees that changes are spotted and handled' },
  'organization.serves.5.1-n': {
    zh: '阶段目标与中和方式',
    en: 'Commits to staged targets and the way to neutrality',
  },
  'organization.serves.A.5.1-p1': { zh: '低碳方向', en: 'Sets the low-carbon direction' },
  'organization.serves.A.5.2-p1': { zh: '改进排放绩效', en: 'Improves emission performance' },
  'organization.serves.B.5.1-p1': { zh: '指定碳交易负责人', en: 'Appoints a trading supervisor' },
  'organization.serves.B.5.2-p1': { zh: '改进交易绩效', en: 'Improves trading performance' },
  'organization.serves.B.5.2-p4': { zh: '守信交易的公开承诺', en: 'Commits in public to fair trading' },
  'organization.serves.C.5.1-p1': { zh: '指定碳资产负责人', en: 'Appoints an asset supervisor' },
  'organization.serves.C.5.1-p2': { zh: '参与碳预算', en: 'Takes part in the carbon budget' },
  'organization.serves.C.5.1-a': { zh: '共同制定资产目标', en: 'Sets asset objectives together' },
  'organization.serves.C.5.1-b': { zh: '协同工作的文化', en: 'Fosters working together' },
  'organization.serves.C.5.1-d': { zh: '资产管理路线', en: 'Supports the asset road map' },
  'organization.serves.D.5.1-p1': { zh: '实现碳中和及路径', en: 'Commits to neutrality and its path' },
  'organization.duty.5.3.1-a': {
    zh: '建立、运行、维护和改进体系',
    en: 'Establishes, runs, maintains and improves the system',
  },
  'organization.vacant-duty.5.3.1-a': {
    zh: '职责“建立、运行、维护和改进体系”无人承担（5.3.1 a）',
    en: 'Nobody holds the duty “Establishes, runs, maintains and improves the system” (5.3.1 a)',
  },
  'organization.duty.5.3.1-b': { zh: '保证体系符合标准', en: 'Makes sure that the system conforms' },
  'organization.vacant-duty.5.3.1-b': {
    zh: '职责“保证体系符合标准”无人承担（5.3.1 b）',
    en: 'Nobody holds the duty “Makes sure that the system conforms” (5.3.1 b)',
  },
  'organization.duty.5.3.1-c': { zh: '执行措施计划、改进绩效', en: 'Carries out action plans' },
  'organization.vacant-duty.5.3.1-c': {
    zh: '职责“执行措施计划、改进绩效”无人承担（5.3.1 c）',
    en: 'Nobody holds the duty “Carries out action plans” (5.3.1 c)',
  },
  'organization.duty.5.3.1-d': {
    zh: '定期向最高管理者汇报',
    en: 'Reports to top management at set intervals',
  },
  'organization.vacant-duty.5.3.1-d': {
    zh: '职责“定期向最高管理者汇报”无人承担（5.3.1 d）',
    en: 'Nobody holds the duty “Reports to top management at set intervals” (5.3.1 d)',
  },
  'organization.duty.5.3.1-e': { zh: '制定运行准则和方法', en: 'Sets criteria and methods of operation' },
  'organization.vacant-duty.5.3.1-e': {
    zh: '职责“制定运行准则和方法”无人承担（5.3.1 e）',
    en: 'Nobody holds the duty “Sets criteria and methods of operation” (5.3.1 e)',
  },
  'organization.duty.5.3.2-c-1': {
    zh: '编制低碳规划和配套制度',
    en: 'Draws up the low-carbon plan and rules',
  },
  'organization.vacant-duty.5.3.2-c-1': {
    zh: '职责“编制低碳规划和配套制度”无人承担（5.3.2 c 1）',
    en: 'Nobody holds the duty “Draws up the low-carbon plan and rules” (5.3.2 c 1)',
  },
  'organization.duty.5.3.2-c-2': { zh: '组织体系评审', en: 'Carries out system reviews' },
  'organization.vacant-duty.5.3.2-c-2': {
    zh: '职责“组织体系评审”无人承担（5.3.2 c 2）',
    en: 'Nobody holds the duty “Carries out system reviews” (5.3.2 c 2)',
  },
  'organization.duty.5.3.2-c-3': { zh: '组织内部审核', en: 'Carries out internal audits' },
  'organization.vacant-duty.5.3.2-c-3': {
    zh: '职责“组织内部审核”无人承担（5.3.2 c 3）',
    en: 'Nobody holds the duty “Carries out internal audits” (5.3.2 c 3)',
  },
  'organization.duty.5.3.2-c-4': { zh: '内外部沟通', en: 'Communicates inside and outside' },
  'organization.vacant-duty.5.3.2-c-4': {
    zh: '职责“内外部沟通”无人承担（5.3.2 c 4）',
    en: 'Nobody holds the duty “Communicates inside and outside” (5.3.2 c 4)',
  },
  'organization.duty.5.3.2-c-5': { zh: '碳排放监测和报告', en: 'Monitors and reports emissions' },
  'organization.vacant-duty.5.3.2-c-5': {
    zh: '职责“碳排放监测和报告”无人承担（5.3.2 c 5）',
    en: 'Nobody holds the duty “Monitors and reports emissions” (5.3.2 c 5)',
  },
  'organization.duty.5.3.2-c-6': { zh: '碳排放履约', en: 'Surrenders allowances' },
  'organization.vacant-duty.5.3.2-c-6': {
    zh: '职责“碳排放履约”无人承担（5.3.2 c 6）',
    en: 'Nobody holds the duty “Surrenders allowances” (5.3.2 c 6)',
  },
  'organization.duty.5.3.2-c-7': { zh: '碳排放交易', en: 'Trades emissions' },
  'organization.vacant-duty.5.3.2-c-7': {
    zh: '职责“碳排放交易”无人承担（5.3.2 c 7）',
    en: 'Nobody holds the duty “Trades emissions” (5.3.2 c 7)',
  },
  'organization.duty.5.3.2-c-8': { zh: '碳资产管理', en: 'Manages carbon assets' },
  'organization.vacant-duty.5.3.2-c-8': {
    zh: '职责“碳资产管理”无人承担（5.3.2 c 8）',
    en: 'Nobody holds the duty “Manages carbon assets” (5.3.2 c 8)',
  },
  'organization.duty.5.3.2-c-9': { zh: '碳中和战略', en: 'Makes and carries out the neutrality strategy' },
  'organization.vacant-duty.5.3.2-c-9': {
    zh: '职责“碳中和战略”无人承担（5.3.2 c 9）',
    en: 'Nobody holds the duty “Makes and carries out the neutrality strategy” (5.3.2 c 9)',
  },
  'organization.duty.5.3.2-c-10': { zh: '减排项目开发', en: 'Develops reduction projects' },
  'organization.vacant-duty.5.3.2-c-10': {
    zh: '职责“减排项目开发”无人承担（5.3.2 c 10）',
    en: 'Nobody holds the duty “Develops reduction projects” (5.3.2 c 10)',
  },
  'organization.duty.5.3.2-c-11': { zh: '碳资讯与能力建设', en: 'Follows carbon news and builds skills' },
  'organization.vacant-duty.5.3.2-c-11': {
    zh: '职责“碳资讯与能力建设”无人承担（5.3.2 c 11）',
    en: 'Nobody holds the duty “Follows carbon news and builds skills” (5.3.2 c 11)',
  },
  'organization.duty.5.3.2-c-12': {
    zh: '低碳技术开发和推广',
    en: 'Develops and spreads low-carbon technology',
  },
  'organization.vacant-duty.5.3.2-c-12': {
    zh: '职责“低碳技术开发和推广”无人承担（5.3.2 c 12）',
    en: 'Nobody holds the duty “Develops and spreads low-carbon technology” (5.3.2 c 12)',
  },
  'organization.duty.5.3.2-c-13': {
    zh: '信息系统建设和维护',
    en: 'Sets up and maintains the information system',
  },
  'organization.vacant-duty.5.3.2-c-13': {
    zh: '职责“信息系统建设和维护”无人承担（5.3.2 c 13）',
    en: 'Nobody holds the duty “Sets up and maintains the information system” (5.3.2 c 13)',
  },
  'organization.post-kind.top-management': { zh: '最高管理者', en: 'Top management' },
  'organization.post-kind.management-representative': { zh: '管理者代表', en: 'Management representative' },
  'organization.post-kind.trading-supervisor': { zh: '碳交易负责人', en: 'Trading supervisor' },
  'organization.post-kind.asset-supervisor': { zh: '碳资产负责人', en: 'Asset supervisor' },
  'organization.post-kind.internal-auditor': { zh: '内部审核员', en: 'Internal auditor' },
  'organization.post-kind.carbon-manager': { zh: '碳管理员', en: 'Carbon manager' },
  'organization.post-kind.data-owner': { zh: '数据填报人', en: 'Data owner' },
  'organization.post-kind.bookkeeper': { zh: '碳资产记账人', en: 'Bookkeeper of carbon assets' },
  'organization.post-kind.other': { zh: '其他岗位', en: 'Other post' },
  'organization.vacant-post.top-management': {
    zh: '必设岗位“最高管理者”空缺',
    en: 'The required post “Top management” is vacant',
  },
  'organization.vacant-post.management-representative': {
    zh: '必设岗位“管理者代表”空缺',
    en: 'The required post “Management representative” is vacant',
  },
  'organization.vacant-post.trading-supervisor': {
    zh: '必设岗位“碳交易负责人”空缺',
    en: 'The required post “Trading supervisor” is vacant',
  },
  'organization.vacant-post.asset-supervisor': {
    zh: '必设岗位“碳资产负责人”空缺',
    en: 'The required post “Asset supervisor” is vacant',
  },
  'organization.vacant-post.internal-auditor': {
    zh: '必设岗位“内部审核员”空缺',
    en: 'The required post “Internal auditor” is vacant',
  },
  'organization.rule.asset-management': { zh: '碳资产管理办法', en: 'Rules of carbon asset management' },
  'organization.rule.development-fund': {
    zh: '减排项目开发基金管理办法',
    en: 'Rules of the project development fund',
  },
  'organization.rule.fee-standard': { zh: '服务收费标准', en: 'Standard of fees' },
  'organization.rule.trading-rules': { zh: '碳交易管理办法', en: 'Trading rules' },
  'organization.rule.project-development': { zh: '减排项目开发管理办法', en: 'Rules of project development' },
  'organization.rule.surrender-and-trading': {
    zh: '履约与交易管理办法',
    en: 'Rules of surrender and trading',
  },
  'organization.rule.report-writing': { zh: '排放报告编制办法', en: 'Rules of report writing' },
  'organization.rule.accounting': { zh: '碳排放核算办法', en: 'Rules of emission accounting' },
  'organization.rule.platform-use': { zh: '信息平台使用办法', en: 'Rules of use of the platform' },
} satisfies Record<`organization.${string}`, Wording>
