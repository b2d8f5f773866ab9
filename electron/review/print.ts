import { peopleById } from '#db/access/queries'
import { storeIdentity } from '#db/kernel/queries'
import { organizationOf } from '#db/organization/queries'
import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { offerPaper } from '#electron/kernel/offer-file'
import { nameOfUser } from '#electron/nonconformity/print-case'
import type { PersonId } from '#shared/access/model'
import { canonical } from '#shared/kernel/canonical'
import { type Language, say, type Wording } from '#shared/kernel/texts'
import type { ReviewId } from '#shared/review/model'
import { minutesPaper, packPaper } from '#shared/review/paper'
import { texts } from '#shared/texts'

import { type PackSources, shownPack } from './packs.ts'
import { requireReview } from './reviews.ts'

interface Wanted {
  readonly id: ReviewId
  readonly what: 'pack' | 'minutes'
  readonly kind: 'docx' | 'pdf'
  readonly language: Language
}

/** Prints the input pack or the minutes, over the pack that was frozen last, or over what the records say now. */
export async function printReview(
  task: TaskContext,
  { id, what, kind, language }: Wanted,
  sources: PackSources,
) {
  const { db, today } = task
  const of = requireReview(db, id)
  const people = peopleById(db)
  const {
    sha256: packHash,
    withheld,
    ...pack
  } = shownPack(task, { id, number: of.packs.at(-1)?.number ?? null }, sources)
  const paper = (what === 'pack' ? packPaper : minutesPaper)({
    of,
    pack,
    withheld,
    packHash,
    organization: organizationOf(db)?.name ?? '',
    personName: (person) => (person === null ? '—' : (people.get(person as PersonId)?.name ?? '—')),
    userName: (user) => nameOfUser(db, user),
    words: wordsIn(language),
    isSample: storeIdentity(db)?.isSample ?? false,
    madeOn: today,
    hash: sha256(canonical(what === 'pack' ? pack : of)),
  })
  return offerPaper(task, paper, kind)
}

/** Every area lays something before the review, so that every area's words are needed. */
function wordsIn(language: Language) {
  const wordings: Readonly<Record<string, Wording>> = texts
  return (code: string, facts = {}): string => {
    const wording = wordings[code]
    return wording ? say(wording, language, facts) : code
  }
}
