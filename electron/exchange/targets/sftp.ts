import type { Outgoing, Sending, TargetPort } from '#electron/exchange/target-port'
import { randomBytes } from '#electron/kernel/crypto'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { bringInto, type Shelf } from './append.ts'
import { usualQuiet } from './http-line.ts'
import { paced } from './paced.ts'
import { signInBySsh, type SshSession, type Wire } from './ssh-session.ts'
import { stopIfAsked } from './trouble.ts'

/** Bytes of one command, which every server takes, and how many of them are under way at once. */
const pieceSize = 32 * 1024
const underWay = 16

/**
 * A folder of an SFTP server (version 3, as all speak it). What a cut left is gone on with from its last byte.
 *
 * @param secret a password, or a private key in OpenSSH or PEM form.
 * @param quiet milliseconds without an answer before the link counts as broken.
 */
export function openSftp(
  settings: SettingsOf<'sftp'>,
  secret: string,
  { quiet = usualQuiet }: { readonly quiet?: number } = {},
): TargetPort {
  let session: SshSession | null = null
  /** The connection that is open, or a new one in the place of one that broke. */
  const reach = async (signal: AbortSignal): Promise<SshSession> => {
    if (!session?.isOpen()) session = await signInBySsh(settings, secret, quiet, signal)
    return session
  }
  const leave = () => {
    session?.end()
    session = null
  }
  const talkFor = (signal: AbortSignal) => talkAt(settings, signal, () => reach(signal))
  return {
    check: async (signal) => {
      try {
        await check(talkFor(signal), settings)
      } finally {
        leave()
      }
    },
    send: async (outgoing, sending) => {
      try {
        return await bringInto(
          shelfOf(talkFor(sending.signal), settings, outgoing, sending),
          outgoing,
          sending,
        )
      } finally {
        leave()
      }
    },
    close: async () => leave(),
  }
}

type Talk = ReturnType<typeof talkAt>

/** What is asked of the server, with its troubles in our words. */
function talkAt(settings: SettingsOf<'sftp'>, signal: AbortSignal, reach: () => Promise<SshSession>) {
  const host = `${settings.host}:${settings.port}`
  const folder = placeOf(settings, '')
  async function run<T>(command: (wire: Wire) => Promise<T>): Promise<T> {
    const session = await reach()
    return through(session, command(session.wire))
  }
  async function through<T>(session: SshSession, asked: Promise<T>): Promise<T> {
    try {
      return await asked
    } catch (error) {
      stopIfAsked(signal)
      if (error instanceof Refusal) throw error
      if (!session.isOpen() || statusOf(error) === null) {
        session.end()
        throw new Refusal('exchange.target-cut', { host })
      }
      throw await named(session.wire, statusOf(error), error)
    }
  }
  /** SFTP has one word, failure, for all that is neither a missing file nor a missing right. */
  async function named(wire: Wire, status: number | null, error: unknown): Promise<Refusal> {
    if (status === 2) return new Refusal('exchange.target-no-folder', { folder })
    if (status === 3) return new Refusal('exchange.target-read-only', { folder })
    if (await isFull(wire, settings.folder || '.')) return new Refusal('exchange.target-full', { folder })
    const reason = error instanceof Error ? error.message : String(status)
    return new Refusal('exchange.target-odd-answer', { folder, status: reason })
  }
  return { run, through, reach }
}

const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : null

/** Whether the server's disk has no room for one more piece; false where the server does not tell. */
function isFull(wire: Wire, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      wire.ext_openssh_statvfs(
        path,
        (error: unknown, told: { f_bavail?: number; f_frsize?: number } | undefined) =>
          resolve(!error && told !== undefined && (told.f_bavail ?? 1) * (told.f_frsize ?? 4096) < pieceSize),
      )
    } catch {
      // Throws where the server has no such command.
      resolve(false)
    }
  })
}

/** Ends a command that tells by a callback. */
function told<T>(
  command: (done: (error: Error | null | undefined, value?: T) => void) => unknown,
): Promise<T> {
  return new Promise((resolve, reject) => {
    command((error, value) => (error ? reject(error) : resolve(value as T)))
  })
}

async function check({ run }: Talk, settings: SettingsOf<'sftp'>): Promise<void> {
  const path = pathOf(settings, `.tanbu-${randomBytes(8).toString('hex')}.check`)
  await run(async (wire) => {
    const handle = await told<Buffer>((done) => wire.open(path, 'wx', done))
    await told((done) => wire.close(handle, done))
    await told((done) => wire.unlink(path, done))
  })
}

