import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { exchangeExports } from '#db/exchange/tables'
import { exportKinds as all } from '#shared/exchange/model'

import { outboxStage } from './outbox-stage.ts'

const stage = outboxStage()
/** A backup lies among the backups; that it arrives is part of what is tested of them. */
const exportKinds = all.filter((kind) => kind !== 'backup')

it('K1 whatever kind an export is of, it is sent like any other and arrives byte for byte', async () => {
  const made = await Promise.all(
    exportKinds.map((kind) => stage.make(`${kind}.bin`, `the bytes of a ${kind}`)),
  )
  const { write } = stage.plant.backend.workspace.store()
  for (const [at, kind] of exportKinds.entries())
    write
      .insert(exchangeExports)
      .values({ ...made[at]!, kind })
      .onConflictDoUpdate({ target: exchangeExports.id, set: { kind } })
      .run()
  await stage.plant.api.exchange.send({ exports: made.map(({ id }) => id), target: stage.target.id })
  expect(await stage.deliver()).toEqual({ delivered: exportKinds.length, failed: 0 })
  for (const kind of exportKinds)
    expect(readFileSync(join(stage.place, `${kind}.bin`), 'utf8')).toBe(`the bytes of a ${kind}`)
  expect(new Set((await stage.line()).map(({ kind }) => kind))).toEqual(new Set(exportKinds))
})
