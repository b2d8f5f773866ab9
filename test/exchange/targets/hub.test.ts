import type pg from 'pg'
import { describe, expect, it } from 'vitest'

import { hubScript } from '#electron/exchange/hub-set-up'
import { openHub } from '#electron/exchange/targets/hub'
import type { SettingsOf } from '#shared/exchange/target'
import { hasPostgres, type Postgres, startPostgres } from '#test/support/servers/postgres'

import { lyingLink, owesWhatEveryTargetOwes, smallMeasures } from './every-target.ts'
import { hubOf, submissionOf } from './hub-stage.ts'
import { bytesOf, delivery, endOf, outgoing } from './support.ts'

describe.skipIf(!hasPostgres)('the hub of a group in PostgreSQL', () => {
  let postgres: Postgres
  let owner: pg.Client
  const settings = (port: number, change: Partial<SettingsOf<'hub'>> = {}): SettingsOf<'hub'> => ({
    kind: 'hub',
    host: '127.0.0.1',
    port,
    database: 'hub',
    user: 'plant_a',
    tls: 'verify',
    ca: postgres.authority,
    ...change,
  })
  const at = (port: number, change?: Partial<SettingsOf<'hub'>>, password = 'Plant-a-2026') =>
    openHub(settings(port, change), password, { quiet: 1_500 })
  const { client, say } = hubOf(() => postgres)
  const startHub = async () => {
    postgres = await startPostgres()
    const server = await client(postgres.user, postgres.password, 'postgres')
    await server.query('CREATE DATABASE hub')
    await server.end()
    expect(await say('set-up')).toContain('1')
    expect(await say('set-up')).toContain('0')
    await say('add-plant', 'plant_a', 'store-a', '一厂')
    expect(await say('add-plant', 'plant_b', 'store-b', '二厂')).toContain('plant_b')
    owner = await client(postgres.user, postgres.password)
    await owner.query(`ALTER ROLE plant_a PASSWORD 'Plant-a-2026'; ALTER ROLE plant_b PASSWORD 'Plant-b-2026';
      CREATE ROLE stranger LOGIN PASSWORD 'Stranger-2026'; CREATE ROLE reader LOGIN PASSWORD 'Reader-2026' IN ROLE group_reader`)
  }
  // What is cut off of a statement is lost, and bytes come back in base 64.
  const measures = { ...smallMeasures, cutAfter: 150_000, cutBackAfter: 250_000, mostBack: 2.2 }
  const { link, open } = owesWhatEveryTargetOwes(async () => {
    await startHub()
    return {
      port: postgres.port,
      open: (port) => at(port),
      lies: async (name) => {
        const { rows } = await owner.query<{ content: Buffer }>(
          'SELECT content FROM "group".submissions WHERE inventory_id = $1',
          [name],
        )
        return rows[0]?.content ?? null
      },
      put: async (name, bytes) => void (await delivery(outgoing(name, bytes)).attempt(at(postgres.port))),
      content: (name, size, seed) => submissionOf('store-a', name, size, seed),
      taken: 'exchange.target-revision-taken',
      leftovers: async () =>
        (await owner.query<{ sha256: string }>('SELECT sha256 FROM "group".parts')).rows.map(
          ({ sha256 }) => sha256,
        ),
      stop: async () => {
        await owner.end()
        await postgres.stop()
      },
    }
  }, measures)
  const check = (change?: Partial<SettingsOf<'hub'>>, password?: string) =>
    endOf(at(link().port, change, password).check(new AbortController().signal))

  it('a row holds the document for queries, the bytes as sent, and where the evidence is named', async () => {
    await delivery(outgoing('s.json', submissionOf('store-a', 'kept', 500, 20))).attempt(open())
    const { rows } = await owner.query(
      `SELECT store_id, revision, year, document -> 'period' ->> 'to' AS until, evidence -> 0 ->> 'name' AS evidence,
              submitted_by FROM "group".submissions WHERE inventory_id = 'kept'`,
    )
    expect(rows).toEqual([
      {
        store_id: 'store-a',
        revision: 1,
        year: 2025,
        until: '2025-12',
        evidence: '发票 1.pdf',
        submitted_by: 'plant_a',
      },
    ])
  })

  it('a plant writes its own rows, reads nothing else, and changes nothing', async () => {
    const [a, b] = [await client('plant_a', 'Plant-a-2026'), await client('plant_b', 'Plant-b-2026')]
    await delivery(outgoing('a.json', submissionOf('store-a', 'of-a', 500, 21))).attempt(open())
    const tells = (who: pg.Client, statement: string) =>
      who.query(statement).then(
        ({ rowCount }) => rowCount,
        (error: unknown) => (error as { code: string }).code,
      )
    const [denied, rows] = ['42501', 'SELECT FROM "group".submissions']
    expect(await tells(a, `${rows} WHERE inventory_id = 'of-a'`)).toBe(1)
    expect(await tells(b, rows)).toBe(0)
    expect(await tells(b, 'SELECT FROM "group".plants')).toBe(1)
    expect(await tells(b, 'SELECT FROM "group".parts')).toBe(0)
    for (const who of [a, b])
      for (const statement of [
        `UPDATE "group".submissions SET year = 1`,
        `DELETE FROM "group".submissions`,
        `TRUNCATE "group".submissions`,
        `UPDATE "group".parts SET bytes = ''`,
        `DELETE FROM "group".parts`,
        `INSERT INTO "group".plants VALUES ('plant_c', 'store-c', '')`,
        `UPDATE "group".plants SET store_id = 'store-a'`,
        `SELECT "group".add_plant('plant_b', 'store-a', '')`,
        `SELECT FROM "group".migrations`,
        `CREATE TABLE "group".mine (a int)`,
        `INSERT INTO "group".submissions (store_id, submitted_by) VALUES ('store-a', 'plant_a')`,
      ])
        expect(await tells(who, statement), statement).toBe(denied)
    await Promise.all([a.end(), b.end()])
  })

  it('a plant cannot submit for another, even with a submission that is whole', async () => {
    const forA = outgoing('a.json', submissionOf('store-a', 'forged', 500, 22))
    expect(await endOf(delivery(forA).attempt(at(link().port, { user: 'plant_b' }, 'Plant-b-2026')))).toBe(
      'exchange.target-not-registered',
    )
    const { rowCount } = await owner.query(`SELECT FROM "group".submissions WHERE inventory_id = 'forged'`)
    expect(rowCount).toBe(0)
  })

  it('who reads for the group sees all and writes nothing', async () => {
    const reader = await client('reader', 'Reader-2026')
    const { rowCount } = await reader.query('SELECT FROM "group".submissions')
    expect(rowCount).toBeGreaterThan(3)
    await expect(reader.query('DELETE FROM "group".submissions')).rejects.toMatchObject({ code: '42501' })
    await reader.end()
  })

  it('what is wrong is said', async () => {
    expect(await check({}, 'wrong')).toBe('exchange.target-denied')
    expect(await check({ user: 'nobody_we_know' })).toBe('exchange.target-denied')
    expect(await check({ database: 'hubs' })).toBe('exchange.target-no-database')
    expect(await check({ database: 'postgres' })).toBe('exchange.target-no-hub')
    expect(await check({ user: 'stranger' }, 'Stranger-2026')).toBe('exchange.target-not-registered')
    expect(await endOf(delivery(outgoing('x.pdf', bytesOf(99))).attempt(open()))).toBe(
      'exchange.target-not-a-submission',
    )
  })

  it('a server that cannot prove who it is gets nothing', async () => {
    expect(await check({ ca: null })).toBe('exchange.target-untrusted')
    expect(await check({ host: 'localhost' })).toBe('exchange.target-untrusted')
  })

  it('without TLS, what comes back changed is found; the row that is right stays', async () => {
    const plain = () => at(link().port, { tls: 'off' })
    const file = outgoing('plain.json', submissionOf('store-a', 'plain', 300_000, 23))
    lyingLink(link())
    expect(await endOf(delivery(file).attempt(plain()))).toBe('exchange.not-the-same')
    link().become({})
    await delivery(file).attempt(plain())
  })

  it('the printed script makes the same hub', async () => {
    const server = await client(postgres.user, postgres.password)
    await server.query('CREATE DATABASE printed')
    await server.end()
    const printed = await client(postgres.user, postgres.password, 'printed')
    await printed.query(hubScript('.'))
    const { rows } = await printed.query('SELECT name FROM "group".migrations')
    expect(rows).toEqual([{ name: '0010-hub.sql' }])
    await printed.end()
  })
})
