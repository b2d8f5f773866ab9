import type { Client } from '#electron/kernel/in-process'
import type { InventoryId } from '#shared/accounting/inventory'
import type { StatedUncertainty } from '#shared/accounting/uncertainty-model'
import type { Parameter } from '#shared/monitoring/model'

/** Half-width in per cent for two standard deviations, by the role of what was measured; one meter per word. */
const measured: Readonly<Record<string, readonly [percent: string, shared: string | null, basis: string]>> = {
  fuel: ['0.5', null, '计量器具准确度等级'],
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
  const { inputs } = await accounting.uncertainty({ id: inventory, coverage: '2' })
  const roles = new Map(parameters.map(({ id, role }) => [`parameter/${id}`, role]))
  await accounting.setUncertainties(
    inputs.map(({ subject, determination, suggestion }): StatedUncertainty => {
      const known = measured[roles.get(subject) ?? '']
      if (determination !== 'measured' || !known)
        return { ...normal, subject, percent: '2', shared: null, basis: '缺省值，按专家判断（示例）' }
      const [percent, shared, basis] = known
      return { ...normal, subject, percent: suggestion?.percent ?? percent, shared, basis }
    }),
  )
}

const normal = { distribution: 'normal', coverage: '2', months: 'same' } as const
