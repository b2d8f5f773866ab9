import type { Inventory } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { FactList } from './FigureBasis.tsx'

/** Who froze an inventory, when, by which engine, and the hashes of what was signed. */
export function KeptFacts({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const names = useAsk(['access', 'names'], () => api.access.names({}))
  const { frozenBy, frozenAt, engine, documentHash, accountHash } = inventory
  const name =
    names.data?.find(({ userId }) => userId === frozenBy)?.name ?? say('accounting.explain.somebody')
  return (
    <section className="paper" aria-label={say('accounting.kept')}>
      <h2>{say('accounting.kept')}</h2>
      <FactList
        facts={[
          {
            label: say('accounting.kept.by'),
            told: frozenAt !== null && say('accounting.kept.by-at', { name, at: localTime(frozenAt) }),
          },
          { label: say('accounting.kept.engine'), told: engine },
          {
            label: say('accounting.kept.document-hash'),
            told: <code className="figure-hash">{documentHash}</code>,
          },
          {
            label: say('accounting.kept.account-hash'),
            told: <code className="figure-hash">{accountHash}</code>,
          },
        ]}
      />
    </section>
  )
}
