import { originsOf, type Term } from '#shared/kernel/glossary'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Every term in both languages; either language finds it. */
export function GlossaryPage() {
  const say = useSay()
  const terms = useAsk(['desk', 'glossary'], () => api.desk.glossary({}))
  const columns: readonly RecordColumn<Term>[] = [
    { key: 'zh', title: say('frame.glossary.zh'), text: ({ zh }) => zh, width: 240 },
    { key: 'en', title: say('frame.glossary.en'), text: ({ en }) => en, width: 320 },
    { key: 'source', title: say('frame.glossary.source'), text: (row) => sourceText(row, say), width: 320 },
    {
      key: 'identifier',
      title: say('frame.glossary.identifier'),
      text: ({ identifier }) => identifier,
      width: 220,
      optional: true,
    },
  ]
  return (
    <PageFrame title={say('frame.glossary.title')} purpose={say('frame.glossary.purpose')}>
      <TroubleNote trouble={terms.error} />
      <RecordTable
        name="glossary"
        label={say('frame.glossary.title')}
        rows={terms.data ?? []}
        rowKey={({ zh, identifier }) => `${zh}/${identifier}`}
        columns={columns}
        loading={terms.isPending}
      />
    </PageFrame>
  )
}

/** Where a term comes from, as a reader knows those documents. */
function sourceText(found: Term, say: Say): string {
  const origins = originsOf(found).map(({ document, place, isThroughout, isOwnName }) => {
    const facts = { place: isThroughout ? say('frame.glossary.throughout') : place }
    const from = say(`frame.glossary.from.${document}`, facts).trim()
    return isOwnName ? say('frame.glossary.own-name', { from }) : from
  })
  return origins.join(say('frame.glossary.join'))
}
