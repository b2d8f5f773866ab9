import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { type Holder, takeLock } from '#db/kernel/lock'
import { migrationsIn } from '#db/kernel/migrate'
import { type OpenStore, openStore, readersOpen, type Store } from '#db/kernel/open'
import {
  beginConversion,
  type Conversion,
  discardConversion,
  settleConversion,
} from '#electron/kernel/convert-folder'
import {
  dropKeys,
  type FolderKeys,
  holdKeys,
  keysFor,
  keysFrom,
  lendKeys,
} from '#electron/kernel/folder-keys'
import { clearHalfMade } from '#electron/kernel/half-made'
import { storeState, type StoreState } from '#electron/kernel/keyring'
import { beforeIn, finishReplacing, replaceFolder } from '#electron/kernel/replace-folder'
import { sealedStore } from '#electron/kernel/sealed-store'
import type { Surroundings } from '#electron/kernel/surroundings'
import { Refusal } from '#shared/kernel/refusal'

/**
 * The plant's own data folder, or the sample plant's, which never share a file; or a copy of one of them, taken back to
 * an earlier day, that is only looked at and is gone when one comes back.
 */
export type Which = 'plant' | 'sample' | 'past'

/** The day that is looked back at: what had been recorded by its end. */
export interface PastDay {
  readonly day: string
  /** The folder that was copied, to which one comes back. */
  readonly of: 'plant' | 'sample'
}

/** A step of a conversion: while people work, and with the store closed. */
export type ConversionStep = 'fixed' | 'rest'
export type Copying = (step: ConversionStep, conversion: Conversion) => Promise<unknown>

/** The data folders of one installation and the one of them that is open. */
export interface Workspace {
  /** Refuses everything with `kernel.sealed` while the open folder is sealed. */
  readonly store: () => Store
  /** `locked`: the folder is encrypted and nobody gave its key. `converting`: all its files are being written anew. */
  readonly sealed: () => 'locked' | 'converting' | null
  /**
   * Opens the sealed folder with its data key, after what is done to every folder before it is opened, and to this one
   * with `first`, such as putting a backup in its place.
   *
   * @throws Refusal as a start would be refused; `kernel.sealed` while another opens it.
   */
  readonly unseal: (dataKey: Buffer, first?: (folder: string) => Promise<void>) => Promise<void>
  /** Whether the right key was given and what it should have opened is damaged or gone. */
  readonly isRuined: () => boolean
  /** Closes an encrypted folder and forgets every key; a past day that was looked at is left before. */
  readonly seal: () => void
  /** Enciphers or deciphers the open folder; `copy` does the long work of each step. */
  readonly convert: (dataKey: Buffer, to: StoreState, copy: Copying) => Promise<void>
  /** Tells when the folder was sealed and when it was opened. */
  readonly follow: (hear: (state: 'sealed' | 'opened') => void) => void
  readonly which: () => Which
  readonly exists: (which: Which) => boolean
  /** Closes the open data folder and opens the other; remembers the choice for the next start. */
  readonly use: (which: Which) => void
  /** Removes the sample plant in one act, after going back to the plant. */
  readonly removeSample: () => void
  /** The day that is looked back at; null in the present. */
  readonly past: () => PastDay | null
  /** Where a copy of the open folder is put before it is opened as the past. */
  readonly pastFolder: string
  /** Lets the copy be written with the keys of the open folder. */
  readonly lendToPast: () => void
  /** Opens the copy that stands in `pastFolder`. */
  readonly usePast: (day: string) => void
  /** Comes back to the folder that was copied and throws the copy away. */
  readonly leavePast: () => void
  /**
   * Puts the copy that stands in `pastFolder` in the plant's place and opens it. The folder that was the plant stays
   * beside it.
   *
   * @returns where it stays.
   */
  readonly replacePlant: (at: string) => string
  readonly close: () => void
}

/**
 * A workspace under a home folder, with `plant/` and `sample/`; opens the one that was open last.
 *
 * @param beforeOpening what is done to an encrypted folder once its key is there, such as a backup before an upgrade.
 */
