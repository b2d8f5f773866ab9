import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { type Anchor, anchorShape, readAnchor } from '#electron/kernel/anchor'

/**
 * `audit-anchors.jsonl` beside the store: every head of the chain that left the plant, in a file, in a backup or on paper.
 * Whoever writes the history anew would have to find all of those; the list says what to compare with. It names no file
 * and nobody, so that it says nothing to a thief.
 */
const givenAnchor = anchorShape.extend({
  purpose: z.enum(['file', 'sheet', 'trail', 'backup']),
  /** SHA-256 of the file that carries it; null for what has none yet. */
  sha256: z.string().length(64).nullable(),
})
export type GivenAnchor = Readonly<z.output<typeof givenAnchor>>

const listOf = (folder: string) => join(folder, 'audit-anchors.jsonl')

/** Remembers that a head of the chain leaves the plant, the one that stands unless another is meant. @returns the head; null while there is none. */
export function giveAnchor(
  folder: string,
  { purpose, sha256 }: Pick<GivenAnchor, 'purpose' | 'sha256'>,
  head = readAnchor(folder),
): Anchor | null {
  if (head === null) return null
  try {
    appendFileSync(listOf(folder), `${JSON.stringify({ ...head, purpose, sha256 })}\n`, { mode: 0o600 })
  } catch {
    // A full disk: what carries the anchor says so itself.
  }
  return head
}

/** Every head that was given, oldest first. A line that was cut off by a power cut counts as none. */
export function givenAnchors(folder: string): GivenAnchor[] {
  if (!existsSync(listOf(folder))) return []
  return readFileSync(listOf(folder), 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [givenAnchor.parse(JSON.parse(line))]
      } catch {
        return []
      }
    })
}

/** An anchor as it is printed and typed: `1234:9f86d0…`. */
export function spelledAnchor({ seq, hash }: Anchor): string {
  return `${seq}:${hash}`
}
/** The head of the chain as it is printed; null before there is one. */
export function spelledHead(folder: string): string | null {
  const head = readAnchor(folder)
  return head && spelledAnchor(head)
}
/** The anchors that a text holds: as they are printed, or as JSON with a number and a hash. */
export function anchorsIn(text: string): Anchor[] {
  const printed = [...text.matchAll(/\b(\d{1,12}):([0-9a-f]{64})\b/g)]
  const coded = [...text.matchAll(/"seq"\s*:\s*(\d{1,12})\s*,\s*"hash"\s*:\s*"([0-9a-f]{64})"/g)]
  const turned = [...text.matchAll(/"hash"\s*:\s*"([0-9a-f]{64})"\s*,\s*"seq"\s*:\s*(\d{1,12})/g)]
  return [
    ...[...printed, ...coded].map(([, seq, hash]) => ({ seq: Number(seq), hash: hash ?? '' })),
    ...turned.map(([, hash, seq]) => ({ seq: Number(seq), hash: hash ?? '' })),
  ]
}
