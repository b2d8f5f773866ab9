import { foundRows } from '#db/kernel/search-queries'
import type { Handlers } from '#electron/kernel/context'
import type { Offers } from '#electron/kernel/offers'
import { rebuildIndex } from '#electron/kernel/search-keeper'
import type { Spine } from '#electron/kernel/spine'
import type { searchContract } from '#shared/kernel/search-contract'
import { askedWords, passageOf } from '#shared/kernel/search-words'

/** How many rows are looked at, of which some may not be for the eyes of who asks. */
const looked = 500

/** Finds records by their words, for those who may see them. */
export function createSearchDesk(
  { gate }: Pick<Spine, 'gate'>,
  { records }: Pick<Offers, 'records'>,
): Handlers<typeof searchContract> {
  return {
    search: ({ db, user, today }, { text, limit }) => {
      const asked = askedWords(text)
      if (asked === null || user === null) return []
      const answers = new Map<string, boolean>()
      return foundRows(db, asked, looked)
        .filter(({ seenWith, node }) => {
          if (seenWith === 'signed-in' || seenWith === 'public') return true
          const key = `${seenWith} ${node}`
          const answer =
            answers.get(key) ?? gate.may(db, user, seenWith, today, node === null ? undefined : [node])
          answers.set(key, answer)
          return answer
        })
        .slice(0, limit)
        .map(({ record, kind, title, number, state, path, body }) => {
          const passage = body === '' ? '' : passageOf(body, text)
          return { record, kind, title, number, state, path, passage }
        })
    },
    rebuildSearch: ({ db, around, bulk }) =>
      bulk({ area: 'kernel' }, () => ({ records: rebuildIndex(db, records, around) })),
  }
}
