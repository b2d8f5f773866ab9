import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { addDays } from '#shared/kernel/working-days'
import type { Parameter } from '#shared/monitoring/model'
import type { AppraisalFacts } from '#shared/performance/appraisal'
import type { CriterionFacts } from '#shared/performance/operation'

const heating: Pick<AppraisalFacts, 'title' | 'what' | 'criterion' | 'options'> = {
  title: '1号炉送、引风机调速改造',
  what: '两台风机长期在 60% 至 80% 负荷运行，靠挡板调节',
  criterion: '全年耗电折算的排放量',
  options: [
    {
      name: '维持挡板调节',
      investment: '0',
      yearlyCost: '1860000',
      lifetime: 12,
      emission: '1720',
      supplier: null,
      note: '',
    },
    {
      name: '高压变频器',
      investment: '1950000',
      yearlyCost: '1390000',
      lifetime: 12,
      emission: '1265',
      supplier: null,
      note: '停机五天',
    },
    {
      name: '永磁调速器',
      investment: '1480000',
      yearlyCost: '1510000',
      lifetime: 12,
      emission: '1388',
      supplier: null,
      note: '安装空间紧张',
    },
  ],
}

const criterion: CriterionFacts = {
  process: '厂用电管理',
  subsystem: 'emission',
  node: null,
  requirement: '机组停备期间购入电量不超过计划',
  parameter: null,
  per: 'month',
  low: null,
  high: null,
  unit: null,
  source: '年度检修计划',
  resource: '值长一名，电能量采集系统',
  records: '月度厂用电报表',
  person: null,
  reviewOn: null,
}

/** A review in preparation, a change, criteria, a comparison and a supplier for the sample plant. */
export async function fillPerformanceSample(
  { today }: Pick<TaskContext, 'today'>,
  { performance }: Client,
  parameters: ReadonlyMap<string, Parameter>,
): Promise<void> {
  await performance.addReviewMethod({
    title: '体系评审办法',
    method: '碳管理部牵头，每年一次，对照台账、清单和现场逐项评审；重大变化后二十个工作日内重做。',
    criteria: '以标准 6.1.2 至 6.1.5 的内容和当年适用的核算指南为准则。',
    document: null,
  })
  const change = await performance.recordChange({
    title: '掺烧洗中煤',
    what: '2 号炉掺烧比例不超过 15% 的洗中煤，元素碳含量需按批化验',
    kind: 'raw-material',
    planned: true,
    node: null,
    occursOn: addDays(today, 45),
    effect: '620',
    effectUnit: 'tCO2e',
    effectNote: '按试烧三批的收到基元素碳含量加权估算',
    assetEffect: '配额缺口约增加六百吨',
    measures: '增加入厂煤化验频次',
    person: null,
    origin: null,
  })
  await performance.judgeChange({
    id: change.id,
    major: false,
    reason: '掺烧比例小，排放变化不足 1%',
    subsystems: [],
  })
  await performance.planSystemReview({
    subsystem: 'emission',
    occasion: 'first',
    plannedOn: addDays(today, 30),
    changes: [],
  })
  const bought = [...parameters.values()].find(({ role, unit }) => role === 'bought' && unit === 'MWh')
  await performance.addCriterion({
    ...criterion,
    ...(bought && { parameter: bought.id, high: '2500', unit: 'MWh' as const }),
  })
  await judgeSupplier(performance, today)
  await performance.addAppraisal({
    ...heating,
    kind: 'design',
    node: null,
    weight: '30',
    rate: '4.5',
    reviewedOn: today,
  })
}

async function judgeSupplier(performance: Client['performance'], today: string): Promise<void> {
  const data = await performance.addScoreCriterion({
    name: '排放数据',
    weight: '3',
    note: '有核查数据 100 分',
  })
  const quality = await performance.addScoreCriterion({ name: '煤质稳定', weight: '2', note: '' })
  const { id } = await performance.addSupplier({
    name: '示例煤业有限公司',
    goods: '洗混煤',
    dataState: 'partly',
    askedOn: null,
    spend: '86000000',
    note: '',
  })
  await performance.evaluateSupplier({
    supplier: id,
    evaluatedOn: today,
    points: [
      { criterion: data.id, points: '55' },
      { criterion: quality.id, points: '88' },
    ],
    decision: 'improve',
    reason: '煤质稳定，但元素碳没有批次报告，限半年内提供',
    nextOn: addDays(today, 183),
  })
}
