import { peopleById } from '#db/access/queries'
import {
  awarenessOf,
  channelsOf,
  disclosuresOf,
  heldSkills,
  messagesOf,
  needsOf,
  resourcesOf,
  skillsOf,
  trainingsOf,
} from '#db/competence/queries'
import type { ReadDb } from '#db/kernel/access'
import type { RecordSource, ReviewSource, SignalSource } from '#electron/kernel/offers'
import type { TaskSource } from '#electron/kernel/task-keeper'
import { type Held, holdsOn, type SkillField, skillFields } from '#shared/competence/skill'
import type { RecordEntry } from '#shared/kernel/record'
import type { Facts } from '#shared/kernel/refusal'
import type { ReviewInput } from '#shared/kernel/review-input'
import type { RequirementSignal } from '#shared/kernel/signal'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays } from '#shared/kernel/working-days'

import { matrixOf } from './skills.ts'

const seen = { seenWith: 'competence.read', node: null } as const

/** Trainings, communications, disclosures and resources, as other records name them. */
export const competenceRecords: RecordSource = (db) => [
  ...abilityRecords(db),
  ...trainingsOf(db).map(({ id, number, title, state, effect }) => ({
    ...seen,
    record: `competence/training/${id}`,
    kind: 'competence.kind.training',
    title,
    number,
    state: `competence.training.state.${state}`,
    path: `/competence/trainings?open=${id}`,
    text: effect,
    isFinal: state === 'judged' || state === 'cancelled',
  })),
  ...messagesOf(db).map(({ id, number, subject, state, content, party, decision }) => ({
    ...seen,
    record: `competence/message/${id}`,
    kind: 'competence.kind.message',
    title: subject,
    number,
    state: `competence.message.state.${state}`,
    path: `/competence/communication?open=${id}`,
    text: [party, content, decision ?? ''].join('\n'),
  })),
  ...disclosuresOf(db).map(({ id, number, title, state, recipient, words }) => ({
    ...seen,
    record: `competence/disclosure/${id}`,
    kind: 'competence.kind.disclosure',
    title,
    number,
    state: `competence.disclosure.state.${state}`,
    path: `/competence/disclosures?open=${id}`,
    text: [recipient, words].join('\n'),
    isFinal: state !== 'draft',
  })),
  ...resourcesOf(db, null).map(({ id, name, year, note }) => ({
    ...seen,
    record: `competence/resource/${id}`,
    kind: 'competence.kind.resource',
    title: name,
    number: String(year),
    state: null,
    path: `/competence/resources?year=${year}`,
    text: note,
  })),
]

/** What people are able to do, by the skill alone: who it is stands in the record, not in its name. */
function abilityRecords(db: ReadDb): RecordEntry[] {
  const names = new Map(skillsOf(db).map(({ id, name }) => [id, name]))
  return heldSkills(db).map(({ id, skill, certificate, evidence }) => ({
    ...seen,
    record: abilityRef({ id }),
    kind: 'competence.kind.held',
    title: names.get(skill) ?? '',
    number: certificate,
    state: null,
    path: '/competence',
    text: evidence,
  }))
}
const abilityRef = ({ id }: Pick<Held, 'id'>) => `competence/held/${id}`

/** By 7.1 a 1 to 4: which field of people each asks for. */
const fieldOf: Readonly<Record<Exclude<SkillField, 'other'>, string>> = {
  audit: '7.1-a-1',
  accounting: '7.1-a-2',
  abatement: '7.1-a-3',
  trading: '7.1-a-4',
}

/** What these records say of clause 7.1 to 7.3. */
export const competenceSignals: SignalSource = (db, { today }) => [
  ...peopleSignals(db, today),
  ...resourceSignals(db, today),
  ...trainingSignals(db),
  ...tellingSignals(db),
]

