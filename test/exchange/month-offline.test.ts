import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { AwsClient } from 'aws4fetch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addressOf } from '#electron/exchange/targets/s3-bucket'
import type { Target, TargetSettings } from '#shared/exchange/target'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'
import { type Apache, hasApache, startApache } from '#test/support/servers/apache'
import { type Ceph, hasCeph, startCeph } from '#test/support/servers/ceph'
import { type FaultProxy, startFaultProxy } from '#test/support/servers/fault-proxy'
import { hasPostgres, type Postgres, startPostgres } from '#test/support/servers/postgres'
import { freePort } from '#test/support/servers/process'
import { hasSshd, type Sshd, startSshd } from '#test/support/servers/sshd'

import { exportOf } from './export-of.ts'
import { arrivalsAt } from './outbox-stage.ts'
import { hubOf, submissionOf } from './targets/hub-stage.ts'

/** Days of a month on which something was made for somebody else. */
const days = ['02', '09', '16', '23', '30'] as const
const sizes = [30_000, 700_000, 5_000, 250_000, 1_200_000] as const
const kinds = ['webdav', 's3', 'sftp', 'hub'] as const
type Kind = (typeof kinds)[number]

/** A plant that wrote every week of a month to all four servers while there was no link to any. */
interface Plant {
  readonly backend: TestBackend
  readonly name: string
  readonly targets: Readonly<Record<Kind, Target>>
}

