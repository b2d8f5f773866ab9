import { accountingTexts } from '#shared/accounting/texts'
import { wordedFinding } from '#shared/accounting/worded-finding'
import type { FactorLibrary } from '#shared/factors/library'
import { factorsTexts } from '#shared/factors/texts'
import type { Finding } from '#shared/kernel/finding'
import { say, type Language, type Wording } from '#shared/kernel/texts'

type FactorName = Parameters<typeof wordedFinding>[2]
type TitleOf = Parameters<typeof wordedFinding>[3]

/** A finding about an inventory as a sentence. */
export function findingWords(
  finding: Finding,
  language: Language,
  factorName: FactorName,
  titleOf: TitleOf,
): string {
  const { code, facts, where } = wordedFinding(finding, language, factorName, titleOf)
  const wording = findingWordings[code]
  return wording ? say(wording, language, facts) : `${code} (${where})`
}

/** What the library calls a factor by its `urn#ref`. */
export function factorNamesOf(editions: FactorLibrary): FactorName {
  return (id) => {
    const [urn, ref] = id.split('#')
    return editions.find((edition) => edition.urn === urn)?.factors.find((row) => row.ref === ref)?.name
  }
}

/** A line may be refused by the library of factors too. */
const findingWordings: Readonly<Record<string, Wording>> = { ...accountingTexts, ...factorsTexts }
