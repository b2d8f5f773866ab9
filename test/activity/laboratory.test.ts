import { assert, double, property } from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { netFromGross, onBasis, weightedMean } from '#shared/activity/coal-bases'
import type { NewLabSample } from '#shared/activity/laboratory'
import { checkSample } from '#shared/activity/laboratory-checks'
import { Decimal } from '#shared/kernel/quantity'
import type { Parameter, Source } from '#shared/monitoring/model'
import { inMonth, paperAt, type Plant, startPlant } from '#test/activity/support'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import { refusalOf } from '#test/support/backend'

const d = (text: string) => new Decimal(text)
const moistures = { received: d('10'), airDry: d('2') }

it('L1 carbon of the air-dry sample, as received: C_ad × (100 − M_ar) ÷ (100 − M_ad)', () => {
  // 60 × 90 ÷ 98 = 55.102…
  expect(onBasis(d('60'), 'air-dry', 'received', moistures)!.toFixed(6)).toBe('55.102041')
  // 61.2 × 90 ÷ 100 = 55.08
  expect(onBasis(d('61.2'), 'dry', 'received', moistures)!.toFixed()).toBe('55.08')
  expect(onBasis(d('60'), 'air-dry', 'received', { received: null, airDry: d('2') })).toBeNull()
})
it('L2 there and back again is the same, on any bases', () => {
  const bases = ['received', 'air-dry', 'dry'] as const
  assert(
    property(double({ min: 1, max: 80, noNaN: true }), (value) => {
      for (const from of bases)
        for (const to of bases) {
          const there = onBasis(d(String(value)), from, to, moistures)!
          expect(onBasis(there, to, from, moistures)!.minus(value).abs().lt('1e-40')).toBe(true)
        }
    }),
  )
})
it('L3 the net value as received from the gross value of the air-dry sample (GB/T 213)', () => {
  // (25 − 0.206 × 4) × 90 ÷ 98 − 0.023 × 10 = 24.176 × 0.918367… − 0.23 = 21.972…
  expect(netFromGross(d('25'), d('4'), moistures)!.toFixed(6)).toBe('21.972449')
})
it('L4 a month is weighted with the coal, and lies between its least and greatest sample', () => {
  // (20 × 100 + 23 × 300) ÷ 400 = 22.25
  expect(
    weightedMean([
      { value: d('20'), weight: d('100') },
      { value: d('23'), weight: d('300') },
    ])!.toFixed(),
  ).toBe('22.25')
  expect(weightedMean([{ value: d('20'), weight: d('0') }])).toBeNull()
})

const sample = (number: string, from: string, to: string, facts: Partial<NewLabSample> = {}) => ({
  id: null,
  upload: null,
  number,
  from,
  to,
  amount: null,
  moistureReceived: '10',
  moistureAirDry: '2',
  ash: '20',
  volatile: '28',
  sulphur: '0.8',
  hydrogen: '4',
  netHeat: '21.5',
  grossHeat: null,
  carbon: '60',
  carbonBasis: 'air-dry' as const,
  sampledBy: '赵采',
  sampledOn: from,
  preparedBy: '钱制',
  laboratory: '省煤检中心',
  accreditation: 'CMA' as const,
  reportNo: `R-${number}`,
  receivedOn: from,
  testedOn: to,
  reportedOn: to,
  keptUntil: '2027-01-01',
  note: null,
  ...facts,
})
const checked = (facts: Partial<NewLabSample>) => {
  const { upload: _upload, ...made } = sample('S', '2026-03-01', '2026-03-02', facts)
  const whole = {
    ...made,
    id: 's' as never,
    source: 'x' as never,
    month: '2026-03',
    sha256: null,
    isPosted: false,
  }
  return checkSample(whole).map(({ code }) => code.replace('activity.lab.', ''))
}
it('L5 a sample that is as coal is raises nothing', () => {
  expect(checked({})).toEqual([])
})
it.each([
  ['moisture-order', { moistureReceived: '2', moistureAirDry: '10' }],
  ['sum-over-whole', { ash: '60', volatile: '50' }],
  ['sum-over-whole', { ash: '45' }],
  ['carbon-per-heat', { netHeat: '30' }],
  ['carbon-per-heat', { netHeat: '10' }],
  ['carbon-range', { carbon: '99', ash: null, netHeat: null }],
  ['no-moisture', { moistureReceived: null }],
  ['chain-order', { testedOn: '2026-02-28' }],
  ['not-accredited', { accreditation: 'none' }],
  ['reported-late', { reportedOn: '2026-05-11' }],
] as const)('L6 %s is told', (code, facts) => {
  expect(checked(facts)).toContain(code)
})
it('L7 the fortieth day after the month is not late', () => {
  expect(checked({ reportedOn: '2026-05-10' })).toEqual([])
})

