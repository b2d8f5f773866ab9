import type { Paper } from '#shared/kernel/paper'
import type { Measure } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'

type GapRule = Parameter['gapRule']

/** The year that the sample plant has data of. */
export const sampleYear = 2025

const month = (values: string) => values.split(' ')

/** Everything that the sample plant says of itself. The company does not exist; the figures are made up. */
export const plant = {
  since: '2024-01-01',
  begin: {
    name: '华岭热电有限公司（示例）',
    creditCode: '91330299MA00TANBUC',
    industryCode: 'D4412',
    site: '华岭厂区',
    facility: '热电联产机组',
    validFrom: '2024-01-01',
  },
  facts: {
    nameEn: 'Hualing Heat and Power Co., Ltd. (sample)',
    legalRepresentative: '示例人员甲',
    registeredAddress: '浙江省宁波市示例区示例路 1 号',
    productionAddress: '浙江省宁波市示例区示例路 1 号',
    postalAddress: '浙江省宁波市示例区示例路 1 号',
    postcode: '315000',
    phone: '0574-00000000',
    email: 'sample@example.com',
    foundedOn: '2009-06-18',
    permitNo: '91330299MA00TANBUC001P',
    year: sampleYear,
  },
  contacts: [{ post: '碳管理员', name: '示例人员乙', phone: '0574-00000001', email: 'carbon@example.com' }],
  noPlate: {
    tenure: 'owned' as const,
    capacity: null,
    capacityUnit: null,
    model: null,
    maker: null,
    serialNo: null,
    place: null,
    note: null,
  },
  units: [
    {
      code: '1#',
      name: '1号机组',
      capacity: '50',
      capacityUnit: 'MW' as Measure,
      equipment: [
        { code: '1#B', name: '1号循环流化床锅炉', model: 'CFB-220/9.8' },
        { code: '1#T', name: '1号汽轮机', model: 'CB50-8.83/1.27' },
      ],
    },
    {
      code: '2#',
      name: '2号机组',
      capacity: '50',
      capacityUnit: 'MW' as Measure,
      equipment: [
        { code: '2#B', name: '2号循环流化床锅炉', model: 'CFB-220/9.8' },
        { code: '2#T', name: '2号汽轮机', model: 'CB50-8.83/1.27' },
      ],
    },
    {
      code: 'FGD',
      name: '脱硫系统',
      equipment: [{ code: 'FGD-1', name: '石灰石-石膏湿法脱硫塔' }],
    },
  ],
  products: [
    { name: '供电量', unit: 'MWh' as Measure, output: '333523.1', designCapacity: '500000', note: null },
    { name: '供热量', unit: 'GJ' as Measure, output: '3754020', designCapacity: '5000000', note: '工业蒸汽' },
  ],
  outputValue: '41260.5',
  boundary: {
    title: '2024 年版边界',
    approach: 'operational-control' as const,
    guideline: 'mee-power-2022',
    desulfurization: false,
    isoCategories: [1, 2],
    scopes: [1, 2],
    subsystems: ['emission' as const],
    validFrom: '2024-01-01',
    validTo: null,
    reason: null,
    replaces: null,
  },
  exclusions: [
    {
      what: '厂区办公与食堂',
      reason: '核算指南以发电设施为边界，办公与生活用能不计',
      size: { in: '%' as const, value: '0.1' },
    },
  ],
  boilers: [
    { code: 'R-1', name: '1号锅炉' },
    { code: 'R-1-2', name: '2号锅炉' },
  ] as const,
  /** What stands in for a month of coal that was not measured. */
  gapRules: {
    fuel: 'last-month',
    calorificValue: 'conservative-default',
    carbon: 'conservative-default',
    moistureReceived: 'last-month',
    moistureAirDry: 'last-month',
  } as Readonly<Record<string, GapRule>>,
  /** Monthly production, January to December. */
  production: {
    generation: month(
      '39120.4 35980.2 34865.7 30412.8 18640.5 22815.3 29584.6 30021.9 27018.4 29886.0 35344.1 39875.2',
    ),
    'auxiliary-power': month(
      '4107.8 3775.9 3667.2 3247.9 2238.4 2596.5 3163.6 3221.2 2915.9 3195.7 3699.3 4212.6',
    ),
    'supplied-electricity': month(
      '35012.6 32204.3 31198.5 27164.9 16402.1 20218.8 26421.0 26800.7 24102.5 26690.3 31644.8 35662.6',
    ),
    'supplied-heat': month(
      '412860 381240 356190 298450 204380 232160 271930 276410 259870 292640 352780 415110',
    ),
    'delivered-heat': month(
      '755230 697800 668500 578110 358090 437410 565900 573110 516620 569970 677430 765230',
    ),
    'running-hours': month('744 672 744 720 744 720 744 744 720 744 720 744'),
    capacity: month('100 100 100 100 100 100 100 100 100 100 100 100'),
  },
  guideline: 'mee-power-2022',
  rounding: 'mee-power-2022',
  inventoryTitle: '2025 年度发电设施排放清单',
  /** The first months of the year are closed, so that there is something to verify and something left to do. */
  sealedMonths: 9,
  sealReason: '示例数据，按月核对后封存',
  singlePerson: '示例工厂为单人模式',
}

/** Heads of the ledger's columns, and the parameter each means. */
export const ledgerColumns: Readonly<Record<string, string>> = {
  '1号锅炉入炉煤量': '1号锅炉入炉煤消耗量',
  '1号锅炉收到基低位发热量': '1号锅炉收到基低位发热量',
  '1号锅炉空干基元素碳': '1号锅炉空干基元素碳含量',
  '1号锅炉全水分': '1号锅炉收到基全水分',
  '1号锅炉空干基水分': '1号锅炉空干基水分',
  '2号锅炉入炉煤量': '2号锅炉入炉煤消耗量',
  '2号锅炉收到基低位发热量': '2号锅炉收到基低位发热量',
  '2号锅炉空干基元素碳': '2号锅炉空干基元素碳含量',
  '2号锅炉全水分': '2号锅炉收到基全水分',
  '2号锅炉空干基水分': '2号锅炉空干基水分',
  点火柴油: '柴油消耗量',
  启动锅炉天然气: '天然气消耗量',
  石灰石耗量: '石灰石消耗量',
  外购电量: '购入电量',
}

export function labReportName(of: string): string {
  return `煤质检验报告-${of}（示例）.pdf`
}

/** A laboratory report of a month, as plain as the real ones. */
export function labReport(of: string, lines: readonly (readonly [string, string])[]): Paper {
  return {
    title: `煤质检验报告 ${of}`,
    subtitle: plant.begin.name,
    facts: [
      ['报告编号', `HL-${of}`],
      ['样品', '入炉煤月综合样'],
      ['依据', 'GB/T 476、GB/T 211、GB/T 212、GB/T 213'],
    ],
    blocks: [
      {
        kind: 'table',
        caption: '检验结果',
        columns: [
          { title: '项目', align: 'left', width: 6 },
          { title: '结果', align: 'right', width: 4 },
        ],
        rows: lines,
        totals: 0,
      },
      { kind: 'note', text: '本报告为示例工厂的演示文件，不是任何检测机构出具的报告。' },
    ],
    footer: `HL-${of}`,
    watermark: '示例数据',
  }
}
