import { grantsOf, hasUsers, passwordOf, userById, userByLogin, type UserRecord } from '#db/access/queries'
import { borrowedGrants, ownRoles } from '#db/access/role-queries'
import {
  type Handlers,
  type ReadContext,
  type Service,
  serve,
  type TaskContext,
} from '#electron/kernel/context'
import { hasKeychain } from '#electron/kernel/kept-key'
import { keepUser, openWithPassword } from '#electron/kernel/keyring'
import type { RecordRegister } from '#electron/kernel/record-desk'
import type { Spine } from '#electron/kernel/spine'
import type { Workspace } from '#electron/kernel/workspace'
import { accessContract } from '#shared/access/contract'
import type { SignInWords } from '#shared/access/model'
import { inForce } from '#shared/access/permissions'
import { Refusal } from '#shared/kernel/refusal'

import { auditExportHandlers } from './audit-export.ts'
import { auditHandlers } from './audit-trail.ts'
import { doorHandlers } from './door.ts'
import { locksAfter } from './gate.ts'
import { grantHandlers } from './grants.ts'
import { passwordHandlers } from './password-handlers.ts'
import { pastHandlers } from './past.ts'
import { peopleHandlers } from './people.ts'
import { type Claim, forgetFailures, prove } from './prove.ts'
import { permissionsOfUser } from './rights.ts'
import { roleHandlers } from './roles.ts'
import {
  discardUnfinishedSample,
  openPlant,
  openSample,
  type Plants,
  removeSample,
  type SampleStep,
} from './sample.ts'
import { sealingHandlers } from './sealing.ts'
import { requireSecondFactor, secondFactorHandlers } from './second-factor.ts'
import { setUp } from './set-up.ts'
import { tracesOf } from './traces.ts'
import { createVault } from './vault.ts'

/** People at the door and what they may do. */
export function createAccessService(
  spine: Spine,
  workspace: Workspace,
  sampleSteps: readonly SampleStep[],
  register: RecordRegister,
): Service<typeof accessContract> {
  const plants: Plants = { spine, workspace, vault: createVault(), sampleSteps }
  const { vault } = plants
  const { sessions } = spine.gate
  workspace.follow((state) => {
    if (state === 'sealed') vault.forget()
    spine.hub.publish(['access'])
  })
  if (workspace.sealed() === null) discardUnfinishedSample(plants)
  return serve(accessContract, {
    about: ({ db, around }) => ({
      program: around.name,
      isSetUp: workspace.sealed() !== null || hasUsers(db),
      sealed: workspace.sealed(),
      isSample: (workspace.past()?.of ?? workspace.which()) === 'sample',
      past: workspace.past()?.day ?? null,
      hasSample: workspace.exists('sample'),
      hasKeychain: hasKeychain(),
      language: around.language,
    }),
    session: (context) => {
      // Whoever was there stays there until all is written anew.
      if (workspace.sealed() === 'converting') throw new Refusal('kernel.sealed')
      return workspace.sealed() === 'locked' ? { state: 'none' } : sessionAt(spine, context)
    },
    setUp: async (context, first) => {
      const made = await setUp(plants, context, first)
      sessions.begin(context.window, made.userId, context.around.now())
      return made
    },
    ...comingAndGoing(plants),
    openSample: async (context) => {
      await openSample(plants, context)
      return {}
    },
    ...sealingHandlers(plants, (context, typed) => signIn(plants, context, typed)),
    ...pastHandlers(plants),
    openPlant: () => Promise.resolve(openPlant(plants)).then(() => ({})),
    removeSample: () => Promise.resolve(removeSample(plants)).then(() => ({})),
    ...peopleHandlers(sessions),
    traces: (task, { id }) => tracesOf(task, id),
    ...grantHandlers(),
    ...roleHandlers(),
    ...doorHandlers(spine.gate),
    ...secondFactorHandlers(vault),
    ...auditHandlers(spine, register),
    ...auditExportHandlers(),
    ...passwordHandlers(plants),
  })
}

/** Signing in, locking and leaving. */
function comingAndGoing(
  plants: Plants,
): Pick<Handlers<typeof accessContract>, 'signIn' | 'unlock' | 'lock' | 'signOut'> {
  const { sessions } = plants.spine.gate
  return {
    signIn: async (context, typed) => {
      await signIn(plants, context, typed)
      return {}
    },
    unlock: async (context, { password }) => {
      const session = sessions.at(context.window, context.around.now())
      const user = session && userById(context.db, session.user)
      if (!user) throw new Refusal('kernel.sign-in-first')
      await enter(plants, context, { login: user.login ?? '', user, password })
      return {}
    },
    lock: ({ window }) => {
      sessions.lock(window)
      return {}
    },
    signOut: ({ window }) => {
      sessions.end(window)
      return {}
    },
  }
}

/** @throws Refusal those of `prove` and of the second factor. */
async function signIn(
  plants: Plants,
  context: TaskContext,
  { login, password, code }: SignInWords,
): Promise<void> {
  const claim = { login, user: userByLogin(context.db, login), password }
  await enter(plants, context, claim, (found, key) => requireSecondFactor(context, { ...found, code }, key))
}

/** Lets somebody in: proves the password, opens the key ring, seats the user at the window. */
async function enter(
  { spine, vault }: Plants,
  context: TaskContext,
  claim: Claim,
  second: (found: { user: UserRecord; login: string }, dataKey: Buffer | null | undefined) => void = () => {},
): Promise<void> {
  const { user, stretched } = await prove(context, claim)
  const dataKey = openWithPassword(context.folder, user.id, stretched)
  const known = vault.dataKey(context.folder)
  second({ user, login: claim.login }, dataKey ?? known)
  context.promote(({ db, window }) => forgetFailures(db, claim.login, window), { user: user.id })
  vault.remember(user.id, stretched)
  if (dataKey) vault.open(context.folder, dataKey)
  // The ring was left behind by a new password whose transaction did not go through, or the other way round.
  if (!dataKey && known) keepUser(context.folder, user.id, stretched, known)
  spine.gate.sessions.begin(context.window, user.id, context.around.now())
}

function sessionAt(spine: Spine, { db, window, around, today }: ReadContext) {
  const session = spine.gate.sessions.at(window, around.now())
  const user = session && userById(db, session.user)
  if (!session || !user) return { state: 'none' as const }
  const { id, personId, name, login, language } = user
  if (session.state === 'locked') return { state: 'locked' as const, user: { name, login, language } }
  const own = new Map<string, string>(ownRoles(db).map((role) => [role.id, role.name]))
  const held = [...inForce(grantsOf(db, id), today), ...borrowedGrants(db, id, today)].map(({ role }) => role)
  return {
    state: 'open' as const,
    user: { id, personId, name, login, language },
    roles: [...new Set(held)].map((role) => ({ role, name: own.get(role) ?? null })),
    permissions: permissionsOfUser(db, id, today),
    hasInitialPassword: passwordOf(db, id)?.initial ?? false,
    locksAfter,
  }
}