let plant: Plant
let coal: Source
let role: Record<string, Parameter>
beforeAll(async () => {
  plant = await startPlant()
  coal = await plant.api.monitoring.addSource(
    sourceLike(plant.facility, {
      code: 'M-1',
      name: '1号炉燃煤',
      category: 'fuel-combustion',
      isoCategory: 1,
      scope: 1,
      calculation: { method: 'fuel-by-element-carbon', fuelClass: 'coal', carbonBasis: 'received' },
      validFrom: '2024-01-01',
    }),
  )
  const add = (facts: Parameters<typeof parameterLike>[1]) =>
    plant.api.monitoring.addParameter(parameterLike(coal, { validFrom: '2024-01-01', ...facts }))
  const fuel = await add({ role: 'fuel', name: '入炉煤量', unit: 't', rollUp: 'sum', frequency: 'day' })
  const weighted = { rollUp: 'mean', weightedBy: fuel.id, frequency: 'batch' } as const
  role = {
    fuel,
    carbon: await add({ role: 'carbon', name: '元素碳', unit: 'tC/t', ...weighted }),
    heat: await add({ role: 'calorificValue', name: '低位发热量', unit: 'GJ/t', ...weighted }),
  }
})
afterAll(() => plant.backend.close())

const at = (month: string) => ({ source: coal.id, month })
const save = (month: string, samples: ReturnType<typeof sample>[]) =>
  plant.api.activity.saveLaboratory({ ...at(month), samples, remove: [] })
const means = async (month: string) =>
  (await plant.api.activity.laboratory(at(month))).means.map(
    ({ role: of, value, samples }) => `${of} ${value === null ? '—' : d(value).toFixed(6)} ×${samples}`,
  )

it('L8 samples with amounts of their own become one weighted mean of the month, with the report as evidence', async () => {
  const { file } = paperAt(plant, 'report')
  await save('2026-01', [
    sample('A1', '2026-01-01', '2026-01-16', { amount: '100', upload: file.upload } as never),
    sample('A2', '2026-01-16', '2026-02-01', { amount: '300', netHeat: '23', carbon: '64' }),
  ])
  // C_ar: 60 × 90/98 = 55.102041 %, 64 × 90/98 = 58.775510 %; (100 × 55.102041 + 300 × 58.775510) ÷ 400 = 57.857143 %.
  const unknown = { carbon: null, moistureReceived: null, netHeat: null }
  await save('2026-01', [sample('A3', '2026-01-31', '2026-02-01', unknown)])
  // A3 waits for its report: it says nothing yet and keeps nothing back.
  expect(await means('2026-01')).toEqual(['carbon 0.578571 ×2', 'calorificValue 22.625000 ×2'])
  expect((await plant.api.activity.laboratory(at('2026-01'))).weighting).toBe('amounts')
  const { act, readings } = await plant.api.activity.postLaboratory(at('2026-01'))
  expect(readings).toBe(2)
  expect(await plant.cell('2026-01', role['carbon'])).toBe('0.57857143 ×1')
  const { evidence } = await plant.api.activity.readings({ parameter: role['carbon']!.id, month: '2026-01' })
  expect(evidence.map(({ reportNo, sampleDate }) => `${reportNo} ${sampleDate}`)).toEqual(['R-A1 2026-01-01'])
  expect((await refusalOf(plant.api.activity.postLaboratory(at('2026-01')))).code).toBe('activity.lab.posted')
  expect(
    (
      await refusalOf(
        save('2026-01', [
          { ...sample('A1', '2026-01-01', '2026-01-16'), id: (await first('2026-01')).id as never },
        ]),
      )
    ).code,
  ).toBe('activity.lab.posted')
  await plant.api.activity.undo({ act, reason: null })
  expect((await first('2026-01')).isPosted).toBe(false)
})
const first = async (month: string) => (await plant.api.activity.laboratory(at(month))).samples[0]!

