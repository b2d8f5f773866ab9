import pg from 'pg'
import { expect } from 'vitest'

import { hubCommand } from '#electron/cli/hub'
import { canonical } from '#shared/kernel/canonical'
import type { Postgres } from '#test/support/servers/postgres'

import { bytesOf } from './support.ts'

const document = {
  format: 'tanbu-inventory/1',
  title: '2025 年',
  organization: { name: '示例热电厂', creditCode: null },
  period: { by: 'month', from: '2025-01', to: '2025-12' },
  guideline: 'carbon-management-annex-f',
  gwpSet: 'AR6',
  rounding: 'house-2-decimals',
  boundary: {
    approach: 'operational-control',
    view: 'iso-14064-1',
    scope2: 'location-based',
    exclusions: [{ what: '员工通勤', reason: '占比低于 1 %' }],
  },
  facilities: [{ id: 'boiler-1', name: '1 号锅炉' }],
  sources: [],
  factors: [],
}
/** A submission of one store and one revision; its title makes it as large as is wanted. */
export function submissionOf(store: string, id: string, size: number, seed: number, year = 2025): Buffer {
  const inventory = {
    id,
    title: bytesOf(Math.floor(size * 0.75), seed).toString('base64'),
    year,
    version: 1,
    frozenAt: '2026-01-31T00:00:00.000Z',
    documentHash: 'd'.repeat(64),
    accountHash: 'a'.repeat(64),
  }
  const evidence = [{ sha256: 'e'.repeat(64), name: '发票 1.pdf', size: 12 }]
  const whole = { format: 'tanbu-submission/1', storeId: store, inventory, document, evidence }
  return Buffer.from(`${canonical({ ...whole, organization: document.organization })}\n`)
}

/** The hub on a server: who signs in to its database, and the command line of its owner. */
export function hubOf(postgres: () => Postgres) {
  const client = async (user: string, password: string, database = 'hub') => {
    const made = new pg.Client({
      host: '127.0.0.1',
      port: postgres().port,
      user,
      password,
      database,
      ssl: { ca: postgres().authority, host: '127.0.0.1' } as object,
    })
    await made.connect()
    return made
  }
  /** The command line of the hub's owner. */
  const say = async (act: string, ...more: string[]): Promise<string> => {
    const told: string[] = []
    const talk = {
      language: 'zh' as const,
      out: (text: string) => void told.push(text),
      err: (text: string) => void told.push(text),
      ask: async () => postgres().password,
    }
    const address = `postgresql://${postgres().user}@127.0.0.1:${postgres().port}/hub`
    const options = { program: '.', ca: postgres().authorityFile, isPlain: false }
    expect(await hubCommand(talk, [act, address, ...more], options)).toBe('done')
    return told.join('\n')
  }
  return { client, say }
}
