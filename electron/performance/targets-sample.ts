import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { signBaseValue } from '#electron/performance/baselines'
import { signObjective } from '#electron/performance/objectives'
import type { Parameter } from '#shared/monitoring/model'
import type { IndicatorId, Item, NewIndicator } from '#shared/performance/indicator'
import type { MeasureInput } from '#shared/performance/measure'
import type { ObjectiveId } from '#shared/performance/objective'

const emission: Item = { kind: 'emission', node: null, category: null, scope: null, source: null }

interface SampleMeasure extends Pick<
  MeasureInput,
  'title' | 'what' | 'expected' | 'investment' | 'yearlyCost' | 'lifetime' | 'group'
> {
  readonly due: string
}
const measures: readonly SampleMeasure[] = [
  {
    title: '锅炉风机变频改造',
    what: '1、2号炉送、引风机由挡板调节改为变频调速',
    expected: '2400',
    investment: '3900000',
    yearlyCost: '-940000',
    lifetime: 12,
    group: null,
    due: '2027-06-30',
  },
  {
    title: '烟气余热加热凝结水',
    what: '空预器后加装低温省煤器，回收烟气余热',
    expected: '6800',
    investment: '11500000',
    yearlyCost: '-1300000',
    lifetime: 15,
    group: null,
    due: '2027-10-31',
  },
  {
    title: '掺烧农林生物质 5 %',
    what: '2号炉按热量掺烧百分之五的农林生物质',
    expected: '17200',
    investment: '8600000',
    yearlyCost: '2450000',
    lifetime: 10,
    group: '掺烧生物质',
    due: '2028-06-30',
  },
  {
    title: '掺烧农林生物质 10 %',
    what: '两台炉按热量掺烧百分之十的农林生物质',
    expected: '34100',
    investment: '21000000',
    yearlyCost: '6800000',
    lifetime: 10,
    group: '掺烧生物质',
    due: '2028-12-31',
  },
  {
    title: '厂区屋顶光伏 3 MW',
    what: '煤棚与厂房屋顶建设光伏，全部自用',
    expected: '1650',
    investment: '9300000',
    yearlyCost: '-820000',
    lifetime: 25,
    group: null,
    due: '2027-12-31',
  },
]

/** Indicators, a signed baseline, a published objective with its target, and measures with what they cost. */
export async function fillTargetsSample(
  context: TaskContext,
  { performance }: Client,
  parameters: readonly Parameter[],
  year: number,
): Promise<void> {
  const generated = parameters.find(({ role, source }) => role === 'generation' && source === null)
  if (!generated) throw new Error('The sample plant measures no generation')
  const indicator = async (facts: Pick<NewIndicator, 'name' | 'kind' | 'driver'>, version: Method) =>
    (
      await performance.addIndicator({
        ...facts,
        node: null,
        better: 'less',
        owner: '示例人员乙',
        version: { ...version, validFrom: `${year}-01`, reason: '首次确定' },
      })
    ).id
  const total = await indicator(
    { name: '温室气体排放总量', kind: 'emission', driver: '供热量' },
    { formula: '排放量', unit: 'tCO2e', terms: [{ name: '排放量', item: emission }] },
  )
  await indicator(
    { name: '单位发电量排放', kind: 'per-product', driver: '供热比' },
    {
      formula: '排放量 / 发电量',
      unit: 'tCO2e/MWh',
      terms: [
        { name: '排放量', item: emission },
        { name: '发电量', item: { kind: 'reading', parameter: generated.id } },
      ],
    },
  )
  await indicator(
    { name: '单位产值排放强度', kind: 'per-output-value', driver: '热价、电价' },
    {
      formula: '排放量 / 总产值',
      unit: 'tCO2e/10^4 CNY',
      terms: [
        { name: '排放量', item: emission },
        { name: '总产值', item: { kind: 'output-value' } },
      ],
    },
  )
  await aimAt(context, performance, total, year)
}
type Method = Pick<NewIndicator['version'], 'formula' | 'unit' | 'terms'>

async function aimAt(
  context: TaskContext,
  performance: Client['performance'],
  indicator: IndicatorId,
  year: number,
): Promise<void> {
  const base = await performance.setBaseline({
    indicator,
    purpose: 'performance',
    mode: 'typical-year',
    years: [year],
    threshold: '5',
    reason: '全年稳定运行，十二个月数据齐全',
  })
  context.promote((write) => signBaseValue(write, base.id))
  const baseline = (await performance.baselines({})).find(({ id }) => id === base.id)
  const { id: objective } = await performance.addObjective({
    title: `到 ${year + 3} 年排放总量比 ${year} 年下降百分之四`,
    horizon: 'short',
    node: null,
    owner: '示例人员乙',
    policy: '持续降低单位供能的排放',
    analysis: '燃煤占排放总量的 99%，减排集中在锅炉效率与燃料替代',
    parties: '主管部门的配额要求，园区用户的低碳供热需求',
    considerations: {
      reduction: '锅炉效率、余热、生物质掺烧',
      assets: '配额由盈转缺，须减少购买',
      trading: '缺口按季度分批购入',
      responsibility: '碳管理员牵头，生产技术部实施',
      production: '供热量预计持平',
      advanced: '同类热电机组供热排放先进值',
      other: '改造结合检修停机',
    },
  })
  await performance.addTarget({
    objective,
    name: '排放总量',
    indicator,
    kind: 'absolute',
    baseline: base.id,
    baseYear: year,
    baseValue: baseline?.values.at(-1)?.value ?? null,
    value: '692000',
    unit: 'tCO2e',
    due: `${year + 3}-12-31`,
    path: 'straight',
    steps: [],
  })
  for (const measure of measures) await addMeasure(performance, objective, measure)
  context.promote((write) => signObjective(write, objective, '各部门负责人'))
}

async function addMeasure(
  performance: Client['performance'],
  objective: ObjectiveId,
  measure: SampleMeasure,
): Promise<void> {
  await performance.addMeasure({
    ...measure,
    objective,
    resource: '列入年度技改计划',
    owner: '示例人员乙',
    department: '生产技术部',
    node: null,
    start: null,
    evaluation: '比较改造前后同负荷工况的单位供能排放',
    derivation: '按可行性研究的节煤量或节电量折算（示例）',
    achieved: null,
    requires: [],
  })
}
