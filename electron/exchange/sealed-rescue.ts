import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { inLine } from '#electron/access/prove'
import { atSealedDoor } from '#electron/access/sealing'
import type { Handlers, TaskContext } from '#electron/kernel/context'
import { dropKeys, lendKeys } from '#electron/kernel/folder-keys'
import { dataKeyBy, storeState } from '#electron/kernel/keyring'
import { beforeIn, replaceFolder } from '#electron/kernel/replace-folder'
import { lyingBackups } from '#electron/kernel/rescue-wish'
import type { Workspace } from '#electron/kernel/workspace'
import type { rescueContract } from '#shared/exchange/rescue-contract'
import { Refusal } from '#shared/kernel/refusal'

/** The way back from the sealed door, for whoever has the key to a plant that is damaged. */
export function rescueHandlers(workspace: Workspace): Handlers<typeof rescueContract> {
  const offersIn = (folder: string) => (workspace.isRuined() ? lyingBackups(folder) : [])
  return {
    rescueOffers: ({ folder }) => offersIn(folder),
    rescueSealed: async (task, { file, secret }) => {
      const { folder } = task
      if (!offersIn(folder).some((each) => each.file === file))
        throw new Refusal('exchange.nothing-to-rescue')
      await inLine(folder, async () => {
        const dataKey = await atSealedDoor(task, () => dataKeyBy(folder, secret))
        await workspace.unseal(dataKey, (plant) => bringBack(task, workspace.pastFolder, plant, file))
      })
      return {}
    },
  }
}

/** @throws Refusal as `restore` refuses; the plant then stays as it was. */
async function bringBack(task: TaskContext, beside: string, plant: string, file: string): Promise<void> {
  const places = [beside, `${beside}.restoring`]
  for (const place of places) rmSync(place, { recursive: true, force: true })
  for (const place of places) lendKeys(plant, place)
  try {
    await task.job('exchange.restore', { from: join(plant, 'backups', file), folder: beside })
    replaceFolder(plant, beside, beforeIn(plant, task.around.now().toISOString()))
    // Made before the plant was encrypted: what stands there now is read as it is.
    if (storeState(plant) === 'plain') dropKeys(plant)
  } finally {
    for (const place of places) dropKeys(place)
  }
}
