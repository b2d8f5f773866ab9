import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ApprovedBoundary, BoundaryContent, BoundaryId } from '#shared/organization/boundary'
import { boundaryGaps, takeOver, unwatchedFacilities } from '#shared/organization/boundary-rules'
import { compareBoundaries } from '#shared/organization/compare'
import { droppedNodes, standingsOf } from '#shared/organization/standing'
import { inTreeOrder, pathOf, withDescendants } from '#shared/organization/tree'

import { blank, excluded, members, treeOf } from './support.ts'

const plant = treeOf(
  'site Plant',
  ' facility Power',
  '  unit Boiler',
  '  unit Turbine',
  ' facility Canteen',
  'site Depot',
)
/** How each node of the plant stands: `+` in, `60` shared, `-` out, `?` undecided, in the order of the tree. */
function standing(lines: Partial<BoundaryContent>, tree = plant): string {
  const standings = standingsOf(tree, { ...blank, ...lines })
  return tree
    .map(({ id }) => {
      const its = standings.get(id)!
      if (its.standing === 'shared') return its.share
      return { in: '+', out: '-', undecided: '?' }[its.standing]
    })
    .join(' ')
}
/** The codes of what a boundary lacks, with the name it concerns. */
function gaps(lines: Partial<BoundaryContent>, tree = plant): string[] {
  return boundaryGaps({ ...blank, ...lines }, tree).map(({ code, facts }) =>
    [code.replace('organization.', ''), ...Object.values(facts)].join(' '),
  )
}

describe('how a node stands to the boundary', () => {
  it('B1 what is inside brings all below it; an exclusion takes its part out again', () => {
    expect(standing({ members: members('Plant') })).toBe('+ + + + + ?')
    expect(standing({ members: members('Plant'), exclusions: [excluded('Power')] })).toBe('+ - - - + ?')
    const again = { members: members('Plant', 'Turbine'), exclusions: [excluded('Power')] }
    expect(standing(again)).toBe('+ - - + + ?')
  })
  it('B2 a share counts by equity only', () => {
    const lines = { members: members('Plant', 'Power 60') }
    expect(standing({ ...lines, approach: 'equity-share' })).toBe('+ 60 60 60 + ?')
    expect(standing({ ...lines, approach: 'financial-control' })).toBe('+ + + + + ?')
    expect(standing({ members: members('Plant 100'), approach: 'equity-share' })).toBe('+ + + + + ?')
  })
  it('B3 what a version drops is what was inside and no longer is', () => {
    const before = { ...blank, members: members('Plant', 'Depot') }
    const after = { ...blank, members: members('Plant'), exclusions: [excluded('Boiler')] }
    expect(droppedNodes(plant, before, after).map(({ name }) => name)).toEqual(['Boiler', 'Depot'])
    expect(droppedNodes(plant, before, before)).toEqual([])
  })
})

