import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { randomBytes } from '#electron/kernel/crypto'
import { runToEnd } from '#electron/kernel/in-process'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { openHome } from '#electron/kernel/workspace'
import { sampleYear } from '#electron/sample-facts'
import { Refusal } from '#shared/kernel/refusal'

import { writing } from './plant.ts'
import { auditVerify, exportFiles, inventory } from './read-plant.ts'
import { type Ending, type Talk, worded } from './talk.ts'

/**
 * The main job without a window, in an empty folder: a sample plant, a year of data from a ledger, checked and
 * approved, its inventory, and the files that go out.
 */
export async function demo(talk: Talk, folder: string): Promise<Ending> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refusal('cli.folder-not-empty', { folder })
  const password = randomBytes(9).toString('base64url')
  const home = join(folder, 'data')
  const data = await writing(openHome(home, nodeSurroundings()), async (api, current) => {
    await runToEnd(api.access.setUp({ language: talk.language, name: 'demo', login: 'demo', password }))
    await runToEnd(api.access.openSample({}))
    return current()
  })
  const counted = await inventory(talk, data, sampleYear, false)
  await exportFiles(talk, data, sampleYear, folder, ['xlsx', 'docx', 'pdf', 'json'])
  const verified = await auditVerify(talk, data)
  talk.out(worded(talk, 'cli.demo-done', { folder: home, login: 'demo', password }))
  return verified === 'done' ? counted : verified
}
