import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { checkPackage as check } from '#electron/verification/check-package'

import { type Ending, type Talk, worded, wordedCode } from './talk.ts'

/** Checks a verifier's package without any plant: files, figures, readings and trail. */
export async function checkPackage(talk: Talk, from: string, seal: string, asJson: boolean): Promise<Ending> {
  const scratch = mkdtempSync(join(tmpdir(), 'tanbu-package-'))
  try {
    const report = await check({ from, name: from, seal, scratch }, nodeSurroundings())
    const { title, troubles, files, figures, totals } = report
    if (asJson) talk.out(JSON.stringify(report))
    else {
      talk.out(worded(talk, 'cli.package', { title, seal: report.seal, files, figures, totals }))
      for (const { code, facts } of troubles) talk.out(`  ${wordedCode(talk.language, code, facts)}`)
      talk.out(
        worded(talk, troubles.length === 0 ? 'cli.package-sound' : 'cli.package-troubles', {
          count: troubles.length,
        }),
      )
    }
    return troubles.length === 0 ? 'done' : 'check-failed'
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
