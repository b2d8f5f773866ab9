import { createHash } from 'node:crypto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { BoundaryContent, BoundaryId } from '#shared/organization/boundary'
import type { NodeId } from '#shared/organization/model'
import {
  administrator,
  type Api,
  finish,
  refusalOf,
  startBackend,
  type TestBackend,
} from '#test/support/backend'

import { blank, plate } from './support.ts'

let plant: TestBackend
let site: NodeId
let power: NodeId
let canteen: NodeId
beforeEach(async () => {
  plant = await startBackend()
  const { api } = plant
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: null,
    industryCode: null,
    site: '厂区',
    facility: '热电厂',
    validFrom: '2020-01-01',
  })
  const [first, second] = await api.organization.tree({})
  site = first!.id
  power = second!.id
  const added = { ...plate, kind: 'facility', name: '食堂', parent: site, validFrom: '2020-01-01' } as const
  canteen = (await api.organization.addNode(added)).id
})
afterEach(() => plant.close())

const all = (): BoundaryContent => ({ ...blank, members: [{ node: site, share: null, reason: null }] })
const withoutCanteen = (): BoundaryContent => ({
  ...all(),
  exclusions: [{ node: canteen, what: '食堂', reason: '由承包商经营', size: { in: 'tCO2e', value: '12.5' } }],
})
const draft = (content: BoundaryContent) => plant.api.organization.draftBoundary(content)
const approve = (id: BoundaryId, { password, api }: { password?: string; api?: Api } = {}) =>
  finish(
    (api ?? plant.api).organization.approveBoundary({ id, password: password ?? administrator.password }),
  )
/** Number, state and validity of every version. */
const versions = async () =>
  (await plant.api.organization.boundaries({})).map(
    ({ number, state, validFrom, validTo }) => `${number} ${state} ${validFrom}…${validTo ?? ''}`,
  )

