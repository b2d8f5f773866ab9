import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { monitoringPaper, type MonitoringReport } from '#shared/activity/monitoring-report'
import { monitoringSheets } from '#shared/activity/monitoring-report-sheets'
import type { Paper } from '#shared/kernel/paper'
import { type Plant, startPlant } from '#test/accounting/plant'
import { finish, refusalOf } from '#test/support/backend'

const report: MonitoringReport = {
  organization: '宁河热电有限公司',
  facility: '热电分厂',
  year: 2025,
  plans: [{ number: 2, title: '数据质量控制计划', validFrom: '2025-01-01', validTo: null }],
  lines: [
    {
      source: 'D-1 购电',
      name: '购入电量',
      unit: 'MWh',
      determination: 'measured',
      meter: 'DB-1',
      adds: true,
      isAsked: true,
      due: 3,
      had: 3,
      months: new Map([
        ['2025-01', '100.5'],
        ['2025-02', '99.5'],
        ['2025-03', '1000'],
      ]),
    },
    {
      source: null,
      name: '供热量',
      unit: 'GJ',
      determination: 'measured',
      meter: null,
      adds: true,
      isAsked: false,
      due: 3,
      had: 2,
      months: new Map([['2025-01', '5']]),
    },
  ],
  gaps: [
    {
      source: 'R-1 锅炉',
      name: '元素碳',
      month: '2025-02',
      unit: 'tC/t',
      gapRule: 'conservative-default',
      applied: { rule: 'conservative-high', value: '0.58', reason: '样品破损' },
    },
    { source: '', name: '供热量', month: '2025-03', unit: 'GJ', gapRule: 'last-month', applied: null },
  ],
  lapses: [
    {
      tag: 'DB-1',
      name: '购入电量',
      from: '2025-02-01',
      to: '2025-03-10',
      cause: 'overdue',
      months: ['2025-02', '2025-03'],
    },
  ],
  deviations: [
    {
      code: 'DV-2025-001',
      title: '皮带秤停用',
      from: '2025-03-01',
      to: null,
      state: 'open',
      cause: null,
      response: null,
    },
  ],
  besidePlan: ['供热量不在计划之内'],
  isSample: false,
  madeOn: '2026-01-20',
}
const rowsOf = ({ blocks }: Paper) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' | ')) : []))

it('MR1 the report names the plan, what came of what was due, each gap with its rule, and every exception', () => {
  const paper = monitoringPaper(report, 'zh')
  expect(rowsOf(paper)).toEqual([
    '2 | 数据质量控制计划 | 2025-01-01 | —',
    '购入电量 | MWh | 实测 | DB-1 | 3/3 | 1,200',
    '供热量（计划未要求） | GJ | 实测 | — | 2/3 | —',
    'R-1 锅炉 | 元素碳 | 2025-02 | 采用保守缺省值 | 按“保守高值（前后 12 个月最大值）”采用 0.58 tC/t。样品破损',
    ' | 供热量 | 2025-03 | 采用上月数值 | 尚未处理',
    'DB-1 | 购入电量 | 2025-02-01 – 2025-03-10 | 检定过期 | 2025-02 2025-03',
    'DV-2025-001 | 皮带秤停用 | 2025-03-01 –  | — | 待答复',
  ])
  expect(JSON.stringify(paper)).toContain('供热量不在计划之内')
})

it('MR2 it speaks both languages whole, and says so where there is neither plan nor exception', () => {
  const bare = { ...report, plans: [], gaps: [], lapses: [], deviations: [], besidePlan: [] }
  for (const language of ['zh', 'en'] as const)
    for (const each of [report, bare]) {
      const text = JSON.stringify([monitoringPaper(each, language), monitoringSheets(each, language)])
      expect(text).not.toMatch(/activity\.|monitoring\.|\{\w+\}|undefined/)
    }
  const english = JSON.stringify(monitoringPaper(bare, 'en').blocks)
  expect(english).toContain('No plan was in force')
  expect(english).toContain('All data that were due came')
  expect(english).toContain('No meter lapsed')
})

it('MR3 the workbook has every month as a number, and an empty cell where nothing is known', () => {
  const [results, gaps] = monitoringSheets(report, 'zh')
  expect(results?.rows[0]?.slice(3, 8)).toEqual([
    'DB-1',
    { number: '100.5', decimals: 1 },
    { number: '99.5', decimals: 1 },
    { number: '1000', decimals: 0 },
    null,
  ])
  expect(gaps?.rows).toHaveLength(2)
})

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

it('MR4 the report of a plant is offered as DOCX, PDF and workbook, from its own readings', async () => {
  await plant.type(plant.bought, '2025-01', '100.5')
  const { api, facility, backend } = plant
  const wish = { facility, year: 2025, language: 'zh' } as const
  for (const [kind, head] of [
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['pdf', '%P'],
  ] as const) {
    const made = await finish(api.activity.exportMonitoring({ ...wish, kind }))
    expect(made.fileName).toMatch(new RegExp(`^2025_年监测报告.*\\.${kind}$`))
    const bytes = readFileSync(join(backend.folder, 'exports', made.download))
    expect(bytes.subarray(0, 2).toString()).toBe(head)
  }
  const nowhere = { ...wish, facility: '019f1641-3500-7000-8007-ec57888b0d83' as typeof facility }
  expect((await refusalOf(finish(api.activity.exportMonitoring({ ...nowhere, kind: 'docx' })))).code).toBe(
    'activity.no-such-facility',
  )
})