function shelfOf(talk: Talk, settings: SettingsOf<'sftp'>, outgoing: Outgoing, sending: Sending): Shelf {
  const { run } = talk
  const sizeOf = (name: string) =>
    run(async (wire) => {
      try {
        const { size } = await told<{ size: number }>((done) => wire.stat(pathOf(settings, name), done))
        return size
      } catch (error) {
        if (statusOf(error) === 2) return null
        throw error
      }
    })
  return {
    sizeOf,
    placeOf: (name) => placeOf(settings, name),
    read: (name, from) => readAt(talk, pathOf(settings, name), from),
    append: (name, from, arrived) =>
      run((wire) => append(wire, pathOf(settings, name), outgoing, sending, from, arrived)),
    name: async (half, name) => {
      // A server of the letter refuses to rename onto another file; not all are.
      if ((await sizeOf(name)) !== null) return 'taken'
      try {
        await run((wire) => told((done) => wire.rename(pathOf(settings, half), pathOf(settings, name), done)))
      } catch (error) {
        if (error instanceof Refusal && error.code === 'exchange.target-cut') throw error
        if ((await sizeOf(name)) !== null) return 'taken'
        throw error
      }
      return 'named'
    },
    remove: (name) =>
      run(async (wire) => {
        await told((done) => wire.unlink(pathOf(settings, name), done)).catch((error: unknown) => {
          if (statusOf(error) !== 2) throw error
        })
      }),
  }
}

async function* readAt({ reach, through }: Talk, path: string, from: number): AsyncGenerator<Buffer> {
  const session = await reach()
  const { wire } = session
  const handle = await through(
    session,
    told<Buffer>((done) => wire.open(path, 'r', done)),
  )
  let at = from
  for (let isEnd = false; !isEnd;) {
    // Asked for together, as each would wait for the way there and back; told of one by one, as a cut may come between.
    const asked = Array.from({ length: underWay }, (_, index) =>
      readPiece(wire, handle, at + index * pieceSize),
    )
    for (const one of asked) one.catch(() => {})
    for (const one of asked) {
      const piece = await through(session, one)
      if (piece.length > 0) yield piece
      at += piece.length
      isEnd = piece.length === 0
      // A piece may be shorter than was asked for; what comes after it has another place then.
      if (piece.length < pieceSize) break
    }
  }
  await through(
    session,
    told((done) => wire.close(handle, done)),
  )
}
function readPiece(wire: Wire, handle: Buffer, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(pieceSize)
  return new Promise((resolve, reject) => {
    wire.read(handle, buffer, 0, pieceSize, position, (error: Error | undefined, size: number) => {
      if (statusOf(error) === 1) resolve(buffer.subarray(0, 0))
      else if (error) reject(error)
      else resolve(buffer.subarray(0, size))
    })
  })
}

async function append(
  wire: Wire,
  path: string,
  { read }: Outgoing,
  sending: Sending,
  from: number,
  arrived: (upTo: number) => void,
): Promise<void> {
  const handle = await told<Buffer>((done) => wire.open(path, from === 0 ? 'w' : 'r+', done))
  let at = from
  let waiting: Promise<unknown>[] = []
  const settle = async () => {
    await Promise.all(waiting)
    waiting = []
    arrived(at)
  }
  for await (const bytes of paced(read(from), sending) as AsyncIterable<Buffer>)
    for (let begin = 0; begin < bytes.length; begin += pieceSize) {
      const piece = bytes.subarray(begin, begin + pieceSize)
      const position = at
      const written = told((done) => wire.write(handle, piece, 0, piece.length, position, done))
      // It is looked at with the others; until then it may fail unseen.
      written.catch(() => {})
      waiting.push(written)
      at += piece.length
      if (waiting.length >= underWay) await settle()
    }
  await settle()
  await flush(wire, handle)
  await told((done) => wire.close(handle, done))
}
/** To the server's disk, where it knows how. */
async function flush(wire: Wire, handle: Buffer): Promise<void> {
  try {
    await told((done) => wire.ext_openssh_fsync(handle, done))
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not support')) return
    throw error
  }
}

function pathOf({ folder }: SettingsOf<'sftp'>, name: string): string {
  if (folder === '') return name
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`
}
function placeOf(settings: SettingsOf<'sftp'>, name: string): string {
  const path = pathOf(settings, name).replace(/^\//, '')
  return `sftp://${settings.host}:${settings.port}/${path}`
}
