import { z } from 'zod'

import { keptProgram, packageKinds, program, updateManifest } from '#shared/exchange/update'
import { command, nothing, query, task } from '#shared/kernel/contract'
import { instant } from '#shared/kernel/period'

/** Where releases are looked for, such as a server of the group; nothing is looked for unless it is switched on. */
const feed = z.object({ address: z.url({ protocol: /^https?$/ }).max(300), isOn: z.boolean() })

export const updateContract = {
  updateStanding: query(
    'exchange.read',
    nothing,
    z.object({
      program,
      /** How this program can be replaced where it runs; null: not from within. */
      kind: z.enum(packageKinds).nullable(),
      /** The names of the keys that releases are signed with; without one nothing is taken. */
      keys: z.array(z.string()),
      feed: feed.nullable(),
      offlineSince: instant.nullable(),
      previous: keptProgram.nullable(),
    }),
  ),
  setUpdateFeed: command('exchange.manage', feed, nothing),
  /** What an update is, after its signature and its hash were checked. */
  readUpdate: task(
    'exchange.manage',
    z.object({ upload: z.string() }),
    z.object({ manifest: updateManifest, key: z.string(), unfit: z.string().nullable() }),
  ),
  /** Asks the feed, and brings a newer release as an upload; null where there is none. */
  fetchUpdate: task('exchange.manage', nothing, z.object({ upload: z.string() }).nullable()),
  /** Backs up, proves the backup, and hands the program over; the program then ends and starts anew. */
  applyUpdate: task(
    'exchange.manage',
    z.object({ upload: z.string(), password: z.string() }),
    z.object({ version: z.string(), backup: z.string() }),
  ),
  /** Puts the program before the last update back in its place. Data of a newer structure is then refused by it. */
  goBack: task('exchange.manage', z.object({ password: z.string() }), z.object({ version: z.string() })),
}
