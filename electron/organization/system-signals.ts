import type { ReadDb } from '#db/kernel/access'
import { boundaryInForce } from '#db/organization/boundary-queries'
import { issuesOf, partiesOf, strategiesOf } from '#db/organization/context-queries'
import {
  adoptionsOf,
  bodiesOf,
  commitmentsOf,
  policiesOf,
  postsOf,
  scopesOf,
} from '#db/organization/leadership-queries'
import { nodesOf, organizationOf } from '#db/organization/queries'
import type { SignalSource } from '#electron/kernel/offers'
import type { Day } from '#shared/kernel/period'
import type { RequirementSignal } from '#shared/kernel/signal'
import { subsystems } from '#shared/kernel/subsystem'
import { unwatchedFacilities } from '#shared/organization/boundary-rules'
import { commitmentRequirements } from '#shared/organization/commitment'
import { internalFields, isCurrent } from '#shared/organization/context'
import { inForceOn, type Policy } from '#shared/organization/declaration'
import {
  bodyDuties,
  generalDuties,
  holdersOf,
  isSettled,
  postFindings,
  requiredPosts,
} from '#shared/organization/posts'

import { lookedAt, outdatedSince, scopeBasisOf, unreadBy } from './declaration-standing.ts'
import { openSourcesOf, type SourceRegister } from './source-registers.ts'

type Evidence = Extract<RequirementSignal['about'], { evidence: unknown }>['evidence']

/** `registers`: those areas that register sources at nodes. What the organization's records say of clauses 4 and 5 and of their like in the annexes. */
export function createOrganizationSignals(registers: () => readonly SourceRegister[]): SignalSource {
  return (db, { today }) => [
    ...contextSignals(db, today),
    ...policySignals(db, today),
    ...scopeSignals(db, today),
    ...watchSignals(db, today, registers()),
    ...commitmentSignals(db),
    ...postSignals(db, today),
  ]
}

function said(
  about: RequirementSignal['about'],
  isMet: boolean,
  code: string,
  rest: Pick<RequirementSignal, 'path'> & Partial<RequirementSignal>,
): RequirementSignal {
  return { about, isMet, code: `organization.signal.${code}`, facts: {}, records: [], ...rest }
}
const everywhere = (evidence: Evidence) => ({ evidence, subsystem: 'all' as const })

function contextSignals(db: ReadDb, today: Day): RequirementSignal[] {
  const issues = issuesOf(db).filter(isCurrent)
  const parties = partiesOf(db).filter(isCurrent)
  const late = issues.filter(({ reviewOn }) => reviewOn < today)
  const hasBoth = ['internal', 'external'].every((side) =>
    issues.some(({ field }) => internalFields.includes(field) === (side === 'internal')),
  )
  const lateParties = parties.filter(({ reviewOn }) => reviewOn < today)
  const open = parties.flatMap(({ needs }) => needs).filter(({ isObligation }) => isObligation === null)
  const unmade = parties
    .flatMap(({ needs }) => needs)
    .filter(({ isObligation, obligations }) => isObligation === true && obligations.length === 0)
  const context = {
    path: '/organization/context',
    records: issues.map(({ id }) => `organization/issue/${id}`),
  }
  const register = {
    path: '/organization/parties',
    records: parties.map(({ id }) => `organization/party/${id}`),
  }
  const count = (of: readonly unknown[]) => ({ facts: { count: of.length } })
  return [
    !hasBoth
      ? said(everywhere('context-analysis'), false, 'context-one-sided', context)
      : late.length > 0
        ? said(everywhere('context-analysis'), false, 'context-late', { ...context, ...count(late) })
        : said(everywhere('context-analysis'), true, 'context', {
            ...context,
            facts: { count: issues.length, strategies: strategiesOf(db).length },
          }),
    parties.length === 0
      ? said(everywhere('interested-party'), false, 'no-parties', register)
      : lateParties.length > 0
        ? said(everywhere('interested-party'), false, 'parties-late', { ...register, ...count(lateParties) })
        : said(everywhere('interested-party'), true, 'parties', { ...register, ...count(parties) }),
    ...(parties.length === 0
      ? []
      : [
          open.length + unmade.length > 0
            ? said({ requirement: '4.2-1' }, false, 'needs-open', {
                ...register,
                facts: { open: open.length, unmade: unmade.length },
              })
            : said({ requirement: '4.2-1' }, true, 'needs-decided', register),
        ]),
  ]
}

