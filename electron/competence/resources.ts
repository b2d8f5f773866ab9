import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import { channelsOf, resourcesOf } from '#db/competence/queries'
import { channels, resources } from '#db/competence/tables'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import type { competenceContract } from '#shared/competence/contract'
import type { Channel } from '#shared/competence/message'
import type { NewResource, Resource, ResourceId } from '#shared/competence/resource'
import { Refusal } from '#shared/kernel/refusal'

type Own = 'resources' | 'saveResource' | 'removeResource' | 'channels' | 'saveChannel' | 'removeChannel'

/** Resources (7.1) and the plan of who is told what (7.3): plain registers whose older versions stand in the trail. */
export const resourceHandlers: Pick<Handlers<typeof competenceContract>, Own> = {
  resources: ({ db }, { year }) => resourcesOf(db, year),
  saveResource,
  removeResource: ({ db }, { id }) => {
    db.delete(resources).where(eq(resources.id, id)).run()
    return {}
  },
  channels: ({ db }) => channelsOf(db),
  saveChannel,
  removeChannel: ({ db }, { id }) => {
    db.delete(channels).where(eq(channels.id, id)).run()
    return {}
  },
}

function saveResource(
  { db, newId, user, now }: WriteContext,
  { id: known, ...facts }: NewResource & { readonly id: ResourceId | null },
): Resource {
  const id = known ?? newId<'resource'>()
  const row = { ...facts, changedBy: user, changedAt: now }
  db.insert(resources)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: resources.id, set: row })
    .run()
  return found(resourcesOf(db, null), id)
}

function saveChannel(
  { db, newId, user, now }: WriteContext,
  { id: known, ...facts }: Omit<Channel, 'id'> & { readonly id: Channel['id'] | null },
): Channel {
  if (facts.owner !== null && !peopleById(db).has(facts.owner)) throw new Refusal('competence.unknown')
  const id = known ?? newId<'channel'>()
  const row = { ...facts, changedBy: user, changedAt: now }
  db.insert(channels)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: channels.id, set: row })
    .run()
  return found(channelsOf(db), id)
}
function found<T extends { readonly id: string }>(among: readonly T[], id: string): T {
  const one = among.find((each) => each.id === id)
  if (!one) throw new Refusal('competence.unknown')
  return one
}
