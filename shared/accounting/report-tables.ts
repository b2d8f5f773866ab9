import { Decimal } from '#shared/kernel/quantity'
import type { Sheet, SheetCell } from '#shared/kernel/sheet'
import { symbolOf } from '#shared/kernel/units'
import { reportedFuels } from '#shared/monitoring/fuels'

import type { Account, SourceAccount } from './account.ts'
import type { ReportInput, ReportYear } from './report-input.ts'
import { factorRange, fuelCodes, ofCategory, originsOf, sourcesBurning, sumAmounts } from './report-rows.ts'
import type { ReportCode } from './report-texts.ts'
import { asEntered, inWords, organizationIn, printed, printedTotal, type Words } from './report-words.ts'

/** Tables E.1 to E.6 of annex E, in their order and with their heads, three years side by side. */
export function tablesE(input: ReportInput): Sheet[] {
  const words = inWords(input.language)
  return [tableE1, tableE2, tableE3, tableE4, tableE5, tableE6].map((table) => ({
    ...table(input, words),
    lines: [
      words('report.line-organization', { name: organizationIn(input.language, input.organization) }),
      ...(input.isSample ? [words('report.sample')] : []),
    ],
  }))
}

type Table = Omit<Sheet, 'lines'>

function yearColumns(input: ReportInput, words: Words, first: readonly { title: string; width: number }[]) {
  return [...first, ...input.years.map(({ year }) => ({ title: words('report.year', { year }), width: 18 }))]
}

/** E.1: intensity by output value where it is known, else by the first product; and the total. */
function tableE1(input: ReportInput, words: Words): Table {
  const byValue = input.years.at(-1)?.outputValue !== null
  const product = input.years.at(-1)?.products[0]
  const unit = byValue
    ? words('report.per-output-value')
    : words('report.per-product', {
        product: product?.name ?? '',
        unit: product ? symbolOf(product.unit) : '',
      })
  return {
    name: words('report.e1-name'),
    title: words('report.e1-title'),
    columns: yearColumns(input, words, [
      { title: words('report.item'), width: 34 },
      { title: words('report.unit'), width: 20 },
    ]),
    rows: [
      [
        words('report.intensity'),
        unit,
        ...input.years.map((year) => intensity(year, byValue, product?.name, words)),
      ],
      [
        words('report.total'),
        'tCO₂e',
        ...input.years.map(({ account }) => printedTotal(account?.total, words)),
      ],
    ],
    notes: [words(byValue || product ? 'report.e1-note' : 'report.e1-no-output')],
    landscape: false,
  }
}

function intensity(
  { account, outputValue, products }: ReportYear,
  byValue: boolean,
  name: string | undefined,
  words: Words,
): SheetCell {
  const output = byValue ? outputValue : (products.find((product) => product.name === name)?.output ?? null)
  if (!account || account.total.state === 'incomplete' || output === null) return words('report.none')
  const amount = new Decimal(output)
  return amount.isZero() ? words('report.none') : printed(account.total.figure.value.div(amount), 4)
}

/** E.2: the kinds of activity data, amount by year. */
function tableE2(input: ReportInput, words: Words): Table {
  const rows = reportedFuels
    .filter((fuel) => input.years.some((year) => sourcesBurning(fuel, input, year.account).length > 0))
    .map((fuel) =>
      amountRow(
        words(fuelCodes[fuel]),
        input,
        words,
        (account) => sourcesBurning(fuel, input, account),
        'accounting.fuel',
      ),
    )
  const other = [
    amountRow(
      words('report.agent'),
      input,
      words,
      (account) => ofCategory(account, 'desulfurization'),
      'accounting.agent',
    ),
    amountRow(
      words('report.electricity'),
      input,
      words,
      (account) => ofCategory(account, 'electricity'),
      'accounting.net-purchase',
    ),
  ]
  return {
    name: words('report.e2-name'),
    title: words('report.e2-title'),
    columns: yearColumns(input, words, [
      { title: words('report.kind'), width: 34 },
      { title: words('report.unit'), width: 14 },
    ]),
    rows: [[words('report.combustion'), null, ...input.years.map(() => null)], ...rows, ...other],
    notes: [],
    landscape: false,
  }
}

function amountRow(
  name: string,
  input: ReportInput,
  words: Words,
  pick: (account: Account | null) => readonly SourceAccount[],
  code: string,
): SheetCell[] {
  const amounts = input.years.map(({ account }) => sumAmounts(pick(account), code))
  const unit = amounts.find((amount) => amount !== null)?.unit
  return [
    name,
    unit ? symbolOf(unit) : '',
    ...amounts.map((amount) => (amount === null ? words('report.none') : asEntered(amount.value))),
  ]
}

interface OriginTable {
  readonly code: 'e3' | 'e5'
  /** Heads of the two columns of sources, and the figures whose origins stand in them for fuels. */
  readonly heads: readonly [ReportCode, ReportCode]
  readonly fuel: readonly [readonly string[], readonly string[]]
  readonly agent: readonly string[]
  readonly electricity: readonly string[]
}

/** E.3: where the activity data come from. */
function tableE3(input: ReportInput, words: Words): Table {
  return originTable(input, words, {
    code: 'e3',
    heads: ['report.source-of-consumption', 'report.source-of-ncv'],
    fuel: [['accounting.fuel'], ['accounting.calorific-value']],
    agent: ['accounting.agent'],
    electricity: ['accounting.electricity-bought'],
  })
}

