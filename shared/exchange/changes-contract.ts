import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { passphrase } from '#shared/kernel/passphrase'
import { day, instant } from '#shared/kernel/period'

import {
  changePackage,
  changePackageId,
  choice,
  settledRecord,
  trailPosition,
  weighedRecord,
} from './changes.ts'

const listed = z.object({
  id: changePackageId,
  madeBy: z.string(),
  madeAt: instant,
  device: z.string(),
  records: z.int(),
  broughtBy: z.string(),
  broughtAt: instant,
  /** Null while it waits for decisions. */
  mergedAt: instant.nullable(),
})
export type ListedChanges = Readonly<z.output<typeof listed>>

const brought = z.object({
  id: changePackageId,
  organization: z.string(),
  madeBy: z.string(),
  madeAt: instant,
  device: z.string(),
  /** The end of the copy's trail, and the last line that it shares with this one. */
  head: trailPosition,
  shared: trailPosition,
  broughtBy: z.string(),
  broughtAt: instant,
  /** Hash over what is waiting: what is decided is decided on this. */
  seen: z.string(),
  waiting: z.array(weighedRecord),
  settled: z.object({ by: z.string(), at: instant, records: z.array(settledRecord) }).nullable(),
  rest: changePackage.shape.rest,
  names: changePackage.shape.names,
})
export type BroughtChanges = Readonly<z.output<typeof brought>>

/** What was changed on a copy of the data folder comes back to the folder that it was copied from. */
export const changesContract = {
  /** Where this folder was restored from: the last line that both trails have; null where it never was restored. */
  restoredFrom: query('exchange.read', nothing, trailPosition.extend({ at: instant }).nullable()),
  /** Seals everything of the declared kinds that was changed here since this was a copy; `since` where no trail tells. */
  makeChanges: task(
    'exchange.enter',
    z.object({ since: day.nullable(), passphrase }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),
  /** Takes a package in to be looked at. The same package again changes nothing. */
  bringChanges: task(
    'exchange.enter',
    z.object({ upload: z.string(), passphrase: z.string().max(200) }),
    z.object({ id: changePackageId, isNew: z.boolean() }),
  ),
  changePackages: query('exchange.read', nothing, z.array(listed)),
  brought: query('exchange.read', z.object({ id: changePackageId }), brought),
  /** Takes over what only the copy changed and, of what both changed, what was chosen. */
  mergeChanges: command(
    'exchange.enter',
    z.object({ id: changePackageId, seen: z.string(), choices: z.array(choice).max(100_000) }),
    nothing,
  ),
}
