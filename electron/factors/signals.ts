import { marksInForce, ownEditions } from '#db/factors/queries'
import type { RecordSource, SignalSource } from '#electron/kernel/offers'

const editionRef = ({ edition }: ReturnType<typeof ownEditions>[number]) => `factors/edition/${edition.urn}`
const markRef = ({ id }: ReturnType<typeof marksInForce>[number]) => `factors/mark/${id}`

/** What the library of factors shows: values compared with the official text, and editions of the plant's own. */
export const factorsSignals: SignalSource = (db) => {
  const compared = marksInForce(db)
  const own = ownEditions(db).filter(({ state }) => state === 'released')
  const isMet = compared.length + own.length > 0
  return [
    {
      about: { evidence: 'emission-factor', subsystem: 'all' },
      isMet,
      code: isMet ? 'factors.signal.kept' : 'factors.signal.unmarked',
      facts: { compared: compared.length, own: own.length },
      records: [...own.map(editionRef), ...compared.map(markRef)],
      path: '/factors',
    },
  ]
}

/** Editions of the plant's own and comparisons with the official text, as other records name them. */
export const factorsRecords: RecordSource = (db) => [
  ...ownEditions(db).map((own) => ({
    record: editionRef(own),
    kind: 'factors.record-kind.edition',
    title: own.edition.title.zh,
    number: own.edition.urn.split(':').at(-1) ?? null,
    state: `factors.own.state.${own.state}`,
    path: `/factors/own?edition=${encodeURIComponent(own.edition.urn)}`,
    seenWith: 'factors.read' as const,
    node: null,
    text: own.edition.title.en,
  })),
  ...marksInForce(db).map((mark) => ({
    record: markRef(mark),
    kind: 'factors.record-kind.mark',
    title: mark.document,
    number: mark.page,
    state: null,
    path: `/factors?urn=${encodeURIComponent(mark.urn)}&factor=${encodeURIComponent(mark.ref)}`,
    seenWith: 'factors.read' as const,
    node: null,
    text: mark.note ?? '',
  })),
]
