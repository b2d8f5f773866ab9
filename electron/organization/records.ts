import type { ReadDb } from '#db/kernel/access'
import { boundariesOf } from '#db/organization/boundary-queries'
import { issuesOf, needRecord, partiesOf, strategiesOf } from '#db/organization/context-queries'
import {
  bodiesOf,
  commitmentsOf,
  declarationsOf,
  groupRulesOf,
  postsOf,
} from '#db/organization/leadership-queries'
import type { RecordSource } from '#electron/kernel/offers'
import type { RecordEntry } from '#shared/kernel/record'
import { isPolicy } from '#shared/organization/declaration'

import { productRecords } from './product-signals.ts'

/** Everything of the organization's management system that others may name, link and find. */
export const organizationRecords: RecordSource = (db, around) => [
  ...contextRecords(db),
  ...leadershipRecords(db),
  ...productRecords(db, around),
]

type Shown = Pick<RecordEntry, 'title' | 'path'> & Partial<RecordEntry>
function entry(kind: string, id: string, shown: Shown): RecordEntry {
  return {
    record: `organization/${kind}/${id}`,
    kind: `organization.kind.${kind}`,
    number: null,
    state: null,
    seenWith: 'organization.read',
    node: null,
    text: '',
    ...shown,
  }
}

function contextRecords(db: ReadDb): RecordEntry[] {
  return [
    ...issuesOf(db).map(({ id, title, effect, field }) =>
      entry('issue', id, {
        title,
        state: `organization.swot.${field}`,
        path: `/organization/context/issues/${id}`,
        text: effect,
      }),
    ),
    ...strategiesOf(db).map(({ id, statement, kind }) =>
      entry('strategy', id, {
        title: statement,
        number: kind,
        path: `/organization/context/strategies/${id}`,
      }),
    ),
    ...partiesOf(db).flatMap(({ id, name, category, needs }) => [
      entry('party', id, {
        title: name,
        state: `organization.party-category.${category}`,
        path: `/organization/parties/${id}`,
        text: needs.map(({ what }) => what).join('\n'),
      }),
      ...needs.map((need) => ({
        ...entry('need', need.id, { title: need.what, path: `/organization/parties/${id}`, text: name }),
        record: needRecord(need.id),
      })),
    ]),
  ]
}

function leadershipRecords(db: ReadDb): RecordEntry[] {
  const posts = postsOf(db)
  return [
    ...boundariesOf(db).map(({ id, title, number, state }) =>
      entry('boundary', id, {
        title,
        number: String(number),
        state: `organization.state.${state}`,
        path: `/organization/boundary/${id}`,
      }),
    ),
    ...declarationsOf(db).map((each) =>
      entry(each.content.kind, each.id, {
        title: each.content.title,
        number: `v${each.number}`,
        state: `organization.declaration.state.${each.state}`,
        path: `/organization/${each.content.kind}/${each.id}`,
        text: isPolicy(each) ? each.content.text : '',
      }),
    ),
    ...commitmentsOf(db).map(({ id, statement, state }) =>
      entry('commitment', id, {
        title: statement,
        state: `organization.commitment-state.${state}`,
        path: `/organization/commitments/${id}`,
      }),
    ),
    ...bodiesOf(db).map(({ id, name }) =>
      entry('body', id, { title: name, path: '/organization/responsibilities' }),
    ),
    ...posts.map(({ id, title, authority }) =>
      entry('post', id, { title, path: `/organization/responsibilities/${id}`, text: authority }),
    ),
    ...posts.flatMap(({ id: post, title, appointments }) =>
      appointments.map(({ id, number, capacity }) =>
        entry('appointment', id, {
          title,
          number,
          state: `organization.capacity.${capacity}`,
          path: `/organization/responsibilities/${post}`,
        }),
      ),
    ),
    ...groupRulesOf(db).flatMap((rule) =>
      rule.state === 'issued'
        ? [
            entry('rule', rule.code, {
              title: rule.title,
              number: rule.number,
              path: '/organization/responsibilities',
            }),
          ]
        : [],
    ),
  ]
}
