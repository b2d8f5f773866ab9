import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { inventoryById } from '#db/accounting/queries'
import { reportInput } from '#electron/accounting/report-input'
import { reportOf } from '#shared/accounting/report'
import { type Plant, startPlant } from '#test/accounting/plant'
import { meterLike } from '#test/monitoring/support'
import { finish, refusalOf } from '#test/support/backend'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

const register = (language: 'zh' | 'en' = 'zh', facility: Plant['facility'] | null = null) =>
  plant.api.activity.findings({ facility, year: 2025, language })
const found = async (code: string, where = '') =>
  (await register()).findings.find((each) => each.code === code && each.where.includes(where))

it('Q1 the register has what every area found, worded in both languages, each with its place', async () => {
  for (const [at, value] of ['100.5', '101', '99', '100', '102', '400'].entries())
    await plant.type(plant.bought, `2025-0${at + 1}`, value)
  const jump = await found('activity.jump', '2025-06')
  expect(jump).toMatchObject({
    topic: 'data',
    state: 'open',
    subject: '购入使用电力 · 购入电量',
    period: '2025-06',
    place: { kind: 'cell', facility: plant.facility, parameter: plant.bought.id, month: '2025-06' },
    words: '“购入电量”2025-06 为 400 MWh，上月为 102，相差一倍以上，请核对',
  })
  const odd = await found('activity.outlier', '2025-06')
  expect(odd?.words).toMatch(/偏离 6 个月的中位数 100.75 达通常波动幅度的 [\d.]+ 倍/)
  const { findings } = await register('en')
  expect(new Set(findings.map(({ topic }) => topic))).toContain('inventory')
  expect(findings.every(({ words }) => !/[\u4e00-\u9fff]{4}.*请/.test(words))).toBe(true)
  expect(findings.filter(({ words }) => /\{\w+\}/.test(words))).toEqual([])
})

it('Q1b how many wait for an answer is counted without the list', async () => {
  const { findings } = await register()
  const waiting = findings.filter(({ severity }) => severity !== 'note')
  expect(await plant.api.activity.findingCounts({ facility: null, year: 2025 })).toEqual({
    open: waiting.filter(({ state }) => state === 'open').length,
    changed: waiting.filter(({ state }) => state === 'changed').length,
  })
  expect(waiting.some(({ state }) => state === 'open')).toBe(true)
})

it('Q2 an explained finding is closed until its numbers change, and then comes back', async () => {
  const jump = (await found('activity.jump', '2025-06'))!
  const answer = {
    facility: null,
    year: 2025,
    code: jump.code,
    where: jump.where,
    reason: '检修后全厂外购电',
  }
  const stale = plant.api.activity.answerFinding({ ...answer, fingerprint: '0'.repeat(64) })
  expect((await refusalOf(stale)).code).toBe('activity.finding-changed')
  await plant.api.activity.answerFinding({ ...answer, fingerprint: jump.fingerprint })
  expect(await found('activity.jump', '2025-06')).toMatchObject({
    state: 'answered',
    answer: { reason: '检修后全厂外购电' },
  })
  await plant.type(plant.bought, '2025-06', '410')
  expect((await found('activity.jump', '2025-06'))?.state).toBe('changed')
})

it('Q3 what was explained and then mended stands as mended, and is withdrawn on record', async () => {
  const jump = (await found('activity.jump', '2025-06'))!
  const { code, where, fingerprint } = jump
  const answer = { facility: null, year: 2025, code, where, fingerprint, reason: '外购电增加' }
  const { id } = await plant.api.activity.answerFinding(answer)
  await plant.type(plant.bought, '2025-06', '103')
  expect(await found('activity.jump', '2025-06')).toBeUndefined()
  const { settled } = await register()
  expect(settled).toMatchObject([
    { id, reason: '外购电增加', words: expect.stringContaining('410') as string },
  ])
  await plant.api.activity.withdrawAnswer({ id })
  expect((await register()).settled).toEqual([])
  expect((await refusalOf(plant.api.activity.withdrawAnswer({ id }))).code).toBe('activity.no-such-answer')
})

it('Q4 only who may check explains findings', async () => {
  const { api } = await plant.backend.signInAs(['data-owner'])
  const [first] = (await register()).findings
  const { code, where, fingerprint } = first!
  const refused = api.activity.answerFinding({
    facility: null,
    year: 2025,
    code,
    where,
    fingerprint,
    reason: 'x',
  })
  expect((await refusalOf(refused)).code).toBe('kernel.not-permitted')
})

it('Q5 the list is a workbook, and explanations stand in the report', async () => {
  const made = await finish(plant.api.activity.exportFindings({ facility: null, year: 2025, language: 'zh' }))
  expect(made.fileName).toBe('2025 年数据质量发现清单（全部设施）.xlsx')
  const bytes = readFileSync(join(plant.backend.folder, 'exports', made.download))
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
})

it('Q6 the report prints each explanation that still holds, and says how many findings are open', async () => {
  const jump = await found('activity.no-evidence', '2025-01')
  const { code, where, fingerprint } = jump!
  const answer = { facility: null, year: 2025, code, where, fingerprint, reason: '发票在财务部存档' }
  await plant.api.activity.answerFinding(answer)
  const { id } = await plant.create({ year: 2025 })
  const { spine } = plant.backend.backend
  const { write } = spine.store()
  const context = { db: write, around: spine.around, now: '2026-06-30T02:00:00.000Z', today: '2026-06-30' }
  const report = (language: 'zh' | 'en') => {
    const { blocks } = reportOf(reportInput(context, inventoryById(write, id)!, language))
    return blocks.flatMap((block) => ('text' in block ? [block.text] : []))
  }
  expect(report('zh').find((line) => line.includes('发票在财务部存档'))).toMatch(
    /“购入电量”2025-01 有 1 条数据没有证据——说明：发票在财务部存档（王建国，2026-06-30）/,
  )
  expect(report('en').some((line) => /Data quality findings: \d+ open, 1 explained/.test(line))).toBe(true)
  await plant.type(plant.bought, '2025-01', '100.6')
  const again = await found('activity.no-evidence', '2025-01')
  expect(again?.state).toBe('answered')
})

it('Q7 a facility sees its own findings only', async () => {
  const all = (await register()).findings
  const own = (await register('zh', plant.facility)).findings
  expect(own.length).toBeGreaterThan(0)
  expect(own.length).toBeLessThanOrEqual(all.length)
})

it('R-CA-1 what was measured without valid calibration is known before it is typed, and told in words afterwards', async () => {
  const { api, bought, facility } = plant
  await api.monitoring.addMeter({
    ...meterLike(facility, { tag: 'DN-9', installedOn: '2024-01-01' }),
    parameters: [bought.id],
  })
  const row = (await api.activity.grid({ facility, year: 2025 })).find(
    ({ parameter }) => parameter.id === bought.id,
  )
  expect(row?.meter).toEqual({ tag: 'DN-9', certifiedUntil: null })
  expect(row?.lapses).toMatchObject([{ tag: 'DN-9', from: '2024-01-01' }])
  const told = await found('activity.uncalibrated-none-yet', '2025-02')
  expect(told?.words).toContain('2025-02“购入电量”的数据测得时，计量器具 DN-9 没有检定证书')
  for (const language of ['zh', 'en'] as const)
    expect((await register(language)).findings.filter(({ words, code }) => words.includes(code))).toEqual([])
})
