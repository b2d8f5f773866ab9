import type { MessagePort as NodePort } from 'node:worker_threads'

import type { FolderKeys } from '#electron/kernel/folder-keys'
import type { KeychainAnswer, KeychainQuestion } from '#electron/kernel/keychain'
import type { ProgramAnswer, ProgramQuestion } from '#electron/kernel/program-host'
import type { LyingBackup } from '#electron/kernel/rescue-wish'
import type { Facts } from '#shared/kernel/refusal'

/** What a host tells the process that the backend runs in. With `connect` comes the port of a window. */
export type ToBackend =
  | { readonly type: 'connect'; readonly window: string }
  /** `evidence`: the hash of a stored file that the window wants to see; null for everything else. */
  | {
      readonly type: 'folder'
      readonly id: number
      readonly window: string
      readonly evidence: string | null
    }
  | { readonly type: 'close' }
  | KeychainAnswer
  | ProgramAnswer

/** What that process tells its host. */
export type FromBackend =
  | { readonly type: 'started'; readonly start: Start }
  /** `keys`: what an encrypted folder's files are read and written with; null where they are in clear. */
  | {
      readonly type: 'folder'
      readonly id: number
      readonly folder: string | null
      readonly keys: FolderKeys | null
    }
  /** The data folder was sealed: whoever serves its files forgets their keys. */
  | { readonly type: 'sealed'; readonly folder: string }
  /** How many long tasks are running. */
  | { readonly type: 'busy'; readonly tasks: number }
  | { readonly type: 'closed' }
  | KeychainQuestion
  | ProgramQuestion

/** How the start went. A refused or failed start is told to the user on a page of its own. */
export type Start =
  | { readonly state: 'ready' }
  | {
      readonly state: 'refused'
      readonly code: string
      readonly facts: Facts
      /** What the plant can be brought back from; none where that would be no help. */
      readonly backups?: readonly LyingBackup[]
    }
  | { readonly state: 'failed'; readonly number: string; readonly backups?: readonly LyingBackup[] }

/** A way to a backend process, whatever carries it: a worker thread or an Electron utility process. */
export interface BackendProcess<Port> {
  readonly send: (message: ToBackend, port?: Port) => void
  readonly onMessage: (hear: (message: FromBackend) => void) => void
  readonly onExit: (hear: () => void) => void
  readonly kill: () => void
}

/** The few calls of a `ws` socket that a pipe needs. */
export interface Socket {
  readonly readyState: number
  send(data: string | Uint8Array): void
  close(code?: number): void
  on(event: 'message', hear: (data: unknown, isBinary: boolean) => void): unknown
  on(event: 'close' | 'error', hear: () => void): unknown
}

/**
 * Lays a socket and a port end to end. Both carry the same encoding, text for plain messages and bytes for those
 * with a file in them, so nothing is read on the way. When one end closes, so does the other.
 */
export function pipe(socket: Socket, port: NodePort): void {
  socket.on('message', (data, isBinary) => port.postMessage(isBinary ? asBytes(data) : String(data)))
  port.on('message', (data: string | Uint8Array) => {
    if (socket.readyState === open) socket.send(data)
  })
  socket.on('close', () => port.close())
  // What is no message ends the connection; `close` follows.
  socket.on('error', () => {})
  // 1012: the service restarts. The window connects again by itself.
  port.on('close', () => socket.close(1012))
}
const open = 1

function asBytes(data: unknown): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data as Buffer[])
  return Buffer.isBuffer(data) ? data : new Uint8Array(data as ArrayBuffer)
}