it('L9 where coal is recorded day by day, each sample is weighted with the coal of its own days, and the mean can be opened', async () => {
  const { api } = plant
  const tonnes = (day: string, to: string, text: string) => ({
    ...inMonth(role['fuel']!.id, '2026-02', text),
    from: day,
    to,
  })
  await api.activity.submit({
    readings: [
      tonnes('2026-02-01', '2026-02-02', '100'),
      tonnes('2026-02-02', '2026-02-03', '150'),
      tonnes('2026-02-03', '2026-02-04', '150'),
    ],
    proofs: [],
    reason: null,
  })
  await save('2026-02', [
    sample('B1', '2026-02-01', '2026-02-02', { netHeat: '20' }),
    sample('B2', '2026-02-02', '2026-02-04', { netHeat: '24' }),
  ])
  expect((await api.activity.laboratory(at('2026-02'))).weighting).toBe('readings')
  expect(await api.activity.postLaboratory(at('2026-02'))).toMatchObject({ readings: 4, samples: 2 })
  // (20 × 100 + 24 × 300) ÷ 400 = 23
  expect(await plant.cell('2026-02', role['heat'])).toBe('23 ×2')
})

it('L10 without any weight nothing is posted, and one sample alone needs none', async () => {
  await save('2026-03', [sample('C1', '2026-03-01', '2026-03-16'), sample('C2', '2026-03-16', '2026-04-01')])
  expect(await means('2026-03')).toEqual(['carbon — ×2', 'calorificValue — ×2'])
  expect((await refusalOf(plant.api.activity.postLaboratory(at('2026-03')))).code).toBe(
    'activity.lab.no-weights',
  )
  await plant.api.activity.saveLaboratory({
    ...at('2026-03'),
    samples: [],
    remove: [(await first('2026-03')).id],
  })
  await plant.api.activity.postLaboratory(at('2026-03'))
  expect(await plant.cell('2026-03', role['heat'])).toBe('21.5 ×1')
})

it('L11 a sample stands in its own month, and its number once', async () => {
  expect((await refusalOf(save('2026-04', [sample('D1', '2026-04-20', '2026-05-02')]))).code).toBe(
    'activity.lab.other-month',
  )
  expect((await refusalOf(save('2026-04', [sample('A1', '2026-04-01', '2026-04-02')]))).code).toBe(
    'activity.lab.number-taken',
  )
  expect((await plant.api.activity.laboratory(at('2026-04'))).samples).toEqual([])
})

it('L12 who wrote down what the laboratory found does not check it, even if another posted it', async () => {
  const poster = await plant.backend.signInAs(['data-owner'])
  const reviewer = await plant.backend.signInAs(['reviewer'])
  await save('2025-03', [sample('E1', '2025-03-01', '2025-04-01')])
  const { act } = await poster.api.activity.postLaboratory(at('2025-03'))
  const review = { select: { by: 'act', act }, reason: '赶进度' } as const
  expect((await refusalOf(plant.api.activity.check(review))).code).toBe('activity.own-work')
  expect((await reviewer.api.activity.check(review)).count).toBe(2)
})

it('L13 a sample that was removed comes back with its report', async () => {
  const { file } = paperAt(plant, 'report of F1')
  await save('2025-04', [{ ...sample('F1', '2025-04-01', '2025-05-01'), upload: file.upload } as never])
  const {
    id,
    sha256: report,
    received: _r,
    isPosted: _p,
    source: _s,
    month: _m,
    ...facts
  } = await first('2025-04')
  await plant.api.activity.saveLaboratory({ ...at('2025-04'), samples: [], remove: [id] })
  const back = { ...facts, id: null, upload: null }
  await plant.api.activity.saveLaboratory({ ...at('2025-04'), samples: [{ ...back, report }], remove: [] })
  expect([report?.length, (await first('2025-04')).sha256]).toEqual([64, report])
  const unknown = { ...back, number: 'F2', report: '0'.repeat(64) }
  expect(
    (await refusalOf(plant.api.activity.saveLaboratory({ ...at('2025-04'), samples: [unknown], remove: [] })))
      .code,
  ).toBe('activity.no-such-evidence')
})
