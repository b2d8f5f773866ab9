import type { NewObligation } from '#shared/compliance/obligation'

/** An obligation as it is registered. */
export const obligationLike: NewObligation = {
  title: '碳排放权交易管理暂行条例',
  code: '国务院令第775号',
  issuer: '国务院',
  effectiveOn: '2024-05-01',
  text: '按时足额清缴配额',
  kind: 'law',
  subsystem: 'emission',
  processes: ['排放报告'],
  posts: ['碳管理员'],
  clauses: ['6.1.2'],
  nodes: [],
  owner: null,
  weight: 'medium',
  evaluationMonths: 6,
  intervalReason: '',
  nextReview: '2027-06-30',
  applicability: 'applies',
  applicabilityReason: '列入重点排放单位名录',
}