function peopleSignals(db: ReadDb, today: string): RequirementSignal[] {
  const { gaps, needs, skills } = matrixOf({ db, today })
  const counting = heldSkills(db).filter((each) => holdsOn(each, today))
  const path = '/competence'
  const fields = skillFields.flatMap((field): RequirementSignal[] => {
    if (field === 'other') return []
    const own = new Set(skills.filter((each) => each.field === field).map(({ id }) => id))
    const able = counting.filter(({ skill }) => own.has(skill))
    const people = new Set(able.map(({ person }) => person))
    return [
      {
        about: { requirement: fieldOf[field] },
        isMet: people.size > 0,
        code: people.size > 0 ? 'competence.signal.people' : 'competence.signal.nobody',
        facts: { count: people.size },
        records: able.map(abilityRef),
        path,
      },
    ]
  })
  const state = { about: { evidence: 'competence-record', subsystem: 'all' }, path } as const
  if (needs.length === 0)
    return [...fields, { ...state, isMet: false, code: 'competence.signal.no-needs', facts: {}, records: [] }]
  const isMet = gaps.length === 0
  const code = isMet ? 'competence.signal.able' : 'competence.signal.gaps'
  const asked = new Set(needs.map(({ skill }) => skill))
  const records = isMet ? counting.filter(({ skill }) => asked.has(skill)).map(abilityRef) : []
  return [...fields, { ...state, isMet, code, facts: { count: gaps.length }, records }]
}

function resourceSignals(db: ReadDb, today: string): RequirementSignal[] {
  const year = Number(today.slice(0, 4))
  const own = resourcesOf(db, year)
  const short = own.filter(({ gap }) => gap !== null && gap !== '0')
  const open = own.filter(({ granted }) => granted === null)
  const code =
    own.length === 0 ? 'no-resources' : short.length > 0 ? 'short' : open.length > 0 ? 'undecided' : 'granted'
  return [
    {
      about: { evidence: 'resource-plan', subsystem: 'all' },
      isMet: code === 'granted',
      code: `competence.signal.${code}`,
      facts: {
        year,
        count: code === 'short' ? short.length : code === 'undecided' ? open.length : own.length,
      },
      records: short.map(({ id }) => `competence/resource/${id}`),
      path: '/competence/resources',
    },
  ]
}

function trainingSignals(db: ReadDb): RequirementSignal[] {
  const all = trainingsOf(db)
  const waiting = all.filter(({ state }) => state === 'held')
  const judged = all.filter(({ state }) => state === 'judged')
  const code = judged.length === 0 ? 'no-training' : waiting.length > 0 ? 'unjudged' : 'trained'
  return [
    {
      about: { evidence: 'training-record', subsystem: 'all' },
      isMet: judged.length > 0,
      code: `competence.signal.${code}`,
      facts: { count: code === 'unjudged' ? waiting.length : judged.length },
      records: judged.slice(0, 20).map(({ id }) => `competence/training/${id}`),
      path: '/competence/trainings',
    },
  ]
}

function tellingSignals(db: ReadDb): RequirementSignal[] {
  const open = messagesOf(db).filter(({ isImportant, decision }) => isImportant && decision === null)
  const hasPlan = channelsOf(db).length > 0
  const told = disclosuresOf(db).filter(({ state }) => state === 'approved' || state === 'handed-over')
  const code = !hasPlan ? 'no-plan' : open.length > 0 ? 'undecided-messages' : 'told'
  return [
    {
      about: { evidence: 'communication', subsystem: 'all' },
      isMet: hasPlan && open.length === 0,
      code: `competence.signal.${code}`,
      facts: { count: open.length },
      records: open.map(({ id }) => `competence/message/${id}`),
      path: '/competence/communication',
    },
    {
      about: { evidence: 'disclosure', subsystem: 'all' },
      isMet: told.length > 0,
      code: told.length > 0 ? 'competence.signal.disclosed' : 'competence.signal.undisclosed',
      facts: { count: told.length },
      records: told.map(({ id }) => `competence/disclosure/${id}`),
      path: '/competence/disclosures',
    },
  ]
}

/** Days before a certificate expires at which its holder is told. */
const warning = 60
/** Days before its day on which anything else is announced. */
const ahead = 30
/** Days after a training within which its effect is judged. */
const judging = 90

/** Certificates that expire, trainings to hold and to judge, answers that are due. */
export const competenceTasks: TaskSource = (db, { today }) => [
  ...expiring(db, today),
  ...trainingsOf(db).flatMap(({ id, number, title, state, plannedOn, heldOn }) => {
    const at = { record: `competence/training/${id}`, path: `/competence/trainings?open=${id}` }
    if (state === 'planned') return [task(`hold/${id}`, 'hold', { number, title }, { ...at, due: plannedOn })]
    if (state !== 'held' || heldOn === null) return []
    const due = addDays(heldOn, judging)
    return [task(`judge/${id}`, 'judge', { number, title }, { ...at, due, fallsTo: 'competence.check' })]
  }),
  ...messagesOf(db).flatMap(({ id, number, subject, state, due, decision }) => {
    if (state !== 'open' || due === null || decision !== null) return []
    const at = { record: `competence/message/${id}`, path: `/competence/communication?open=${id}` }
    return [task(`message/${id}`, 'decide', { number, subject }, { ...at, due })]
  }),
]

