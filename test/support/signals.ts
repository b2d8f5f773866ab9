import type { RequirementSignal } from '#shared/kernel/signal'

/** Whether a requirement is met by what was said of it, and the code of why. */
export function signalOf(said: readonly RequirementSignal[], requirement: string): [boolean, string] {
  const found = said.find(({ about }) => 'requirement' in about && about.requirement === requirement)
  if (!found) throw new Error(`Nothing was said of ${requirement}`)
  return [found.isMet, found.code]
}
