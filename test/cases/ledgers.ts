import { writeXlsx } from 'hucre'

import { toGbk } from './gbk.ts'

/** A file as an enterprise keeps it for itself: not made for any program. */
export interface Ledger {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Cell = string | number | null
interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Merged cells as `[first row, first column, last row, last column]`, counted from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[]
}

async function workbook(name: string, sheets: readonly Sheet[]): Promise<Ledger> {
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => [...row]),
      merges: (sheet.merges ?? []).map(([startRow, startCol, endRow, endCol]) => ({
        startRow,
        startCol,
        endRow,
        endCol,
      })),
    })),
  })
  return { name, type: xlsx, bytes }
}

const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1)

/**
 * Purchased electricity of a furniture maker in 2020: meter readings of the main meter with its multiplier, in kWh.
 * The statement publishes the year, 8157 MWh; the months here are such that they add up to it.
 */
export function ningboMeterLedger(): Promise<Ledger> {
  const used = [612, 328, 641, 655, 702, 748, 823, 816, 734, 689, 701, 708].map((each) => each * 1000)
  const multiplier = 2000
  const start = 18_240
  const before = (index: number) =>
    start + used.slice(0, index).reduce((sum, each) => sum + each, 0) / multiplier
  return workbook('2020年用电抄表台账.xlsx', [
    {
      name: '总表',
      rows: [
        ['宁波柏厨集成厨房有限公司 2020年用电抄表台账', null, null, null, null, null],
        ['计量点：10kV 总表（户号 3302****1187）', null, null, null, null, null],
        ['月份', '期初表码', '期末表码', '倍率', '用电量(kWh)', '抄表人'],
        ...monthNumbers.map((month, index) => [
          `${month}月`,
          before(index),
          before(index + 1),
          multiplier,
          used[index] ?? null,
          '周敏',
        ]),
        ['合计', null, null, null, used.reduce((sum, each) => sum + each, 0), null],
      ],
      merges: [
        [0, 0, 0, 5],
        [1, 0, 1, 5],
      ],
    },
    { name: '说明', rows: [['本台账每月末抄表，与供电公司结算单核对。']] },
  ])
}

/**
 * Energy of a control-equipment maker in 2024: energy carriers down, months across, the heading two rows deep with
 * quarters above the months. The statement publishes the year, 173.502 MWh; the months here add up to it.
 */
export function henanEnergyTable(): Promise<Ledger> {
  const used = [
    15_120, 11_864, 13_905, 13_277, 13_540, 15_018, 16_933, 16_540, 14_211, 13_082, 14_436, 15_576,
  ]
  const water = [61, 48, 55, 57, 60, 66, 71, 70, 62, 58, 60, 63]
  const total = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0)
  const quarter = (name: string) => [name, null, null]
  return workbook('2024年能源消费统计表.xlsx', [
    {
      name: '能源消费',
      rows: [
        ['河南华东工控技术有限公司 2024年能源消费统计表', ...Array.from({ length: 14 }, () => null)],
        ['能源品种', '计量单位', ...['一季度', '二季度', '三季度', '四季度'].flatMap(quarter), '全年合计'],
        [null, null, ...monthNumbers.map((month) => `${month}月`), null],
        ['外购电力', '千瓦时', ...used, total(used)],
        ['自来水', '吨', ...water, total(water)],
      ],
      merges: [
        [0, 0, 0, 14],
        [1, 0, 2, 0],
        [1, 1, 2, 1],
        [1, 2, 1, 4],
        [1, 5, 1, 7],
        [1, 8, 1, 10],
        [1, 11, 1, 13],
        [1, 14, 2, 14],
      ],
    },
  ])
}

/** One month of a producer of carbon materials: one figure per line, with the process it belongs to. */
export function carbonPlantReport(): Promise<Ledger> {
  const lines: readonly (readonly [string, string, string, number | string])[] = [
    ['煅烧炉', '燃料气消耗量', '万Nm3', 2],
    ['煅烧炉', '燃料气含碳量', 'tC/万Nm3', 0.015],
    ['煅烧炉', '碳氧化率', '%', 98],
    ['沥青烟气焚烧', '烟气流量', 'Nm3/h', 1000],
    ['沥青烟气焚烧', '沥青烟浓度', 'mg/Nm3', 10],
    ['沥青烟气焚烧', '焚烧时间', '天', 1],
    ['沥青烟气焚烧', '低位发热量', 'GJ/t', 30],
    ['沥青烟气焚烧', '单位热值含碳量', 'tC/GJ', 0.02],
    ['沥青烟气焚烧', '碳氧化率', '%', 98],
    ['烟气脱硫', '石灰石消耗量', 't', 10],
    ['烟气脱硫', '碳酸盐含量', '%', 90],
    ['烟气脱硫', '转化率', '%', 100],
    ['电网购电', '用电量', 'MWh', 100],
    ['非化石电力', '用电量', 'kWh', '20,000'],
    ['自发电', '用电量', '万kWh', 3],
    ['外购蒸汽', '蒸汽量', 't', 1],
    ['外购蒸汽', '蒸汽焓值', 'kJ/kg', 2800],
  ]
  return workbook('2024年6月碳排放数据月报.xlsx', [
    {
      name: '月报',
      rows: [
        ['工序', '项目', '计量单位', '月份', '数值', '数据来源'],
        ...lines.map(([process, item, unit, value]) => [process, item, unit, '2024年6月', value, '生产日报']),
      ],
    },
  ])
}

/** The monthly form of a gas-fired power plant in its first month; the months to come are empty. */
export function gasPowerForm(): Promise<Ledger> {
  const rest = monthNumbers.slice(1).map((month) => [`${month}月`, null, null, null])
  return workbook('化石燃料燃烧排放-发电-2023.xlsx', [
    {
      name: '化石燃料燃烧排放-发电-2023',
      rows: [
        ['燃料名称：天然气', null, null, null],
        ['月份', '消耗量（万Nm3）', '低位发热量（GJ/万Nm3）', '备注'],
        ['1月', 21, 389.31, '流量计月累计'],
        ...rest,
      ],
    },
  ])
}

/**
 * The year of a demonstration, 5,280,000 kWh, as the electricity supplier's portal exports it: text in GBK, thousands
 * separated, quantities in kWh. The demonstration states the year; the months here add up to it.
 */
export function supplierExport(): Ledger {
  const used = [
    438_600, 402_150, 427_880, 419_300, 431_420, 452_900, 487_350, 491_060, 446_240, 421_700, 425_500,
    435_900,
  ]
  const grouped = (value: number) => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const lines = [
    '户号,用电户名,电费年月,抄见电量(千瓦时),电费金额(元)',
    ...used.map(
      (value, index) =>
        `3401****0925,示范工厂,2023${String(index + 1).padStart(2, '0')},"${grouped(value)}","${grouped(Math.round(value * 0.68))}.00"`,
    ),
  ]
  return { name: '电费账单导出_2023.csv', type: 'text/csv', bytes: toGbk(`${lines.join('\r\n')}\r\n`) }
}
