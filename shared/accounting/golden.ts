import { z } from 'zod'

import type { Account } from '#shared/accounting/account'
import { changeOf } from '#shared/accounting/change'
import { figureAt } from '#shared/accounting/check-published'
import type { InventoryDocument } from '#shared/accounting/document'
import { account } from '#shared/accounting/engine'
import type { Library } from '#shared/accounting/library'
import type { Figure } from '#shared/kernel/figure'
import { roundBy } from '#shared/kernel/figure-algebra'
import { conversion, decimalText, measure } from '#shared/kernel/quantity'
import { replay } from '#shared/kernel/replay'
import { isConvertible } from '#shared/kernel/units'

const inventory = z.strictObject({
  /** File of the inventory document, which `tanbu calculate` takes as it is. */
  document: z.string(),
  /** Figures by their place in the account, to the last digit that was published. */
  expected: z.array(z.strictObject({ of: z.string(), value: decimalText, unit: measure })),
  /** Codes of findings that the case must give. */
  findings: z.array(z.string()).optional(),
  /** Figures shown beside lines. */
  beside: z.array(z.strictObject({ code: z.string(), value: decimalText, unit: measure })).optional(),
})
type Expected = Readonly<z.output<typeof inventory>>

/** A published case: inventory documents and what must come out of them. */
export const goldenCase = z.strictObject({
  name: z.string(),
  source: z.string(),
  note: z.string().optional(),
  inventories: z.array(inventory),
  /** Changes of a figure from the first document to the second, in percent. */
  changes: z.array(z.strictObject({ of: z.string(), percent: decimalText })).optional(),
})
export type GoldenCase = Readonly<z.output<typeof goldenCase>>

/** One figure of a published case, as it was published and as this program computes it now. */
export interface ProvenFigure {
  readonly document: string
  readonly of: string
  readonly unit: string
  readonly published: string
  /** Printed to as many digits as were published; null where nothing comes out. */
  readonly computed: string | null
}

/**
 * Computes a published case anew: every expected figure, what stands beside the lines, the findings, the changes between
 * its documents, and every tree once more in exact fractions.
 *
 * @returns each comparison; those where `published` and `computed` differ are what does not agree.
 */
export function proveCase(
  { inventories, changes = [] }: GoldenCase,
  documentOf: (file: string) => InventoryDocument,
  library: Library,
): ProvenFigure[] {
  const computed = inventories.map((expected) => ({
    expected,
    account: account(documentOf(expected.document), library),
  }))
  const [before, after] = computed
  return [
    ...computed.flatMap((one) => proveAccount(one.expected, one.account)),
    ...changes.map(({ of, percent }) => {
      const [from, to] = [before && figureOf(of, before.account), after && figureOf(of, after.account)]
      const change = from && to ? changeOf(from, to) : null
      const document = after?.expected.document ?? ''
      return {
        document,
        of,
        unit: '%',
        published: percent,
        computed: change ? printed(change, '%', percent) : null,
      }
    }),
  ]
}

function proveAccount(
  { document, expected, findings = [], beside = [] }: Expected,
  computed: Account,
): ProvenFigure[] {
  const shown = computed.bySource.flatMap(({ months }) =>
    months.flatMap((month) => (month.state === 'complete' ? month.beside : [])),
  )
  const compare = (of: string, unit: string, published: string, figure: Figure | null | undefined) => ({
    document,
    of,
    unit,
    published,
    computed: figure ? printed(figure, unit, published) : null,
  })
  const { total } = computed
  const faults = replay(total.state === 'complete' ? total.figure : total.known)
  const codes = new Set(computed.findings.map(({ code }) => code))
  return [
    ...expected.map(({ of, value, unit }) => compare(of, unit, value, figureOf(of, computed))),
    ...beside.map(({ code, value, unit }) =>
      compare(
        code,
        unit,
        value,
        shown.find((one) => one.code === code && one.unit === unit),
      ),
    ),
    ...findings.map((code) => ({
      document,
      of: code,
      unit: '',
      published: code,
      computed: codes.has(code) ? code : null,
    })),
    // Each figure of the tree must come out the same when it is worked out again in exact fractions.
    { document, of: 'replay', unit: '', published: '0', computed: String(faults.length) },
  ]
}

/** The figure at a place of an account; `apart/<why>` for what is kept out of the total. */
function figureOf(of: string, computed: Account): Figure | null {
  const apart = computed.apart.find(({ why }) => of === `apart/${why}`)
  if (apart?.total.state === 'complete') return apart.total.figure
  return figureAt(of, computed) ?? null
}
function printed(figure: Figure, unit: string, like: string): string {
  const decimals = like.split('.')[1]?.length ?? 0
  const to = measure.parse(unit)
  const from = isConvertible(figure.unit, to) ? figure.unit : 'tCO2'
  return roundBy(conversion(from, to).times(figure.value), { decimals, mode: 'half-up' }).toFixed(decimals)
}