describe('a boundary version', () => {
  it('V1 a draft is overwritten as often as wished, and can be thrown away', async () => {
    const { id } = await draft(all())
    const edited = await plant.api.organization.editBoundary({ ...withoutCanteen(), id, title: 'Neu' })
    expect(edited).toEqual({ state: 'draft', number: 1, ...withoutCanteen(), id, title: 'Neu' })
    expect(await plant.api.organization.boundaries({})).toEqual([edited])
    await plant.api.organization.discardBoundary({ id })
    expect(await versions()).toEqual([])
  })
  it('V1b ends on no day before its first, also as a draft', async () => {
    const backwards = { ...all(), validFrom: '2025-06-01', validTo: '2025-05-31' }
    expect((await refusalOf(draft(backwards))).code).toBe('organization.boundary-ends-early')
    expect(await versions()).toEqual([])
  })
  it('V2 is in force once it is signed, from its first day on', async () => {
    const { id } = await draft(withoutCanteen())
    expect(await plant.api.organization.inForce({ on: '2025-06-01' })).toBeNull()
    const approved = await approve(id)
    expect(approved).toMatchObject({ state: 'approved', approvedAt: '2026-06-30T02:00:00.000Z' })
    expect(await plant.api.organization.inForce({ on: '2024-12-31' })).toBeNull()
    expect(await plant.api.organization.inForce({ on: '2025-01-01' })).toEqual(approved)
  })
  it('V3 the signature is over what is kept, byte for byte', async () => {
    const { id } = await draft(withoutCanteen())
    await approve(id)
    const { read } = plant.backend.workspace.store()
    const [kept] = read.ask<{ signed_text: string; hash: string; record: string }>(
      `SELECT b.signed_text, s.signed_hash AS hash, s.record FROM organization_boundaries b
       JOIN kernel_signatures s ON s.id = b.signature_id`,
    )
    expect(kept?.record).toBe(`organization/boundary/${id}`)
    expect(createHash('sha256').update(kept!.signed_text).digest('hex')).toBe(kept!.hash)
    expect(JSON.parse(kept!.signed_text)).toEqual({ ...withoutCanteen(), id, number: 1 })
  })
  it('V3b a signature holds as long as nobody rewrites the file, and through its succession', async () => {
    const { id } = await draft(withoutCanteen())
    await approve(id)
    await approve((await draft({ ...all(), validFrom: '2026-01-01' })).id)
    expect(await plant.api.organization.signature({ id })).toEqual({ holds: true })
    const { sqlite } = plant.backend.workspace.store()
    sqlite.exec('DROP TRIGGER organization_boundary_exclusions_no_update')
    sqlite.exec(`UPDATE organization_boundary_exclusions SET size = '1.5'`)
    expect(await plant.api.organization.signature({ id })).toEqual({ holds: false })
  })
  it('V4 last year keeps last year’s boundary', async () => {
    const first = await approve((await draft(all())).id)
    const second = await approve(
      (await draft({ ...withoutCanteen(), validFrom: '2026-01-01', reason: '承包' })).id,
    )
    expect(await versions()).toEqual(['1 superseded 2025-01-01…2026-01-01', '2 approved 2026-01-01…'])
    expect((await plant.api.organization.inForce({ on: '2025-12-31' }))?.id).toBe(first.id)
    expect((await plant.api.organization.inForce({ on: '2026-01-01' }))?.id).toBe(second.id)
  })
  it('V5 versions do not overlap, but one can correct another', async () => {
    const first = await approve((await draft(all())).id)
    const same = await draft(withoutCanteen())
    expect(await refusalOf(approve(same.id))).toEqual({
      code: 'organization.boundary-overlaps',
      facts: { number: 1, title: '2025 年边界', from: '2025-01-01', to: null },
    })
    await plant.api.organization.editBoundary({ ...withoutCanteen(), id: same.id, replaces: first.id })
    await approve(same.id)
    expect(await versions()).toEqual(['1 superseded 2025-01-01…2025-01-01', '2 approved 2025-01-01…'])
    expect((await plant.api.organization.inForce({ on: '2025-01-01' }))?.number).toBe(2)
  })
  it('V6 a gap holds the approval up, and is named beforehand', async () => {
    const { id } = await draft({ ...all(), members: [{ node: power, share: null, reason: null }] })
    const { gaps } = await plant.api.organization.checkBoundary({ id })
    expect(gaps.map(({ severity, code, facts }) => [severity, code, facts['name']])).toEqual([
      ['blocks-report', 'organization.boundary-undecided', '厂区'],
      ['note', 'organization.boundary-no-sources', '热电厂'],
    ])
    expect(await refusalOf(approve(id))).toEqual({
      code: 'organization.boundary-incomplete',
      facts: { title: '2025 年边界', missing: 1 },
    })
    expect(await versions()).toEqual(['1 draft 2025-01-01…'])
  })
  it('V7 a wrong password signs nothing', async () => {
    const { id } = await draft(all())
    expect((await refusalOf(approve(id, { password: 'not this one' }))).code).toBe('access.wrong-password')
    expect(await versions()).toEqual(['1 draft 2025-01-01…'])
  })
  it('V8 only top management signs', async () => {
    const { id } = await draft(all())
    const { api } = await plant.signInAs(['management-representative'])
    expect((await refusalOf(approve(id, { api, password: 'Plant-2026 first' }))).code).toBe(
      'organization.needs-top-management',
    )
    const owner = await plant.signInAs(['data-owner'])
    expect((await refusalOf(approve(id, { api: owner.api }))).code).toBe('kernel.not-permitted')
  })
  it('V9 a second approver learns who was first and when; what is signed is not changed', async () => {
    const { id } = await draft(all())
    await approve(id)
    const decided = {
      code: 'organization.already-decided',
      facts: { number: 1, by: administrator.name, at: '2026-06-30T02:00:00.000Z' },
    }
    expect(await refusalOf(approve(id))).toEqual(decided)
    expect(await refusalOf(plant.api.organization.editBoundary({ ...all(), id }))).toEqual(decided)
    expect(await refusalOf(plant.api.organization.discardBoundary({ id }))).toEqual(decided)
  })
  it('V10 not even a statement past the rules rewrites what was signed', async () => {
    const { id } = await draft(withoutCanteen())
    await approve(id)
    const { write } = plant.backend.workspace.store()
    for (const statement of [
      `UPDATE organization_boundaries SET scopes = '[1]'`,
      `DELETE FROM organization_boundary_members`,
      `UPDATE organization_boundary_exclusions SET size = '1'`,
      `DELETE FROM organization_boundaries`,
    ])
      expect(() => write.run(statement)).toThrow(/approved boundary/)
  })
  it('V11 a node that a version names cannot be deleted, nor moved across its line', async () => {
    await approve((await draft(withoutCanteen())).id)
    expect((await refusalOf(plant.api.organization.removeNode({ id: canteen }))).code).toBe(
      'organization.node-used',
    )
    const grill = {
      ...plate,
      kind: 'equipment',
      name: '灶台',
      parent: canteen,
      validFrom: '2021-01-01',
    } as const
    const { id } = await plant.api.organization.addNode(grill)
    const move = plant.api.organization.moveNode({ id, parent: power, before: null })
    expect(await refusalOf(move)).toEqual({
      code: 'organization.move-changes-boundary',
      facts: { name: '灶台', number: 1 },
    })
  })
})

describe('what still emits', () => {
  const stove = async (state: 'running' | 'closed') =>
    plant.api.monitoring.addSource({
      node: canteen,
      code: 'S1',
      name: '天然气灶',
      category: 'fuel-combustion',
      isoCategory: 1,
      scope: 1,
      gas: 'CO2',
      calculation: { method: 'fuel-by-calorific-value', fuelClass: 'gas' },
      fuel: 'natural-gas',
      biogenic: false,
      reportedIn: 'both',
      state,
      validFrom: '2020-01-01',
      validTo: state === 'closed' ? '2024-01-01' : null,
      methodReason: null,
      note: null,
    })
  it('V12 does not leave the boundary: the drop is refused with the list of open sources (MS-03)', async () => {
    await stove('running')
    await approve((await draft(all())).id)
    const { id } = await draft({ ...withoutCanteen(), validFrom: '2026-01-01' })
    const { openSources } = await plant.api.organization.checkBoundary({ id })
    expect(openSources).toMatchObject([{ name: '天然气灶', node: canteen, flow: 'fuel', direction: 'in' }])
    expect(await refusalOf(approve(id))).toEqual({
      code: 'organization.open-sources',
      facts: { count: 1, names: '天然气灶' },
    })
  })
  it('V13 does not leave the tree', async () => {
    await stove('running')
    const close = plant.api.organization.closeNode({ id: canteen, on: '2026-01-01' })
    expect((await refusalOf(close)).code).toBe('organization.open-sources')
  })
  it('V14 a closed source holds nobody up', async () => {
    await stove('closed')
    await approve((await draft(all())).id)
    await approve((await draft({ ...withoutCanteen(), validFrom: '2026-01-01' })).id)
    expect(await plant.api.organization.closeNode({ id: canteen, on: '2026-01-01' })).toEqual([canteen])
  })
})
