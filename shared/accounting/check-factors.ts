import type { Finding } from '#shared/kernel/finding'

import type { InventoryDocument, UsedFactor } from './document.ts'
import type { Parameter } from './parameter.ts'
import { parametersOf, type Source } from './source.ts'

interface Use {
  readonly source: Source
  readonly path: string
  readonly factor: UsedFactor
}

/** What is to be said of the factors that an inventory uses: their trust, their year, their purpose, their place. */
export function checkFactors(document: InventoryDocument): Finding[] {
  const uses = usesOf(document)
  const used = [...new Set(uses.map(({ factor }) => factor))]
  return [
    ...used.flatMap(trust),
    ...uses.flatMap((use) => [...wrongYear(use, document), ...wrongPurpose(use)]),
    ...document.sources.flatMap((source) => [
      ...defaultsBesideMeasurements(source),
      ...defaultsForCoal(source),
    ]),
  ]
}

function usesOf({ sources, factors }: InventoryDocument): Use[] {
  const byId = new Map(factors.map((factor) => [factor.id, factor]))
  return sources.flatMap((source) =>
    parametersOf(source).flatMap(({ path, parameter }) =>
      factorsOf(parameter).flatMap((id) => {
        const factor = byId.get(id)
        return factor ? [{ source, path, factor }] : []
      }),
    ),
  )
}
function factorsOf({ factor, laterFactors = [], months = {} }: Parameter): string[] {
  const byMonth = Object.values(months).flatMap((given) => ('factor' in given ? [given.factor] : []))
  const inTurn = laterFactors.map((later) => later.factor)
  return [...new Set([...(factor === undefined ? [] : [factor]), ...inTurn, ...byMonth])]
}

/** A value from memory or from a copy must be compared with the official text before it is reported. */
function trust({ id, edition, source, verification }: UsedFactor): Finding[] {
  if (verification === 'verified' || verification === 'computed') return []
  const recalled = verification === 'recalled'
  return [
    {
      severity: recalled ? 'explain' : 'note',
      code: recalled ? 'accounting.factor-recalled' : 'accounting.factor-secondary-copy',
      where: `factors/${id}`,
      facts: { factor: id, edition, source },
    },
  ]
}

/** The factor of the grid belongs to one year of data; a later factor of the same grid may exist. */
function wrongYear({ source, factor }: Use, { period }: InventoryDocument): Finding[] {
  if (!isGridFactor(factor) || factor.year === null) return []
  const years = [period.from.slice(0, 4), period.to.slice(0, 4)]
  if (years.includes(factor.year)) return []
  const facts = { source: source.name, factor: factor.id, factorYear: factor.year, year: years[0] ?? '' }
  return [{ severity: 'explain', code: 'accounting.grid-factor-year', where: source.id, facts }]
}

/** A margin of the grid is made for reduction projects, a footprint factor for products: neither reports a plant. */
function wrongPurpose({ source, factor }: Use): Finding[] {
  if (factor.purpose !== 'baseline-om' && factor.purpose !== 'footprint') return []
  const facts = { source: source.name, factor: factor.id, purpose: factor.purpose }
  return [{ severity: 'explain', code: 'accounting.factor-purpose', where: source.id, facts }]
}
function isGridFactor({ unit }: UsedFactor): boolean {
  return unit.endsWith('/MWh') || unit.endsWith('/kWh')
}

/** A parameter that is measured in some months and taken from a default in others could have been measured in all. */
function defaultsBesideMeasurements(source: Source): Finding[] {
  return parametersOf(source).flatMap(({ path, parameter }): Finding[] => {
    const given = Object.entries(parameter.months ?? {})
    const measured = given.filter(([, value]) => !('factor' in value)).map(([month]) => month)
    const byDefault = given.filter(([, value]) => 'factor' in value).map(([month]) => month)
    const fallsBack = parameter.factor !== undefined || byDefault.length > 0
    if (measured.length === 0 || !fallsBack) return []
    const facts = { source: source.name, parameter: path, measured: measured.length }
    return [
      {
        severity: 'explain',
        code: 'accounting.default-beside-measurement',
        where: `${source.id}/${path}`,
        facts,
      },
    ]
  })
}

/** Carbon and heat of coal differ from mine to mine, and guidelines set their defaults high on purpose. */
function defaultsForCoal(source: Source): Finding[] {
  if (!('fuelClass' in source) || source.fuelClass !== 'coal') return []
  return parametersOf(source).flatMap(({ path, parameter }): Finding[] => {
    const own = Object.values(parameter.months ?? {}).some((given) => !('factor' in given))
    const property = path === 'carbon' || path === 'carbonContent' || path === 'calorificValue'
    if (!property || own || factorsOf(parameter).length === 0) return []
    const facts = { source: source.name, parameter: path }
    return [{ severity: 'note', code: 'accounting.default-for-coal', where: `${source.id}/${path}`, facts }]
  })
}
