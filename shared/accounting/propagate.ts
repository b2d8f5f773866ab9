import type { Figure } from '#shared/kernel/figure'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'

import type { Account, SourceAccount, Total } from './account.ts'
import { evaluate, uncertainFunction, type UncertainFunction } from './uncertain-function.ts'
import {
  type Contribution,
  type Propagated,
  type StatedUncertainty,
  uncertaintyOf,
} from './uncertainty-model.ts'
import { halfWidth, rootOfSquares } from './uncertainty.ts'

/** One input that varies on its own scale: all year, or in one month. */
export interface Variable {
  readonly name: string
  readonly stated: StatedUncertainty
  /** Variables of one stream deviate together. */
  readonly stream: string
}

/** The known total and the sources of an account as functions of the inputs whose uncertainty is stated. */
export interface UncertainAccount {
  readonly of: UncertainFunction
  readonly variables: ReadonlyMap<string, Variable>
}

/**
 * What an uncertainty could be stated of a leaf; null for what the formula or the rules fix. Weights of a mean are
 * left out: what scales all of them alike leaves the mean as it is. So are global warming potentials, which are
 * conventions.
 */
export function subjectOf({ code, origin }: Figure): string | null {
  if (origin === null || code === 'accounting.weight' || code === 'accounting.gwp') return null
  return origin.kind === 'readings' ? `parameter/${origin.parameter}` : `factor/${origin.urn}#${origin.ref}`
}

export function uncertainAccount(account: Account, stated: readonly StatedUncertainty[]): UncertainAccount {
  const bySubject = new Map(stated.map((each) => [each.subject, each]))
  const variables = new Map<string, Variable>()
  const variableOf = (leaf: Figure) => {
    const own = bySubject.get(subjectOf(leaf) ?? '')
    if (!own) return null
    const when = own.months === 'own' && leaf.origin?.kind === 'readings' ? ` ${leaf.origin.month}` : ''
    const name = `${own.subject}${when}`
    variables.set(name, { name, stated: own, stream: `${own.shared ?? own.subject}${when}` })
    return name
  }
  const of = uncertainFunction(
    [
      { key: 'total', figure: knownOf(account.total) },
      ...account.bySource.map(({ source, total }) => ({ key: source.id, figure: knownOf(total) })),
    ],
    variableOf,
  )
  return { of, variables }
}
function knownOf(total: Total): Figure<'tCO2e'> {
  return total.state === 'complete' ? total.figure : total.known
}

/**
 * First order, the IPCC analytical approach (F-5): U² = Σ (∂E/∂xᵢ · uᵢ)² over independent inputs; inputs that deviate
 * together are added before they are squared. Slopes are central differences of the exact function.
 *
 * @param coverage how many standard deviations the half-widths stand for.
 */
export function propagate(
  account: Account,
  stated: readonly StatedUncertainty[],
  coverage: DecimalText,
): Propagated {
  const uncertain = uncertainAccount(account, stated)
  const [total = new Map<string, Decimal>(), ...sources] = widthsOf(uncertain, new Decimal(coverage))
  const subjects = new Set(stated.map(({ subject }) => subject))
  const value = knownOf(account.total).value
  return {
    total: { ...ofOutput(value, total, uncertain), covered: coveredShare(account.bySource, subjects) },
    sources: account.bySource.map((own, at) => ({
      source: own.source.id,
      name: own.source.name,
      ...ofOutput(knownOf(own.total).value, sources[at] ?? new Map(), uncertain),
      covered: coveredShare([own], subjects),
    })),
    contributions: contributionsTo(value, total, uncertain),
  }
}

type Widths = ReadonlyMap<string, Decimal>

