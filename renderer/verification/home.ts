import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'

/** What was handed over to a verifier: where to begin. The plant's own side is told by its tasks. */
export function useVerificationItems(): readonly HomeItem[] {
  const say = useSay()
  const may = useMay()
  const isVerifier = may('verification.enter') && !may('verification.check')
  const { data } = useAsk(['verification', 'cases'], () => api.verification.cases({}), {
    enabled: isVerifier,
  })
  if (!isVerifier || !data) return []
  if (data.length === 0) {
    const text = say('verification.home.nothing-yet')
    return [{ id: 'verification-none', severity: 'note', fallsTo: null, text, path: '/verification' }]
  }
  return data
    .filter(({ state }) => state === 'open')
    .map(({ id, number, title }) => ({
      id: `verification-${id}`,
      severity: 'note',
      fallsTo: null,
      text: say('verification.home.handed-over', { number, title }),
      path: `/verification/cases/${id}`,
    }))
}
