import { eq } from 'drizzle-orm'

import { mappingProfiles } from '#db/activity/tables'
import type { WriteContext } from '#electron/kernel/context'
import type { MappingProfile } from '#shared/activity/mapping'

/** Remembers how files with a heading are read; the same name again takes the place of the old. */
export function saveProfile(
  { db, user, now }: WriteContext,
  { name, ...profile }: MappingProfile,
): Record<string, never> {
  const row = { ...profile, changedBy: user, changedAt: now }
  db.insert(mappingProfiles)
    .values({ name, ...row })
    .onConflictDoUpdate({ target: mappingProfiles.name, set: row })
    .run()
  return {}
}

export function removeProfile(
  { db }: WriteContext,
  { name }: { readonly name: string },
): Record<string, never> {
  db.delete(mappingProfiles).where(eq(mappingProfiles.name, name)).run()
  return {}
}
