import { join } from 'node:path'

import { inventoryById } from '#db/accounting/queries'
import { packageBySeal } from '#db/verification/queries'
import { everySource } from '#electron/accounting/kept-account'
import { accountOfInventory } from '#electron/accounting/service'
import type { ReadContext, TaskContext } from '#electron/kernel/context'
import { stagedUpload } from '#electron/kernel/uploads'
import { textOf } from '#shared/kernel/figure'
import { Refusal } from '#shared/kernel/refusal'
import type { CaseId } from '#shared/verification/case'
import type { PackageReport } from '#shared/verification/package-contract'
import { type SampleItem, sampleOf, type Sampling } from '#shared/verification/sampling'

import { requireCase } from './show-case.ts'

/** Checks a package that was sent here, on a thread of its own, and says whether this plant handed it over. */
export async function checkUploaded(
  task: TaskContext,
  { upload, seal }: { readonly upload: string; readonly seal: string },
): Promise<PackageReport> {
  const { path, name } = stagedUpload(task.folder, upload)
  const report = await task.job<PackageReport>('verification.check-package', {
    from: path,
    name,
    seal,
    scratch: join(task.folder, 'staging'),
    program: task.around.program,
  })
  return { ...report, isKnown: report.seal !== null && packageBySeal(task.db, report.seal) !== undefined }
}

/** A sample of the lines of a case's inventory, by the paths that its package has them under. */
export function drawn(
  { db, around }: ReadContext,
  { case: id, ...sampling }: Sampling & { readonly case: CaseId },
): { readonly population: number; readonly items: (SampleItem & { readonly name: string })[] } {
  const { inventory: of } = requireCase(db, id)
  const inventory = of && inventoryById(db, of)
  if (!inventory) throw new Refusal('verification.lacks.frozen-inventory')
  const { account } = accountOfInventory({ db, around }, inventory)
  const names = new Map<string, string>()
  const lines = everySource(account).flatMap(({ source, months }) =>
    months.flatMap((month): SampleItem[] => {
      if (month.state !== 'complete') return []
      const key = `source/${source.id}/${month.month}`
      names.set(key, `${source.name} ${month.month}`)
      return [{ key, stratum: source.id, size: textOf(month.emission.value) }]
    }),
  )
  const items = sampleOf(lines, sampling).map((item) => ({ ...item, name: names.get(item.key) ?? item.key }))
  return { population: lines.length, items }
}
