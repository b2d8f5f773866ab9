import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import type { PlanId } from '#shared/monitoring/plan'
import { comparePlans } from '#shared/monitoring/plan-compare'
import { planPaper, type PlanPrint } from '#shared/monitoring/plan-paper'
import { planSheets } from '#shared/monitoring/plan-sheets'
import { finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let plan: PlanId

beforeAll(async () => {
  plant = await startBackend()
  const { api } = plant
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  await api.monitoring.applyTemplate({
    template: 'combined-heat-and-power',
    node: facility,
    validFrom: '2025-01-01',
    language: 'zh',
  })
  plan = (
    await api.monitoring.beginPlan({
      facility,
      validFrom: '2025-01-01',
      title: '数据质量控制计划',
      reason: '首次制定',
    })
  ).id
})
afterAll(() => plant.close())

it('X1 leaves as DOCX and XLSX in either language, each recorded with its hash and offered for download', async () => {
  for (const language of ['zh', 'en'] as const) {
    const made = await finish(plant.api.exchange.exportPlan({ plan, kinds: ['docx', 'xlsx'], language }))
    expect(made.map(({ kind, fileName }) => `${kind} ${fileName}`)).toEqual([
      'plan 数据质量控制计划-v1.docx',
      'plan 数据质量控制计划-v1.xlsx',
    ])
    for (const { id, fileName } of made) {
      const file = join(plant.folder, 'exports', id)
      expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
      const kept = process.env['TANBU_KEEP_EXPORTS']
      if (kept !== undefined) copyFileSync(file, join(kept, `plan-${language}-${fileName}`))
    }
  }
  expect((await plant.api.exchange.exports({})).length).toBe(4)
})

it('X2 says every parameter with every field, and what changed against the version before', async () => {
  const { plan: version } = await plant.api.monitoring.plan({ id: plan })
  const [first, ...others] = version.content.lines
  const before = {
    ...version,
    content: { ...version.content, lines: [{ ...first!, recordForm: '旧台账' }, ...others] },
  }
  const print: PlanPrint = {
    plan: version,
    facility: '热电分厂',
    versions: [version],
    reasons: new Map([[1, '首次制定']]),
    differences: comparePlans(before, version),
    approvedBy: null,
    factorNames: new Map(),
    language: 'zh',
    isSample: false,
    madeOn: '2026-06-30',
    hash: 'a'.repeat(64),
  }
  const sheets = planSheets(print)
  expect(sheets.map(({ name }) => name)).toEqual([
    '概况',
    '监测参数',
    '核算方法',
    '采样和制样方案',
    '版本比较',
  ])
  expect(sheets[1]!.rows).toHaveLength(version.content.lines.length)
  expect(sheets[4]!.rows).toEqual([
    [`监测参数 · ${first!.sourceName} · ${first!.name} · 记录方式`, '修改', '旧台账', ''],
  ])
  const paper = planPaper(print)
  const text = JSON.stringify(paper)
  for (const { name } of version.content.lines) expect(text).toContain(name)
  expect(text).not.toMatch(/monitoring\.|organization\./)
  expect(paper.watermark).toBe('草稿')
  expect(JSON.stringify(planSheets({ ...print, language: 'en' }))).not.toMatch(/monitoring\.|organization\./)
})

it('X3 a version that does not exist is not exported', async () => {
  const nobody = finish(
    plant.api.exchange.exportPlan({
      plan: '01890000-0000-7000-8000-000000000000' as PlanId,
      kinds: ['docx'],
      language: 'zh',
    }),
  )
  expect((await refusalOf(nobody)).code).toBe('monitoring.no-such-plan')
})
