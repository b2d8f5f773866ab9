import fc from 'fast-check'
import { expect, it } from 'vitest'

import { type Grant, roles } from '#shared/access/model'
import { allows, permissionsIn, permissionsOf } from '#shared/access/permissions'

const today = '2026-06-30'
const held = (role: Grant['role'], nodeId: string | null = null, validTo: string | null = null): Grant => ({
  id: `${role}-${nodeId}` as Grant['id'],
  role,
  nodeId,
  validFrom: '2026-01-01',
  validTo,
})
/** site › unit › boiler, and another site beside it. */
const above: Record<string, string[]> = { boiler: ['boiler', 'unit', 'site'], unit: ['unit', 'site'] }
const pathOf = (node: string) => above[node] ?? [node]
const may = (grants: Grant[], permission: 'activity.enter', nodes: string[] | null | undefined) =>
  allows(grants, permission, today, nodes, pathOf)

it('who enters data does not approve it', () => {
  expect(permissionsOf('data-owner')).toContain('activity.enter')
  expect(permissionsOf('data-owner')).not.toContain('activity.check')
  expect(permissionsOf('data-owner')).not.toContain('activity.approve')
  expect(permissionsOf('reviewer')).toContain('activity.check')
  expect(permissionsOf('reviewer')).not.toContain('activity.enter')
})
it('who looks only looks', () => {
  for (const permission of permissionsOf('viewer')) expect(permission).toMatch(/\.read$/)
})
it('only administrators give roles, and they neither enter nor approve data', () => {
  const givers = roles.filter((role) => permissionsOf(role).has('access.manage'))
  expect(givers).toEqual(['administrator'])
  expect(permissionsOf('administrator')).not.toContain('activity.enter')
  expect(permissionsOf('administrator')).not.toContain('accounting.approve')
})
it('a verifier sees what was handed over, and nothing of the plant beside it', () => {
  expect([...permissionsOf('verifier')]).toEqual(['verification.read', 'verification.enter'])
})
it('trading stays with those who trade, value or answer for it', () => {
  expect(roles.filter((role) => !permissionsOf(role).has('trading.read'))).toEqual([
    'data-owner',
    'reviewer',
    'document-controller',
    'viewer',
    'verifier',
  ])
  const entering = roles.filter((role) => permissionsOf(role).has('trading.enter'))
  const approving = roles.filter((role) => permissionsOf(role).has('trading.approve'))
  expect(entering.filter((role) => approving.includes(role))).toEqual([])
})
it('a grant reaches its node and everything below it', () => {
  const grants = [held('data-owner', 'unit')]
  expect(may(grants, 'activity.enter', ['boiler'])).toBe(true)
  expect(may(grants, 'activity.enter', ['unit', 'boiler'])).toBe(true)
  expect(may(grants, 'activity.enter', ['site'])).toBe(false)
  expect(may(grants, 'activity.enter', ['boiler', 'elsewhere'])).toBe(false)
  expect(may(grants, 'activity.enter', null)).toBe(false)
  expect(may(grants, 'activity.enter', undefined)).toBe(true)
})
it('two grants for two sites together reach what touches both', () => {
  const grants = [held('data-owner', 'site'), held('data-owner', 'elsewhere')]
  expect(may(grants, 'activity.enter', ['boiler', 'elsewhere'])).toBe(true)
})
it('an ended grant gives nothing', () => {
  expect(may([held('data-owner', null, today)], 'activity.enter', null)).toBe(false)
  expect(permissionsIn([held('data-owner', null, today)], today)).toEqual([])
})
it('more grants never take anything away', () => {
  const grant = fc.record({
    role: fc.constantFrom(...roles),
    node: fc.constantFrom(null, 'site', 'unit', 'boiler', 'elsewhere'),
  })
  const nodes = fc.option(fc.subarray(['site', 'unit', 'boiler', 'elsewhere'], { minLength: 1 }))
  fc.assert(
    fc.property(fc.array(grant), grant, nodes, (few, one, asked) => {
      const grants = few.map(({ role, node }) => held(role, node))
      if (may(grants, 'activity.enter', asked))
        expect(may([...grants, held(one.role, one.node)], 'activity.enter', asked)).toBe(true)
    }),
  )
})
