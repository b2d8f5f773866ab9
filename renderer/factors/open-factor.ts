import { factorPointer, type FactorPointer } from '#shared/factors/model'
import type { FactorFound } from '#shared/factors/record'
import { isFactor } from '#shared/factors/search'
import type { Wording } from '#shared/kernel/texts'

import { type Explained, openExplain } from '../kernel/explain.ts'
import type { Say } from '../kernel/say.ts'

/** Opens a row of the library in the drawer: a factor by its pointer, a remark as it stands. */
export function openFactor(say: Say, hit: FactorFound): void {
  const { edition, row } = hit
  if (isFactor(row)) return openFactorAt(say, row.name, { urn: edition.urn, ref: row.ref })
  openExplain({
    kind: 'factor-remark',
    title: say('factors.record', { name: row.name[say.language] }),
    subject: hit,
  })
}

export function openFactorAt(say: Say, name: Wording, subject: FactorPointer): void {
  openExplain({ kind: 'factor', title: say('factors.record', { name: name[say.language] }), subject })
}

/** `urn ref` of the factor in the drawer, to mark its row; null when the drawer shows something else. */
export function keyOfSubject(shown: Explained | undefined): string | null {
  if (shown?.kind !== 'factor') return null
  const pointer = factorPointer.safeParse(shown.subject)
  return pointer.success ? `${pointer.data.urn} ${pointer.data.ref}` : null
}
