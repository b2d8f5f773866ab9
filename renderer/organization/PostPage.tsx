import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'

import { amount } from '#shared/organization/model'
import { type Body, duties, type Post, postInput, postKinds } from '#shared/organization/posts'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { listIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { AppointmentSection } from './AppointmentSection.tsx'
import { Facts } from './Facts.tsx'
import { useResponsibilities } from './use-system.ts'

/** One post: what it may and must do, who holds and deputises it, since when, and who did before. */
export function PostPage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { id } = useParams()
  const [params] = useSearchParams()
  const asked = useResponsibilities()
  const [isOpen, setOpen] = useState(false)
  const { bodies = [], posts = [] } = asked.data ?? {}
  const post = posts.find((each) => each.id === id) ?? null
  const isNew = id === 'new'
  const back = () => go('/organization/responsibilities')
  const remove = useCommand((of: Post) => api.organization.removePost({ id: of.id }), {
    undo: (_done, of) => ({
      done: { code: 'organization.post.saved', facts: { title: of.title } },
      undo: () => api.organization.savePost({ ...of, id: null }),
    }),
  })
  return (
    <PageFrame
      title={post?.title ?? say('organization.post.new')}
      purpose={say('organization.post.purpose')}
      action={
        <>
          {post && may('organization.manage') && post.appointments.length === 0 && (
            <ConfirmAct
              label={say('organization.remove')}
              question={say('organization.remove-question', { title: post.title })}
              button={{ danger: true }}
              onConfirm={() => void remove.run(post).then((gone) => gone && back())}
            />
          )}
          <Button onClick={back}>{say('organization.posts.title')}</Button>
        </>
      }
    >
      <TroubleNote trouble={asked.error ?? remove.trouble} />
      {asked.data && !isNew && !post && <p>{say('organization.post.unknown')}</p>}
      {asked.data && (isNew || (post && isOpen)) && (
        <PostForm
          key={id}
          post={post}
          body={params.get('body')}
          bodies={bodies}
          onDone={(saved) => {
            setOpen(false)
            if (isNew)
              go(
                saved === null ? '/organization/responsibilities' : `/organization/responsibilities/${saved}`,
              )
          }}
        />
      )}
      {post && (
        <div className="record-page">
          <div className="organization-side">
            {!isOpen && <PostFacts post={post} bodies={bodies} onEdit={() => setOpen(true)} />}
            <AppointmentSection post={post} />
          </div>
          <RecordSide record={`organization/post/${post.id}`} />
        </div>
      )}
    </PageFrame>
  )
}

interface PostFactsProps {
  readonly post: Post
  readonly bodies: readonly Body[]
  readonly onEdit: () => void
}
function PostFacts({ post, bodies, onEdit }: PostFactsProps) {
  const say = useSay()
  const may = useMay()
  return (
    <section className="paper" aria-label={post.title}>
      <Facts
        lines={[
          [say('organization.post.body'), bodies.find(({ id }) => id === post.body)?.name ?? ''],
          [say('organization.post.kind'), say(`organization.post-kind.${post.kind}`)],
          [say('organization.post.authority'), post.authority],
          [
            say('organization.post.moneyLimit'),
            post.moneyLimit === null ? '' : <NumberText key="amount" value={post.moneyLimit} />,
          ],
        ]}
      />
      <h2>{say('organization.post.duties')}</h2>
      <ul className="organization-duties">
        {post.duties.map((duty) => (
          <li key={duty}>
            {say(`organization.duty.${duty}`)}{' '}
            <span className="organization-hint">{duty.replaceAll('-', ' ')}</span>
          </li>
        ))}
      </ul>
      {may('organization.manage') && (
        <div className="page-acts organization-acts">
          <Button onClick={onEdit}>{say('organization.post.edit')}</Button>
        </div>
      )}
    </section>
  )
}

interface PostFormProps {
  readonly post: Post | null
  /** The body that a new post belongs to, unless another is chosen. */
  readonly body: string | null
  readonly bodies: readonly Body[]
  readonly onDone: (saved: string | null) => void
}
function PostForm({ post, body, bodies, onDone }: PostFormProps) {
  const say = useSay()
  const fields = useFields(bodies)
  const save = useCommand(
    (typed: Typed) =>
      api.organization.savePost(
        postInput.parse({
          id: post?.id ?? null,
          body: typed['body'],
          kind: typed['kind'],
          title: textIn(typed, 'title'),
          isHead: listIn(typed, 'head').length > 0,
          authority: textIn(typed, 'authority'),
          moneyLimit: numberIn(typed, 'moneyLimit'),
          duties: listIn(typed, 'duties'),
        }),
      ),
    {
      undo: (id, typed) => ({
        done: { code: 'organization.post.saved', facts: { title: textIn(typed, 'title') } },
        undo: () => (post ? api.organization.savePost(post) : api.organization.removePost({ id })),
      }),
    },
  )
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved !== undefined) onDone(saved)
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say(post ? 'organization.post.edit' : 'organization.post.new')}
      draft={`organization/post/${post?.id ?? `new-${body ?? ''}`}`}
      isThere={post !== null}
      initial={
        post
          ? { ...post, head: post.isHead ? ['head'] : [], moneyLimit: post.moneyLimit ?? '' }
          : { body: body ?? bodies[0]?.id, title: '', authority: '', head: [], duties: [], moneyLimit: '' }
      }
      fields={fields}
      submit={say('organization.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={() => onDone(null)}
    />
  )
}

function useFields(bodies: readonly Body[]): readonly Field[] {
  const say = useSay()
  const { shape } = postInput
  return [
    { name: 'title', label: say('organization.post.title'), kind: 'text', schema: shape.title },
    {
      name: 'kind',
      label: say('organization.post.kind'),
      kind: 'choice',
      schema: shape.kind,
      options: postKinds.map((value) => ({ value, label: say(`organization.post-kind.${value}`) })),
    },
    {
      name: 'body',
      label: say('organization.post.body'),
      kind: 'choice',
      schema: shape.body,
      options: bodies.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'moneyLimit',
      label: say('organization.post.moneyLimit'),
      kind: 'number',
      schema: typedNumber.pipe(amount).nullable(),
    },
    {
      name: 'authority',
      label: say('organization.post.authority'),
      kind: 'area',
      schema: shape.authority,
      hint: '5.3',
    },
    {
      name: 'head',
      label: say('organization.post.isHead'),
      kind: 'own',
      control: <Checkbox.Group options={[{ value: 'head', label: say('organization.post.isHead') }]} />,
    },
    {
      name: 'duties',
      label: say('organization.post.duties'),
      kind: 'own',
      hint: '5.3.1, 5.3.2 c',
      control: (
        <Checkbox.Group
          className="organization-duty-choices"
          options={duties.map((value) => ({
            value,
            label: `${value.replaceAll('-', ' ')}　${say(`organization.duty.${value}`)}`,
          }))}
        />
      ),
    },
  ]
}
