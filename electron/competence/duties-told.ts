import { messagesOf } from '#db/competence/queries'
import { messages } from '#db/competence/tables'
import { bodiesOf, postsOf } from '#db/organization/leadership-queries'
import type { Handlers } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import type { SignalSource } from '#electron/kernel/offers'
import { addLink, linkedWith } from '#electron/kernel/record-desk'
import type { competenceContract } from '#shared/competence/contract'
import type { Message, MessageId } from '#shared/competence/message'
import { Refusal } from '#shared/kernel/refusal'

const bodyRef = ({ id }: { readonly id: string }) => `organization/body/${id}`
const messageRef = ({ id }: Pick<Message, 'id'>) => `competence/message/${id}`

/**
 * Writes down that the duties of the carbon bodies were made known, as they stand that day (5.3.2 a 2).
 *
 * @throws Refusal `competence.no-duties`.
 */
export const announceDuties: Handlers<typeof competenceContract>['announceDuties'] = (
  context,
  { subject, party, way, onDay },
) => {
  const { db, newId, user, now } = context
  const posts = postsOf(db)
  const bodies = bodiesOf(db)
  if (posts.length === 0) throw new Refusal('competence.no-duties')
  const lines = bodies.flatMap((body) =>
    posts
      .filter((post) => post.body === body.id)
      .map(({ title, authority, duties }) => [body.name, title, authority, duties.join(', ')].join(' · ')),
  )
  const id: MessageId = newId<'message'>()
  const made: Message = {
    id,
    number: takeNumber(context, 'CM'),
    direction: 'out',
    way,
    party,
    subject,
    content: lines.join('\n').slice(0, 4000),
    onDay,
    isImportant: false,
    due: null,
    decision: null,
    decidedBy: null,
    decidedAt: null,
    state: 'closed',
    changedBy: user,
    changedAt: now,
  }
  db.insert(messages).values(made).run()
  for (const body of bodies)
    addLink(context, { from: messageRef(made), relation: 'concerns', to: bodyRef(body) })
  return made
}

/** 5.3.2 a 2: whether the duties were made known since the last appointment began. */
export const dutySignals: SignalSource = (db, { today }) => {
  const told = new Set(bodiesOf(db).flatMap((body) => linkedWith(db, bodyRef(body), 'concerns')))
  const [last] = messagesOf(db).filter((each) => each.direction === 'out' && told.has(messageRef(each)))
  const begun = postsOf(db)
    .flatMap(({ appointments }) => appointments.map(({ validFrom }) => validFrom))
    .filter((on) => on <= today)
    .toSorted()
    .at(-1)
  const isMet = last !== undefined && last.onDay >= (begun ?? '')
  const code = last ? (isMet ? 'duties-told' : 'duties-changed') : 'duties-untold'
  return [
    {
      about: { requirement: '5.3.2-a-2' },
      isMet,
      code: `competence.signal.${code}`,
      facts: last ? { number: last.number, on: last.onDay, party: last.party } : {},
      records: last ? [messageRef(last)] : [],
      path: '/organization/responsibilities',
    },
  ]
}
