import { userById } from '#db/access/queries'
import { inventoriesOf } from '#db/accounting/queries'
import type { ReadDb } from '#db/kernel/access'
import { storeIdentity } from '#db/kernel/queries'
import { allParameters, allSources, openSourcesOf } from '#db/monitoring/queries'
import { boundaryInForce } from '#db/organization/boundary-queries'
import { nodesOf, organizationOf, outputValuesOf, productsOf } from '#db/organization/queries'
import { factorLibraryOf } from '#electron/factors/library'
import type { ReadContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { signatureStates } from '#electron/kernel/signature-state'
import type { UserId } from '#shared/access/model'
import type { Inventory } from '#shared/accounting/inventory'
import type { ReportInput, ReportYear } from '#shared/accounting/report-input'
import { isExpired } from '#shared/accounting/report-plan'
import { inWords } from '#shared/accounting/report-words'
import { reportedFuelOf } from '#shared/accounting/reported-fuel'
import { standingFindings } from '#shared/accounting/standing'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'
import type { ApprovedBoundary } from '#shared/organization/boundary'
import { drawBoundary } from '#shared/organization/drawing'

import { computedOf } from './computed.ts'
import { ruleFiles } from './engine-library.ts'
import { explainedFindings } from './explained-findings.ts'
import { factorNamesOf, findingWords } from './finding-words.ts'
import { keep } from './kept-account.ts'
import { shownProduction } from './production.ts'
import { accountingSeals } from './seals.ts'
import { accountOfInventory } from './service.ts'
import { byWeight } from './show.ts'
import { standingOf } from './standing.ts'
import { uncertaintyToReport } from './uncertainty.ts'
import { viewsOfInventory } from './views.ts'

/** Gathers everything that the report of an inventory says, in one language. */
export function reportInput(
  context: Pick<ReadContext, 'db' | 'around' | 'now' | 'today'>,
  inventory: Inventory,
  language: Language,
): ReportInput {
  const { db, around } = context
  const organization = organizationOf(db)
  if (!organization) throw new Refusal('accounting.no-organization')
  const { guidelines, rounding } = ruleFiles(around)
  const guideline = guidelines.find(({ id }) => id === inventory.guideline)
  if (!guideline) throw new Refusal('accounting.unknown-guideline', { guideline: inventory.guideline })
  const words = inWords(language)
  const current = accountOfInventory(context, inventory)
  const computed = computedOf(context, inventory)
  const standing = standingOf(db, { ...current, year: inventory.year, today: context.today })
  const factorName = factorNamesOf(factorLibraryOf(db, around))
  const titleOf = (named: string) => guidelines.find(({ id }) => id === named)?.title
  const boundary = boundaryInForce(db, organization.id, `${inventory.year}-12-31`)
  return {
    language,
    organization,
    title: words('report.title', { year: inventory.year }),
    guideline,
    editions: (inventory.editions ?? []).map(({ from, guideline: later }) =>
      words('report.edition', { month: from, guideline: titleOf(later)?.[language] ?? later }),
    ),
    gwpSet: inventory.gwpSet,
    rounding: rounding.find(({ id }) => id === inventory.rounding)?.title[language] ?? inventory.rounding,
    boundary,
    facilities: current.document.facilities.map(({ name }) => name),
    drawing: boundary && drawingOf(db, boundary, organization.name, inventory.year, language),
    years: [2, 1, 0].map((back) => yearOf(context, inventory, inventory.year - back)),
    views: viewsOfInventory(computed),
    productions: shownProduction(context, computed),
    fuelOf: fuelIndex(db),
    plan: inventory.plan,
    isExpired: isExpired(inventory.plan, context.today),
    isFrozen: inventory.state !== 'working',
    version: inventory.version,
    hash: inventory.accountHash ?? sha256(canonical(keep(current.account))),
    madeOn: context.today,
    signatures: signaturesIn(context, inventory, words('report.someone-removed')),
    isSample: storeIdentity(db)?.isSample ?? false,
    isSinglePerson: isSinglePerson(db),
    explained: explainedFindings(context, inventory.year, language),
    standing,
    uncertainty: uncertaintyToReport(db, inventory, current.account),
    findings: byWeight([...current.findings, ...standingFindings(standing)]).map((finding) =>
      findingWords(finding, language, factorName, titleOf),
    ),
  }
}

function signaturesIn(
  context: Pick<ReadContext, 'db' | 'around' | 'today'>,
  { id }: Inventory,
  removed: string,
): ReportInput['signatures'] {
  return signatureStates(context, accountingSeals, `accounting/inventory/${id}`)
    .toReversed()
    .map(({ signerId, signedAt, standing: of }) => ({
      name: userById(context.db, signerId as UserId)?.name ?? removed,
      at: `${signedAt.slice(0, 19).replace('T', ' ')} UTC`,
      holds: of === 'valid',
    }))
}

/** Earlier years stand beside the reported one as they were frozen; a year without a frozen inventory stands empty. */
function yearOf(context: Pick<ReadContext, 'db' | 'around'>, inventory: Inventory, year: number): ReportYear {
  const { db } = context
  const chosen =
    year === inventory.year
      ? inventory
      : inventoriesOf(db).find(
          (each) =>
            each.year === year &&
            each.state === 'frozen' &&
            canonical(each.facilities) === canonical(inventory.facilities),
        )
  const known = chosen ? accountOfInventory(context, chosen) : null
  return {
    year,
    document: known?.document ?? null,
    account: known?.account ?? null,
    products: productsOf(db, year),
    outputValue: outputValuesOf(db).find((each) => each.year === year)?.value ?? null,
  }
}

function drawingOf(
  db: ReadDb,
  version: ApprovedBoundary,
  organization: string,
  year: number,
  language: Language,
): ReportInput['drawing'] {
  const nodes = nodesOf(db, `${year}-12-31`)
  const sources = openSourcesOf(
    db,
    nodes.map(({ id }) => id),
  )
  const svg = drawBoundary({
    organization,
    nodes,
    version,
    sources,
    products: productsOf(db, year),
    language,
  })
  const [, width, height] = /viewBox="0 0 (\d+)[\d.]* (\d+)/.exec(svg) ?? []
  return { svg, width: Number(width ?? 800), height: Number(height ?? 600) }
}

function fuelIndex(db: ReadDb): ReportInput['fuelOf'] {
  const parameters = Map.groupBy(allParameters(db), ({ source }) => source)
  const fuels = new Map<string, ReturnType<typeof reportedFuelOf>>(
    allSources(db).map((source) => [source.id, reportedFuelOf(source, parameters.get(source.id) ?? [])]),
  )
  return (source) => fuels.get(source) ?? null
}

/** One user account that may both enter and approve: there is no separation of duties, and the report says so. */
function isSinglePerson(db: ReadDb): boolean {
  const [row] = db.ask<{ users: number }>(
    'SELECT count(*) AS users FROM access_users WHERE disabled_at IS NULL',
  )
  return (row?.users ?? 0) === 1
}
