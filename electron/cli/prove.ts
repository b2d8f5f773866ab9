import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { personalColumns } from '#electron/areas'
import { proveSelfJob } from '#electron/exchange/self-proof-job'
import { sha256 } from '#electron/kernel/crypto'
import { lendKeys } from '#electron/kernel/folder-keys'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { printPdf } from '#electron/kernel/print-pdf'
import { agrees } from '#shared/exchange/self-proof'
import { selfProofPaper } from '#shared/exchange/self-proof-paper'
import { canonical } from '#shared/kernel/canonical'

import { type Ending, type Talk } from './talk.ts'

/**
 * Computes the published cases on this machine and, with a data folder, checks it with its backups; says what was found
 * and, with a file, prints the sheet.
 */
export async function prove(
  talk: Talk,
  folder: string | null,
  { to, json }: { readonly to: string | null; readonly json: boolean },
): Promise<Ending> {
  const around = nodeSurroundings()
  const scratch = mkdtempSync(join(tmpdir(), 'tanbu-proof-'))
  if (folder !== null) lendKeys(folder, scratch)
  try {
    const control = { report: () => {}, signal: new AbortController().signal }
    const proof = await proveSelfJob(personalColumns)(
      { program: around.program, name: around.name, at: around.now().toISOString(), folder, scratch },
      control,
    )
    const paper = selfProofPaper(proof, { language: talk.language, hash: sha256(canonical(proof)) })
    talk.out(json ? canonical(proof) : textOf(paper))
    if (to !== null) writeFileSync(to, await printPdf(paper, around.program), { flag: 'wx' })
    return agrees(proof) ? 'done' : 'check-failed'
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function textOf({ title, subtitle, facts, blocks, footer }: ReturnType<typeof selfProofPaper>): string {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'table') return [block.caption, ...block.rows.map((row) => `  ${row.join('  ')}`)]
    return 'text' in block ? [block.text] : []
  })
  return [`${title}: ${subtitle}`, ...facts.map((fact) => fact.join(': ')), ...lines, footer].join('\n')
}
