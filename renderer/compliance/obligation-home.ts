import { isOverdue } from '#shared/compliance/obligation-standing'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useSession } from '../kernel/session.ts'

/** R-RV-5: obligations past their review or evaluation, counted; and breaches that nobody raised. */
export function useObligationItems(): readonly HomeItem[] {
  const say = useSay()
  const enabled = useSession((state) => state.session?.permissions.has('compliance.read') ?? false)
  const { data = [] } = useAsk(['compliance', 'obligations'], () => api.compliance.obligations({}), {
    also: ['kernel', 'nonconformity'],
    enabled,
  })
  const today = new Intl.DateTimeFormat('sv-SE').format()
  const late = data.filter((each) => isOverdue(each, today)).length
  const unmet = data.filter(({ standing }) => standing === 'not-met').length
  const undecided = data.filter(({ standing }) => standing === 'undecided').length
  const unapproved = data.flatMap(({ evaluations }) =>
    evaluations.filter(({ approvedAt }) => approvedAt === null),
  ).length
  const item = (
    what: 'overdue' | 'unmet' | 'undecided' | 'unapproved',
    severity: HomeItem['severity'],
    count: number,
  ) =>
    count === 0
      ? []
      : [
          {
            id: `compliance/obligations/${what}`,
            severity,
            fallsTo: what === 'unapproved' ? ('compliance.approve' as const) : ('compliance.enter' as const),
            text: say(`compliance.home.${what}`, { count }),
            path:
              what === 'unmet' || what === 'unapproved'
                ? '/compliance/evaluations'
                : '/compliance/obligations',
          },
        ]
  return [
    ...item('overdue', 'late', late),
    ...item('unmet', 'odd', unmet),
    ...item('undecided', 'note', undecided),
    ...item('unapproved', 'due', unapproved),
  ]
}
