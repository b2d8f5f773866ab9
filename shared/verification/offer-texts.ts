import type { Wording } from '#shared/kernel/texts'

/** What this area tells others: what is due, what it shows of the standard, what a review hears. */
export const verificationOfferTexts = {
  'verification.task.accounting-research': { zh: '{number} 调研：{title}', en: '{number} Research: {title}' },
  'verification.task.accounting-collection': {
    zh: '{number} 数据收集：{title}',
    en: '{number} Data collection: {title}',
  },
  'verification.task.accounting-accounting': {
    zh: '{number} 核算与报告：{title}',
    en: '{number} Accounting and report: {title}',
  },
  'verification.task.inventory-agreement': {
    zh: '{number} 签订协议：{title}',
    en: '{number} Agreement: {title}',
  },
  'verification.task.inventory-team': {
    zh: '{number} 组建工作组进场：{title}',
    en: '{number} Team on site: {title}',
  },
  'verification.task.inventory-documents': {
    zh: '{number} 文件评审：{title}',
    en: '{number} Document review: {title}',
  },
  'verification.task.inventory-on-site': {
    zh: '{number} 现场核查：{title}',
    en: '{number} On-site check: {title}',
  },
  'verification.task.inventory-report': { zh: '{number} 编制报告：{title}', en: '{number} Report: {title}' },
  'verification.task.inventory-technical-review': {
    zh: '{number} 内部技术评审：{title}',
    en: '{number} Internal technical review: {title}',
  },
  'verification.task.inventory-delivery': { zh: '{number} 交付：{title}', en: '{number} Delivery: {title}' },
  'verification.task.verification-plan': {
    zh: '{number} 核查策划：{title}',
    en: '{number} Plan the verification: {title}',
  },
  'verification.task.verification-hand-over': {
    zh: '{number} 备齐资料、移交核查包：{title}',
    en: '{number} Make ready and hand over: {title}',
  },
  'verification.task.verification-review': {
    zh: '{number} 核查方文件评审：{title}',
    en: '{number} Document review by the verifier: {title}',
  },
  'verification.task.verification-visit': {
    zh: '{number} 现场访问：{title}',
    en: '{number} Visit on site: {title}',
  },
  'verification.task.verification-corrections': {
    zh: '{number} 答复问题、更正数据：{title}',
    en: '{number} Answers and corrections: {title}',
  },
  'verification.task.verification-statement': {
    zh: '{number} 核查陈述：{title}',
    en: '{number} Statement: {title}',
  },
  'verification.task.answer': { zh: '答复核查问题 {number}：{text}', en: 'Answer request {number}: {text}' },
  'verification.task.statement-ends': {
    zh: '核查陈述 {number} 的有效期届满',
    en: 'Statement {number} ends',
  },
  'verification.task.recognition': {
    zh: '核查机构“{name}”的资质到期',
    en: 'The recognition of “{name}” ends',
  },
  'verification.signal.no-plan': { zh: '还没有核查策划', en: 'No verification is planned' },
  'verification.signal.plan-incomplete': {
    zh: '{number} 的核查策划未填全（{parts}）或未选核查机构',
    en: 'The plan of {number} is incomplete ({parts}) or names no body',
  },
  'verification.signal.planned': {
    zh: '{number} 的核查策划 a 至 h 齐全，核查机构已选定',
    en: 'Parts a to h of the plan of {number} are complete and a body is chosen',
  },
  'verification.signal.no-statement': {
    zh: '没有有效的核查陈述',
    en: 'There is no statement of verification in force',
  },
  'verification.signal.stated': {
    zh: '核查陈述 {number}（{on}）有效',
    en: 'Statement {number} of {on} is in force',
  },
  'verification.review.open': {
    zh: '{number} {title}：进行中，已用 {used} 个工作日，逾期合计 {late}',
    en: '{number} {title}: open, {used} working days used, {late} late in all',
  },
  'verification.review.delivered': {
    zh: '{number} {title}：已交付，用 {used} 个工作日，逾期合计 {late}',
    en: '{number} {title}: delivered after {used} working days, {late} late in all',
  },
  'verification.review.cancelled': {
    zh: '{number} {title}：已取消（{used} 个工作日，逾期合计 {late}）',
    en: '{number} {title}: cancelled ({used} working days, {late} late in all)',
  },
  'verification.review.requests': {
    zh: '{number}：核查问题 {all} 项，未了结 {open} 项',
    en: '{number}: {all} requests of the verifier, {open} not settled',
  },
  'verification.review.stated-unmodified': {
    zh: '核查陈述 {number}：无保留意见，{total} tCO₂e',
    en: 'Statement {number}: unmodified, {total} tCO₂e',
  },
  'verification.review.stated-qualified': {
    zh: '核查陈述 {number}：有保留意见，{total} tCO₂e',
    en: 'Statement {number}: qualified, {total} tCO₂e',
  },
  'verification.review.stated-adverse': {
    zh: '核查陈述 {number}：否定意见，{total} tCO₂e',
    en: 'Statement {number}: adverse, {total} tCO₂e',
  },
  'verification.review.stated-disclaimer': {
    zh: '核查陈述 {number}：无法表示意见，{total} tCO₂e',
    en: 'Statement {number}: disclaimer, {total} tCO₂e',
  },
} satisfies Record<`verification.${string}`, Wording>
