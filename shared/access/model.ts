import { z } from 'zod'

import { type Id, idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { languages } from '#shared/kernel/texts'

export type UserId = Id<'user'>
export type PersonId = Id<'person'>
export const userId = idOf<'user'>()
export const personId = idOf<'person'>()
export const grantId = idOf<'grant'>()

/** Every role, present from the start. What each may do stands in `permissions.ts`. */
export const roles = [
  'top-management',
  'management-representative',
  'carbon-manager',
  'data-owner',
  'reviewer',
  'internal-auditor',
  'trader-strategy',
  'trader-review',
  'trader-execution',
  'trader-evaluation',
  'asset-supervisor',
  'bookkeeper',
  'document-controller',
  'group-analyst',
  'administrator',
  'viewer',
  'verifier',
] as const
export const role = z.enum(roles)
export type Role = (typeof roles)[number]
/** A role that the plant made itself, beside the built-in ones. */
export const ownRoleId = idOf<'role'>()
/** What can be granted: a built-in role, or one of the plant's own. */
export const heldRole = z.union([role, ownRoleId])
export type HeldRole = z.output<typeof heldRole>
export function isBuiltIn(of: string): of is Role {
  return role.safeParse(of).success
}

export const language = z.enum(languages)

/** Length in characters that a new password has at least. */
export const passwordLength = 10
export const login = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[^\s/\\]+$/u)
export const personName = z.string().trim().min(1).max(100)
/** A password on its way to be checked; whether a new one is good enough is decided in `passwords.ts`. */
export const passwordText = z.string().min(1).max(200)

/** What is typed at the door. */
export const signInWords = z.object({
  login: z.string().max(200),
  password: passwordText,
  /** Of the second factor, where the account has one. */
  code: z.string().trim().max(40).optional(),
})
export type SignInWords = Readonly<z.output<typeof signInWords>>

const line = z.string().trim().max(200).nullable()
/** What is known of a person besides the name. */
export const personFacts = z.object({
  name: personName,
  department: line,
  position: line,
  phone: line,
  email: line,
  note: z.string().trim().max(2000).nullable(),
})
export type PersonFacts = Readonly<z.output<typeof personFacts>>

/** A role of a user, for the whole organization or from one node downwards, in valid time `[from, to)`. */
export const grant = z.object({
  id: grantId,
  role: heldRole,
  nodeId: z.string().nullable(),
  validFrom: day,
  validTo: day.nullable(),
})
export type Grant = Readonly<z.output<typeof grant>>

export const account = z.object({
  id: userId,
  login: z.string().nullable(),
  language,
  disabledAt: instant.nullable(),
  grants: z.array(grant),
})
export type Account = Readonly<z.output<typeof account>>

/** A person with or without an account. `name` is null once the person was removed. */
export const person = personFacts.extend({
  id: personId,
  name: z.string().nullable(),
  removedAt: instant.nullable(),
  account: account.nullable(),
})
export type Person = Readonly<z.output<typeof person>>

/** Somebody who can be named as owner, auditor or participant. `userId` is null for who has no open account. */
export const staff = z.object({
  personId,
  name: z.string().nullable(),
  department: z.string().nullable(),
  position: z.string().nullable(),
  userId: userId.nullable(),
})
export type Staff = Readonly<z.output<typeof staff>>
