import type { Factor } from '#shared/factors/model'

import type { Say } from '../kernel/say.ts'

/** The activity a document allows a factor for, in words. */
export function validityText(say: Say, factor: Pick<Factor, 'validFrom' | 'validTo'> | null): string {
  if (factor === null) return ''
  const { validFrom: from, validTo: to } = factor
  if (from !== null && to !== null) return say('factors.valid.between', { from, to })
  if (from !== null) return say('factors.valid.from', { from })
  if (to !== null) return say('factors.valid.to', { to })
  return say('factors.valid.open')
}