export function openHome(
  home: string,
  around: Surroundings,
  beforeOpening: (folder: string) => Promise<void> = () => Promise.resolve(),
): Workspace {
  const remembered = join(home, 'current')
  const last = existsSync(remembered) ? readFileSync(remembered, 'utf8').trim() : 'plant'
  return workspace(
    { plant: join(home, 'plant'), sample: join(home, 'sample'), past: join(home, 'past') },
    last === 'sample' ? 'sample' : 'plant',
    around,
    (which) => {
      writeFileSync(`${remembered}.new`, which)
      renameSync(`${remembered}.new`, remembered)
    },
    beforeOpening,
  )
}

/** A single data folder, as the command line and the tests use it; the sample would stand beside it. */
export function openFolder(folder: string, around: Surroundings): Workspace {
  return workspace(
    { plant: folder, sample: `${folder}.sample`, past: `${folder}.past` },
    'plant',
    around,
    () => {},
  )
}

/** What is open at the moment. */
interface Present {
  which: Which
  store: Store
  past: PastDay | null
  isConverting: boolean
  isOpening: boolean
  isRuined: boolean
}
type Folders = Readonly<Record<Which, string>>

function workspace(
  folders: Folders,
  first: Which,
  around: Surroundings,
  remember: (which: Which) => void,
  beforeOpening: (folder: string) => Promise<void> = () => Promise.resolve(),
): Workspace {
  const exists = (which: Which) => existsSync(join(folders[which], 'store.db'))
  const holder = () => ({ program: around.name, pid: process.pid, since: around.now().toISOString() })
  const migrations = migrationsIn(join(around.program, 'db', 'migrations'))
  const open = (which: Which) => opened({ folder: folders[which], migrations, holder: holder() })
  finishReplacing(folders.plant)
  // A sample that was removed by hand must not keep the program from starting.
  const last = first === 'sample' && !exists('sample') ? 'plant' : first
  const still = { isConverting: false, isOpening: false, isRuined: false }
  const now: Present = { which: last, store: open(last), past: null, ...still }
  // A copy that was looked at when the program ended is of no use to anybody.
  rmSync(folders.past, { recursive: true, force: true })
  const use = (next: Which) => {
    if (next === now.which) return
    const store = open(next)
    now.store.close()
    now.store = store
    now.which = next
    if (next === 'past') return
    remember(next)
    if (now.past === null) return
    // Wherever one goes from a past day, the copy is of no more use.
    now.past = null
    dropKeys(folders.past)
    rmSync(folders.past, { recursive: true, force: true })
  }
  return {
    store: () => now.store,
    which: () => now.which,
    exists,
    use,
    removeSample: () => {
      use('plant')
      rmSync(folders.sample, { recursive: true, force: true })
    },
    past: () => now.past,
    pastFolder: folders.past,
    usePast: (day) => {
      if (now.which === 'past') throw new Error('One looks back from the present only')
      const from = { day, of: now.which }
      use('past')
      now.past = from
    },
    leavePast: () => {
      if (now.past !== null) use(now.past.of)
    },
    replacePlant: (at) => replacePlant(now, folders, open, at),
    ...sealing(now, folders, { open, use, holder, beforeOpening }),
    close: () => now.store.close(),
  }
}

/** Opens a data folder, or where it is encrypted and nobody gave its key, what refuses everything. */
function opened(wanted: OpenStore): Store {
  const { folder } = wanted
  const isEncrypted = storeState(folder) === 'encrypted'
  if (isEncrypted && keysFor(folder) === null) return sealedStore(folder)
  // What stands here now may have taken the place of an encrypted folder.
  if (!isEncrypted) dropKeys(folder)
  const store = openStore({ ...wanted, prepare: settleConversion })
  clearHalfMade(folder)
  return store
}

function replacePlant(now: Present, folders: Folders, open: (which: Which) => Store, at: string): string {
  if (now.which !== 'plant') throw new Error('Only the open plant is replaced')
  const keptAs = beforeIn(folders.plant, at)
  now.store.close()
  try {
    replaceFolder(folders.plant, folders.past, keptAs)
  } finally {
    now.store = openReplaced(folders.plant, open)
  }
  return keptAs
}