/** E.5: where factors and coefficients come from. */
function tableE5(input: ReportInput, words: Words): Table {
  return originTable(input, words, {
    code: 'e5',
    heads: ['report.source-of-carbon', 'report.source-of-oxidation'],
    fuel: [['accounting.carbon-content', 'accounting.element-carbon'], ['accounting.oxidation']],
    agent: ['accounting.carbonate-factor'],
    electricity: ['accounting.electricity-factor'],
  })
}

/** The ten fuels, the agent and electricity in the rows of the annex, each with the origins of its figures. */
function originTable(input: ReportInput, words: Words, table: OriginTable): Table {
  const { account = null } = input.years.at(-1) ?? {}
  const row = (
    kind: ReportCode,
    variety: ReportCode,
    sources: readonly SourceAccount[],
    codes: readonly (readonly string[])[],
  ): SheetCell[] => [words(kind), words(variety), ...codes.map((each) => originsOf(sources, each, words))]
  const agents = ofCategory(account, 'desulfurization')
  const electricity = ofCategory(account, 'electricity')
  return {
    name: words(`report.${table.code}-name`),
    title: words(`report.${table.code}-title`),
    columns: [
      { title: words('report.kind'), width: 22 },
      { title: words('report.variety'), width: 20 },
      ...table.heads.map((head) => ({ title: words(head), width: 42 })),
    ],
    rows: [
      ...reportedFuels.map((fuel) =>
        row('report.combustion', fuelCodes[fuel], sourcesBurning(fuel, input, account), table.fuel),
      ),
      row('report.desulfurization', 'report.agent', agents, [table.agent, []]),
      row('report.electricity', 'report.electricity', electricity, [table.electricity, []]),
    ],
    notes: [words('report.e3-note')],
    landscape: true,
  }
}

/** E.4: the kinds of factors and coefficients, by year. */
function tableE4(input: ReportInput, words: Words): Table {
  const rows = reportedFuels.flatMap((fuel) => {
    const pick = (account: Account | null) => sourcesBurning(fuel, input, account)
    if (!input.years.some(({ account }) => pick(account).length > 0)) return []
    return factorParts.map(([code, name]) =>
      factorRow(
        words('report.of-fuel', { fuel: words(fuelCodes[fuel]), what: words(name) }),
        input,
        words,
        pick,
        code,
      ),
    )
  })
  return {
    name: words('report.e4-name'),
    title: words('report.e4-title'),
    columns: yearColumns(input, words, [
      { title: words('report.kind'), width: 40 },
      { title: words('report.unit'), width: 16 },
    ]),
    rows: [
      [words('report.combustion'), null, ...input.years.map(() => null)],
      ...rows.filter((row) => row.slice(2).some((cell) => cell !== words('report.none'))),
      factorRow(
        words('report.desulfurization-factor'),
        input,
        words,
        (account) => ofCategory(account, 'desulfurization'),
        'accounting.carbonate-factor',
      ),
      factorRow(
        words('report.electricity-factor'),
        input,
        words,
        (account) => ofCategory(account, 'electricity'),
        'accounting.electricity-factor',
      ),
    ],
    notes: [words('report.e4-note')],
    landscape: false,
  }
}
const factorParts = [
  ['accounting.calorific-value', 'report.ncv'],
  ['accounting.carbon-content', 'report.carbon-content'],
  ['accounting.carbon-received', 'report.carbon-received'],
  ['accounting.oxidation', 'report.oxidation'],
] as const satisfies readonly (readonly [string, ReportCode])[]

function factorRow(
  name: string,
  input: ReportInput,
  words: Words,
  pick: (account: Account | null) => readonly SourceAccount[],
  code: string,
): SheetCell[] {
  const values = input.years.map(({ account }) => factorRange(pick(account), code))
  const unit = values.find((value) => value !== null)?.unit
  return [name, unit ?? '', ...values.map((value) => value?.cell ?? words('report.none'))]
}

/** E.6: main products, one block for each year. */
function tableE6(input: ReportInput, words: Words): Table {
  const rows = input.years
    .toReversed()
    .flatMap(({ year, products }): SheetCell[][] => [
      [words('report.year', { year }), null, null, null, null, null],
      ...(products.length === 0 ? [[null, words('report.no-products'), null, null, null, null]] : []),
      ...products.map((product, index): SheetCell[] => [
        String(index + 1),
        product.name,
        symbolOf(product.unit),
        product.output === null ? words('report.none') : asEntered(new Decimal(product.output)),
        product.designCapacity === null
          ? words('report.none')
          : asEntered(new Decimal(product.designCapacity)),
        product.note ?? '',
      ]),
    ])
  return {
    name: words('report.e6-name'),
    title: words('report.e6-title'),
    columns: [
      { title: words('report.number'), width: 10 },
      { title: words('report.product'), width: 28 },
      { title: words('report.unit'), width: 12 },
      { title: words('report.output'), width: 20 },
      { title: words('report.design-capacity'), width: 20 },
      { title: words('report.remark'), width: 28 },
    ],
    rows,
    notes: [],
    landscape: false,
  }
}
