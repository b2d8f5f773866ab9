import { createORPCClient } from '@orpc/client'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { signatureStates } from '#electron/kernel/signature-state'
import { seals } from '#electron/seal-list'
import { contract } from '#shared/contract'
import type { ProcedureMeta } from '#shared/kernel/contract'
import { texts } from '#shared/texts'
import {
  administrator,
  type Api,
  finish,
  refusalOf,
  startBackend,
  type TestBackend,
} from '#test/support/backend'

const procedures = Object.entries(contract).flatMap(([area, members]) =>
  Object.entries(members).map(([name, procedure]) => ({
    path: `${area}.${name}`,
    meta: (procedure as unknown as { '~orpc': { meta: ProcedureMeta } })['~orpc'].meta,
  })),
)
const signedActs = procedures.flatMap(({ path, meta }) => (meta.signs ? [{ path, ...meta.signs }] : []))

let plant: TestBackend
/** A window at which nobody signs by itself. */
let bare: Api
beforeAll(async () => {
  plant = await startBackend()
  bare = createORPCClient(plant.linkTo('window-1'))
})
afterAll(() => plant.close())

it.each(signedActs)(
  '$path says what it signs in words, and its area can take the seal again',
  ({ meaning }) => {
    expect(Object.keys(texts)).toContain(meaning)
    expect(Object.keys(seals)).toContain(meaning)
  },
)

it('whatever is approved, closed, judged or verified is a signature, or asks for the password by itself', () => {
  const deciding = /\.(approve|close|freeze|sign|seal|judge|verify|accept|release|checkEffect|decide)[A-Z]?/
  const bareActs = procedures
    .filter(({ path, meta }) => deciding.test(path) && meta.kind === 'command' && !meta.signs)
    .map(({ path }) => path)
  expect(bareActs).toEqual([
    // Closing a node of the organization and deciding how to answer a message are entries, not approvals.
    ...unsigned,
  ])
})
const unsigned = [
  'access.signOut',
  'organization.closeNode',
  'competence.decideMessage',
  'competence.closeMessage',
  'performance.judgeChange',
  'compliance.judge',
  'review.freeze',
]

/** A risk with a rating, ready to be closed. */
async function aRisk(): Promise<string> {
  const made = await plant.api.risks.addRisk({
    kind: 'risk',
    title: '电价上涨',
    class: 'operational',
    subsystem: 'trading',
    aim: 'prevent',
    cause: '市场',
    effect: '成本上升',
    node: null,
    owner: null,
    from: null,
    endangers: [],
  })
  return made.id
}
const stateOf = async (record: string) =>
  (await plant.api.desk.aboutRecord({ record: record as never })).signatures.map(({ meaning, standing }) => [
    meaning,
    standing,
  ])

it('an act that is a signature is not carried out before its maker has confirmed it, and then once', async () => {
  const id = (await aRisk()) as never
  const close = () => bare.risks.closeRisk({ id, reason: '不再相关' })
  const asked = await refusalOf(close())
  expect(asked).toMatchObject({ code: 'kernel.sign-needed', facts: { meaning: 'risks.risk-closed' } })
  const challenge = String(asked.facts['challenge'])
  const confirm = (password: string, name = challenge) =>
    finish(bare.access.confirmSigning({ password, challenge: name }))
  expect((await refusalOf(confirm('wrong, wrong'))).code).toBe('access.wrong-password')
  expect((await refusalOf(close())).code).toBe('kernel.sign-needed')
  // The second asking has a name of its own: what was confirmed is always the act that waits now.
  expect((await refusalOf(confirm(administrator.password))).code).toBe('access.nothing-to-sign')
  const again = String((await refusalOf(close())).facts['challenge'])
  await confirm(administrator.password, again)
  const other = bare.risks.closeRisk({ id, reason: '另一个理由' })
  expect((await refusalOf(other)).code).toBe('kernel.sign-needed')
  await close()
  expect(await stateOf(`risks/risk/${id as string}`)).toEqual([['risks.risk-closed', 'valid']])
  await plant.api.risks.reopenRisk({ id })
  expect((await refusalOf(close())).code).toBe('kernel.sign-needed')
})

it('a record that was changed shows its signature as no longer valid, and since when', async () => {
  const id = (await aRisk()) as never
  await plant.api.risks.closeRisk({ id, reason: '不再相关' })
  const record = `risks/risk/${id as string}`
  expect(await stateOf(record)).toEqual([['risks.risk-closed', 'valid']])
  plant.clock.advance(60)
  await plant.api.risks.reopenRisk({ id })
  const [signature] = (await plant.api.desk.aboutRecord({ record: record as never })).signatures
  expect(signature).toMatchObject({ standing: 'changed', changedAt: plant.clock.now().toISOString() })
})

it('a signature that was copied to another record, or whose row was changed, is not valid there', async () => {
  const [one, other] = [await aRisk(), await aRisk()]
  await plant.api.risks.closeRisk({ id: one as never, reason: '不再相关' })
  await plant.api.risks.closeRisk({ id: other as never, reason: '不再相关' })
  const { sqlite, read } = plant.backend.spine.store()
  sqlite
    .prepare(
      `UPDATE kernel_signatures SET signed_hash = (SELECT signed_hash FROM kernel_signatures WHERE record = ?)
       WHERE record = ?`,
    )
    .run(`risks/risk/${one}`, `risks/risk/${other}`)
  const context = { db: read, around: plant.backend.spine.around, today: '2026-06-30' }
  const [copied] = signatureStates(context, seals, `risks/risk/${other}` as never)
  expect(copied?.standing).toBe('changed')
})
