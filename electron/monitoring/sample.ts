import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { signPlan } from '#electron/monitoring/plan-steps'
import type { MeterKind } from '#shared/monitoring/meter'
import type { Parameter } from '#shared/monitoring/model'
import type { MonitoringForm, PlanContent, PlanLine } from '#shared/monitoring/plan'
import type { NodeId } from '#shared/organization/model'

interface SampleMeter {
  readonly tag: string
  readonly kind: MeterKind
  readonly name: string
  readonly model: string
  readonly place: string
  readonly accuracy: string
  /** Names of the parameters that it measures. */
  readonly of: readonly string[]
}

const meters: readonly SampleMeter[] = [
  ...([1, 2] as const).map((unit) => ({
    tag: `PC-10${unit}`,
    kind: 'belt-scale' as const,
    name: `${unit}号炉入炉煤皮带秤`,
    model: 'ICS-17A',
    place: `${unit}号炉给煤皮带`,
    accuracy: '±0.5 %',
    of: [`${unit}号锅炉入炉煤消耗量`],
  })),
  {
    tag: 'LR-1',
    kind: 'laboratory',
    name: '自动量热仪',
    model: 'ZDHW-8',
    place: '燃料化验室',
    accuracy: '±0.2 %',
    of: ['1号锅炉收到基低位发热量', '2号锅炉收到基低位发热量'],
  },
  {
    tag: 'YC-1',
    kind: 'laboratory',
    name: '元素分析仪',
    model: 'CHN-600',
    place: '燃料化验室',
    accuracy: '±0.5 %',
    of: ['1号锅炉空干基元素碳含量', '2号锅炉空干基元素碳含量'],
  },
  {
    tag: 'SF-1',
    kind: 'laboratory',
    name: '水分测定仪',
    model: 'SF-3000',
    place: '燃料化验室',
    accuracy: '±0.3 %',
    of: ['1号锅炉收到基全水分', '1号锅炉空干基水分', '2号锅炉收到基全水分', '2号锅炉空干基水分'],
  },
  {
    tag: 'HZ-1',
    kind: 'weighbridge',
    name: '汽车衡',
    model: 'SCS-100',
    place: '厂区东门',
    accuracy: '±0.5 %',
    of: ['柴油消耗量', '石灰石消耗量'],
  },
  {
    tag: 'LL-1',
    kind: 'flow',
    name: '天然气流量计',
    model: 'TBQZ-150',
    place: '启动锅炉房',
    accuracy: '±1.0 %',
    of: ['天然气消耗量'],
  },
  {
    tag: 'DB-1',
    kind: 'electricity',
    name: '关口电能表',
    model: 'DTSD341',
    place: '110 kV 升压站',
    accuracy: '0.2S',
    of: ['购入电量', '供电量'],
  },
  {
    tag: 'DB-2',
    kind: 'electricity',
    name: '发电机出口电能表',
    model: 'DTSD341',
    place: '主控室电能表屏',
    accuracy: '0.2S',
    of: ['发电量', '厂用电量'],
  },
  {
    tag: 'RL-1',
    kind: 'heat',
    name: '供热流量计',
    model: 'LGBW-400',
    place: '供热首站',
    accuracy: '±1.0 %',
    of: ['供热量', '锅炉向汽轮机和减温减压器提供的热量'],
  },
]

interface Calibrations {
  /** Months between two of them. */
  readonly months: number
  /** From the day to the last day on which it holds; together they cover all the data of the plant. */
  readonly held: readonly (readonly [from: string, until: string])[]
}
const yearly: Calibrations = {
  months: 12,
  held: [
    ['2024-12-10', '2025-12-09'],
    ['2025-12-08', '2026-12-07'],
  ],
}
const calibrations: Partial<Record<MeterKind, Calibrations>> = {
  electricity: { months: 72, held: [['2023-05-16', '2029-05-15']] },
  heat: { months: 36, held: [['2024-08-20', '2027-08-19']] },
  flow: { months: 36, held: [['2024-11-05', '2027-11-04']] },
}

