import fc from 'fast-check'
import { expect, it } from 'vitest'

import { dealt } from '#renderer/home/dealt'
import type { HomeItem } from '#renderer/kernel/page'
import { type Role, roles } from '#shared/access/model'
import { permissionsOf } from '#shared/access/permissions'
import type { Permission } from '#shared/kernel/contract'

const item = (id: string, severity: HomeItem['severity'], fallsTo: Permission | null): HomeItem => ({
  id,
  severity,
  fallsTo,
  text: id,
  path: '/',
})
const items = [
  item('a signature waits', 'due', 'organization.approve'),
  item('months lack readings', 'late', 'activity.enter'),
  item('readings wait to be checked', 'due', 'activity.check'),
  item('a draft is kept', 'note', null),
]
const shownTo = (role: Role) => {
  const { own, others } = dealt(items, (permission) => permissionsOf(role).has(permission))
  return { own: own.map(({ id }) => id), others: others.map(({ id }) => id) }
}

it('each role is told first what it sees to itself, the late before the rest, and what others see to apart', () => {
  expect(shownTo('data-owner')).toEqual({
    own: ['months lack readings', 'a draft is kept'],
    others: ['a signature waits', 'readings wait to be checked'],
  })
  expect(shownTo('reviewer').own).toEqual(['readings wait to be checked', 'a draft is kept'])
  expect(shownTo('top-management').own).toEqual(['a signature waits', 'a draft is kept'])
  expect(shownTo('viewer').own).toEqual(['a draft is kept'])
})

it('nothing is lost and nothing shown twice, whoever looks', () => {
  fc.assert(
    fc.property(fc.constantFrom(...roles), fc.shuffledSubarray(items), (role, some) => {
      const { own, others } = dealt(some, (permission) => permissionsOf(role).has(permission))
      expect([...own, ...others].toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
        some.toSorted((a, b) => a.id.localeCompare(b.id)),
      )
    }),
  )
})
