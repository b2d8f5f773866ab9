import { openReader } from '#db/kernel/open'
import { readAnchor } from '#electron/kernel/anchor'
import { givenAnchors } from '#electron/kernel/given-anchors'
import { type ChainReport, verifyChain } from '#electron/kernel/verify-chain'
import type { Progress } from '#shared/kernel/contract'

/**
 * Verifies the chain of a data folder on a connection of its own. The anchor is read first: what is appended
 * meanwhile only makes the chain longer.
 */
export function verifyChainJob(
  { folder }: { readonly folder: string },
  { report }: { readonly report: (progress: Progress) => void },
): Promise<ChainReport> {
  const anchor = readAnchor(folder)
  const given = givenAnchors(folder)
  const reader = openReader(folder)
  try {
    return Promise.resolve(verifyChain(reader.read, anchor, report, given))
  } finally {
    reader.close()
  }
}
