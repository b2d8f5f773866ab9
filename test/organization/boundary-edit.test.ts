import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { plainAmount } from '#shared/kernel/typed-amount'
import { boundaryContent } from '#shared/organization/boundary'
import {
  contentOf,
  decide,
  decisionOf,
  decisions,
  firstContent,
  nextContent,
  saysTheSame,
  withApproach,
  withExclusion,
  withMember,
} from '#shared/organization/boundary-edit'
import { boundaryGaps } from '#shared/organization/boundary-rules'
import { missingBasicData } from '#shared/organization/completeness'
import type { ContactId, Organization, OrganizationId } from '#shared/organization/model'
import { typedAmount } from '#shared/organization/typed-amount'

import { blank, excluded, members, treeOf } from './support.ts'

const plant = treeOf('site Plant', ' facility Power', '  unit Boiler', 'site Depot')
const [site, power] = plant

describe('drawing up a boundary', () => {
  it('E1 a first version has every site inside and lacks nothing but a guideline', () => {
    const first = firstContent(plant, '2025', '2025-01-01')
    expect(first.members.map(({ node }) => node)).toEqual(['Plant', 'Depot'])
    expect(boundaryGaps(first, plant).map(({ code }) => code)).toEqual(['organization.boundary-no-guideline'])
  })
  it('E2 a node is decided once: inside, out with its name, or as the node above', () => {
    const out = decide({ ...blank, members: members('Plant') }, power!, 'out')
    expect(out.exclusions).toEqual([{ node: 'Power', what: 'Power', reason: '', size: null }])
    const again = decide(out, power!, 'in')
    expect([again.exclusions, again.members.map(({ node }) => node)]).toEqual([[], ['Plant', 'Power']])
    expect(decide(again, power!, 'as-above')).toEqual({ ...blank, members: members('Plant') })
  })
  it('E3 deciding the same again keeps what was said about it', () => {
    const content = { ...blank, exclusions: [excluded('Power')] }
    expect(decide(content, power!, 'out')).toBe(content)
  })
  it('E4 whatever is decided in whatever order, the last word holds and other nodes keep theirs', () => {
    const choice = fc.tuple(fc.constantFrom(...plant), fc.constantFrom(...decisions))
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 20 }), (choices) => {
        const content = choices.reduce((before, [node, decision]) => decide(before, node, decision), blank)
        for (const { id } of plant) {
          const last = choices.findLast(([node]) => node.id === id)
          expect(decisionOf(content, id)).toBe(last?.[1] ?? 'as-above')
        }
      }),
    )
  })
  it('E5 shares go when the approach knows none', () => {
    const equity = withMember({ ...blank, approach: 'equity-share', members: members('Plant') }, site!.id, {
      share: '60',
    })
    expect(withApproach(equity, 'equity-share').members).toEqual(members('Plant 60'))
    expect(withApproach(equity, 'operational-control').members).toEqual(members('Plant'))
  })
  it('E6 an exclusion is changed in its place', () => {
    const content = { ...blank, exclusions: [excluded('Power'), excluded('Depot')] }
    expect(withExclusion(content, 1, { reason: 'sold' }).exclusions).toEqual([
      excluded('Power'),
      excluded('Depot', 'sold'),
    ])
  })
  it('E7 the next version starts from the one before, without its end and reason', () => {
    const before = { ...blank, members: members('Plant'), validTo: '2026-01-01', reason: 'first' }
    expect(nextContent(before, '2026', '2026-01-01')).toEqual({
      ...before,
      title: '2026',
      validFrom: '2026-01-01',
      validTo: null,
      reason: null,
    })
  })
  it('E7b two contents say the same whatever order their nodes were decided in', () => {
    const one = { ...blank, members: members('Plant', 'Depot') }
    expect(saysTheSame(one, { ...one, members: members('Depot', 'Plant') })).toBe(true)
    expect(saysTheSame(one, { ...one, members: members('Depot') })).toBe(false)
    expect(saysTheSame(one, { ...one, number: 2 } as never)).toBe(true)
  })
  it('E8 a version’s content is only what it says', () => {
    expect(contentOf({ ...blank, number: 3, state: 'draft' } as never)).toEqual(blank)
    expect(Object.keys(contentOf(blank)).toSorted()).toEqual(Object.keys(boundaryContent.shape).toSorted())
  })
})

describe('amounts as they are typed', () => {
  const read = (typed: string) => typedAmount.safeParse(typed).data ?? 'refused'
  it('E9 blanks, full-width digits and commas between thousands do not matter', () => {
    expect(['1,030.5', '１２３', '1 200', '007', '.5', '0'].map(read)).toEqual([
      '1030.5',
      '123',
      '1200',
      '7',
      '0.5',
      '0',
    ])
  })
  it('E10 what could mean two things, or nothing, is refused', () => {
    expect(['1,5', '1.240.500', '-3', '75 t', '1e3', ''].map(read)).toEqual(Array(6).fill('refused'))
  })
  it('E11 a plain amount stays as it is', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(999_999), (whole, part) => {
        const text = `${whole}.${part}`
        expect(plainAmount(text)).toBe(text)
      }),
    )
  })
})

describe('basic data of A.9.1 a)', () => {
  const unknown: Organization = {
    id: 'O' as OrganizationId,
    name: 'Plant',
    nameEn: null,
    creditCode: null,
    industryCode: null,
    legalRepresentative: null,
    registeredAddress: null,
    productionAddress: null,
    postalAddress: null,
    postcode: null,
    phone: null,
    email: null,
    foundedOn: null,
    permitNo: null,
    year: null,
    contacts: [],
  }
  const li = { id: 'C' as ContactId, post: null, name: 'Li', phone: null, email: null }
  it('E12 what is not known is listed; a contact counts once it can be reached', () => {
    expect(missingBasicData(unknown)).toHaveLength(12)
    expect(missingBasicData({ ...unknown, contacts: [li] })).toContain('contacts')
    expect(missingBasicData({ ...unknown, contacts: [{ ...li, phone: '1' }] })).not.toContain('contacts')
  })
})
