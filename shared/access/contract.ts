import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'

import { auditDetail, auditFilter, auditLine, chainBreak, chainReport, shownAnchor, traces } from './audit.ts'
import { doorContract } from './door-contract.ts'
import {
  grantId,
  language,
  heldRole,
  login,
  passwordText,
  person,
  personFacts,
  personId,
  personName,
  signInWords,
  staff,
  userId,
} from './model.ts'
import { rolesContract } from './roles-contract.ts'
import { sealingContract } from './sealing-contract.ts'

const permission = z.string()
const someone = z.object({ name: z.string().nullable(), login: z.string().nullable(), language })

/** First run, sign-in, people, what they may do, and the trail of what they did. */
export const accessContract = {
  ...rolesContract,
  ...doorContract,
  /** What the program is and which plant is open; known before anyone signs in. */
  about: query(
    'public',
    nothing,
    z.object({
      program: z.string(),
      /** False until the first administrator exists: then the first-run page comes up. */
      isSetUp: z.boolean(),
      isSample: z.boolean(),
      hasSample: z.boolean(),
      /** Whether the program runs beside a keychain of the operating system. */
      hasKeychain: z.boolean(),
      /** Why nothing can be read: the store is encrypted and locked, or being written anew; null while it is open. */
      sealed: z.enum(['locked', 'converting']).nullable(),
      /** The day that is looked back at; null in the present. */
      past: day.nullable(),
      language,
    }),
  ),
  /** Who is at this window. Asking does not count as activity, so a page may ask often. */
  session: query(
    'public',
    nothing,
    z.discriminatedUnion('state', [
      z.object({ state: z.literal('none') }),
      z.object({ state: z.literal('locked'), user: someone }),
      z.object({
        state: z.literal('open'),
        user: someone.extend({ id: userId, personId }),
        /** `name` is null for a built-in role, which has a wording. */
        roles: z.array(z.object({ role: heldRole, name: z.string().nullable() })),
        permissions: z.array(permission),
        /** True while the password is one that an administrator gave. */
        hasInitialPassword: z.boolean(),
        /** Seconds without activity after which the window locks. */
        locksAfter: z.int(),
      }),
    ]),
  ),
  /** The first administrator, with every role. The recovery key is told here and never again. */
  setUp: task(
    'public',
    z.object({
      language,
      name: personName,
      login,
      password: passwordText,
      /** Whether the store is encrypted from the start. */
      isEncrypted: z.boolean().default(false),
      /** Whether it then opens by the keychain on this machine; where there is none it takes a password. */
      opensByKeychain: z.boolean().default(false),
    }),
    z.object({ userId, recoveryKey: z.string() }),
  ),
  ...sealingContract,
  signIn: task('public', signInWords, nothing),
  /** Opens a locked window again for the user who locked it. */
  unlock: task('public', z.object({ password: passwordText }), nothing),
  lock: command('signed-in', nothing, nothing),
  signOut: command('public', nothing, nothing),
  /** Opens the sample plant, in a data folder of its own; builds it the first time. */
  openSample: task('access.manage', nothing, nothing),
  openPlant: task('access.manage', nothing, nothing),
  /** Opens the plant as it had been recorded by the end of a day: a copy that is looked at and not changed. */
  openPast: task('access.read', z.object({ day }), nothing),
  /** Comes back to the present; the copy is thrown away. */
  openToday: task('signed-in', nothing, nothing),
  /** Days on which something was recorded, oldest first. */
  recordedDays: query('access.read', nothing, z.array(z.object({ day, count: z.int() }))),
  /** Removes the sample plant with everything in it and goes back to the plant. */
  removeSample: task('access.manage', nothing, nothing),
  /** The names behind user ids, for every page that shows who did something; null for a removed person. */
  names: query('signed-in', nothing, z.array(z.object({ userId, name: z.string().nullable() }))),
  /** Everybody who can be named in a record, without those removed. */
  staff: query('signed-in', nothing, z.array(staff)),
  people: query('access.read', nothing, z.array(person)),
  addPerson: command('access.manage', personFacts.partial().required({ name: true }), personId),
  savePerson: command('access.manage', personFacts.extend({ id: personId }), nothing),
  /** Where a person's name stands in what others wrote, which taking the person out leaves as it is. */
  traces: task('access.manage', z.object({ id: personId }), traces),
  /** Takes a leaver out: the account ends, the name leaves the records and the trail, which still verifies. */
  removePerson: command('access.manage', z.object({ id: personId }), nothing),
  addUser: task('access.manage', z.object({ personId, login, language, password: passwordText }), userId),
  saveUser: command('access.manage', z.object({ userId, login, language }), nothing),
  disableUser: command('access.manage', z.object({ userId }), nothing),
  enableUser: command('access.manage', z.object({ userId }), nothing),
  /** Gives somebody else a first password, to be changed by its owner. */
  setPassword: task('access.manage', z.object({ userId, password: passwordText }), nothing),
  changePassword: task('signed-in', z.object({ old: passwordText, password: passwordText }), nothing),
  setLanguage: command('signed-in', z.object({ language }), nothing),
  /** Opens the way back in for who lost the password, with the key that was told at the first run. */
  recover: task(
    'public',
    z.object({ recoveryKey: z.string().max(100), login: z.string().max(200), password: passwordText }),
    nothing,
  ),
  /** Makes a new recovery key in the place of the old, which opens nothing any more; told once, like the first. */
  renewRecoveryKey: task(
    'access.manage',
    z.object({ password: passwordText }),
    z.object({ recoveryKey: z.string() }),
  ),
  /** A role for the whole plant, or from one node downwards; from today on unless said otherwise. */
  grant: command(
    'access.manage',
    z.object({
      userId,
      role: heldRole,
      nodeId: z.string().nullable(),
      validFrom: day.optional(),
      validTo: day.nullable().optional(),
    }),
    grantId,
  ),
  /** Ends a grant today. */
  revoke: command('access.manage', z.object({ id: grantId }), nothing),
  /** The audit trail, newest first; `before` pages on to older lines. */
  auditSearch: query(
    'access.read',
    auditFilter,
    z.object({ lines: z.array(auditLine), next: z.int().nullable() }),
  ),
  /** One line with everything that it changed. */
  auditDetail: query('access.read', z.object({ seq: z.int() }), auditDetail),
  /** What happened to one record, newest first, for whoever may see it; `before` pages on to older lines. */
  history: query(
    'signed-in',
    z.object({ record: recordRef, before: z.int().optional() }),
    z.object({ lines: z.array(auditDetail), next: z.int().nullable() }),
  ),
  /**
   * The trail as a file that can be verified without this program: every column that the hashes cover. What speaks of a
   * person stays sealed in it.
   */
  auditExport: task(
    'access.read',
    z.object({ filter: auditFilter.omit({ before: true }), kind: z.enum(['csv', 'jsonl']) }),
    z.object({ download: z.string(), fileName: z.string(), lines: z.int() }),
  ),
  /** The head of the chain on paper, as text and as a code to scan, to be kept elsewhere. */
  anchorSheet: task(
    'access.read',
    z.object({ language }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),
  /** The heads that left the plant, newest first, each with whether its line still stands as it was. */
  anchors: query('access.read', nothing, z.array(shownAnchor)),
  /** Recomputes the whole chain and names the first broken link. */
  auditVerify: task('access.read', nothing, chainReport),
  /**
   * How the chain stands: at once whether its end is the one that was left; the first question in an opened plant
   * also starts the whole check in the background, whose outcome is here when it is known.
   */
  chain: query(
    'signed-in',
    nothing,
    z.object({
      lines: z.int(),
      head: z.string(),
      trouble: chainBreak.nullable(),
      /** Null while the whole check goes on. */
      verifiedLines: z.int().nullable(),
    }),
  ),
}
