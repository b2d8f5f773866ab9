import { afterAll, beforeAll, expect, it } from 'vitest'

import { evidencePath } from '#electron/kernel/evidence-store'
import { stageUpload } from '#electron/kernel/uploads'
import type { NewCertificate } from '#shared/monitoring/meter'
import type { Parameter } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { meterLike, newFacility, parameterLike, sourceLike } from '#test/monitoring/support'
import { refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let node: NodeId
let parameter: Parameter

beforeAll(async () => {
  plant = await startBackend()
  node = newFacility(plant).id
  const source = await plant.api.monitoring.addSource(sourceLike(node))
  parameter = await plant.api.monitoring.addParameter(parameterLike(source, { meter: 'DN-7' }))
})
afterAll(() => plant.close())

type MeterId = NewCertificate['meter']
const paper = (meter: MeterId, facts: Partial<NewCertificate> = {}): NewCertificate => ({
  meter,
  number: 'JD-2025-1',
  body: '市计量院',
  calibratedOn: '2025-01-01',
  validUntil: '2025-12-31',
  result: 'within-limits',
  deviation: '0.12',
  limit: '0.5',
  note: null,
  upload: null,
  ...facts,
})
const found = async (tag: string) =>
  (await plant.api.monitoring.meters({})).meters.find(({ meter }) => meter.tag === tag)!
const lapses = async () =>
  (await plant.api.monitoring.meters({})).lapses.map(
    ({ from, to, cause, settlement }) => `${from} ${to} ${cause} ${settlement === null ? 'open' : 'settled'}`,
  )

it('Q1 a number that a parameter names is offered for the register, and registered with what it measures', async () => {
  const before = await plant.api.monitoring.meters({})
  expect(before.unregistered).toEqual([{ tag: 'DN-7', parameters: [parameter.id] }])
  await plant.api.monitoring.addMeter({ ...meterLike(node), parameters: [parameter.id] })
  const after = await plant.api.monitoring.meters({})
  expect(after.unregistered).toEqual([])
  expect(after.meters[0]!.uses.map(({ validFrom, validTo }) => `${validFrom} ${validTo}`)).toEqual([
    '2025-01-01 null',
  ])
})

it.each([
  ['one number twice in a place', { tag: 'DN-7' }, 'monitoring.tag-taken'],
  [
    'neither interval nor reason',
    { tag: 'A', calibrationMonths: null },
    'monitoring.calibration-or-exemption',
  ],
  [
    'interval and exemption at once',
    { tag: 'A', exemption: '结算表' },
    'monitoring.calibration-or-exemption',
  ],
  [
    'taken out before it was there',
    { tag: 'A', removedOn: '2024-01-01' },
    'monitoring.ends-before-it-begins',
  ],
] as const)('Q2 refuses %s', async (_what, facts, code) => {
  expect(
    (await refusalOf(plant.api.monitoring.addMeter({ ...meterLike(node, facts), parameters: [] }))).code,
  ).toBe(code)
})

it('Q3 keeps the certificate file under its hash, once, and takes no odd certificate', async () => {
  const { meter } = await found('DN-7')
  const body = new Blob(['certificate']).stream()
  const upload = await stageUpload(plant.folder, { name: 'JD-2025-1.pdf', type: 'application/pdf', body })
  const kept = await plant.api.monitoring.addCertificate({ ...paper(meter.id), upload })
  expect(kept.file?.name).toBe('JD-2025-1.pdf')
  expect(evidencePath(plant.folder, kept.file!.sha256)).toContain('evidence')
  const odd = async (facts: Partial<NewCertificate>) =>
    (await refusalOf(plant.api.monitoring.addCertificate(paper(meter.id, { number: 'X', ...facts })))).code
  expect(await odd({ result: 'failed' })).toBe('monitoring.certificate-validity')
  expect(await odd({ validUntil: '2024-12-31' })).toBe('monitoring.ends-before-it-begins')
  expect(await odd({ calibratedOn: '2026-12-01', validUntil: '2027-11-30' })).toBe(
    'monitoring.certificate-of-future',
  )
  expect(await odd({})).toBe('monitoring.certificate-twice')
})

it('Q4 a time overdue is settled by a later certificate, and open again when that is taken back', async () => {
  const { meter } = await found('DN-7')
  expect(await lapses()).toEqual(['2026-01-01 2026-07-01 overdue open'])
  const early = plant.api.monitoring.settleLapse({
    meter: meter.id,
    from: '2026-01-01',
    to: '2026-07-01',
    how: { kind: 'proven', certificate: (await found('DN-7')).certificates[0]!.id },
    reason: '一直稳定',
  })
  expect((await refusalOf(early)).code).toBe('monitoring.proof-too-early')
  const later = await plant.api.monitoring.addCertificate(
    paper(meter.id, { number: 'JD-2026-1', calibratedOn: '2026-06-01', validUntil: '2027-05-31' }),
  )
  expect(await lapses()).toEqual(['2026-01-01 2026-06-01 overdue open'])
  const settled = await plant.api.monitoring.settleLapse({
    meter: meter.id,
    from: '2026-01-01',
    to: '2026-06-01',
    how: { kind: 'proven', certificate: later.id },
    reason: '后检误差 0.12 %，在允许误差内',
  })
  expect(await lapses()).toEqual(['2026-01-01 2026-06-01 overdue settled'])
  const withdraw = plant.api.monitoring.withdrawCertificate({ id: later.id, reason: '录错' })
  expect((await refusalOf(withdraw)).code).toBe('monitoring.certificate-proves')
  await plant.api.monitoring.withdrawSettlement({ id: settled.id, reason: '证书有疑问' })
  expect(await lapses()).toEqual(['2026-01-01 2026-06-01 overdue open'])
  await plant.api.monitoring.withdrawCertificate({ id: later.id, reason: '录错' })
  expect(await lapses()).toEqual(['2026-01-01 2026-07-01 overdue open'])
})

it('Q5 an exchange ends one meter and begins the other on the same day, for the same parameters', async () => {
  const { meter } = await found('DN-7')
  const { installedOn: _on, removedOn: _off, ...next } = meterLike(node, { tag: 'DN-8' })
  const early = plant.api.monitoring.exchangeMeter({ id: meter.id, on: '2025-01-01', next })
  expect((await refusalOf(early)).code).toBe('monitoring.exchange-day')
  const made = await plant.api.monitoring.exchangeMeter({ id: meter.id, on: '2026-05-01', next })
  const old = await found('DN-7')
  expect([old.meter.removedOn, old.uses[0]?.validTo]).toEqual(['2026-05-01', '2026-05-01'])
  expect([made.meter.replaces, made.meter.installedOn, made.uses[0]?.parameter]).toEqual([
    meter.id,
    '2026-05-01',
    parameter.id,
  ])
  const { parameters } = await plant.api.monitoring.register({ facility: node })
  expect(parameters[0]?.meter).toBe('DN-8')
  expect(await lapses()).toEqual([
    '2026-01-01 2026-05-01 overdue open',
    '2026-05-01 2026-07-01 none-yet open',
  ])
})

it('Q6 a meter without history is removed, one with certificates is not', async () => {
  const fresh = await plant.api.monitoring.addMeter({ ...meterLike(node, { tag: 'T-1' }), parameters: [] })
  await plant.api.monitoring.removeMeter({ id: fresh.meter.id })
  const { meter } = await found('DN-7')
  expect((await refusalOf(plant.api.monitoring.removeMeter({ id: meter.id }))).code).toBe(
    'monitoring.meter-in-use',
  )
})

it('Q7 who answers for one place lays no hand on what is measured in another', async () => {
  const elsewhere = newFacility(plant, '二分厂').id
  const source = await plant.api.monitoring.addSource(sourceLike(elsewhere, { code: 'R-9' }))
  const theirs = await plant.api.monitoring.addParameter(parameterLike(source))
  const { api } = await plant.signInAs(['carbon-manager'], node)
  const facts = meterLike(node, { tag: 'DN-99' })
  const refused = async (asking: Promise<unknown>) => (await refusalOf(asking)).code
  expect(await refused(api.monitoring.addMeter({ ...facts, parameters: [theirs.id] }))).toBe(
    'kernel.not-permitted',
  )
  const { meter } = await api.monitoring.addMeter({ ...facts, parameters: [] })
  const change = { ...facts, id: meter.id, parameters: [theirs.id], from: '2025-02-01' }
  expect(await refused(api.monitoring.changeMeter(change))).toBe('kernel.not-permitted')
  await plant.api.monitoring.changeMeter(change)
  const multiply = { meter: meter.id, from: '2025-02-01', to: '2025-03-01', factor: '2', reason: 'x' }
  expect(await refused(api.activity.correctByMeter(multiply))).toBe('kernel.not-permitted')
})
