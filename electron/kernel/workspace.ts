import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { migrationsIn } from '#db/kernel/migrate'
import { openStore, type Store } from '#db/kernel/open'
import { clearHalfMade } from '#electron/kernel/half-made'
import { finishReplacing, replaceFolder } from '#electron/kernel/replace-folder'
import type { Surroundings } from '#electron/kernel/surroundings'

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

/** The data folders of one installation and the one of them that is open. */
export interface Workspace {
  readonly store: () => Store
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

/** A workspace under a home folder, with `plant/` and `sample/`; opens the one that was open last. */
export function openHome(home: string, around: Surroundings): Workspace {
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

function workspace(
  folders: Readonly<Record<Which, string>>,
  first: Which,
  around: Surroundings,
  remember: (which: Which) => void,
): Workspace {
  const exists = (which: Which) => existsSync(join(folders[which], 'store.db'))
  const open = opener(folders, around)
  finishReplacing(folders.plant)
  // A sample that was removed by hand must not keep the program from starting.
  let which: Which = first === 'sample' && !exists('sample') ? 'plant' : first
  let store = open(which)
  let past: PastDay | null = null
  // A copy that was looked at when the program ended is of no use to anybody.
  rmSync(folders.past, { recursive: true, force: true })
  const use = (next: Which) => {
    if (next === which) return
    const opened = open(next)
    store.close()
    store = opened
    which = next
    if (next === 'past') return
    remember(next)
    if (past === null) return
    // Wherever one goes from a past day, the copy is of no more use.
    past = null
    rmSync(folders.past, { recursive: true, force: true })
  }
  return {
    store: () => store,
    which: () => which,
    exists,
    use,
    removeSample: () => {
      use('plant')
      rmSync(folders.sample, { recursive: true, force: true })
    },
    past: () => past,
    pastFolder: folders.past,
    usePast: (day) => {
      if (which === 'past') throw new Error('One looks back from the present only')
      const from = { day, of: which }
      use('past')
      past = from
    },
    leavePast: () => {
      if (past === null) return
      use(past.of)
    },
    replacePlant: (at) => {
      if (which !== 'plant') throw new Error('Only the open plant is replaced')
      const keptAs = `${folders.plant}.before-${at.replaceAll(':', '').slice(0, 17)}`
      store.close()
      try {
        replaceFolder(folders.plant, folders.past, keptAs)
      } finally {
        store = open('plant')
      }
      return keptAs
    },
    close: () => store.close(),
  }
}

function opener(folders: Readonly<Record<Which, string>>, around: Surroundings): (which: Which) => Store {
  const migrations = migrationsIn(join(around.program, 'db', 'migrations'))
  return (which) => {
    const opened = openStore({
      folder: folders[which],
      migrations,
      holder: { program: around.name, pid: process.pid, since: around.now().toISOString() },
    })
    clearHalfMade(folders[which])
    return opened
  }
}