describe('what a boundary lacks', () => {
  const complete = { members: members('Plant'), exclusions: [excluded('Depot')] }
  it('B4 a complete one lacks nothing', () => {
    expect(gaps(complete)).toEqual([])
  })
  it('B5 no part of the tree may be forgotten (clause 4.3)', () => {
    expect(gaps({ members: members('Plant') })).toEqual(['boundary-undecided Depot'])
    expect(gaps({ members: members('Power', 'Depot') })).toEqual(['boundary-undecided Plant'])
    expect(gaps({ members: members('Power', 'Canteen', 'Depot') })).toEqual([])
    expect(gaps({})).toEqual(['boundary-empty'])
    expect(gaps({}, [])).toEqual(['boundary-no-tree'])
  })
  it('B6 what is leased, shared or outsourced needs the rule by which it is in (6.1.2 b)', () => {
    const leased = plant.map((node) =>
      node.name === 'Canteen' ? { ...node, tenure: 'leased-in' as const } : node,
    )
    expect(gaps(complete, leased)).toEqual(['boundary-tenure-unreasoned Canteen'])
    const reasoned = [...complete.members, { ...members('Canteen')[0]!, reason: 'We run it' }]
    expect(gaps({ ...complete, members: reasoned }, leased)).toEqual([])
    expect(gaps({ ...complete, exclusions: [...complete.exclusions, excluded('Canteen')] }, leased)).toEqual(
      [],
    )
  })
  it('B7 by equity every line needs a share above 0 and up to 100', () => {
    const approach = 'equity-share'
    expect(gaps({ ...complete, approach })).toEqual(['boundary-share Plant'])
    expect(gaps({ ...complete, approach, members: members('Plant 0') })).toEqual(['boundary-share Plant'])
    expect(gaps({ ...complete, approach, members: members('Plant 100.1') })).toEqual(['boundary-share Plant'])
    expect(gaps({ ...complete, approach, members: members('Plant 51.5') })).toEqual([])
  })
  it('B8 an exclusion needs a reason, and a verifier asks for its size', () => {
    expect(gaps({ ...complete, exclusions: [excluded('Depot', '')] })).toEqual(['exclusion-unreasoned Depot'])
    const unsized = { ...excluded('Depot'), size: null }
    expect(gaps({ ...complete, exclusions: [unsized] })).toEqual(['exclusion-unsized Depot'])
    expect(gaps({ ...complete, exclusions: [...complete.exclusions, excluded(null, 'small', '')] })).toEqual([
      'exclusion-unnamed',
    ])
    const large = ['3.1', '2.4'].map((value, index) => ({
      ...excluded(index === 0 ? 'Depot' : null, 'small', `part ${index}`),
      size: { in: '%' as const, value },
    }))
    expect(gaps({ ...complete, exclusions: large })).toEqual(['exclusions-large 5.5'])
  })
  it('B9 something is reported, and direct emissions always', () => {
    const silent = { ...complete, guideline: null, isoCategories: [], scopes: [] }
    expect(gaps(silent)).toEqual(['boundary-reports-nothing'])
    expect(gaps({ ...complete, guideline: null })).toEqual(['boundary-no-guideline'])
    expect(gaps({ ...complete, isoCategories: [2, 3] })).toEqual(['boundary-without-direct'])
    expect(gaps({ ...complete, scopes: [1] })).toEqual(['boundary-scopes'])
    expect(gaps({ ...complete, subsystems: [] })).toEqual(['boundary-no-subsystem'])
  })
  it('B9b a facility inside is named while nothing is registered in it (clause 4.3)', () => {
    const content = { ...blank, members: members('Plant'), exclusions: [excluded('Canteen')] }
    const boiler = { id: 's', name: 'Coal', node: plant[2]!.id, flow: null, direction: null }
    const names = (sources: (typeof boiler)[]) =>
      unwatchedFacilities(content, plant, sources).map(({ facts }) => facts['name'])
    expect(names([])).toEqual(['Power'])
    expect(names([boiler])).toEqual([])
  })
  it('B10 it ends after it begins', () => {
    expect(gaps({ ...complete, validTo: '2025-01-01' })).toEqual(['boundary-ends-early'])
  })
})

