import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'

/** Words who did something: a name, a removed person, or the program itself where nobody did. */
export function useWho(): (user: string | null) => string {
  const say = useSay()
  const { data = [] } = useAsk(['access', 'names'], () => api.access.names({}))
  return (user) => {
    if (user === null) return say('activity.who.program')
    const found = data.find(({ userId }) => userId === user)
    return found?.name ?? say('activity.who.removed')
  }
}
