import { Button } from 'antd'
import { useState } from 'react'

import { appointedTo, type Body, duties, holdersOf, type Post } from '#shared/organization/posts'

import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { BodyForm } from './BodyForm.tsx'
import { CarbonChart } from './CarbonChart.tsx'
import { GapList } from './GapList.tsx'
import { RulesSection } from './RulesSection.tsx'
import { usualDays, useResponsibilities } from './use-system.ts'

/** The carbon organization: who holds and deputises which post and duty, what is vacant, and the nine rule documents. */
export function ResponsibilitiesPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useResponsibilities()
  const [open, setOpen] = useState<Body['id'] | 'new' | null>(null)
  const { bodies = [], posts = [], rules = [], findings = [] } = asked.data ?? {}
  const begin = may('organization.manage') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
      {say(bodies.length === 0 ? 'organization.posts.first' : 'organization.body.add')}
    </Button>
  )
  const own = findings.filter(({ code }) => !code.startsWith('organization.rule-missing.'))
  return (
    <PageFrame
      title={say('organization.posts.title')}
      purpose={say('organization.posts.purpose')}
      action={
        bodies.length > 0 && (
          <>
            {posts.length > 0 && may('competence.enter') && (
              <Button onClick={() => go('/competence/announce')}>{say('organization.posts.announce')}</Button>
            )}
            {begin}
          </>
        )
      }
    >
      <TroubleNote trouble={asked.error} />
      {open !== null && (
        <BodyForm
          key={open}
          body={bodies.find(({ id }) => id === open) ?? null}
          bodies={bodies}
          onDone={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'new' && <RecordSide record={`organization/body/${open}`} />}
      {asked.data && bodies.length === 0 && open === null && (
        <EmptyState
          icon="people"
          title={say('organization.posts.empty')}
          why={say('organization.posts.empty-why')}
          action={begin}
        />
      )}
      {bodies.length > 0 && (
        <>
          <CarbonChart bodies={bodies} posts={posts} />
          <section className="paper" aria-label={say('organization.posts.findings')}>
            <h2>{say('organization.posts.findings')}</h2>
            {own.length === 0 ? (
              <StateTag tone="good" text={say('organization.posts.none-vacant')} />
            ) : (
              <GapList
                gaps={own}
                pathOf={({ where }) => {
                  const post = posts.find(
                    ({ id, appointments }) => id === where || appointments.some((each) => each.id === where),
                  )
                  return post ? `/organization/responsibilities/${post.id}` : null
                }}
              />
            )}
          </section>
          <PostTable bodies={bodies} posts={posts} onBody={setOpen} />
          <DutyTable posts={posts} />
        </>
      )}
      {asked.data && <RulesSection bodies={bodies} rules={rules} />}
    </PageFrame>
  )
}

interface PostTableProps {
  readonly bodies: readonly Body[]
  readonly posts: readonly Post[]
  readonly onBody: (id: Body['id']) => void
}
function PostTable({ bodies, posts, onBody }: PostTableProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { nameOf } = useStaff()
  const { today } = usualDays()
  const who = (post: Post, capacity: 'holder' | 'deputy') => {
    const found = appointedTo(post, capacity, today)
    if (found) return nameOf(found.person)
    return capacity === 'holder' ? <StateTag tone="warn" text={say('organization.posts.vacant')} /> : '—'
  }
  return (
    <section className="paper" aria-label={say('organization.posts.table')}>
      <h2>{say('organization.posts.table')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('organization.post.title')}</th>
            <th scope="col">{say('organization.post.kind')}</th>
            <th scope="col">{say('organization.post.holder')}</th>
            <th scope="col">{say('organization.post.deputy')}</th>
            <th scope="col">{say('organization.post.authority')}</th>
            <th scope="col" className="right">
              {say('organization.post.moneyLimit')}
            </th>
          </tr>
        </thead>
        {bodies.map((body) => (
          <tbody key={body.id}>
            <tr>
              <th scope="rowgroup" colSpan={6}>
                <div className="organization-standing">
                  <strong>{body.name}</strong>
                  <span>{say(`organization.level.${body.level}`)}</span>
                  {body.form !== null && <span>{say(`organization.form.${body.form}`)}</span>}
                  {may('organization.manage') && (
                    <span className="page-acts organization-end">
                      <Button size="small" onClick={() => onBody(body.id)}>
                        {say('organization.body.edit')}
                      </Button>
                      <Button
                        size="small"
                        icon={<Icon name="plus" />}
                        onClick={() => go(`/organization/responsibilities/new?body=${body.id}`)}
                        aria-label={`${say('organization.post.add')} · ${body.name}`}
                      >
                        {say('organization.post.add')}
                      </Button>
                    </span>
                  )}
                </div>
              </th>
            </tr>
            {posts
              .filter((post) => post.body === body.id)
              .map((post) => (
                <tr key={post.id}>
                  <td>
                    <button
                      type="button"
                      className="openable"
                      onClick={() => go(`/organization/responsibilities/${post.id}`)}
                    >
                      {post.title}
                    </button>
                    {post.isHead && (
                      <span className="organization-hint"> {say('organization.post.head')}</span>
                    )}
                  </td>
                  <td>{say(`organization.post-kind.${post.kind}`)}</td>
                  <td>{who(post, 'holder')}</td>
                  <td>{who(post, 'deputy')}</td>
                  <td>{post.authority}</td>
                  <td className="right">
                    {post.moneyLimit === null ? '—' : <NumberText value={post.moneyLimit} />}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** The duties of 5.3.1 and 5.3.2 c, each with who holds it. */
function DutyTable({ posts }: { readonly posts: readonly Post[] }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const { today } = usualDays()
  return (
    <section className="paper" aria-label={say('organization.posts.duties')}>
      <h2>{say('organization.posts.duties')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('organization.posts.clause')}</th>
            <th scope="col">{say('organization.posts.duty')}</th>
            <th scope="col">{say('organization.posts.held-by')}</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => {
            const holders = holdersOf(posts, duty, today)
            return (
              <tr key={duty}>
                <td>{duty.replaceAll('-', ' ')}</td>
                <td>{say(`organization.duty.${duty}`)}</td>
                <td>
                  {holders.length === 0 ? (
                    <StateTag tone="stop" text={say('organization.posts.nobody')} />
                  ) : (
                    holders
                      .map(
                        (post) =>
                          `${post.title} ${nameOf(appointedTo(post, 'holder', today)?.person ?? null)}`,
                      )
                      .join(say.language === 'zh' ? '、' : ', ')
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
