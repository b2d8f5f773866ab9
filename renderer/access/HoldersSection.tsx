import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useFace } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useNames } from '../kernel/use-names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useRoleWord } from './role-word.ts'

/** Who has what today: own roles and borrowed ones, where and until when. */
export function HoldersSection() {
  const say = useSay()
  const names = useNames()
  const wordOf = useRoleWord()
  const { facilities } = useFace().useScopeChoices()
  const asked = useAsk(['access', 'holders'], () => api.access.holders({}))
  const placeOf = (node: string | null) =>
    node === null
      ? say('access.roles.whole')
      : (facilities.find(({ id }) => id === node)?.name ?? say('access.roles.part'))
  const nameOf = (user: string) => names.get(user) ?? say('access.person.removed')
  const rows = (asked.data ?? []).map((held) => ({
    ...held,
    key: [held.user, held.role, held.nodeId, held.standsInFor].join(' '),
  }))
  return (
    <>
      <TroubleNote trouble={asked.error} />
      <RecordTable
        name="holders"
        label={say('access.matrix.holders')}
        rows={rows}
        rowKey={({ key }) => key}
        loading={asked.isPending}
        columns={[
          {
            key: 'name',
            title: say('access.name'),
            text: ({ user }) => nameOf(user),
            width: 160,
            choices: true,
          },
          {
            key: 'role',
            title: say('access.role'),
            text: ({ role }) => wordOf(role),
            width: 200,
            choices: true,
          },
          { key: 'node', title: say('access.roles.node'), text: ({ nodeId }) => placeOf(nodeId), width: 180 },
          { key: 'from', title: say('access.holders.since'), text: ({ validFrom }) => validFrom, width: 120 },
          { key: 'to', title: say('access.holders.until'), text: ({ validTo }) => validTo ?? '', width: 120 },
          {
            key: 'for',
            title: say('access.holders.why'),
            text: ({ standsInFor }) =>
              standsInFor === null ? '' : say('access.holders.for', { name: nameOf(standsInFor) }),
            width: 160,
          },
        ]}
        empty={
          <EmptyState icon="people" title={say('access.holders.none')} why={say('access.matrix.purpose')} />
        }
      />
    </>
  )
}
