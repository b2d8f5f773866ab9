import { z } from 'zod'

/** A term of the domain in both languages, the word the program uses for it, and where the term comes from. */
export const term = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  identifier: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
  source: z.string().min(1),
})
export type Term = Readonly<z.output<typeof term>>
/** The file `glossary/terms.json`. */
export const glossary = z.array(term)

/** The documents that terms were taken from, and the program itself. */
export const termSources = ['000', '001', '002', '003', '004', 'program'] as const
/** One place where a term comes from: the document, the clause in it, and whether the name is the program's own. */
export interface TermOrigin {
  readonly document: (typeof termSources)[number]
  /** A clause, an item or a section; empty for the whole document. */
  readonly place: string
  readonly isThroughout: boolean
  readonly isOwnName: boolean
}

/** Reads where a term comes from out of its note, `001 4.1 (our name for it); 004 2.3`. Remarks are left out. */
export function originsOf({ source }: Pick<Term, 'source'>): readonly TermOrigin[] {
  return source.split(';').map((part) => {
    const [word = '', ...rest] = part.trim().split(' ')
    const note = rest.join(' ')
    return {
      document: termSources.find((known) => known === word) ?? 'program',
      place: /^(\(\d+\)|[A-Z0-9][A-Z0-9.]*( [a-z](?=$| ))?)(?=$| )/.exec(note)?.[0] ?? '',
      isThroughout: note.startsWith('throughout'),
      isOwnName: note.includes('our name for it'),
    }
  })
}

/**
 * Terms that hold every word of the query in either language, best first: the whole term, then its beginning, then
 * its middle. An empty query gives all, in the order of the glossary.
 */
export function searchTerms(terms: readonly Term[], query: string): readonly Term[] {
  const words = spelling(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  return terms
    .map((candidate) => ({ candidate, scores: words.map((word) => closeness(candidate, word)) }))
    .filter(({ scores }) => !scores.includes(0))
    .toSorted((a, b) => total(b.scores) - total(a.scores))
    .map(({ candidate }) => candidate)
}
function closeness({ zh, en, identifier }: Term, word: string): number {
  const texts = [zh, en, identifier].map(spelling)
  if (texts.includes(word)) return 3
  if (texts.some((text) => text.startsWith(word))) return 2
  return texts.some((text) => text.includes(word)) ? 1 : 0
}
function total(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0)
}
function spelling(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
