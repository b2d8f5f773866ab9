import type { ReadDb } from '#db/kernel/access'
import {
  contextChangedAt,
  issuesOf,
  partiesOf,
  reviewsOf,
  strategiesOf,
} from '#db/organization/context-queries'
import { policiesOf } from '#db/organization/leadership-queries'
import type { ReviewSource } from '#electron/kernel/offers'
import { dayAt } from '#shared/kernel/period'
import type { Facts } from '#shared/kernel/refusal'
import type { ReviewInput } from '#shared/kernel/review-input'
import { subsystems } from '#shared/kernel/subsystem'
import { isCurrent } from '#shared/organization/context'
import { inForceOn } from '#shared/organization/declaration'

import { outdatedSince, scopeBasisOf } from './declaration-standing.ts'

interface Span {
  readonly from: string
  readonly to: string
  readonly today: string
}
type Line = ReviewInput['lines'][number]

/** What the organization lays before a management review (9.3.2 b, g): context, parties, policies. */
export const organizationReviewInputs: ReviewSource = (db, span) => [
  contextInput(db, span),
  partiesInput(db, span),
  ...policyInputs(db, span),
]

const line = (code: string, facts: Facts, record: string | null, path: string): Line => ({
  code: `organization.review-input.${code}`,
  facts,
  record,
  path,
})
const rest = { area: 'organization', series: [], isProvisional: false }

/** Issues that came, went or changed in the time looked back at, and the strategies of today. */
function contextInput(db: ReadDb, { from, to, today }: Span): ReviewInput {
  const issues = issuesOf(db)
  const within = (instant: string | null) => instant !== null && instant >= from && instant < to
  const path = '/organization/context'
  const told = (code: string, { id, title, field }: (typeof issues)[number]): Line =>
    line(`${code}-${field}`, { title }, `organization/issue/${id}`, `${path}/issues/${id}`)
  const current = issues.filter(isCurrent)
  const late = current.filter(({ reviewOn }) => reviewOn < today)
  return {
    ...rest,
    topic: 'context-and-risks',
    subsystem: 'core',
    changedAt: contextChangedAt(db),
    lines: [
      ...(issues.length === 0
        ? []
        : [line('issues', { count: current.length, late: late.length }, null, path)]),
      ...issues.filter(({ identifiedOn }) => within(identifiedOn)).map((each) => told('new', each)),
      ...issues.filter(({ endedOn }) => within(endedOn)).map((each) => told('gone', each)),
      ...strategiesOf(db).map(({ id, kind, statement }) =>
        line('strategy', { kind, statement }, `organization/strategy/${id}`, path),
      ),
    ],
  }
}

/** What interested parties need, as far as it was looked at (9.3.2 on communication with parties). */
function partiesInput(db: ReadDb, { today }: Span): ReviewInput {
  const parties = partiesOf(db).filter(isCurrent)
  const needs = parties.flatMap((party) => party.needs)
  const open = needs.filter(({ isObligation }) => isObligation === null)
  const late = parties.filter(({ reviewOn }) => reviewOn < today)
  const path = '/organization/parties'
  return {
    ...rest,
    topic: 'communication',
    subsystem: 'core',
    changedAt:
      parties
        .map(({ changedAt }) => changedAt)
        .toSorted()
        .at(-1) ?? null,
    lines:
      parties.length === 0
        ? []
        : [
            line('parties', { count: parties.length, needs: needs.length, late: late.length }, null, path),
            ...(open.length > 0 ? [line('needs-open', { count: open.length }, null, path)] : []),
            ...parties.map(({ id, name, needs: own }) =>
              line(
                'party',
                { name, needs: own.map(({ what }) => what).join('；') },
                `organization/party/${id}`,
                `${path}/${id}`,
              ),
            ),
          ],
  }
}

/** The policy of each subsystem, and whether it still fits (9.3.2 g, A/B/C/D.9). */
function policyInputs(db: ReadDb, { today }: Span): ReviewInput[] {
  const policies = policiesOf(db)
  const basis = scopeBasisOf(db, today)
  return subsystems.flatMap((subsystem) => {
    const policy = inForceOn(policies, subsystem, today)
    if (!policy) return []
    const { id, content, number, validFrom, reviewOn, approvedAt } = policy
    const record = `organization/policy/${id}`
    const path = `/organization/policy/${id}`
    const last = reviewsOf(db, record)[0]
    const isOutdated = outdatedSince(db, policy, basis) !== null
    return [
      {
        ...rest,
        topic: 'policy' as const,
        subsystem,
        changedAt: last?.madeAt ?? approvedAt,
        lines: [
          line('policy', { title: content.title, number, on: validFrom, review: reviewOn }, record, path),
          line('policy-text', { text: content.text }, record, path),
          ...(isOutdated ? [line('policy-outdated', {}, record, path)] : []),
          ...(last
            ? [
                line(
                  `policy-reviewed-${last.outcome}`,
                  { conclusion: last.conclusion, on: dayAt(last.madeAt) },
                  record,
                  path,
                ),
              ]
            : []),
        ],
      },
    ]
  })
}
