import type { Outgoing, Sending } from '#electron/exchange/target-port'

import type { Answer, HttpLine } from './http-line.ts'
import { paced } from './paced.ts'

/** The least that Nextcloud takes for a piece other than the last. */
const pieceSize = 5 * 1024 * 1024

/** A file on its way to `destination`, below a folder of a Nextcloud or ownCloud. */
export interface PiecesToSend {
  readonly ask: HttpLine['ask']
  readonly outgoing: Outgoing
  readonly sending: Sending
  readonly destination: URL
  readonly arrived: (upTo: number) => void
  readonly refusalOf: (status: number) => Error
}

/**
 * Sends a large file in pieces that the server keeps apart and puts together at the end (Nextcloud's chunked upload, version
 * 2). Pieces of an earlier attempt lie under a name of the content, and are found by looking.
 *
 * @returns false where the server is none of these, or does not offer it.
 */
export async function sendInPieces(work: PiecesToSend): Promise<boolean> {
  const { ask, outgoing, sending, destination, arrived, refusalOf } = work
  const { size, sha256, read } = outgoing
  const gathered = gatheringPlace(destination, sha256)
  if (gathered === null || size <= pieceSize) return false
  const { signal } = sending
  const headers = { destination: destination.href, 'oc-total-length': String(size) }
  const there = await piecesIn({ ask, signal, gathered, headers })
  if (there === null) return false
  for (let number = 1; (number - 1) * pieceSize < size; number += 1) {
    const from = (number - 1) * pieceSize
    const to = Math.min(from + pieceSize, size)
    const name = String(number).padStart(5, '0')
    if (there.get(name) !== to - from) {
      const length = { 'content-length': String(to - from) }
      const body = paced(read(from, to), sending)
      const url = new URL(name, gathered)
      await must(
        await ask({ method: 'PUT', url, headers: { ...headers, ...length }, body, signal }),
        refusalOf,
      )
    }
    arrived(to)
  }
  await must(await ask({ method: 'MOVE', url: new URL('.file', gathered), headers, signal }), refusalOf)
  return true
}

/** Beside the files of a user there is a place for what is being uploaded. */
function gatheringPlace(destination: URL, sha256: string): URL | null {
  const found = /^(.*\/remote\.php\/dav)\/files\/([^/]+)\//.exec(destination.pathname)
  return found && new URL(`${found[1]}/uploads/${found[2]}/tanbu-${sha256.slice(0, 32)}/`, destination)
}

async function must(answer: Answer, refusalOf: PiecesToSend['refusalOf']): Promise<void> {
  await answer.text()
  if (answer.status < 200 || answer.status > 299) throw refusalOf(answer.status)
}

interface Gathering {
  readonly ask: HttpLine['ask']
  readonly signal: AbortSignal
  readonly gathered: URL
  readonly headers: Readonly<Record<string, string>>
}

/** Size of each piece that is there, by name; the place is made where it is not. Null where it cannot be. */
async function piecesIn({ ask, signal, gathered, headers }: Gathering): Promise<Map<string, number> | null> {
  const found = await ask({ method: 'PROPFIND', url: gathered, headers: { depth: '1' }, signal })
  const xml = await found.text()
  if (found.status === 207) return sizesIn(xml)
  const made = await ask({ method: 'MKCOL', url: gathered, headers, signal })
  await made.text()
  return made.status === 201 ? new Map() : null
}

function sizesIn(xml: string): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const response of xml.split(/<\/(?:\w+:)?response>/)) {
    const name = /<(?:\w+:)?href>[^<]*?([^/<]+)<\//.exec(response)?.[1]
    const size = /<(?:\w+:)?getcontentlength[^>]*>(\d+)</.exec(response)?.[1]
    if (name !== undefined && size !== undefined) sizes.set(name, Number.parseInt(size, 10))
  }
  return sizes
}
