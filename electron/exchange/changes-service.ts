import type { Handlers } from '#electron/kernel/context'
import type { Spine } from '#electron/kernel/spine'
import type { changesContract } from '#shared/exchange/changes-contract'

import { bringChanges } from './bring-changes.ts'
import { makeChanges, restoredFrom } from './make-changes.ts'
import { broughtChanges, listedChanges, mergeChanges } from './merge-changes.ts'

/** Changes that come back from a copy of the data folder. */
export function changesHandlers(spine: Spine): Handlers<typeof changesContract> {
  return {
    restoredFrom: ({ db }) => restoredFrom(db),
    makeChanges: (task, wanted) => makeChanges(spine, task, wanted),
    bringChanges,
    changePackages: listedChanges,
    brought: broughtChanges,
    mergeChanges: (context, decided) => mergeChanges(spine, context, decided),
  }
}