const standards: Readonly<Record<string, string>> = {
  carbon: 'GB/T 476',
  calorificValue: 'GB/T 213',
  moistureReceived: 'GB/T 211',
  moistureAirDry: 'GB/T 212',
}
const recordForms: Readonly<Record<MonitoringForm, string>> = {
  online: '生产运行日报',
  manual: '计量抄表记录',
  laboratory: '煤质化验台账',
  supplier: '设备台账',
  library: '核算指南缺省值',
}

/** The meters of the sample plant with their certificates, and its monitoring plan in force. */
export async function fillMonitoringSample(
  context: TaskContext,
  { monitoring }: Client,
  facility: NodeId,
): Promise<void> {
  const { parameters } = await monitoring.register({ facility })
  for (const meter of meters) await registerMeter(monitoring, meter, parameters, facility)
  const draft = await monitoring.beginPlan({
    facility,
    validFrom: '2025-01-01',
    title: '数据质量控制计划',
    reason: '首次制定',
  })
  await monitoring.editPlan({
    id: draft.id,
    validFrom: draft.validFrom,
    content: written(draft.content),
  })
  await monitoring.submitPlan({ id: draft.id })
  context.promote((write) => signPlan(write, draft.id, '示例工厂为单人模式'))
  await monitoring.enactPlan({ id: draft.id })
}

async function registerMeter(
  monitoring: Client['monitoring'],
  { of, ...facts }: SampleMeter,
  parameters: readonly Parameter[],
  facility: NodeId,
): Promise<void> {
  const { months, held } = calibrations[facts.kind] ?? yearly
  const { meter } = await monitoring.addMeter({
    ...facts,
    node: facility,
    maker: null,
    range: null,
    calibrationMonths: months,
    exemption: null,
    installedOn: '2024-12-15',
    removedOn: null,
    note: null,
    parameters: parameters.filter(({ name }) => of.includes(name)).map((parameter) => parameter.id),
  })
  for (const [calibratedOn, validUntil] of held)
    await monitoring.addCertificate({
      meter: meter.id,
      number: `JD-${calibratedOn.slice(0, 4)}-${facts.tag}`,
      body: '市计量测试研究院（示例）',
      calibratedOn,
      validUntil,
      result: 'within-limits',
      deviation: null,
      limit: null,
      note: null,
      upload: null,
    })
}

function written(content: PlanContent): PlanContent {
  return {
    ...content,
    lines: content.lines.map((line): PlanLine => ({
      ...line,
      department: '生产技术部',
      responsible: '示例人员乙',
      recordForm: recordForms[line.form],
      methodStandard: standards[line.role] ?? '',
    })),
    uncertainties: content.methods.map(({ source, name }) => ({
      source,
      name,
      size: '见不确定性分析',
      cause: '计量器具、采样与化验的误差，缺省因子的代表性',
      measure: '按期检定，平行样比对，逐步以实测值取代缺省值',
    })),
    samplings: [
      {
        material: '入炉煤',
        place: '给煤皮带中部自动采样机',
        frequency: '每班一次，按日缩分为月综合样',
        standard: 'GB/T 19494.1',
        preparation: 'GB/T 19494.2，缩分至 3 mm',
        storage: '存查样密封保存至报告后 60 天',
        testedBy: '燃料化验室；元素碳送有资质的检测机构',
      },
    ],
    boundaryChange: '与上一年度相同。',
    responsibilities: '生产技术部采集和填报，碳管理员复核，管理者代表批准。',
    training: '采集和化验人员每年培训一次，考核合格后上岗。',
    retention: '原始记录、化验报告和检定证书保存五年以上。',
    internalAudit: '每年内部审核一次，抽查不少于三个月的原始记录。',
    approvalFlow: '编写、批准由不同人员完成；单人模式下写明理由。',
    deviationRule: '发现实际做法与计划不符时，三日内登记偏差并查明原因，改用计划允许的替代方法，恢复后关闭。',
  }
}