function policySignals(db: ReadDb, today: Day): RequirementSignal[] {
  const policies = policiesOf(db)
  const basis = scopeBasisOf(db, today)
  return subsystems.flatMap((subsystem) => {
    const policy = inForceOn(policies, subsystem, today)
    const about = { evidence: 'policy' as const, subsystem }
    if (!policy) return [said(about, false, `no-policy.${subsystem}`, { path: '/organization/policy' })]
    const rest = {
      path: `/organization/policy/${policy.id}`,
      records: [`organization/policy/${policy.id}`],
      facts: { number: policy.number, on: policy.validFrom, review: policy.reviewOn },
    }
    const isLate = policy.reviewOn < today
    const moved = outdatedSince(db, policy, basis) !== null
    const code = isLate ? 'policy-late' : moved ? 'policy-outdated' : 'policy'
    return [
      said(about, !isLate && !moved, code, rest),
      ...(subsystem === 'core' ? publicationSignals(db, policy, rest) : []),
      ...(subsystem === 'emission' ? coverSignals(db, policy, rest, today) : []),
    ]
  })
}

/** A.5.2: whether the emission policy says what it covers, and was looked at since the boundary is as it is. */
function coverSignals(
  db: ReadDb,
  policy: Policy,
  rest: Pick<RequirementSignal, 'path' | 'records'>,
  today: Day,
): RequirementSignal[] {
  const organization = organizationOf(db)
  const boundary = organization && boundaryInForce(db, organization.id, today)
  const covers = policy.content.passages['emission-scope'] !== undefined
  const isSince =
    boundary !== undefined && boundary !== null && (boundary.approvedAt ?? '') <= lookedAt(db, policy)
  return [
    said(
      { requirement: 'A.5.2-p2' },
      covers && isSince,
      !covers ? 'policy-covers-nothing' : isSince ? 'policy-covers' : 'policy-covers-other',
      {
        ...rest,
        records: [...rest.records, ...(boundary ? [`organization/boundary/${boundary.id}`] : [])],
        facts: { number: boundary?.number ?? '' },
      },
    ),
  ]
}

/** 5.2: known inside, available to interested parties, looked at again. */
function publicationSignals(
  db: ReadDb,
  policy: Policy,
  rest: Pick<RequirementSignal, 'path' | 'records'>,
): RequirementSignal[] {
  const has = (audience: 'internal' | 'public') =>
    policy.publications.some((each) => each.audience === audience)
  const unread = unreadBy(db, policy).length
  return [
    !has('internal')
      ? said({ requirement: '5.2-2' }, false, 'policy-untold', rest)
      : said({ requirement: '5.2-2' }, unread === 0, unread === 0 ? 'policy-told' : 'policy-unread', {
          ...rest,
          facts: { unread },
        }),
    said({ requirement: '5.2-3' }, has('public'), has('public') ? 'policy-public' : 'policy-inside', rest),
  ]
}

function scopeSignals(db: ReadDb, today: Day): RequirementSignal[] {
  const organization = organizationOf(db)
  const boundary = organization && boundaryInForce(db, organization.id, today)
  const scope = inForceOn(scopesOf(db), 'core', today)
  const undecided = adoptionsOf(db).filter(({ since }) => since === null)
  const isOutdated = scope !== undefined && outdatedSince(db, scope, scopeBasisOf(db, today)) !== null
  const path = scope ? `/organization/scope/${scope.id}` : '/organization/scope'
  const records = scope ? [`organization/scope/${scope.id}`] : []
  return [
    boundary
      ? said(everywhere('boundary'), true, 'boundary', {
          path: `/organization/boundary/${boundary.id}`,
          records: [`organization/boundary/${boundary.id}`],
          facts: { number: boundary.number, on: boundary.validFrom },
        })
      : said(everywhere('boundary'), false, 'no-boundary', { path: '/organization/boundary' }),
    undecided.length === 0
      ? said({ requirement: '4.3-p1' }, true, 'subsystems-decided', { path: '/organization/scope' })
      : said({ requirement: '4.3-p1' }, false, 'subsystems-open', {
          path: '/organization/scope',
          facts: { count: undecided.length },
        }),
    said(
      { requirement: '4.3-p3' },
      scope !== undefined && !isOutdated,
      scope === undefined ? 'no-scope' : isOutdated ? 'scope-outdated' : 'scope',
      { path, records, facts: { number: scope?.number ?? null, on: scope?.validFrom ?? null } },
    ),
  ]
}