const step = 1e-5
/** For each output, by variable, what its half-width moves the output by, with sign. */
function widthsOf({ of, variables }: UncertainAccount, coverage: Decimal): Widths[] {
  const order = [...variables.values()]
  const position = new Map(order.map(({ name }, at) => [name, at]))
  const outputs = evaluate(of, 2 * order.length, (variable, into) => {
    const at = position.get(variable) ?? 0
    into.fill(1)
    into[2 * at] = 1 + step
    into[2 * at + 1] = 1 - step
  })
  return outputs.map(
    (values) =>
      new Map(
        order.map(({ name, stated }, at) => {
          const slope = new Decimal(((values[2 * at] ?? 0) - (values[2 * at + 1] ?? 0)) / (2 * step))
          const width = halfWidth({ value: slope, uncertainty: uncertaintyOf(stated) }, coverage)
          return [name, slope.isNegative() ? width.negated() : width]
        }),
      ),
  )
}

/** Variables that deviate together, added with their signs. */
function byStream(widths: Widths, { variables }: UncertainAccount): Map<string, Decimal> {
  const streams = new Map<string, Decimal>()
  for (const { name, stream } of variables.values())
    streams.set(stream, (streams.get(stream) ?? new Decimal(0)).plus(widths.get(name) ?? 0))
  return streams
}

function ofOutput(value: Decimal, widths: Widths, uncertain: UncertainAccount) {
  return {
    value: value.toFixed(),
    ...shownWidth(rootOfSquares([...byStream(widths, uncertain).values()]), value),
  }
}
function shownWidth(width: Decimal, value: Decimal) {
  return {
    halfWidth: short(width),
    percent: value.isZero() ? null : short(width.div(value.abs()).times(100)),
  }
}

/** What each input adds to the total, the largest first, and what halving it would leave. */
function contributionsTo(value: Decimal, widths: Widths, uncertain: UncertainAccount): Contribution[] {
  const streams = byStream(widths, uncertain)
  const all = rootOfSquares([...streams.values()])
  const variables = [...uncertain.variables.values()]
  return [...Map.groupBy(variables, ({ stated }) => stated.shared ?? stated.subject)]
    .map(([key, members]) => {
      const own = new Set(members.map(({ stream }) => stream))
      const width = rootOfSquares([...own].map((stream) => streams.get(stream) ?? new Decimal(0)))
      const left = all.pow(2).minus(width.pow(2).times(0.75))
      return {
        key,
        width,
        subjects: [...new Set(members.map(({ stated }) => stated.subject))],
        halved: shownWidth(Decimal.max(left, 0).sqrt(), value),
      }
    })
    .toSorted((a, b) => b.width.comparedTo(a.width))
    .map(({ width, ...rest }) => ({
      ...rest,
      halfWidth: short(width),
      share: all.isZero() ? null : short(width.div(all).pow(2).times(100)),
    }))
}

/** Per cent of the emission whose lines rest on inputs that all have an uncertainty. */
function coveredShare(sources: readonly SourceAccount[], stated: ReadonlySet<string>): DecimalText | null {
  const lines = sources.flatMap(({ months }) =>
    months.flatMap((month) => (month.state === 'complete' ? [month.emission] : [])),
  )
  const sum = (those: readonly Figure[]) =>
    those.reduce((size, { value }) => size.plus(value.abs()), new Decimal(0))
  const all = sum(lines)
  if (all.isZero()) return null
  const covered = lines.filter((line) => [...subjectsIn(line)].every((subject) => stated.has(subject)))
  // Downwards: what is not wholly covered must not read as 100.
  return sum(covered).div(all).times(100).toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed()
}

/** Everything below a figure of which an uncertainty could be stated. */
export function subjectsIn(figure: Figure): ReadonlySet<string> {
  const own = figure.operands.length === 0 ? subjectOf(figure) : null
  return new Set([
    ...(own === null ? [] : [own]),
    ...figure.operands.flatMap((operand) => [...subjectsIn(operand)]),
  ])
}

/** More digits than an uncertainty has. */
export function short(value: Decimal): DecimalText {
  return value.isZero() ? '0' : value.toSignificantDigits(10).toFixed()
}
