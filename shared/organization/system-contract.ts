import { z } from 'zod'

import { personId } from '#shared/access/model'
import { command, nothing, query, task, signed } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day, instant } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'
import { languages } from '#shared/kernel/texts'

import { adoption, adoptionInput } from './adoption.ts'
import { commitment, commitmentId, commitmentInput } from './commitment.ts'
import { issue, issueId, issueInput, strategy, strategyId, strategyInput } from './context.ts'
import { declaration, declarationId, declarationInput, declarationKinds } from './declaration.ts'
import { groupRule, ruleCodes } from './group-rules.ts'
import { party, partyId, partyInput } from './parties.ts'
import {
  appointment,
  appointmentId,
  appointmentInput,
  body,
  bodyId,
  bodyInput,
  post,
  postId,
  postInput,
} from './posts.ts'

const words = z.string().trim().min(1).max(1000)
const ends = { on: day, reason: words }
const findings = z.array(finding)
const download = z.object({ download: z.string(), fileName: z.string() })

/** A look back at issues, parties or policies, which sets the next day on which each is looked at. */
export const reviewInput = z.object({
  records: z.array(recordRef).min(1),
  outcome: z.enum(['keep', 'change']),
  conclusion: words,
  next: day,
})
export const reviewRecord = z.object({
  record: recordRef,
  outcome: z.enum(['keep', 'change']),
  conclusion: z.string(),
  nextOn: day,
  madeBy: z.string(),
  madeAt: instant,
})

/** Context of the organization and its interested parties (4.1, 4.2). */
export const contextContract = {
  context: query(
    'organization.read',
    nothing,
    z.object({ issues: z.array(issue), strategies: z.array(strategy), findings }),
  ),
  saveIssue: command('organization.enter', issueInput, issue),
  endIssue: command('organization.enter', z.object({ id: issueId, ...ends }), nothing),
  reopenIssue: command('organization.enter', z.object({ id: issueId }), nothing),
  /** Only what no strategy rests on and nobody reviewed: a slip of the keyboard. Others are ended. */
  removeIssue: command('organization.enter', z.object({ id: issueId }), nothing),
  saveStrategy: command('organization.enter', strategyInput, strategy),
  removeStrategy: command('organization.enter', z.object({ id: strategyId }), nothing),
  parties: query('organization.read', nothing, z.object({ parties: z.array(party), findings })),
  saveParty: command('organization.enter', partyInput, party),
  endParty: command('organization.enter', z.object({ id: partyId, ...ends }), nothing),
  reopenParty: command('organization.enter', z.object({ id: partyId }), nothing),
  removeParty: command('organization.enter', z.object({ id: partyId }), nothing),
  review: command('organization.enter', reviewInput, nothing),
  printContext: task('organization.read', z.object({ language: z.enum(languages) }), download),
  reviews: query('organization.read', z.object({ record: recordRef }), z.array(reviewRecord)),
}

/** What top management declares: subsystems, scope (4.3), policies (5.2), commitments (5.1). */
export const leadershipContract = {
  adoptions: query('organization.read', nothing, z.array(adoption)),
  decideSubsystem: signed(
    {
      meaning: 'organization.subsystem-decided',
      kind: 'organization/subsystem',
      idOf: (input) => (input as { readonly subsystem: string }).subsystem,
    },
    'organization.approve',
    adoptionInput,
    nothing,
  ),
  declarations: query(
    'organization.read',
    z.object({ kind: z.enum(declarationKinds) }),
    z.array(
      declaration.extend({
        /** What stands between it and its approval. */
        gaps: findings,
        /** What it rests on has changed since it was approved or looked at. */
        isOutdated: z.boolean(),
        /** Staff who have not said that they read it, of those who can sign in. */
        unread: z.array(personId),
        signatureHolds: z.boolean().nullable(),
        /** Whether whoever asks wrote in it: then they approve it alone with a reason, or not at all (R-SD-2). */
        ownWork: z.enum(['no', 'alone', 'blocked']),
      }),
    ),
  ),
  /** Begins a version, or goes on with the one that is not decided. */
  saveDeclaration: command('organization.enter', declarationInput, declarationId),
  discardDeclaration: command('organization.enter', z.object({ id: declarationId }), nothing),
  submitDeclaration: command('organization.enter', z.object({ id: declarationId }), nothing),
  returnDeclaration: command(
    'organization.approve',
    z.object({ id: declarationId, comment: words }),
    nothing,
  ),
  /** Top management signs with the password; the version before it ends where this one begins. */
  approveDeclaration: task(
    'organization.approve',
    z.object({ id: declarationId, password: z.string(), alone: words.nullable() }),
    nothing,
  ),
  publish: command(
    'organization.enter',
    z.object({
      id: declarationId,
      audience: z.enum(['internal', 'public']),
      place: words,
      recipients: words,
      publishedOn: day,
    }),
    nothing,
  ),
  /** Whoever asks has read a declaration, or takes on an appointment. */
  acknowledge: command('signed-in', z.object({ record: recordRef }), nothing),
  /** The same for somebody without an account, who signed on paper. */
  acknowledgeFor: command(
    'organization.enter',
    z.object({ record: recordRef, person: personId, paper: words }),
    nothing,
  ),
  printDeclaration: task(
    'organization.read',
    z.object({ id: declarationId, language: z.enum(languages) }),
    download,
  ),
  commitments: query('organization.read', nothing, z.array(commitment)),
  saveCommitment: command('organization.enter', commitmentInput, commitment),
  removeCommitment: command('organization.enter', z.object({ id: commitmentId }), nothing),
  publishCommitment: command(
    'organization.approve',
    z.object({ id: commitmentId, place: words, on: day }),
    nothing,
  ),
  withdrawCommitment: command('organization.approve', z.object({ id: commitmentId, reason: words }), nothing),
  /** What people of top management signed, newest first. */
  signedAtTop: query(
    'organization.read',
    nothing,
    z.array(
      z.object({
        record: z.string(),
        signer: z.string(),
        meaning: z.string(),
        signedAt: instant,
        signedHash: z.string(),
      }),
    ),
  ),
}

/** Responsibilities and authorities (5.3), and the rule documents of the three levels. */
export const postsContract = {
  responsibilities: query(
    'organization.read',
    nothing,
    z.object({ bodies: z.array(body), posts: z.array(post), rules: z.array(groupRule), findings }),
  ),
  saveBody: command('organization.manage', bodyInput, body),
  removeBody: command('organization.manage', z.object({ id: bodyId }), nothing),
  savePost: command('organization.manage', postInput, postId),
  removePost: command('organization.manage', z.object({ id: postId }), nothing),
  /** Whoever was there before in the same capacity leaves on that day. */
  appoint: command('organization.manage', appointmentInput, appointment),
  endAppointment: command(
    'organization.manage',
    z.object({ id: appointmentId, on: day.nullable() }),
    nothing,
  ),
  printAppointment: task(
    'organization.read',
    z.object({ id: appointmentId, language: z.enum(languages) }),
    download,
  ),
  saveRule: command('organization.manage', groupRule, nothing),
  removeRule: command('organization.manage', z.object({ code: z.enum(ruleCodes) }), nothing),
}
