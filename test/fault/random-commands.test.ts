import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'

import { openReader } from '#db/kernel/open'
import { offers } from '#electron/areas'
import { clientAt } from '#electron/kernel/in-process'
import { verifyChain } from '#electron/kernel/verify-chain'
import { contract } from '#shared/contract'
import type { ProcedureMeta } from '#shared/kernel/contract'
import { type Random, randomFrom } from '#test/fault/random'
import { hostileTo, type Pool, valueFor } from '#test/fault/schema-values'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'

/** 500 in every run of the tests, 5,000 in the long one. The same ones each time, unless a seed is given. */
const count = process.env['TANBU_LONG'] ? 5_000 : 500
const seed = Number(process.env['TANBU_FAULT_SEED'] ?? 20_261_121)

/** Whoever does these is somebody else afterwards, at another place, or out of the door. */
const leaving =
  /^access\.(setUp|signIn|signOut|lock|unlock|open\w+|removeSample|removePerson|disableUser|revoke|setPassword|changePassword|recover|renewRecoveryKey)$|^exchange\.(restore\w*)$/

interface Procedure {
  readonly name: string
  readonly meta: ProcedureMeta
  readonly input: z.ZodType
}
const all: readonly Procedure[] = Object.entries(contract).flatMap(([area, own]) =>
  Object.entries(own).flatMap(([name, procedure]) => {
    const { meta, inputSchema } = (procedure as unknown as Inside)['~orpc']
    return inputSchema === undefined ? [] : [{ name: `${area}.${name}`, meta, input: inputSchema }]
  }),
)
const procedures = all.filter(({ name }) => !leaving.test(name))
interface Inside {
  readonly '~orpc': { readonly meta: ProcedureMeta; readonly inputSchema?: z.ZodType }
}

let plant: TestBackend
beforeAll(async () => {
  plant = await startBackend({ sample: true })
})
afterAll(() => plant.close())

/** Ids of all records there are, and what fields of a certain name are filled with. */
function poolOf(folder: string, upload: () => string): Pool {
  const { read } = plant.backend.spine.store()
  const tables = read.ask<{ name: string }>(
    `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND c.name = 'id' AND c.type = 'TEXT'`,
  )
  const ids = tables.flatMap(({ name }) =>
    read.ask<{ id: string }>(`SELECT id FROM ${name} ORDER BY id DESC LIMIT 12`).map(({ id }) => id),
  )
  const records = Object.values(offers.records).flatMap((source) =>
    source(read, plant.backend.spine.around).map(({ record }) => record),
  )
  const nodes = read.ask<{ id: string }>('SELECT id FROM organization_nodes').map(({ id }) => id)
  const fields: Readonly<Record<string, readonly unknown[]>> = {
    password: [administrator.password],
    record: records,
    from: records,
    to: records,
    upload: [upload()],
    node: nodes,
    facility: nodes,
    folder: [join(folder, 'nowhere')],
    path: [join(folder, 'nowhere')],
  }
  return { named: (field) => fields[field] ?? [], ids: () => ids }
}

const outcomes = new Map<string, number>()
/** Whether the request was carried out or refused in an orderly way; whatever else happens is a bug. */
async function attempt({ name, meta }: Procedure, input: unknown, at = plant): Promise<string> {
  const [area = '', procedure = ''] = name.split('.')
  // In the same process, so that a bug still says where it is.
  const api = clientAt(at.backend.router, 'window-1') as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<never>>
  >
  try {
    const answer = api[area]![procedure]!(input)
    await (meta.kind === 'task' ? finish(answer) : answer)
    return 'done'
  } catch (error) {
    const { code } = error as { readonly code?: string }
    // A refusal in words, or an input that the contract does not let in.
    if (code === 'REFUSED' || code === 'BAD_REQUEST') return code
    const reason =
      error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 5).join(' ') : String(error)
    throw new Error(`${name} broke: ${reason} on ${JSON.stringify(input)?.slice(0, 1000)} (seed ${seed})`, {
      cause: error,
    })
  }
}

function soundness(at = plant) {
  const { folder } = at.backend.spine.store()
  const reader = openReader(folder)
  try {
    return {
      integrity: reader.sqlite.pragma('integrity_check', { simple: true }),
      dangling: reader.sqlite.pragma('foreign_key_check'),
      chain: verifyChain(reader.read, null, () => {}).firstBreak,
    }
  } finally {
    reader.close()
  }
}

async function live(
  random: Random,
  change: (value: unknown) => unknown,
  isTried: (procedure: Procedure) => boolean,
  { isEach = false }: { readonly isEach?: boolean } = {},
) {
  const tried = procedures.filter(isTried)
  const broken: string[] = []
  let pool = poolOf(plant.folder, () => 'no-such-upload')
  for (let at = 0; at < (isEach ? Math.max(count, tried.length) : count); at += 1) {
    if (at % 50 === 0) pool = poolOf(plant.folder, () => 'no-such-upload')
    const procedure = (isEach ? tried[at] : undefined) ?? random.pick(tried)
    const outcome = await attempt(procedure, change(valueFor(procedure.input, random, pool))).catch(
      (error: unknown) => {
        broken.push(String(error))
        return 'broken'
      },
    )
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  expect(broken).toEqual([])
}

it(`R1 ${count} random commands over all areas are carried out or refused in words, and leave chain and store valid`, async () => {
  await live(
    randomFrom(seed),
    (value) => value,
    ({ meta }) => meta.kind !== 'query' && meta.permission !== 'public',
  )
  expect(outcomes.get('done') ?? 0).toBeGreaterThan(count / 20)
  expect(soundness()).toEqual({ integrity: 'ok', dangling: [], chain: null })
})

it(`R2 hostile inputs, one to every procedure and ${count} at least, are refused, or answered, and change nothing by half`, async () => {
  const random = randomFrom(seed + 1)
  await live(
    random,
    (value) => hostileTo(value, random),
    () => true,
    { isEach: true },
  )
  expect(soundness()).toEqual({ integrity: 'ok', dangling: [], chain: null })
})

it('R3 hostile inputs at the door, where people come in, leave and bring plants back, are refused, or answered', async () => {
  const door = await startBackend()
  try {
    const random = randomFrom(seed + 2)
    const pool = poolOf(door.folder, () => 'no-such-upload')
    const atDoor = all.filter(({ name }) => leaving.test(name))
    expect(atDoor.length).toBeGreaterThan(15)
    const broken: string[] = []
    for (const procedure of atDoor)
      for (let turn = 0; turn < Math.max(3, count / 200); turn += 1) {
        const input = hostileTo(valueFor(procedure.input, random, pool), random)
        await attempt(procedure, input, door).catch((error: unknown) => broken.push(String(error)))
        // Whoever was sent out comes in again, where the door still knows them.
        const { login, password } = administrator
        await finish(door.api.access.signIn({ login, password })).catch(() => null)
      }
    expect(broken).toEqual([])
    expect(soundness(door)).toEqual({ integrity: 'ok', dangling: [], chain: null })
  } finally {
    await door.close()
  }
})
