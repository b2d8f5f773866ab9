import type { Figure } from '#shared/kernel/figure'
import { converted } from '#shared/kernel/figure-algebra'
import type { Finding } from '#shared/kernel/finding'
import { Decimal } from '#shared/kernel/quantity'
import { isConvertible, type Measure } from '#shared/kernel/units'

import type { Account, MonthAccount, SourceAccount } from './account.ts'

/** Where numbers of a plant usually lie; outside it is a question, not an error. Proposals of ours. */
interface Band {
  readonly code: string
  readonly unit: Measure
  readonly from: string
  readonly to: string
  readonly fuels: readonly string[]
}
const bands: readonly Band[] = [
  { code: 'accounting.carbon-received', unit: 'tC/t', from: '0.2', to: '0.8', fuels: ['coal'] },
  { code: 'accounting.element-carbon', unit: 'tC/t', from: '0.2', to: '0.9', fuels: ['coal'] },
  { code: 'accounting.carbon-content', unit: 'tC/GJ', from: '0.022', to: '0.031', fuels: ['coal'] },
  { code: 'accounting.carbon-content', unit: 'tC/GJ', from: '0.017', to: '0.024', fuels: ['oil'] },
  { code: 'accounting.calorific-value', unit: 'GJ/t', from: '5', to: '35', fuels: ['coal'] },
  { code: 'accounting.calorific-value', unit: 'GJ/t', from: '35', to: '55', fuels: ['oil'] },
  { code: 'accounting.calorific-value', unit: 'GJ/10^4 Nm3', from: '20', to: '450', fuels: ['gas'] },
]

/** Numbers that can be true but seldom are: outside the usual band, moved by a factor of a thousand, jumped. */
export function checkPlausible({ bySource, apart }: Account): Finding[] {
  const all = [...bySource, ...apart.flatMap(({ sources }) => sources)]
  return all.flatMap((source) => [
    ...source.months.flatMap((month) => (month.state === 'complete' ? outsideBands(source, month) : [])),
    ...jumps(source),
  ])
}

type Complete = Extract<MonthAccount, { readonly state: 'complete' }>

function outsideBands({ source }: SourceAccount, month: Complete): Finding[] {
  if (!('fuelClass' in source)) return []
  const named = [...figuresIn(month.emission), ...month.beside]
  const ours = bands.filter(({ fuels }) => fuels.includes(source.fuelClass))
  const findings = ours.flatMap((band) =>
    named
      .filter(
        ({ code, unit, operands }) =>
          code === band.code && isRoot(code, operands) && partsMatch(unit, band.unit),
      )
      .flatMap((figure) => outside(figure, band, source.name, `${source.id}/${month.month}`)),
  )
  return [
    ...new Map(
      findings.map((finding) => [finding.code + finding.where + finding.facts['of'], finding]),
    ).values(),
    ...moisture(named, source.name, `${source.id}/${month.month}`),
  ]
}
/** A conversion repeats the name of what it converts; the figure itself is enough. */
function isRoot(code: string, operands: readonly Figure[]): boolean {
  return !operands.some((operand) => operand.code === code)
}
function partsMatch(unit: Measure, band: Measure): boolean {
  return isConvertible(unit, band)
}

function outside(figure: Figure, band: Band, source: string, where: string): Finding[] {
  const value = converted(figure, band.unit).value
  if (value.gte(band.from) && value.lte(band.to)) return []
  const scale = scaledInto(value, band)
  const facts = {
    source,
    of: figure.code,
    value: value.toFixed(),
    unit: band.unit,
    from: band.from,
    to: band.to,
  }
  return scale
    ? [{ severity: 'explain', code: 'accounting.unit-1000', where, facts: { ...facts, scale } }]
    : [{ severity: 'explain', code: 'accounting.outside-band', where, facts }]
}
/** By what the number would have to be multiplied to be usual: a thousand either way is a wrong unit. */
function scaledInto(value: Decimal, band: Band): string | null {
  const within = (number: Decimal) => number.gte(band.from) && number.lte(band.to)
  if (within(value.div(1000))) return '1000'
  return within(value.times(1000)) ? '0.001' : null
}

/** An air-dry sample holds less water than the coal as received, so it must hold more carbon. */
function moisture(figures: readonly Figure[], source: string, where: string): Finding[] {
  const value = (code: string) => figures.find((figure) => figure.code === code)?.value
  const [received, airDry] = [value('accounting.moisture-received'), value('accounting.moisture-air-dry')]
  if (!received || !airDry || received.gte(airDry)) return []
  const facts = { source, received: received.toFixed(), airDry: airDry.toFixed() }
  return [{ severity: 'explain', code: 'accounting.moisture-order', where, facts }]
}

const jumpFactor = new Decimal(2)
const unitFactor = new Decimal(500)

/** A month more than twice, or less than half, the middle of the year is usually a slipped point or a wrong unit. */
function jumps({ source, months }: SourceAccount): Finding[] {
  const values = months.flatMap((month) =>
    month.state === 'complete' && month.emission.value.gt(0)
      ? [{ month: month.month, value: month.emission.value }]
      : [],
  )
  if (values.length < 3) return []
  const sorted = values.map(({ value }) => value).toSorted((a, b) => a.comparedTo(b))
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) return []
  return values.flatMap(({ month, value }): Finding[] => {
    const times = value.gt(middle) ? value.div(middle) : middle.div(value)
    if (times.lte(jumpFactor)) return []
    const facts = { source: source.name, month, times: times.toDecimalPlaces(1).toFixed() }
    const code = times.gte(unitFactor) ? 'accounting.month-1000' : 'accounting.month-jump'
    return [{ severity: 'explain', code, where: `${source.id}/${month}`, facts }]
  })
}

function figuresIn(figure: Figure): Figure[] {
  return [figure, ...figure.operands.flatMap(figuresIn)]
}
