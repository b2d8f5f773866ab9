import type { PersonalColumns } from '#electron/kernel/audit'

/** A contact need not have an account; the line of the contact is the person that the trail knows. */
export const personalColumns: PersonalColumns = {
  organization_contacts: { person: 'id', columns: ['name', 'phone', 'email'] },
}
