import type { Client } from '#electron/kernel/in-process'
import type { InventoryId } from '#shared/accounting/inventory'
import type { Parameter } from '#shared/monitoring/model'

/** Half-width in per cent for two standard deviations, by the role of what was measured; one meter per word. */
const measured: Readonly<Record<string, readonly [percent: string, shared: string | null, basis: string]>> = {
  fuel: ['0.5', null, '皮带秤准确度等级'],
  carbon: ['1.2', 'YC-1', '元素分析仪重复性限，GB/T 476'],
  moistureReceived: ['1.5', 'SF-1', '全水分重复性限，GB/T 211'],
  moistureAirDry: ['1.5', 'SF-1', '水分重复性限，GB/T 212'],
  bought: ['0.2', null, '关口电能表准确度等级 0.2S'],
}

/** How sure the sample plant is of what it measures, and how its report is planned (A.6.5.2.3). */
export async function fillAccountingSample(
  { accounting }: Client,
  inventory: InventoryId,
  parameters: readonly Parameter[],
): Promise<void> {
  await accounting.editPlan({
    id: inventory,
    plan: {
      purpose: '履行年度温室气体排放报告义务，为内部减排目标提供依据',
      users: '生态环境主管部门、核查机构、本企业管理层',
      preparedBy: '示例人员乙',
      checkedBy: '示例人员丙',
      approvedBy: '示例人员甲',
      frequency: '每年一次',
      validUntil: null,
      format: '电子件（DOCX、PDF、XLSX）与签字纸质件',
      contents: '边界、活动数据与因子及其来源、排放量、不确定度、数据质量与偏差',
      delivery: '经全国碳市场管理平台报送；纸质件存档',
    },
  })
  await accounting.setUncertainties(
    parameters.flatMap(({ id, role, unit }) => {
      const known = role === 'fuel' && unit !== 't' ? undefined : measured[role]
      if (!known) return []
      const [percent, shared, basis] = known
      return [
        {
          subject: `parameter/${id}`,
          distribution: 'normal' as const,
          percent,
          coverage: '2',
          months: shared === null ? ('same' as const) : ('own' as const),
          shared,
          basis,
        },
      ]
    }),
  )
}
