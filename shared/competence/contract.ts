import { z } from 'zod'

import { personId } from '#shared/access/model'
import { command, nothing, query, task, signed } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { postId } from '#shared/organization/posts'

import {
  channel,
  channelId,
  disclosure,
  disclosureId,
  message,
  messageId,
  newChannel,
  newDisclosure,
  newMessage,
} from './message.ts'
import { newResource, resource, resourceId } from './resource.ts'
import { held, heldId, need, newHeld, newSkill, skill, skillGap, skillId, skillLevel } from './skill.ts'
import {
  attendance,
  awareness,
  awarenessId,
  awarenessTopics,
  newTraining,
  training,
  trainingId,
} from './training.ts'

const reason = z.string().trim().min(1).max(1000)
const year = z.int().min(1990).max(2100)

/** Resources, competence, awareness, communication and disclosure (7.1 to 7.3). */
export const competenceContract = {
  resources: query('competence.read', z.object({ year }), z.array(resource)),
  saveResource: command('competence.enter', newResource.extend({ id: resourceId.nullable() }), resource),
  removeResource: command('competence.enter', z.object({ id: resourceId }), nothing),

  /** Posts, what each must be able to do, what people are able to, and what is missing today. */
  matrix: query(
    'competence.read',
    nothing,
    z.object({
      posts: z.array(z.object({ post: postId, title: z.string(), person: personId.nullable() })),
      skills: z.array(skill),
      needs: z.array(need),
      held: z.array(held),
      gaps: z.array(skillGap),
    }),
  ),
  saveSkill: command('competence.enter', newSkill.extend({ id: skillId.nullable() }), skill),
  /** Only what no post needs and nobody holds. */
  removeSkill: command('competence.enter', z.object({ id: skillId }), nothing),
  /** Null: the post needs it no more. */
  setNeed: command(
    'competence.enter',
    z.object({ post: postId, skill: skillId, level: skillLevel.nullable() }),
    nothing,
  ),
  addHeld: command('competence.enter', newHeld, held),
  withdrawHeld: command('competence.enter', z.object({ id: heldId, reason }), nothing),

  trainings: query('competence.read', nothing, z.array(training)),
  planTraining: command('competence.enter', newTraining, training),
  changeTraining: command('competence.enter', newTraining.extend({ id: trainingId }), training),
  /** Who came and how each did; whoever passed masters the training's skill from that day on. */
  holdTraining: command(
    'competence.enter',
    z.object({ id: trainingId, heldOn: day, attendances: z.array(attendance).min(1).max(500) }),
    training,
  ),
  /** By somebody else than who held it (R-SD-5), or with a reason where one person is alone. */
  judgeTraining: signed(
    { meaning: 'competence.training-judged', kind: 'competence/training' },
    'competence.check',
    z.object({ id: trainingId, isEffective: z.boolean(), effect: reason, aloneReason: reason.nullable() }),
    training,
  ),
  cancelTraining: command('competence.enter', z.object({ id: trainingId }), training),

  awareness: query('competence.read', nothing, z.array(awareness)),
  tellPeople: command(
    'competence.enter',
    z.object({
      people: z.array(personId).min(1).max(500),
      topics: z.array(z.enum(awarenessTopics)).min(1),
      toldOn: day,
      how: z.string().trim().min(1).max(300),
    }),
    nothing,
  ),
  /** Says of oneself that one is aware of it. */
  confirmAware: command('signed-in', z.object({ ids: z.array(awarenessId).min(1) }), nothing),

  channels: query('competence.read', nothing, z.array(channel)),
  saveChannel: command('competence.enter', newChannel.extend({ id: channelId.nullable() }), channel),
  removeChannel: command('competence.enter', z.object({ id: channelId }), nothing),
  messages: query('competence.read', nothing, z.array(message)),
  /** Writes down to whom the duties of the carbon bodies were made known, as they stand. */
  announceDuties: command(
    'competence.enter',
    newMessage.pick({ subject: true, party: true, way: true, onDay: true }),
    message,
  ),
  addMessage: command('competence.enter', newMessage, message),
  decideMessage: command('competence.enter', z.object({ id: messageId, decision: reason }), message),
  /** An important one is not closed without a decision (R-DC-5). */
  closeMessage: command('competence.enter', z.object({ id: messageId }), message),

  disclosures: query('competence.read', nothing, z.array(disclosure)),
  draftDisclosure: command('competence.enter', newDisclosure, disclosure),
  changeDisclosure: command('competence.enter', newDisclosure.extend({ id: disclosureId }), disclosure),
  /** Signs what may leave: every figure as the frozen inventory has it (R-DC-6). */
  approveDisclosure: task(
    'competence.approve',
    z.object({ id: disclosureId, password: z.string() }),
    disclosure,
  ),
  handOver: command('competence.enter', z.object({ id: disclosureId, to: reason, on: day }), disclosure),
  withdrawDisclosure: command('competence.enter', z.object({ id: disclosureId }), disclosure),
  /** The approved disclosure as a document; refused while it is a draft. */
  printDisclosure: task(
    'competence.read',
    z.object({ id: disclosureId, kind: z.enum(['docx', 'pdf']), language: z.enum(['zh', 'en']) }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),
  /** What a frozen inventory can be quoted with: the path of each figure and its value. */
  lockedFigures: query(
    'competence.read',
    z.object({ inventory: z.string().max(100) }),
    z.array(z.object({ path: z.string(), label: z.string(), value: decimalText, unit: z.string() })),
  ),
}