describe.skipIf(!hasApache || !hasCeph || !hasSshd || !hasPostgres)('a month without a link', () => {
  let apache: Apache
  let ceph: Ceph
  let sshd: Sshd
  let postgres: Postgres
  const ports: Record<Kind, number> = { webdav: 0, s3: 0, sftp: 0, hub: 0 }
  const links: FaultProxy[] = []
  const plants: Plant[] = []
  const hub = hubOf(() => postgres)
  const bucket = () => ({
    endpoint: `http://127.0.0.1:${ceph.port}`,
    region: 'cn-north-1',
    bucket: 'group',
    accessKey: ceph.accessKey,
    pathStyle: true,
  })

  beforeAll(async () => {
    ;[apache, ceph, sshd, postgres] = await Promise.all([
      startApache(),
      startCeph(),
      startSshd(),
      startPostgres(),
    ])
    await s3('PUT', '')
    await setUpHub()
    // Nobody listens there before the links are up.
    for (const kind of kinds) ports[kind] = await freePort()
    for (const name of ['a', 'b']) plants.push(await plantCalled(name))
  }, 60_000)
  afterAll(async () => {
    for (const { backend } of plants) await backend.close()
    for (const each of [...links, apache, ceph, sshd, postgres]) await each?.stop()
  })

  async function s3(method: string, key: string): Promise<Buffer> {
    const client = new AwsClient({
      accessKeyId: ceph.accessKey,
      secretAccessKey: ceph.secretKey,
      service: 's3',
      region: 'cn-north-1',
      retries: 0,
    })
    const answer = await client.fetch(addressOf({ kind: 's3', prefix: '', ...bucket() }, key).href, {
      method,
    })
    return Buffer.from(await answer.arrayBuffer())
  }
  async function setUpHub(): Promise<void> {
    const server = await hub.client(postgres.user, postgres.password, 'postgres')
    await server.query('CREATE DATABASE hub')
    await server.end()
    await hub.say('set-up')
    for (const name of ['a', 'b']) await hub.say('add-plant', `plant_${name}`, `store-${name}`, name)
    const owner = await hub.client(postgres.user, postgres.password)
    await owner.query(
      `ALTER ROLE plant_a PASSWORD 'Plant-a-2026'; ALTER ROLE plant_b PASSWORD 'Plant-b-2026'`,
    )
    await owner.end()
  }
  async function plantCalled(name: string): Promise<Plant> {
    const backend = await startBackend()
    const add = (kind: Kind, settings: TargetSettings, secret: string) =>
      finish(
        backend.api.exchange.addTarget({
          target: { name: kind, settings, sealedFor: null, bandwidth: null, schedule: { when: 'there' } },
          secret,
        }),
      )
    const at = (kind: Kind) => ({ host: '127.0.0.1', port: ports[kind] })
    const targets = {
      webdav: await add(
        'webdav',
        { kind: 'webdav', url: `http://127.0.0.1:${ports.webdav}/dav/plant/`, user: apache.user },
        apache.password,
      ),
      s3: await add(
        's3',
        { kind: 's3', ...bucket(), endpoint: `http://127.0.0.1:${ports.s3}`, prefix: name },
        ceph.secretKey,
      ),
      sftp: await add(
        'sftp',
        { kind: 'sftp', ...at('sftp'), user: sshd.user, folder: '', hostKey: sshd.fingerprint },
        sshd.key,
      ),
      hub: await add(
        'hub',
        {
          kind: 'hub',
          ...at('hub'),
          database: 'hub',
          user: `plant_${name}`,
          tls: 'verify',
          ca: postgres.authority,
        },
        `Plant-${name}-2026`,
      ),
    }
    return { backend, name, targets }
  }

  /** A working week ends: something is made, put in line for everybody, and nothing can leave. */
  async function writeMonth({ backend, name, targets }: Plant): Promise<void> {
    for (const [index, day] of days.entries()) {
      backend.clock.set(`2026-07-${day}T02:00:00.000Z`)
      const { login, password } = administrator
      await finish(backend.api.access.signIn({ login, password }))
      const file = await exportOf(backend, `${name}-${day}.json`, submission(name, index))
      for (const target of Object.values(targets))
        await backend.api.exchange.send({ exports: [file.id], target: target.id })
      expect(await finish(backend.api.exchange.deliver({}))).toMatchObject({ delivered: 0 })
    }
  }
  const submission = (name: string, index: number) =>
    submissionOf(`store-${name}`, `${name}-${days[index]}.json`, sizes[index] ?? 0, index + 1)

  async function startLinks(): Promise<void> {
    const servers = { webdav: apache.port, s3: ceph.port, sftp: sshd.port, hub: postgres.port }
    const cutAfter = { webdav: 400_000, s3: 2_000_000, sftp: 300_000, hub: 400_000 }
    for (const kind of kinds) {
      const link = await startFaultProxy(servers[kind], ports[kind])
      link.become({ cutAfter: cutAfter[kind] })
      links.push(link)
    }
  }

  /** What lies at each server under a name, read there and not through the plant. */
  async function lyingAt(kind: Kind, name: string, owner: Awaited<ReturnType<typeof hub.client>>) {
    if (kind === 'webdav') return readFileSync(join(apache.folder, name))
    if (kind === 'sftp') return readFileSync(join(sshd.folder, name))
    if (kind === 's3') return s3('GET', `${name.slice(0, 1)}/${name}`)
    const { rows } = await owner.query<{ content: Buffer }>(
      'SELECT content FROM "group".submissions WHERE inventory_id = $1',
      [name],
    )
    expect(rows.length).toBe(1)
    return rows[0]!.content
  }

  it(
    'O21 what two plants made offline arrives over bad links at four servers, once each, verified, in order',
    { timeout: 120_000 },
    async () => {
      for (const plant of plants) await writeMonth(plant)
      // Then there are links, and bad ones: they break after a while, again and again.
      await startLinks()
      for (const { backend } of plants)
        await expect
          .poll(
            async () => {
              await finish(backend.api.exchange.deliver({}))
              const open = (await backend.api.exchange.outbox({})).filter(
                ({ state }) => state !== 'delivered',
              )
              return open.map(
                ({ name, targetKind, state, trouble }) => `${targetKind} ${name} ${state} ${trouble}`,
              )
            },
            { timeout: 60_000 },
          )
          .toEqual([])
      const owner = await hub.client(postgres.user, postgres.password)
      for (const { backend, name, targets } of plants)
        for (const kind of kinds) {
          expect(arrivalsAt(backend, targets[kind].id)).toEqual(days.map((day) => `${name}-${day}.json`))
          for (const index of days.keys()) {
            const made = submission(name, index)
            const there = await lyingAt(kind, `${name}-${days[index]}.json`, owner)
            expect(hash(there), `${kind} ${name} ${days[index]}`).toBe(hash(made))
          }
        }
      await owner.end()
      expect(readdirSync(apache.folder).toSorted()).toEqual(readdirSync(sshd.folder).toSorted())
      expect(readdirSync(apache.folder).length).toBe(2 * days.length)
    },
  )
})

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
