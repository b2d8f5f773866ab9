import type { ContactId, Organization } from '#shared/organization/model'

import { known, typedOf } from './form-values.ts'

/** The organization as it stands in the fields of its form: an empty field is an empty text. */
export function asTyped(organization: Organization) {
  const { name, foundedOn, year, contacts } = organization
  return {
    name,
    nameEn: typedOf(organization.nameEn),
    creditCode: typedOf(organization.creditCode),
    industryCode: typedOf(organization.industryCode),
    legalRepresentative: typedOf(organization.legalRepresentative),
    registeredAddress: typedOf(organization.registeredAddress),
    productionAddress: typedOf(organization.productionAddress),
    postalAddress: typedOf(organization.postalAddress),
    postcode: typedOf(organization.postcode),
    phone: typedOf(organization.phone),
    email: typedOf(organization.email),
    permitNo: typedOf(organization.permitNo),
    foundedOn,
    year,
    contacts: contacts.map(typedContact),
  }
}
export type TypedOrganization = ReturnType<typeof asTyped>

function typedContact({ id, name, post, phone, email }: Organization['contacts'][number]) {
  const newId: ContactId | null = id
  return { id: newId, name, post: typedOf(post), phone: typedOf(phone), email: typedOf(email) }
}

/** The same as a record: an empty field is not known. */
export function asSaved(typed: TypedOrganization) {
  return {
    name: typed.name,
    nameEn: known(typed.nameEn),
    creditCode: known(typed.creditCode),
    industryCode: known(typed.industryCode),
    legalRepresentative: known(typed.legalRepresentative),
    registeredAddress: known(typed.registeredAddress),
    productionAddress: known(typed.productionAddress),
    postalAddress: known(typed.postalAddress),
    postcode: known(typed.postcode),
    phone: known(typed.phone),
    email: known(typed.email),
    permitNo: known(typed.permitNo),
    foundedOn: typed.foundedOn,
    year: typed.year,
    contacts: typed.contacts.map(({ id, name, post, phone, email }) => ({
      id,
      name,
      post: known(post),
      phone: known(phone),
      email: known(email),
    })),
  }
}

/** What brings `before` back after `now` was saved: a contact that was taken out comes back as a new line. */
export function asBefore(before: Organization, now: Organization) {
  const there = new Set<ContactId>(now.contacts.map(({ id }) => id))
  return {
    ...before,
    contacts: before.contacts.map((contact) => ({
      ...contact,
      id: there.has(contact.id) ? contact.id : null,
    })),
  }
}
