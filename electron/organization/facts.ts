import { eq } from 'drizzle-orm'

import { organizationOf } from '#db/organization/queries'
import { contacts, organizations } from '#db/organization/tables'
import type { WriteContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import { checkCreditCode } from '#shared/organization/credit-code'
import type { ContactId, NewOrganization, Organization, OrganizationId } from '#shared/organization/model'

import { addNode } from './nodes.ts'

type Saved = Omit<NewOrganization, 'contacts'> & {
  readonly contacts: readonly (Omit<Organization['contacts'][number], 'id'> & {
    readonly id: ContactId | null
  })[]
}

/** @throws Refusal `organization.credit-code-…`, `organization.unknown-contact`. */
export function saveOrganization(context: WriteContext, input: Saved): Organization {
  const { db, user, now, newId } = context
  const { contacts: people, ...facts } = input
  const row = { ...facts, creditCode: provenCode(facts.creditCode), changedBy: user, changedAt: now }
  const before = organizationOf(db)
  const id = before?.id ?? newId<'organization'>()
  if (before) db.update(organizations).set(row).where(eq(organizations.id, id)).run()
  else
    db.insert(organizations)
      .values({ id, ...row })
      .run()
  saveContacts(context, id, before?.contacts ?? [], people)
  return current(context)
}

function saveContacts(
  { db, newId }: WriteContext,
  organization: OrganizationId,
  before: Organization['contacts'],
  after: Saved['contacts'],
): void {
  const known = new Set<ContactId | null>(before.map(({ id }) => id))
  const kept = new Set(after.map(({ id }) => id))
  for (const { id } of before) if (!kept.has(id)) db.delete(contacts).where(eq(contacts.id, id)).run()
  for (const [position, { id, ...contact }] of after.entries()) {
    if (id !== null && !known.has(id))
      throw new Refusal('organization.unknown-contact', { name: contact.name })
    if (id === null)
      db.insert(contacts)
        .values({ id: newId<'contact'>(), organization, position, ...contact })
        .run()
    else
      db.update(contacts)
        .set({ position, ...contact })
        .where(eq(contacts.id, id))
        .run()
  }
}

/** @throws Refusal `organization.already-begun`, `organization.credit-code-…`. */
export function beginOrganization(
  context: WriteContext,
  input: Pick<NewOrganization, 'name' | 'creditCode' | 'industryCode'> & {
    readonly site: string
    readonly facility: string
    readonly validFrom: string
  },
): Organization {
  if (organizationOf(context.db)) throw new Refusal('organization.already-begun')
  const { site, facility, validFrom, ...known } = input
  saveOrganization(context, { ...unknown, ...known, contacts: [] })
  const place = addNode(context, { ...plain, kind: 'site', parent: null, name: site, validFrom })
  addNode(context, { ...plain, kind: 'facility', parent: place.id, name: facility, validFrom })
  return current(context)
}
const unknown = {
  nameEn: null,
  legalRepresentative: null,
  registeredAddress: null,
  productionAddress: null,
  postalAddress: null,
  postcode: null,
  phone: null,
  email: null,
  foundedOn: null,
  permitNo: null,
  year: null,
}
const plain = {
  code: null,
  tenure: 'owned',
  capacity: null,
  capacityUnit: null,
  model: null,
  maker: null,
  serialNo: null,
  place: null,
  note: null,
} as const

function provenCode(typed: string | null): string | null {
  if (typed === null) return null
  const checked = checkCreditCode(typed)
  if (!checked.ok) throw new Refusal(checked.trouble, checked.facts)
  return checked.code
}

function current({ db }: WriteContext): Organization {
  const saved = organizationOf(db)
  if (!saved) throw new Error('The organization was not saved')
  return saved
}

/** @throws Refusal `organization.none-yet`: tree, products and boundary belong to an organization. */
export function requireOrganization({ db }: WriteContext): OrganizationId {
  const found = organizationOf(db)
  if (!found) throw new Refusal('organization.none-yet')
  return found.id
}
