import type { ReadDb } from '#db/kernel/access'
import type { TaskContext } from '#electron/kernel/context'
import type { Traces } from '#shared/access/audit'
import type { PersonId } from '#shared/access/model'
import { Refusal } from '#shared/kernel/refusal'

import { presentPerson } from './people.ts'

/** The person's own rows go with the person; the trail seals those; what is searched is made of other records. */
const own = /^(access_(people|users)|kernel_(audit|search.*|person_keys)|sqlite_.*)$/

/**
 * Where a person's name stands in what others wrote, which removing the person leaves as it is: texts of records by table and
 * column, and lines of the trail.
 *
 * @throws Refusal `access.unknown-person`, `access.person-removed`; `access.name-too-short` for a name that is in everything.
 */
export async function tracesOf({ db, signal }: TaskContext, id: PersonId): Promise<Traces> {
  const { name } = presentPerson(db, id)
  if (name === null || Array.from(name).length < 2) throw new Refusal('access.name-too-short')
  const places: Traces['places'] = []
  for (const { table, column } of textColumns(db)) {
    signal.throwIfAborted()
    const count = countIn(db, table, column, name)
    if (count > 0) places.push({ table, column, count })
    // Others are answered meanwhile.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { places, lines: countIn(db, 'kernel_audit', 'detail', name) }
}

function textColumns(db: ReadDb): { readonly table: string; readonly column: string }[] {
  return db
    .ask<{ table: string; column: string }>(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m, pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.type = 'TEXT' ORDER BY m.name, c.cid`,
    )
    .filter(({ table }) => !own.test(table))
}

function countIn(db: ReadDb, table: string, column: string, text: string): number {
  const [found] = db.ask<{ count: number }>(
    `SELECT count(*) AS count FROM "${table}" WHERE instr("${column}", ?) > 0`,
    text,
  )
  return found?.count ?? 0
}
