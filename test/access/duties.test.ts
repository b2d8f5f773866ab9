import { afterAll, beforeAll, expect, it } from 'vitest'

import { refuseOwnWork } from '#electron/access/duties'
import { runCommand } from '#electron/kernel/spine'
import { duties, dutiesOf } from '#shared/access/duties'
import { contract } from '#shared/contract'
import type { ProcedureMeta } from '#shared/kernel/contract'
import { type Facts, Refusal } from '#shared/kernel/refusal'
import { texts } from '#shared/texts'
import { startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
beforeAll(async () => {
  plant = await startBackend()
})
afterAll(() => plant.close())

const refusing = Object.values(duties).filter((duty) => duty.effect === 'refuse')
const metaOf = (procedure: string): ProcedureMeta => {
  const [area = '', name = ''] = procedure.split('.')
  const members = (
    contract as unknown as Record<string, Record<string, { '~orpc': { meta: ProcedureMeta } }>>
  )[area]
  return members![name]!['~orpc'].meta
}
async function userId(): Promise<string> {
  const session = await plant.api.access.session({})
  return session.state === 'open' ? session.user.id : ''
}
/** What comes of deciding on the work of these users. */
function decide(user: string, standsInFor: string | null, by: string[], reason: string | null) {
  const notes: Facts[] = []
  const asking = { db: plant.backend.spine.store().read, user, standsInFor } as never
  try {
    const why = refuseOwnWork(
      { ...(asking as object), note: (note: Facts) => notes.push(note) } as never,
      'change',
      {
        by,
        reason,
      },
    )
    return [why, notes.map(({ code }) => code)]
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

it.each(refusing)('$key names procedures that change something, and words that exist', (duty) => {
  for (const procedure of duty.procedures) expect(metaOf(procedure).kind).not.toBe('query')
  const words = Object.keys(texts)
  for (const code of [duty.refusal, duty.alone, `access.duty.${duty.key}`])
    if (code !== null) expect(words).toContain(code)
})

it('who is alone decides on own work with a reason, which the trail notes; the work of others needs none', async () => {
  const me = await userId()
  expect(decide(me, null, ['somebody'], null)).toEqual([null, []])
  expect(decide(me, null, [me], null)).toBe('performance.alone-without-reason')
  expect(decide(me, null, [me], '只有一人')).toEqual(['只有一人', ['access.alone']])
})

it('with a second person nobody decides on own work, nor on that of whom he stands in for', async () => {
  const { userId: other } = await plant.signInAs(['viewer'])
  const me = await userId()
  expect(decide(me, null, [me], '忙不过来')).toBe('performance.change-own-work')
  expect(decide(other, me, [me], '忙不过来')).toBe('performance.change-own-work')
  expect(decide(other, null, [me], null)).toEqual([null, []])
})

it('an act with a declared duty that does not look at it is not carried out', () => {
  const { spine } = plant.backend
  const request = {
    procedure: 'performance.approveChange',
    meta: metaOf('performance.approveChange'),
    window: 'window-1',
    signal: undefined,
    user: null,
    now: plant.clock.now(),
  }
  expect(dutiesOf(request.procedure)).toEqual(['change'])
  expect(() => runCommand(spine, request, () => {})).toThrow('does not look at the duty')
  expect(runCommand(spine, request, ({ looked }) => looked('change'))).toBeUndefined()
})