/** What some post needs and somebody holds not much longer, as long as nothing follows it. */
function expiring(db: ReadDb, today: string): OfferedTask[] {
  const people = peopleById(db)
  const skills = new Map(skillsOf(db).map(({ id, name }) => [id, name]))
  const needed = new Set(needsOf(db).map(({ skill }) => skill))
  const all = heldSkills(db).filter(({ withdrawnAt }) => withdrawnAt === null)
  return all.flatMap(({ id, person, skill, validTo }) => {
    if (validTo === null || !needed.has(skill) || addDays(today, warning) < validTo) return []
    const isFollowed = all.some(
      (other) =>
        other.person === person &&
        other.skill === skill &&
        (other.validTo === null || other.validTo > validTo),
    )
    if (isFollowed) return []
    const name = people.get(person)?.name ?? ''
    const facts = { name, skill: skills.get(skill) ?? '', on: validTo }
    const at = { record: `competence/held/${id}`, path: '/competence', due: validTo }
    return [task(`held/${id}`, 'expires', facts, { ...at, responsible: name === '' ? [] : [name] })]
  })
}

type Rest = Pick<OfferedTask, 'record' | 'path' | 'due'> &
  Partial<Pick<OfferedTask, 'responsible' | 'fallsTo'>>
function task(key: string, code: string, facts: Facts, rest: Rest): OfferedTask {
  return {
    key: `competence/${key}`,
    area: 'competence',
    code: `competence.task.${code}`,
    facts,
    node: null,
    seenWith: 'competence.read',
    fallsTo: 'competence.enter',
    responsible: [],
    department: null,
    begins: addDays(rest.due, -ahead),
    isDone: false,
    ...rest,
  }
}

/** Whether resources are adequate (9.3.2 d) and what was said by and to interested parties (9.3.2 e). */
export const competenceReviewInputs: ReviewSource = (db, { from, to, today }) => {
  const { gaps } = matrixOf({ db, today })
  const short = resourcesOf(db, Number(today.slice(0, 4))).filter(({ gap }) => gap !== null && gap !== '0')
  const said = messagesOf(db).filter(({ onDay }) => from <= onDay && onDay < to)
  const unaware = awarenessOf(db).filter(({ confirmedAt }) => confirmedAt === null)
  const line = (code: string, facts: Facts, record: string | null, path: string) => ({
    code: `competence.review.${code}`,
    facts,
    record,
    path,
  })
  const input = (
    topic: ReviewInput['topic'],
    lines: ReviewInput['lines'],
    changedAt: string | null,
  ): ReviewInput => ({
    topic,
    subsystem: 'core',
    area: 'competence',
    lines,
    series: [],
    changedAt,
    isProvisional: false,
  })
  const latest = (all: readonly (string | null)[]) =>
    all
      .filter((each) => each !== null)
      .toSorted()
      .at(-1) ?? null
  return [
    input(
      'resources',
      [
        ...short.map(({ id, name, gap, unit }) =>
          line('short', { name, gap: gap ?? '', unit }, `competence/resource/${id}`, '/competence/resources'),
        ),
        ...gaps.map(({ postTitle, skillName, held, needed }) =>
          line('gap', { post: postTitle, skill: skillName, held, needed }, null, '/competence'),
        ),
        ...(unaware.length > 0
          ? [line('unaware', { count: unaware.length }, null, '/competence/trainings')]
          : []),
      ],
      latest(trainingsOf(db).map(({ changedAt }) => changedAt)),
    ),
    input(
      'communication',
      said.map(({ id, number, subject, party, decision }) =>
        line(
          decision === null ? 'said' : 'decided',
          { number, subject, party, decision: decision ?? '' },
          `competence/message/${id}`,
          `/competence/communication?open=${id}`,
        ),
      ),
      latest(said.map(({ changedAt }) => changedAt)),
    ),
  ]
}
