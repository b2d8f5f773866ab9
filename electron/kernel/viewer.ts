import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { randomBytes } from '#electron/kernel/crypto'

/** What a host lets the viewer do; each is an act of the system. */
export interface Outside {
  /** The program's own answer to an address of it. */
  readonly fetch: (url: string) => Promise<Response>
  /** Whether the user, who reads the file's name in the question, wants it opened. */
  readonly asks: (name: string) => boolean
  /** Opens a file with what the system opens its kind with. Answers with what went wrong, or nothing. */
  readonly open: (path: string) => Promise<string>
  /** Lets the user choose where the file is saved, and opens nothing. */
  readonly save: (url: string) => void
}

/**
 * Kinds that a viewer shows. Everything else, above all what runs, is saved where the user says and opened by nobody:
 * evidence comes from suppliers, laboratories and mail.
 */
const viewable = /\.(pdf|png|jpe?g|gif|webp|bmp|tiff?|docx|xlsx|pptx|odt|ods|odp|csv|txt|json|ofd)$/i

/** Whether an address is that of a stored file or an export, the only ones that ever leave the window. */
export function isFileAddress(url: string, origin: string): boolean {
  return URL.canParse(url) && /^\/(evidence|download)\/[\w-]+$/.test(new URL(url).pathname)
    ? url.startsWith(`${origin}/`)
    : false
}

/**
 * Shows a stored file in the system's viewer, after asking. The viewer gets a copy for reading alone, which is cleared
 * away when the program ends; what was changed in it changes nothing here.
 *
 * @param folder where such copies lie.
 */
export async function viewOutside(
  url: string,
  folder: string,
  { fetch, asks, open, save }: Outside,
): Promise<'opened' | 'declined' | 'saved' | 'gone'> {
  const { status, headers, body } = await fetch(url)
  if (status !== 200 || !body) return 'gone'
  const name = nameIn(headers.get('content-disposition') ?? '')
  if (!viewable.test(name)) {
    await body.cancel()
    save(url)
    return 'saved'
  }
  if (!asks(name)) {
    await body.cancel()
    return 'declined'
  }
  const place = join(folder, randomBytes(8).toString('hex'))
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const copy = join(place, name)
  await pipeline(Readable.fromWeb(body as never), createWriteStream(copy, { flags: 'wx', mode: 0o400 }))
  const trouble = await open(copy)
  if (trouble !== '') throw new Error(`The system opens no file of this kind: ${trouble}`)
  return 'opened'
}

/** Clears away what viewers were given: at the start, for a program that was killed, and at the end. */
export function clearViewed(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** A name that is one name on every system. */
function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? ''
  const name = decodeURIComponent(encoded).replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_')
  return /^[. ]*$/.test(name) ? 'file' : name.slice(-120)
}
