import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { migrationsIn } from '#db/kernel/migrate'
import { openStore, type Store } from '#db/kernel/open'
import { clearHalfMade } from '#electron/kernel/half-made'
import type { Surroundings } from '#electron/kernel/surroundings'

/** The plant's own data folder, or the sample plant's. They never share a file. */
export type Which = 'plant' | 'sample'

/** The data folders of one installation and the one of them that is open. */
export interface Workspace {
  readonly store: () => Store
  readonly which: () => Which
  readonly exists: (which: Which) => boolean
  /** Closes the open data folder and opens the other; remembers the choice for the next start. */
  readonly use: (which: Which) => void
  /** Removes the sample plant in one act, after going back to the plant. */
  readonly removeSample: () => void
  readonly close: () => void
}

/** A workspace under a home folder, with `plant/` and `sample/`; opens the one that was open last. */
export function openHome(home: string, around: Surroundings): Workspace {
  const remembered = join(home, 'current')
  const last = existsSync(remembered) ? readFileSync(remembered, 'utf8').trim() : 'plant'
  return workspace(
    { plant: join(home, 'plant'), sample: join(home, 'sample') },
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
  return workspace({ plant: folder, sample: `${folder}.sample` }, 'plant', around, () => {})
}

function workspace(
  folders: Readonly<Record<Which, string>>,
  first: Which,
  around: Surroundings,
  remember: (which: Which) => void,
): Workspace {
  const migrations = migrationsIn(join(around.program, 'db', 'migrations'))
  const exists = (which: Which) => existsSync(join(folders[which], 'store.db'))
  const open = (which: Which) => {
    const opened = openStore({
      folder: folders[which],
      migrations,
      holder: { program: around.name, pid: process.pid, since: around.now().toISOString() },
    })
    clearHalfMade(folders[which])
    return opened
  }
  // A sample that was removed by hand must not keep the program from starting.
  let which: Which = first === 'sample' && !exists('sample') ? 'plant' : first
  let store = open(which)
  const use = (next: Which) => {
    if (next === which) return
    const opened = open(next)
    store.close()
    store = opened
    which = next
    remember(next)
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
    close: () => store.close(),
  }
}
