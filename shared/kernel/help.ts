import { z } from 'zod'

const wording = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** What the program says of one kind of work, and the pages on which it is done. */
export const helpTopic = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: wording,
  /** Addresses of pages; one below such an address belongs to it too. */
  pages: z.array(z.string().startsWith('/')),
  body: z.array(wording).min(1),
})
export type HelpTopic = Readonly<z.output<typeof helpTopic>>
/** The file `help/help.json`. */
export const help = z.strictObject({ format: z.literal('tanbu-help/1'), topics: z.array(helpTopic) })

/** The topic of a page: the one that names the longest beginning of its address; null where none does. */
export function topicOf(address: string, topics: readonly HelpTopic[]): HelpTopic | null {
  const best = topics
    .flatMap((topic) =>
      topic.pages.filter((page) => isAtOrBelow(address, page)).map((page) => ({ topic, page })),
    )
    .toSorted((a, b) => b.page.length - a.page.length)[0]
  return best?.topic ?? null
}
const isAtOrBelow = (address: string, page: string) =>
  address === page || (page !== '/' && address.startsWith(`${page}/`))

/** The topics that hold every word of a search in either language. */
export function foundTopics(text: string, topics: readonly HelpTopic[]): readonly HelpTopic[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return topics.filter(({ title, body }) => {
    const whole = [title, ...body]
      .flatMap(({ zh, en }) => [zh, en])
      .join('\n')
      .toLowerCase()
    return words.every((word) => whole.includes(word))
  })
}