/** 4.3: everything inside is brought into the system; a facility where nobody registered a source is not. */
function watchSignals(db: ReadDb, today: Day, registers: readonly SourceRegister[]): RequirementSignal[] {
  const organization = organizationOf(db)
  const boundary = organization && boundaryInForce(db, organization.id, today)
  if (!boundary) return []
  const nodes = nodesOf(db, today)
  const ids = nodes.map(({ id }) => id)
  const unwatched = unwatchedFacilities(boundary, nodes, openSourcesOf(registers, db, ids, today))
  return [
    said(
      { requirement: '4.3-p2' },
      unwatched.length === 0,
      unwatched.length === 0 ? 'all-watched' : 'unwatched',
      {
        path: '/organization/tree',
        records: [`organization/boundary/${boundary.id}`],
        facts: {
          count: unwatched.length,
          names: unwatched.map(({ facts }) => String(facts['name'])).join('、'),
        },
      },
    ),
  ]
}

/** Each requirement that top management shows by a commitment, by those that are made public. */
function commitmentSignals(db: ReadDb): RequirementSignal[] {
  const published = commitmentsOf(db).filter(({ state }) => state === 'published')
  return commitmentRequirements.map((requirement) => {
    const own = published.filter(({ serves }) => serves.includes(requirement))
    return said({ requirement }, own.length > 0, own.length > 0 ? 'commitment' : 'no-commitment', {
      path: '/organization/commitments',
      records: own.map(({ id }) => `organization/commitment/${id}`),
      facts: { count: own.length },
    })
  })
}

function postSignals(db: ReadDb, today: Day): RequirementSignal[] {
  const posts = postsOf(db)
  const bodies = bodiesOf(db)
  const adoptions = adoptionsOf(db)
  const path = '/organization/responsibilities'
  const vacant = postFindings(posts, adoptions, today).filter(({ code }) =>
    code.startsWith('organization.vacant-post.'),
  )
  const asked = requiredPosts(adoptions).length
  const outside = bodies.filter(({ form }) => form === 'external')
  const unsettled = outside.filter((each) => !isSettled(each))
  const carrying = bodies.filter(({ form }) => form !== null)
  const duty = (requirement: (typeof bodyDuties | typeof generalDuties)[number]) => {
    const holders = holdersOf(posts, requirement, today)
    return said({ requirement }, holders.length > 0, holders.length > 0 ? 'duty-held' : 'duty-vacant', {
      path,
      records: holders.map(({ id }) => `organization/post/${id}`),
      facts: { count: holders.length },
    })
  }
  const isVacant = (kind: string) => vacant.some(({ where }) => where === kind)
  const named = [
    ['5.3.2-a', 'management-representative'],
    ['B.5.1-p1', 'trading-supervisor'],
    ['C.5.1-p1', 'asset-supervisor'],
  ] as const
  return [
    said(
      everywhere('role-assignment'),
      vacant.length === 0,
      vacant.length === 0 ? 'posts-held' : 'posts-vacant',
      {
        path,
        facts: { vacant: vacant.length, asked },
      },
    ),
    said(everywhere('org-unit'), carrying.length > 0, carrying.length > 0 ? 'body' : 'no-body', {
      path,
      records: carrying.map(({ id }) => `organization/body/${id}`),
      facts: { count: carrying.length },
    }),
    said(
      { requirement: '5.3.2-b-4' },
      unsettled.length === 0,
      outside.length === 0 ? 'no-outside' : unsettled.length > 0 ? 'outside-open' : 'outside',
      {
        path,
        records: outside.map(({ id }) => `organization/body/${id}`),
        facts: { count: outside.length, names: unsettled.map(({ name }) => name).join('、') },
      },
    ),
    ...named.map(([requirement, kind]) =>
      said({ requirement }, !isVacant(kind), isVacant(kind) ? 'post-vacant' : 'post-held', { path }),
    ),
    ...generalDuties.map(duty),
    ...bodyDuties.map(duty),
  ]
}
