import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from 'vitest'

import { evidencePath, putEvidence } from '#electron/kernel/evidence-store'
import { finish, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend | undefined
afterEach(async () => {
  await plant?.close()
  plant = undefined
})

/** A plant with one piece of evidence on record. */
async function plantWithEvidence(): Promise<{ backend: TestBackend; sha256: string }> {
  const backend = await startBackend()
  plant = backend
  const file = join(backend.folder, 'staging', 'report')
  writeFileSync(file, 'coal analysis of January')
  const { sha256 } = putEvidence(backend.folder, file)
  backend.backend.workspace
    .store()
    .sqlite.prepare(
      `INSERT INTO activity_evidence (sha256, name, type, size, added_by, added_at) VALUES (?, 'report.txt', 'text/plain', 24, NULL, '2026-01-31T00:00:00.000Z')`,
    )
    .run(sha256)
  return { backend, sha256 }
}

describe('the full check of a data folder', () => {
  it('finds nothing in a sound one', async () => {
    const { backend } = await plantWithEvidence()
    expect(await finish(backend.api.exchange.checkStore({}))).toEqual({
      damage: [],
      dangling: 0,
      unlike: [],
      brokenAt: null,
      evidence: 1,
      faults: [],
    })
  })
  it('finds a piece of evidence of which one byte was altered', async () => {
    const { backend, sha256 } = await plantWithEvidence()
    writeFileSync(evidencePath(backend.folder, sha256), 'coal analysis of february')
    expect((await finish(backend.api.exchange.checkStore({}))).faults).toEqual([{ sha256, fault: 'altered' }])
  })
  it('runs by itself when a plant is opened, and nobody waits for it', async () => {
    const { backend } = await plantWithEvidence()
    expect(await backend.api.exchange.health({})).toBeNull()
    await expect
      .poll(() => backend.api.exchange.health({}), { timeout: 20_000 })
      .toMatchObject({ evidence: 1 })
    expect(readdirSync(join(backend.folder, 'evidence'))).toHaveLength(1)
  })
})