describe('one version after another', () => {
  const version = (id: string, validFrom: string, validTo: string | null = null) =>
    ({ id: id as BoundaryId, validFrom, validTo }) as ApprovedBoundary
  const draft = (validFrom: string, replaces: string | null = null, validTo: string | null = null) => ({
    validFrom,
    validTo,
    replaces: replaces as BoundaryId | null,
  })
  /** `A ends …` for each that ends, `A stays` for each that is in the way. */
  const outcome = (approved: ApprovedBoundary[], next: ReturnType<typeof draft>) => {
    const { ends, conflicts } = takeOver(approved, next)
    return [
      ...ends.map(({ id, on }) => `${id} ends ${on}`),
      ...conflicts.map(({ id }) => `${id} stays`),
    ].join()
  }
  it('B11 the one that runs on ends where the next begins', () => {
    expect(outcome([version('A', '2024-01-01')], draft('2025-01-01'))).toBe('A ends 2025-01-01')
  })
  it('B12 a past that was approved is not overlapped', () => {
    const past = [version('A', '2024-01-01', '2025-01-01'), version('B', '2025-01-01')]
    expect(outcome(past, draft('2024-06-01'))).toBe('A stays,B stays')
    expect(outcome(past, draft('2025-01-01'))).toBe('B stays')
    expect(outcome(past, draft('2023-01-01', null, '2024-01-01'))).toBe('')
  })
  it('B13 a correction names the version that it takes the place of', () => {
    expect(outcome([version('A', '2024-01-01')], draft('2024-01-01', 'A'))).toBe('A ends 2024-01-01')
    const corrected = version('A', '2024-01-01', '2024-01-01')
    expect(outcome([corrected, version('B', '2024-01-01')], draft('2025-01-01'))).toBe('B ends 2025-01-01')
  })
  it('B14 however approvals follow each other, no day has two boundaries', () => {
    const days = fc
      .integer({ min: 0, max: 60 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
    const drafts = fc.array(fc.tuple(days, fc.option(days)), { maxLength: 12 })
    fc.assert(
      fc.property(drafts, (wished) => {
        let approved: ApprovedBoundary[] = []
        for (const [index, [validFrom, validTo]] of wished.entries()) {
          if (validTo !== null && validTo <= validFrom) continue
          const { ends, conflicts } = takeOver(approved, { validFrom, validTo, replaces: null })
          if (conflicts.length > 0) continue
          approved = approved.map((old) => ({
            ...old,
            validTo: ends.find(({ id }) => id === old.id)?.on ?? old.validTo,
          }))
          approved.push(version(String(index), validFrom, validTo))
        }
        for (let day = 0; day < 62; day += 1) {
          const on = new Date(day * 86_400_000).toISOString().slice(0, 10)
          const inForce = approved.filter((v) => v.validFrom <= on && (v.validTo === null || on < v.validTo))
          expect(inForce.length).toBeLessThan(2)
        }
      }),
    )
  })
})

describe('two versions side by side', () => {
  it('B15 the same says nothing, in whatever order things were ticked', () => {
    const content = { ...blank, members: members('Plant', 'Depot') }
    expect(compareBoundaries(plant, content, { ...content, scopes: [2, 1] })).toEqual([])
  })
  it('B16 settings, nodes and exclusions are told apart', () => {
    const before = { ...blank, members: members('Plant', 'Depot') }
    const commuting = excluded(null, 'small', 'Commuting')
    const after = {
      ...before,
      approach: 'equity-share' as const,
      members: members('Plant 60'),
      exclusions: [commuting],
    }
    const told = compareBoundaries(plant.slice(4), before, after)
    expect(told).toEqual([
      { of: 'setting', setting: 'approach', before: 'operational-control', after: 'equity-share' },
      { of: 'node', node: 'Depot', before: { standing: 'in' }, after: { standing: 'undecided' } },
      { of: 'exclusion', what: 'Commuting', before: null, after: commuting },
    ])
  })
  it('B17 a node that did not exist then has no standing then', () => {
    const tree = plant.map((node) => (node.name === 'Depot' ? { ...node, validFrom: '2026-01-01' } : node))
    const before = { ...blank, members: members('Plant', 'Depot') }
    expect(compareBoundaries(tree, before, { ...before, validFrom: '2026-01-01' })).toEqual([
      { of: 'setting', setting: 'validFrom', before: '2025-01-01', after: '2026-01-01' },
      { of: 'node', node: 'Depot', before: null, after: { standing: 'in' } },
    ])
  })
})

describe('the tree', () => {
  it('N9 parents come before children, whatever the order they are found in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(plant, { minLength: plant.length }), (shuffled) => {
        expect(inTreeOrder(shuffled)).toEqual(plant)
      }),
    )
  })
  it('N10 what stands below, and the way up', () => {
    const [site, power] = plant
    expect(withDescendants(plant, [power!.id]).map(({ name }) => name)).toEqual([
      'Power',
      'Boiler',
      'Turbine',
    ])
    expect(pathOf(plant, plant[2]!.id)).toEqual([plant[2], power, site])
  })
  it('N11 a part without its whole still shows', () => {
    expect(inTreeOrder(plant.slice(2, 4)).map(({ name }) => name)).toEqual(['Boiler', 'Turbine'])
  })
})
