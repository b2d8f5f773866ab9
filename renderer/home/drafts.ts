import { grouped } from '#shared/kernel/grouped'

import { localTime } from '../kernel/local-time.ts'
import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useDrafts } from '../kernel/use-drafts.ts'

/** What was typed and not submitted yet, whatever ended the day before: it is kept, and this is where. */
export function useDraftItems(): readonly HomeItem[] {
  const say = useSay()
  const { drafts } = useDrafts()
  return [...grouped(drafts, ({ path }) => path)].flatMap(([path, own]) => {
    const [latest] = own
    if (!latest?.page) return []
    const facts = {
      page: say(latest.page.titleCode),
      count: own.length,
      at: localTime(latest.savedAt),
    }
    const text = say('frame.home.drafts', facts)
    return [{ id: `draft${path}`, severity: 'note' as const, fallsTo: null, text, path }]
  })
}
