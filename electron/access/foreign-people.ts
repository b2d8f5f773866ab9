import { peopleById } from '#db/access/queries'
import { accessPeople } from '#db/access/tables'
import type { WriteContext } from '#electron/kernel/context'
import type { Staff } from '#shared/access/model'

/**
 * Enters people of another plant, so that what they are named in can be read here: under their own ids and without an
 * account. Whoever is known already stays as he is.
 */
export function keepForeignPeople(
  { db, user, now }: WriteContext,
  people: readonly Omit<Staff, 'userId'>[],
): void {
  const known = peopleById(db)
  const unknown = { phone: null, email: null, note: null, changedBy: user ?? 'system', changedAt: now }
  for (const { personId, name, department, position } of people)
    if (!known.has(personId))
      db.insert(accessPeople)
        .values({ id: personId, name, department, position, ...unknown })
        .run()
}
