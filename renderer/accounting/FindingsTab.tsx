import type { Overview } from '#shared/accounting/inventory'
import { wordedFinding } from '#shared/accounting/worded-finding'
import type { Finding } from '#shared/kernel/finding'

import { openExplain } from '../kernel/explain.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { FindingList } from '../ui/FindingList.tsx'
import { placeOf } from './finding-place.ts'
import { StandingPapers } from './StandingPapers.tsx'
import { useFactorNames } from './use-factor-names.ts'
import { useRules } from './use-rules.ts'

/** What a reader should look at, the heavy first; each leads to where it is seen to. */
export function FindingsTab({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const go = useGo()
  const { guidelines } = useRules()
  const titleOf = (guideline: string) => guidelines.find(({ id }) => id === guideline)?.title
  const factorName = useFactorNames(overview.findings)
  const factorTitle = (id: string) => factorName(id)?.[say.language] ?? id
  const worded = overview.findings.map((finding) => wordedFinding(finding, say.language, factorName, titleOf))
  return (
    <div className="inventory-sheet">
      <section className="paper" aria-label={say('accounting.tab.findings', { count: worded.length })}>
        <FindingList findings={worded} onOpen={(finding) => lead(overview, finding, go, factorTitle)} />
      </section>
      <StandingPapers id={overview.inventory.id} />
    </div>
  )
}

/** A factor is shown in the drawer, where it can be compared and marked; everything else has a page. */
function lead(
  overview: Overview,
  finding: Finding,
  go: (path: string) => void,
  factorTitle: (id: string) => string,
): void {
  const { where } = finding
  const factor = /^factors\/(.+)#(.+)$/.exec(where)
  if (factor) {
    const [, urn = '', ref = ''] = factor
    openExplain({ kind: 'factor', title: factorTitle(`${urn}#${ref}`), subject: { urn, ref } })
    return
  }
  const place = placeOf(overview, finding)
  if (place !== null) go(place)
}
