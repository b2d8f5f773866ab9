import type { Wording } from '#shared/kernel/texts'

/** What this area tells others: what is due, what its records say of the requirements, what a review looks at. */
export const auditsOfferedTexts = {
  'audits.task.interval': {
    zh: '内部审核到期：上次结束于 {last}，间隔 {months} 个月',
    en: 'An internal audit is due: the last ended on {last}, the interval is {months} months',
  },
  'audits.task.programme': {
    zh: '编制并批准 {year} 年审核方案',
    en: 'Write and approve the audit programme of {year}',
  },
  'audits.task.planned': { zh: '开展方案安排的审核：{title}', en: 'Carry out the planned audit: {title}' },
  'audits.signal.withheld': {
    zh: '另有记录不在您的权限内，未列出',
    en: 'There are records that are not open to you; they are left out',
  },
  'audits.task.approve': {
    zh: '批准审核 {number} 的计划“{title}”',
    en: 'Approve the plan of audit {number} “{title}”',
  },
  'audits.task.session': {
    zh: '审核 {number}：{time} {department}',
    en: 'Audit {number}: {time} {department}',
  },
  'audits.task.report': {
    zh: '签发审核报告：{number} {title}',
    en: 'Sign the audit report: {number} {title}',
  },
  'audits.task.receive-plan': {
    zh: '签收审核计划：{number} {title}',
    en: 'Acknowledge the audit plan: {number} {title}',
  },
  'audits.task.receive-report': {
    zh: '签收审核报告：{number} {title}',
    en: 'Acknowledge the audit report: {number} {title}',
  },
  'audits.task.close': {
    zh: '跟踪并关闭审核：{number} {title}',
    en: 'Follow and close the audit: {number} {title}',
  },

  'audits.signal.no-programme': {
    zh: '{year} 年没有批准的审核方案',
    en: 'There is no approved audit programme of {year}',
  },
  'audits.signal.programme': {
    zh: '{year} 年审核方案已批准',
    en: 'The audit programme of {year} is approved',
  },
  'audits.signal.programme-late': {
    zh: '{year} 年方案里有 {count} 次审核逾期',
    en: '{count} audits of the programme of {year} are overdue',
  },
  'audits.signal.no-plan': { zh: '没有覆盖这部分的审核计划', en: 'No approved audit plan covers this part' },
  'audits.signal.plan': { zh: '审核 {number} 的计划已批准', en: 'The plan of audit {number} is approved' },
  'audits.signal.no-report': { zh: '没有覆盖这部分的审核报告', en: 'No audit report covers this part' },
  'audits.signal.report-late': {
    zh: '上次审核结束于 {last}，超过 {months} 个月的间隔',
    en: 'The last audit ended on {last}, more than its {months} months ago',
  },
  'audits.signal.report': { zh: '审核 {number} 的报告已签发', en: 'The report of audit {number} is signed' },

  'audits.input.none': { zh: '期间内没有审核报告', en: 'No audit was reported in this time' },
  'audits.input.audit': {
    zh: '{number} {title}（{ended}）：严重 {major}，一般 {minor}，观察 {observation}；未关闭 {open}',
    en: '{number} {title} ({ended}): major {major}, minor {minor}, observations {observation}; open {open}',
  },
  'audits.input.planned-late': {
    zh: '方案中逾期未开展：{title}（{month}）',
    en: 'Planned and overdue: {title} ({month})',
  },
  'audits.input.clause': {
    zh: '发现最多的条款：{clause}（{count}）',
    en: 'The clause with most findings: {clause} ({count})',
  },
  'audits.input.nonconformities': {
    zh: '各年审核发现的不符合',
    en: 'Nonconformities found by audits, year by year',
  },
  'audits.input.observations': { zh: '各年审核的观察项', en: 'Observations of audits, year by year' },
} satisfies Record<`audits.${string}`, Wording>
