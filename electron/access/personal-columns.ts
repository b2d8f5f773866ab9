import type { PersonalColumns } from '#electron/kernel/audit'

/** What `access` knows of a person; sealed in the trail. */
export const personalColumns: PersonalColumns = {
  access_people: {
    person: 'id',
    columns: ['name', 'department', 'position', 'phone', 'email', 'note'],
  },
  access_users: { person: 'person_id', columns: ['login'] },
}
