import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { openDatabase } from '#db/kernel/cipher'
import { openReader } from '#db/kernel/open'
import type { PersonalColumns } from '#electron/kernel/audit'
import type { Job } from '#electron/kernel/jobs'
import { rewind, type Rewinder, type Rewound } from '#electron/kernel/rewind'
import type { Progress } from '#shared/kernel/contract'

interface PastInput {
  /** The data folder that is open. */
  readonly folder: string
  /** Where the copy is put; whatever is there is thrown away. */
  readonly to: string
  /** Everything recorded at or after this instant is undone in the copy. */
  readonly before: string
}

/** Copies a data folder and takes the copy back in time, on a thread of its own while people go on working. */
export function pastJob(rewinders: readonly Rewinder[], personal: PersonalColumns): Job {
  const job = (
    { folder, to, before }: PastInput,
    { report }: { readonly report: (progress: Progress) => void },
  ): Promise<Rewound> => {
    rmSync(to, { recursive: true, force: true })
    mkdirSync(to, { recursive: true, mode: 0o700 })
    report({ step: 'access.step-copying', done: 0, total: null })
    copyStore(folder, to)
    const sqlite = openDatabase(join(to, 'store.db'))
    try {
      // The copy is thrown away after a power cut, so nothing waits for the disk.
      sqlite.pragma('synchronous = OFF')
      const found = rewind(sqlite, {
        before,
        rewinders,
        personal,
        report: (done, total) => {
          if (done % 50 === 0 || done === total) report({ step: 'access.step-rewinding', done, total })
        },
      })
      return Promise.resolve(found)
    } finally {
      sqlite.close()
    }
  }
  return job
}

function copyStore(folder: string, to: string): void {
  const reader = openReader(folder)
  try {
    reader.sqlite.prepare('VACUUM INTO ?').run(join(to, 'store.db'))
  } finally {
    reader.close()
  }
  if (existsSync(join(folder, 'keyring.json')))
    copyFileSync(join(folder, 'keyring.json'), join(to, 'keyring.json'))
  // Evidence is stored once under its hash and never changes; the past reads it where it lies.
  symlinkSync(join(folder, 'evidence'), join(to, 'evidence'), 'junction')
}
