import { resolve } from 'node:path'

import { dropStoreKey, folderAround, holdStoreKey } from '#db/kernel/cipher'
import { derive } from '#electron/kernel/crypto'

/** What is made of a data folder's key: whoever needs one of these is not handed the others. */
export interface FolderKeys {
  /** Of the database; null in the thread that only serves files. */
  readonly store: Buffer | null
  /** Of evidence, staged files and exports. */
  readonly files: Buffer
  /** Under which evidence gets its name. */
  readonly names: Buffer
}
/** Keys as they are handed to another thread of the program, through memory. */
export type HeldKeys = readonly (readonly [folder: string, keys: FolderKeys | null])[]

/** Keys of the encrypted data folders that are open, in this thread. A folder that is not here is in clear or sealed. */
const held = new Map<string, FolderKeys | null>()

/** The keys of a data folder by its data key, each by HKDF-SHA-256 for a purpose of its own. */
export function keysFrom(dataKey: Buffer): FolderKeys {
  const keyFor = (purpose: string) => derive(dataKey, Buffer.alloc(0), purpose)
  return { store: keyFor('store'), files: keyFor('files'), names: keyFor('file names') }
}

/**
 * Everything read from and written to the folder goes through these keys from now on, until they are dropped; null for a
 * folder in clear within an encrypted one, such as a backup from before that is looked into.
 */
export function holdKeys(folder: string, keys: FolderKeys | null): void {
  held.set(resolve(folder), keys)
  holdStoreKey(folder, keys?.store ?? null)
}

/** Forgets a folder's keys, and makes what this thread knew of them unreadable. */
export function dropKeys(folder: string): void {
  const place = resolve(folder)
  const keys = held.get(place)
  held.delete(place)
  dropStoreKey(folder)
  const isShared = [...held.values()].some((other) => other?.files === keys?.files)
  if (keys && !isShared) for (const key of [keys.store, keys.files, keys.names]) key?.fill(0)
}

/** Forgets the keys of all folders. */
export function dropAllKeys(): void {
  for (const folder of held.keys()) dropKeys(folder)
}

/** The keys of the data folder in which a path lies; null where it is in clear. */
export function keysFor(path: string): FolderKeys | null {
  const folder = folderAround(path, held.keys())
  return (folder === undefined ? undefined : held.get(folder)) ?? null
}

/** A copy of an open folder is opened with the same keys. */
export function lendKeys(from: string, to: string): void {
  const keys = keysFor(from)
  if (keys) holdKeys(to, keys)
}

/** All keys that this thread holds, for a thread that it starts. */
export const heldKeys = (): HeldKeys => [...held]

/** Takes over the keys of the thread that started this one; buffers arrive as bare bytes. */
export function takeKeys(keys: HeldKeys): void {
  for (const [folder, each] of keys) holdKeys(folder, each && arrivedKeys(each))
}

/** Buffers come to another thread as bare bytes. */
export function arrivedKeys({ store, files, names }: FolderKeys): FolderKeys {
  return { store: store && Buffer.from(store), files: Buffer.from(files), names: Buffer.from(names) }
}
