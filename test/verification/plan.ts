import type { Plant } from '#test/accounting/plant'
import { administrator, finish } from '#test/support/backend'

/** A plan that one person wrote and approved, in force all year. */
export async function enactPlan({ api: { monitoring }, facility }: Plant): Promise<void> {
  const plan = await monitoring.beginPlan({
    facility,
    validFrom: '2025-01-01',
    title: '数据质量控制计划',
    reason: '首次制定',
  })
  const content = {
    ...plan.content,
    organization: { ...plan.content.organization, creditCode: '91440300708461136T' },
    lines: plan.content.lines.map((line) => ({ ...line, department: '生产部', recordForm: '运行日志' })),
    deviationRule: '三日内查明原因',
  }
  await monitoring.editPlan({ id: plan.id, validFrom: plan.validFrom, content })
  await monitoring.submitPlan({ id: plan.id })
  const signing = { id: plan.id, password: administrator.password, reason: '只有一名人员' }
  await finish(monitoring.approvePlan(signing))
  await monitoring.enactPlan({ id: plan.id })
}
