import { missingBasicData } from '#shared/organization/completeness'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { FirstStep, HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useSession } from '../kernel/session.ts'

/** Nothing is asked before someone signed in. */
function useFacts() {
  const enabled = useSession((state) => state.session?.permissions.has('organization.read') ?? false)
  const current = useAsk(['organization', 'current'], () => api.organization.current({}), { enabled })
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}), { enabled })
  const boundaries = useAsk(['organization', 'boundaries'], () => api.organization.boundaries({}), {
    enabled,
  })
  return { current: current.data, tree: tree.data, boundaries: boundaries.data }
}

/** The first steps of an empty plant that belong here. */
export function useFirstSteps(): readonly FirstStep[] {
  const { current, tree, boundaries } = useFacts()
  if (current === undefined || tree === undefined || boundaries === undefined) return []
  return [
    {
      id: 'organization/facts',
      titleCode: 'organization.first.facts',
      whyCode: 'organization.first.facts-why',
      fallsTo: 'organization.enter',
      path: '/organization/facts',
      done: current !== null,
    },
    {
      id: 'organization/tree',
      titleCode: 'organization.first.tree',
      whyCode: 'organization.first.tree-why',
      fallsTo: 'organization.enter',
      path: '/organization/tree',
      done: tree.some(({ kind }) => kind === 'unit' || kind === 'equipment'),
    },
    {
      id: 'organization/boundary',
      titleCode: 'organization.first.boundary',
      whyCode: 'organization.first.boundary-why',
      fallsTo: 'organization.enter',
      path: '/organization/boundary',
      done: boundaries.some(({ state }) => state === 'approved'),
    },
  ]
}

/** What is missing or waits for a signature. */
export function useHomeItems(): readonly HomeItem[] {
  const say = useSay()
  const { current, boundaries = [] } = useFacts()
  const missing = current ? missingBasicData(current).length : 0
  const drafts = boundaries.filter(({ state }) => state === 'draft')
  return [
    ...(missing > 0
      ? [
          {
            id: 'organization/missing',
            severity: 'note' as const,
            fallsTo: 'organization.enter' as const,
            text: say('organization.home.missing', { count: missing }),
            path: '/organization/facts',
          },
        ]
      : []),
    ...drafts.map(({ id, number, title }) => ({
      id,
      severity: 'due' as const,
      fallsTo: 'organization.approve' as const,
      text: say('organization.home.draft', { number, title }),
      path: `/organization/boundary/${id}?step=approval`,
    })),
  ]
}