/** What stands in the plant's place now may be under another key: whoever has that one unlocks it. */
function openReplaced(plant: string, open: (which: Which) => Store): Store {
  try {
    return open('plant')
  } catch (error) {
    if (keysFor(plant) === null) throw error
    dropKeys(plant)
    return open('plant')
  }
}

/** What a start refuses that a backup is a way out of; a folder that is in use needs something else. */
export const ruins = /^kernel\.(damaged|store-missing)$/

interface Opening {
  readonly open: (which: Which) => Store
  readonly use: (which: Which) => void
  readonly holder: () => Holder
  readonly beforeOpening: (folder: string) => Promise<void>
}

/** The open folder with and without its key. */
function sealing(
  now: Present,
  folders: Folders,
  opening: Opening,
): Pick<Workspace, 'sealed' | 'unseal' | 'isRuined' | 'seal' | 'convert' | 'follow' | 'lendToPast'> {
  const listeners: ((state: 'sealed' | 'opened') => void)[] = []
  const tell = (state: 'sealed' | 'opened') => {
    for (const hear of listeners) hear(state)
  }
  const folder = () => folders[now.which]
  const isEncrypted = () => storeState(folder()) === 'encrypted'
  return {
    sealed: () => {
      if (now.isConverting) return 'converting'
      return isEncrypted() && (now.isOpening || keysFor(folder()) === null) ? 'locked' : null
    },
    isRuined: () => now.isRuined,
    unseal: async (dataKey, first) => {
      if (now.isOpening) throw new Refusal('kernel.sealed')
      now.isOpening = true
      holdKeys(folder(), keysFrom(dataKey))
      try {
        await first?.(folder())
        await opening.beforeOpening(folder())
        now.store = opening.open(now.which)
        now.isRuined = false
      } catch (error) {
        dropKeys(folder())
        now.isRuined ||= error instanceof Refusal && ruins.test(error.code)
        throw error
      } finally {
        now.isOpening = false
      }
      tell('opened')
    },
    seal: () => {
      if (now.past !== null) opening.use(now.past.of)
      if (!isEncrypted()) return
      now.store.close()
      for (const each of Object.values(folders)) dropKeys(each)
      now.store = sealedStore(folder())
      tell('sealed')
    },
    convert: (dataKey, to, copy) => convert(now, folder(), opening, keysFrom(dataKey), to, copy),
    follow: (hear) => void listeners.push(hear),
    lendToPast: () => lendKeys(folder(), folders.past),
  }
}

async function convert(
  now: Present,
  folder: string,
  { open, holder }: Opening,
  keys: FolderKeys,
  to: StoreState,
  copy: Copying,
): Promise<void> {
  const conversion = to === 'encrypted' ? { folder, from: null, to: keys } : { folder, from: keys, to: null }
  beginConversion(conversion)
  try {
    const isEmpty = ['evidence', 'backups'].every((part) => readdirSync(join(folder, part)).length === 0)
    if (!isEmpty) await copy('fixed', conversion)
    await untilNobodyReads()
    if (now.store.folder !== folder) throw new Refusal('kernel.folder-changed')
    now.isConverting = true
    now.store.close()
    now.store = sealedStore(folder)
    const release = takeLock(folder, holder())
    try {
      await copy('rest', conversion)
    } finally {
      release()
    }
  } catch (error) {
    if (storeState(folder) !== to) discardConversion(folder)
    throw error
  } finally {
    if (storeState(folder) === 'encrypted') holdKeys(folder, keys)
    else dropKeys(folder)
    if (now.isConverting) now.store = open(now.which)
    now.isConverting = false
  }
}

/**
 * Whoever still reads would go on reading the old file. What the program does by itself takes moments; other work takes
 * longer than somebody should wait for it here.
 *
 * @throws Refusal `kernel.tasks-running`.
 */
async function untilNobodyReads(): Promise<void> {
  for (let times = 0; readersOpen() > 0; times += 1) {
    if (times === 60) throw new Refusal('kernel.tasks-running')
    await setTimeout(50)
  }
}
