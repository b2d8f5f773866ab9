// Makes the monthly ledger of the sample plant, `resources/sample/ledger-2025.xlsx`: the kind of workbook that a
// fuel department keeps, with a merged title, a line of remarks, units in the heads and a total row. Run by hand
// when the sample changes; the workbook is committed and goes into the sample through the ordinary import.
import { writeFile } from 'node:fs/promises'

import { writeXlsx } from 'hucre'

const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`)

/** One line per column: head as the department writes it, and twelve values as they would be typed. */
const ledgers = [
  {
    sheet: '燃料月报',
    title: '华岭热电有限公司（示例） 2025 年燃料消耗与煤质月报',
    remark: '填报部门：燃料管理部    单位见表头    煤质为加权月均值',
    columns: [
      [
        '1号锅炉入炉煤量（t）',
        [
          '19862.45',
          '18240.10',
          '17655.82',
          '15320.66',
          '13902.37',
          '13218.94',
          '14876.51',
          '15102.33',
          '13544.08',
          '15010.72',
          '17893.26',
          '20114.59',
        ],
      ],
      [
        '1号锅炉收到基低位发热量（GJ/t）',
        [
          '20.875',
          '20.913',
          '20.742',
          '20.688',
          '20.951',
          '21.034',
          '20.866',
          '20.795',
          '20.902',
          '20.817',
          '20.774',
          '20.839',
        ],
      ],
      [
        '1号锅炉空干基元素碳（tC/t）',
        [
          '0.5842',
          '0.5861',
          '0.5798',
          '0.5783',
          '0.5866',
          '0.5891',
          '0.5837',
          '0.5812',
          '0.5849',
          '0.5820',
          '0.5804',
          '0.5829',
        ],
      ],
      [
        '1号锅炉全水分（%）',
        ['13.8', '13.5', '14.1', '14.3', '13.6', '13.2', '13.9', '14.2', '13.7', '14.0', '14.1', '13.9'],
      ],
      [
        '1号锅炉空干基水分（%）',
        ['3.12', '3.05', '3.21', '3.28', '3.08', '2.96', '3.15', '3.24', '3.10', '3.17', '3.22', '3.16'],
      ],
      [
        '2号锅炉入炉煤量（t）',
        [
          '20118.73',
          '18655.94',
          '17902.41',
          '15588.20',
          '5120.46',
          '9866.35',
          '15123.77',
          '15347.92',
          '13820.46',
          '15266.83',
          '18120.55',
          '20398.02',
        ],
      ],
      [
        '2号锅炉收到基低位发热量（GJ/t）',
        [
          '20.861',
          '20.897',
          '20.755',
          '20.701',
          '20.942',
          '21.012',
          '20.848',
          '20.803',
          '20.889',
          '20.826',
          '20.768',
          '20.844',
        ],
      ],
      [
        '2号锅炉空干基元素碳（tC/t）',
        [
          '0.5838',
          '0.5857',
          '0.5803',
          '0.5786',
          '0.5862',
          '0.5884',
          '0.5833',
          '0.5816',
          '0.5845',
          '0.5823',
          '0.5801',
          '0.5831',
        ],
      ],
      [
        '2号锅炉全水分（%）',
        ['13.8', '13.6', '14.0', '14.3', '13.6', '13.3', '13.9', '14.1', '13.7', '14.0', '14.2', '13.8'],
      ],
      [
        '2号锅炉空干基水分（%）',
        ['3.11', '3.07', '3.19', '3.27', '3.07', '2.98', '3.14', '3.22', '3.11', '3.18', '3.23', '3.15'],
      ],
      [
        '点火柴油（t）',
        ['8.62', '6.15', '7.40', '9.88', '14.26', '18.73', '7.05', '6.82', '9.31', '7.96', '6.44', '7.18'],
      ],
      [
        '启动锅炉天然气（万Nm3）',
        [
          '12.346',
          '11.208',
          '9.875',
          '6.420',
          '5.118',
          '8.964',
          '4.227',
          '4.305',
          '4.890',
          '6.732',
          '10.154',
          '12.671',
        ],
      ],
    ],
  },
  {
    sheet: '脱硫与电力',
    title: '华岭热电有限公司（示例） 2025 年脱硫剂与电力月报',
    remark: '填报部门：生产技术部    单位见表头',
    columns: [
      [
        '石灰石耗量（吨）',
        [
          '1036.4',
          '956.8',
          '921.5',
          '801.7',
          '496.2',
          '598.3',
          '779.0',
          '791.6',
          '709.2',
          '786.4',
          '935.1',
          '1051.7',
        ],
      ],
      [
        '外购电量（kWh）',
        [
          '412560',
          '386240',
          '455120',
          '528640',
          '1286400',
          '864320',
          '497280',
          '468160',
          '535680',
          '476800',
          '421440',
          '398720',
        ],
      ],
    ],
  },
]

/** Sums typed decimals exactly, for the total row that such a ledger ends with. */
function total(values) {
  const scale = Math.max(...values.map((value) => value.split('.')[1]?.length ?? 0))
  const sum = values
    .filter((value) => value !== '')
    .reduce((so_far, value) => {
      const [whole, part = ''] = value.split('.')
      return so_far + BigInt(whole + part.padEnd(scale, '0'))
    }, 0n)
  const digits = String(sum).padStart(scale + 1, '0')
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

const sheets = ledgers.map(({ sheet, title, remark, columns }) => {
  const last = columns.length
  const rows = [
    [title],
    [remark],
    ['月份', ...columns.map(([head]) => head)],
    ...months.map((month, index) => [
      `${Number(month.slice(5))}月`,
      ...columns.map(([, values]) => (values[index] === '' ? null : Number(values[index]))),
    ]),
    [
      '合计',
      ...columns.map(([head, values]) =>
        /量|柴油|天然气/.test(head) && !/发热量/.test(head) ? Number(total(values)) : null,
      ),
    ],
  ]
  return {
    name: sheet,
    rows,
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: last },
      { startRow: 1, startCol: 0, endRow: 1, endCol: last },
    ],
    columns: [{ width: 8 }, ...columns.map(() => ({ width: 16 }))],
  }
})

const file = 'resources/sample/ledger-2025.xlsx'
await writeFile(file, await writeXlsx({ sheets, properties: { title: '2025 月报（示例）' } }))
console.log(file)
