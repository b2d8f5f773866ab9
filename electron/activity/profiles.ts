import { eq } from 'drizzle-orm'

import { mappingProfiles as mappingProfilesOf } from '#db/activity/batches'
import { mappingProfiles } from '#db/activity/tables'
import type { WriteContext } from '#electron/kernel/context'
import type { MappingProfile } from '#shared/activity/mapping'
import { Refusal } from '#shared/kernel/refusal'

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

/** Gives a remembered mapping another name. */
export function renameProfile(
  { db, user, now }: WriteContext,
  { name, to }: { readonly name: string; readonly to: string },
): Record<string, never> {
  const isKnown = (wanted: string) => mappingProfilesOf(db).some((profile) => profile.name === wanted)
  if (!isKnown(name)) throw new Refusal('activity.no-such-profile', { name })
  if (name !== to && isKnown(to)) throw new Refusal('activity.profile-name-taken', { name: to })
  db.update(mappingProfiles)
    .set({ name: to, changedBy: user, changedAt: now })
    .where(eq(mappingProfiles.name, name))
    .run()
  return {}
}
