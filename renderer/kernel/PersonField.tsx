import { Select } from 'antd'

import { api } from './api.ts'
import { useAsk } from './changes.ts'
import { useSay } from './say.ts'

type Staff = Awaited<ReturnType<typeof api.access.staff>>[number]
type PersonId = Staff['personId']

/** Everybody who can be named in a record, and how each is called; a dash for who was removed and for nobody. */
export function useStaff(): {
  readonly staff: readonly Staff[]
  readonly nameOf: (person: string | null) => string
} {
  const { data: staff = [] } = useAsk(['access', 'staff'], () => api.access.staff({}))
  return { staff, nameOf: (person) => staff.find(({ personId }) => personId === person)?.name ?? '—' }
}

/** All may be left out inside a form item, which hands in all but the label: its own label names the field. */
interface Choosing<T> {
  readonly id?: string
  readonly label?: string
  readonly value?: T
  readonly onChange?: (value: T) => void
}

/** Picks one person; the value is the person's id. */
export function PersonField({ id, label, value = null, onChange }: Choosing<PersonId | null>) {
  const options = useOptions()
  const say = useSay()
  return (
    <Select<PersonId | null>
      {...(id !== undefined && { id })}
      aria-label={label ?? (id === undefined ? say('frame.person') : undefined)}
      placeholder={say('frame.person')}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={value}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      style={{ minWidth: 160 }}
    />
  )
}

/** Picks several people. */
export function PeopleField({ id, label, value, onChange }: Choosing<readonly PersonId[]>) {
  const options = useOptions()
  const say = useSay()
  return (
    <Select<PersonId[]>
      {...(id !== undefined && { id })}
      mode="multiple"
      aria-label={label ?? (id === undefined ? say('frame.person') : undefined)}
      placeholder={say('frame.person')}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...(value ?? [])]}
      onChange={(chosen) => onChange?.(chosen)}
      style={{ minWidth: 160, width: '100%' }}
    />
  )
}

function useOptions() {
  const { staff } = useStaff()
  return staff.map(({ personId, name, department, position }) => ({
    value: personId,
    label: [name, department, position].filter((part) => part !== null && part !== '').join(' · '),
  }))
}
