import { type HeldRole, isBuiltIn } from '#shared/access/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'

/** What a role is called: built-in ones have a wording, the plant's own their name. */
export function useRoleWord(): (role: HeldRole) => string {
  const say = useSay()
  const { data = [] } = useAsk(['access', 'own-roles'], () => api.access.ownRoles({}))
  return (role) =>
    isBuiltIn(role) ? say(`access.role.${role}`) : (data.find(({ id }) => id === role)?.name ?? '—')
}

/** Every role that can be granted, for a choice. */
export function useRoleChoices(builtIn: readonly HeldRole[]): readonly HeldRole[] {
  const { data = [] } = useAsk(['access', 'own-roles'], () => api.access.ownRoles({}))
  return [...builtIn, ...data.filter(({ removedAt }) => removedAt === null).map(({ id }) => id)]
}
