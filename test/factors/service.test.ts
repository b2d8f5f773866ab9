import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Factor } from '#shared/factors/model'
import type { NewMark, NewOwnEdition } from '#shared/factors/record'
import { isFactor } from '#shared/factors/search'
import { newFacility, parameterLike, sourceLike } from '#test/monitoring/support'
import { refusalOf, type SignedIn, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let manager: SignedIn
let reviewer: SignedIn
let owner: SignedIn
beforeAll(async () => {
  plant = await startBackend()
  manager = await plant.signInAs(['carbon-manager'])
  reviewer = await plant.signInAs(['reviewer'])
  owner = await plant.signInAs(['data-owner'])
})
afterAll(() => plant.close())

const methane = { urn: 'urn:tanbu:factors:gwp-ar5:2013', ref: 'CH4' }
const compared: NewMark = {
  pointer: methane,
  value: '28',
  unit: 'tCO2e/tCH4',
  document: 'IPCC AR5 WGI (2013)',
  page: 'p. 731, table 8.A.1',
  comparedOn: '2026-06-29',
  note: null,
}
const coal: Factor = {
  ref: 'bituminous/net-calorific-value',
  subject: 'bituminous',
  name: { zh: '入炉烟煤', en: '入炉烟煤' },
  kind: 'net-calorific-value',
  value: '22.350',
  unit: 'GJ/t',
  per: null,
  formula: null,
  gas: null,
  region: null,
  purpose: null,
  usedFor: null,
  sector: null,
  dataYear: 2025,
  validFrom: null,
  validTo: null,
  source: '检测报告 JC-2025-014 第 2 页',
  seenIn: null,
  verification: 'secondary-copy',
  note: null,
}
const laboratory = (table: string, factors: readonly Factor[] = [coal]): NewOwnEdition => ({
  table,
  title: { zh: '锅炉化验', en: 'Boiler laboratory' },
  issuer: { zh: '本厂化验室', en: 'Plant laboratory' },
  document: '检测报告 JC-2025-014',
  published: '2025-12',
  note: null,
  factors: [...factors],
  readAt: null,
})
const valueFound = async (words: string) => {
  const { hits } = await owner.api.factors.search({ words, kind: 'net-calorific-value', origin: 'own' })
  return hits.map(({ row, edition }) => `${isFactor(row) ? row.value : ''} ${edition.urn}`)
}

describe('The library', () => {
  it('is found by words in either language, with source, year and trust', async () => {
    const { total, hits } = await owner.api.factors.search({ words: 'china average electricity 2022' })
    const [best] = hits
    expect(total).toBeGreaterThan(0)
    expect(best?.row).toMatchObject({ value: '0.5366', dataYear: 2022, verification: 'secondary-copy' })
    expect(best?.edition).toMatchObject({ origin: 'shipped', urn: 'urn:tanbu:factors:electricity-co2:2022' })
    expect(best?.mark).toBeNull()
  })
  it('comes in pages that join without gap or repetition', async () => {
    const ask = (offset: number, limit: number) =>
      owner.api.factors.search({ purpose: 'electricity-average', offset, limit })
    const whole = await ask(0, 60)
    const parts = [await ask(0, 25), await ask(25, 25), await ask(50, 10)].flatMap(({ hits }) => hits)
    expect(parts).toEqual(whole.hits)
    expect((await ask(whole.total, 10)).hits).toEqual([])
  })
  it('shows a remark where a table holds no number, rather than nothing', async () => {
    const { hits } = await owner.api.factors.search({ words: '西藏' })
    expect(hits.some(({ row }) => !isFactor(row))).toBe(true)
  })
  it('gives one factor with its edition and what a reader should know before using it', async () => {
    const { factor, edition, marks, findings } = await owner.api.factors.factor(methane)
    expect(factor.value).toBe('28')
    expect(edition.document).toContain('AR5')
    expect(marks).toEqual([])
    expect(findings.map(({ code }) => code)).toEqual(['factors.secondary-copy'])
  })
  it('gives many at once in the order asked for, and says which are not there', async () => {
    const found = await owner.api.factors.factors({ pointers: [{ ...methane, ref: 'nothing' }, methane] })
    expect(found.map((each) => each?.row.ref ?? null)).toEqual([null, 'CH4'])
  })
  it('refuses what is not there by its name', async () => {
    const refused = await refusalOf(owner.api.factors.factor({ ...methane, ref: 'nothing' }))
    expect(refused).toMatchObject({ code: 'factors.unknown', facts: { ref: 'nothing' } })
  })
  it('lays the GWP sets side by side; a set that lacks a gas has no cell, not a zero', async () => {
    const { sets, rows } = await owner.api.factors.gwpSets({})
    const valuesOf = (gas: string) =>
      rows.find((row) => row.gas === gas)?.cells.map(({ set, value }) => `${set} ${value}`)
    expect(sets.map(({ name }) => name)).toEqual([
      'SAR',
      'TAR',
      'AR4',
      'AR5',
      'AR5-feedback',
      'AR6',
      'china-guideline',
    ])
    expect(valuesOf('CH4')).toContain('AR5 28')
    expect(valuesOf('CH4')).toContain('SAR 21')
    expect(valuesOf('NF3')?.some((value) => value.startsWith('SAR'))).toBe(false)
  })
})

describe('Where a factor is used', () => {
  it('is told by the areas that use it, in the words of the plant', async () => {
    const pointer = { urn: 'urn:tanbu:factors:electricity-co2:2022', ref: 'electricity-average/CN' }
    expect(await owner.api.factors.whereUsed(pointer)).toEqual([])
    const source = await manager.api.monitoring.addSource(sourceLike(newFacility(plant).id))
    const { id, name } = await manager.api.monitoring.addParameter(
      parameterLike(source, {
        role: 'factor',
        name: '电力排放因子',
        unit: 'tCO2/MWh',
        determination: 'default',
        rollUp: 'mean',
        factor: pointer,
      }),
    )
    expect(await owner.api.factors.whereUsed(pointer)).toEqual([
      {
        area: 'monitoring',
        name: `${source.name} · ${name}`,
        path: `/monitoring/${source.id}?parameter=${id}`,
      },
    ])
  })
  it('J12 names the open inventories that a new edition concerns', async () => {
    const urn = 'urn:tanbu:factors:electricity-co2:2022'
    const uses = () => manager.api.factors.editionUses({ urn })
    expect((await uses()).map(({ area }) => area)).toEqual(['monitoring'])
    const { id } = await manager.api.accounting.create({
      title: '2025 年清单',
      year: 2025,
      facilities: null,
      guideline: 'carbon-management-annex-f',
      gwpSet: 'AR6',
      rounding: 'none',
      view: 'iso-14064-1',
      scope2: 'location-based',
    })
    expect((await uses()).at(-1)).toEqual({
      area: 'accounting',
      name: '2025 年清单 V1',
      path: `/accounting/${id}`,
      keeps: false,
    })
  })
  it('cannot be asked of what is not there', async () => {
    const refused = await refusalOf(owner.api.factors.whereUsed({ ...methane, ref: 'nothing' }))
    expect(refused.code).toBe('factors.unknown')
  })
})

describe('A comparison with the official text', () => {
  it('makes the value verified everywhere, says by whom, and leaves the shipped file as it was', async () => {
    const file = new URL('../../resources/factors/gwp-ar5-2013.json', import.meta.url)
    const hash = () => createHash('sha256').update(readFileSync(file)).digest('hex')
    const before = hash()
    const mark = await reviewer.api.factors.markVerified(compared)
    expect(mark).toMatchObject({ inForce: true, page: 'p. 731, table 8.A.1', withdrawn: null })
    const { hits } = await owner.api.factors.search({ urn: methane.urn, verification: 'verified' })
    expect(hits.map(({ row, mark: by }) => [row.ref, by?.by])).toEqual([['CH4', mark.by]])
    expect((await owner.api.factors.factor(methane)).findings).toEqual([])
    expect(hash()).toBe(before)
  })
  it('is stated once while it holds', async () => {
    expect((await refusalOf(reviewer.api.factors.markVerified(compared))).code).toBe(
      'factors.already-verified',
    )
  })
  it('can be withdrawn with a reason, after which the row is as untrusted as before, and the history stays', async () => {
    const [mark] = (await owner.api.factors.factor(methane)).marks
    await reviewer.api.factors.withdrawMark({ id: mark!.id, reason: '看错了表' })
    const { factor, marks } = await owner.api.factors.factor(methane)
    expect(factor.verification).toBe('secondary-copy')
    expect(marks).toMatchObject([{ inForce: false, withdrawn: { reason: '看错了表' } }])
    const again = refusalOf(reviewer.api.factors.withdrawMark({ id: mark!.id, reason: '再次' }))
    expect((await again).code).toBe('factors.already-withdrawn')
  })
  it.each([
    ['of another value than the library has', { value: '25' }, 'factors.value-changed'],
    ['in another unit', { unit: 'tCO2e/tN2O' }, 'factors.value-changed'],
    ['on a day to come', { comparedOn: '2026-07-02' }, 'factors.compared-in-future'],
    ['of what is not there', { pointer: { ...methane, ref: 'CH5' } }, 'factors.unknown'],
  ] as const)('%s is refused', async (_, change, code) => {
    const refused = await refusalOf(reviewer.api.factors.markVerified({ ...compared, ...change }))
    expect(refused.code).toBe(code)
  })
  it('is not for those who only enter data', async () => {
    const refused = await refusalOf(owner.api.factors.markVerified(compared))
    expect(refused.code).toBe('kernel.not-permitted')
  })
})

describe('An own edition', () => {
  it('is a draft that nobody finds until it is released, and never changes afterwards', async () => {
    const draft = await manager.api.factors.saveOwnEdition(laboratory('boiler'))
    expect(draft).toMatchObject({ state: 'draft', summary: { urn: 'urn:tanbu:factors:own-boiler:1' } })
    expect(await valueFound('入炉烟煤')).toEqual([])
    const changed = await manager.api.factors.saveOwnEdition({
      ...laboratory('boiler', [{ ...coal, value: '22.4' }]),
      readAt: draft.changedAt,
    })
    await reviewer.api.factors.releaseOwnEdition({ urn: changed.summary.urn })
    expect(await valueFound('入炉烟煤')).toEqual(['22.4 urn:tanbu:factors:own-boiler:1'])
    const refused = await refusalOf(manager.api.factors.saveOwnEdition(laboratory('boiler')))
    expect(refused.code).toBe('factors.edition-exists')
    const removed = await refusalOf(manager.api.factors.removeOwnDraft({ urn: changed.summary.urn }))
    expect(removed.code).toBe('factors.already-released')
  })
  it('is corrected by a new one that names the old; both stay', async () => {
    const urn = 'urn:tanbu:factors:own-boiler:1'
    const note = { zh: '更正化验值', en: 'corrected laboratory value' }
    const draft = await manager.api.factors.correctOwnEdition({ urn, note })
    expect(draft.summary).toMatchObject({ urn: 'urn:tanbu:factors:own-boiler:2', supersedes: urn })
    expect((await refusalOf(manager.api.factors.correctOwnEdition({ urn, note }))).code).toBe(
      'factors.draft-open',
    )
    const saved = await manager.api.factors.saveOwnEdition({
      ...laboratory('boiler', [{ ...coal, value: '22.3' }]),
      readAt: draft.changedAt,
    })
    await manager.api.factors.releaseOwnEdition({ urn: saved.summary.urn })
    expect(new Set(await valueFound('入炉烟煤'))).toEqual(
      new Set(['22.4 urn:tanbu:factors:own-boiler:1', '22.3 urn:tanbu:factors:own-boiler:2']),
    )
    const editions = await owner.api.factors.editions({})
    expect(editions.find((edition) => edition.urn === urn)?.supersededBy).toBe(saved.summary.urn)
    const second = await refusalOf(manager.api.factors.correctOwnEdition({ urn, note }))
    expect(second.code).toBe('factors.already-superseded')
  })
  it('is never made of a shipped one', async () => {
    const refused = await refusalOf(manager.api.factors.correctOwnEdition({ urn: methane.urn, note: null }))
    expect(refused.code).toBe('factors.not-own')
  })
  it.each([
    ['without a source', { source: ' ' }, 'factors.no-source'],
    ['without a year', { dataYear: null }, 'factors.no-year'],
    ['in a unit that does not fit', { unit: 'tCO2/t' }, 'factors.unit-unfit'],
    ['below zero', { value: '-1' }, 'factors.out-of-range'],
  ] as const)(
    'with a row %s is not saved by half, and the refusal names the row',
    async (_, change, code) => {
      const fine = { ...coal, ref: 'fine' }
      const refused = await refusalOf(
        manager.api.factors.saveOwnEdition(laboratory('half', [fine, { ...coal, ...change }])),
      )
      expect(refused).toMatchObject({ code, facts: { row: coal.ref } })
      const own = await owner.api.factors.ownEditions({})
      expect(own.some(({ table }) => table === 'half')).toBe(false)
    },
  )
  it('with one key twice is refused by that key', async () => {
    const refused = await refusalOf(manager.api.factors.saveOwnEdition(laboratory('twice', [coal, coal])))
    expect(refused).toMatchObject({ code: 'factors.row-twice', facts: { row: coal.ref } })
  })
  it('is not overwritten by someone who read an older draft', async () => {
    const draft = await manager.api.factors.saveOwnEdition(laboratory('shared'))
    plant.clock.advance(60)
    await manager.api.factors.saveOwnEdition({ ...laboratory('shared'), readAt: draft.changedAt })
    const stale = manager.api.factors.saveOwnEdition({ ...laboratory('shared'), readAt: draft.changedAt })
    expect((await refusalOf(stale)).code).toBe('factors.draft-changed')
  })
  it('gets a table name when the writer gives none', async () => {
    const { table } = await manager.api.factors.saveOwnEdition({ ...laboratory(''), table: null })
    expect(table).toBe('table-1')
  })
  it('can be thrown away while it is a draft, a correction too, after which another can be opened', async () => {
    const urn = 'urn:tanbu:factors:own-boiler:2'
    const { summary } = await manager.api.factors.correctOwnEdition({ urn, note: null })
    await manager.api.factors.removeOwnDraft({ urn: summary.urn })
    expect((await manager.api.factors.correctOwnEdition({ urn, note: null })).summary.urn).toBe(summary.urn)
  })
  it('is not written by those who may only look', async () => {
    const refused = await refusalOf(owner.api.factors.saveOwnEdition(laboratory('owner')))
    expect(refused.code).toBe('kernel.not-permitted')
  })
})
