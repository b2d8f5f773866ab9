import { exchangeStoreChecks } from '#db/exchange/backup-tables'
import type { TaskContext } from '#electron/kernel/context'
import { isSound, type StoreHealth } from '#shared/exchange/backup'

/** Checks the whole data folder and keeps what was found. */
export async function checkAndKeep(task: TaskContext): Promise<StoreHealth> {
  const { folder, around, today } = task
  const found = await task.job<StoreHealth>('exchange.check-store', { folder, program: around.program })
  task.promote(({ db, now, newId }) => {
    db.insert(exchangeStoreChecks)
      .values({
        id: newId<'store-check'>(),
        madeOn: today,
        madeAt: now,
        sound: isSound(found),
        found: JSON.stringify(found),
      })
      .run()
  })
  return found
}
