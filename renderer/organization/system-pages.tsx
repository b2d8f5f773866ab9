import type { PageEntry } from '../kernel/page.ts'
import { CommitmentPage } from './CommitmentPage.tsx'
import { CommitmentsPage } from './CommitmentsPage.tsx'
import { ContextPage } from './ContextPage.tsx'
import { IssuePage } from './IssuePage.tsx'
import { PartiesPage } from './PartiesPage.tsx'
import { PartyPage } from './PartyPage.tsx'
import { PoliciesPage } from './PoliciesPage.tsx'
import { PolicyPage } from './PolicyPage.tsx'
import { PostPage } from './PostPage.tsx'
import { ResponsibilitiesPage } from './ResponsibilitiesPage.tsx'
import { ScopePage } from './ScopePage.tsx'
import { ScopeVersionPage } from './ScopeVersionPage.tsx'
import { StrategyPage } from './StrategyPage.tsx'

const shared = { area: 'organization', section: 'organization', permission: 'organization.read' } as const

const context = { ...shared, titleCode: 'organization.context.title', icon: 'target', clause: '4.1' } as const
const parties = { ...shared, titleCode: 'organization.parties.title', icon: 'people', clause: '4.2' } as const
const scope = { ...shared, titleCode: 'organization.scope.title', icon: 'boundary', clause: '4.3' } as const
const policy = { ...shared, titleCode: 'organization.policy.title', icon: 'report', clause: '5.2' } as const
const commitments = {
  ...shared,
  titleCode: 'organization.commitments.title',
  icon: 'seal',
  clause: '5.1',
} as const
const posts = { ...shared, titleCode: 'organization.posts.title', icon: 'user', clause: '5.3' } as const

/** Context and leadership: clauses 4 and 5. */
export const systemPages: readonly PageEntry[] = [
  { ...context, path: '/organization/context', element: <ContextPage /> },
  { ...context, path: '/organization/context/issues/:id', hidden: true, element: <IssuePage /> },
  { ...context, path: '/organization/context/strategies/:id', hidden: true, element: <StrategyPage /> },
  { ...parties, path: '/organization/parties', element: <PartiesPage /> },
  { ...parties, path: '/organization/parties/:id', hidden: true, element: <PartyPage /> },
  { ...scope, path: '/organization/scope', element: <ScopePage /> },
  { ...scope, path: '/organization/scope/:id', hidden: true, element: <ScopeVersionPage /> },
  { ...policy, path: '/organization/policy', element: <PoliciesPage /> },
  { ...policy, path: '/organization/policy/:id', hidden: true, element: <PolicyPage /> },
  { ...commitments, path: '/organization/commitments', element: <CommitmentsPage /> },
  { ...commitments, path: '/organization/commitments/:id', hidden: true, element: <CommitmentPage /> },
  { ...posts, path: '/organization/responsibilities', element: <ResponsibilitiesPage /> },
  { ...posts, path: '/organization/responsibilities/:id', hidden: true, element: <PostPage /> },
]
