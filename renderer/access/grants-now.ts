import dayjs from 'dayjs'

import type { Grant } from '#shared/access/model'

/** Grants that hold today or will hold, as this window's calendar has it; the other side decides by its own. */
export function grantsNow(grants: readonly Grant[]): readonly Grant[] {
  const today = dayjs().format('YYYY-MM-DD')
  return grants.filter(
    ({ validFrom, validTo }) => validTo === null || (validTo > today && validTo > validFrom),
  )
}
