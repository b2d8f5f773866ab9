import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { inventoryDocument } from '#shared/accounting/document'
import { newInventory } from '#shared/accounting/inventory'
import { endOf, firstDay, monthsOf } from '#shared/kernel/period'
import { Decimal, decimalText } from '#shared/kernel/quantity'
import { formulas } from '#shared/monitoring/formulas/all'
import { calculation } from '#shared/monitoring/methods'
import { sourcesFrom, template } from '#shared/monitoring/templates'
import type { NodeId } from '#shared/organization/model'
import { type Api, startBackend } from '#test/support/backend'

/** The same number every month, one for each month, or one for the whole year. */
const readings = z.union([
  decimalText,
  z.array(decimalText).length(12),
  z.strictObject({ year: decimalText }),
])
/** A plant of the sector in its first year: what it reads, and what must come out, worked by hand in `worked`. */
const sample = z.strictObject({
  year: z.int(),
  guideline: z.string(),
  /** By the code of the source and the path of the role. */
  readings: z.record(z.string(), z.record(z.string(), readings)),
  /** Tonnes of CO₂e, to the decimals written. */
  expected: z.strictObject({
    total: decimalText,
    sources: z.record(z.string(), decimalText),
    /** Sources that the guideline counts beside the total. */
    apart: z.record(z.string(), decimalText).optional(),
  }),
  /** The arithmetic in long form. */
  worked: z.array(z.string()).min(1),
})

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const samples = readdirSync('test/sectors')
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))

it('every sector template has a sample year', () => {
  const templates = readdirSync('resources/monitoring/sectors').map((file) => file.replace('.json', ''))
  expect(samples.toSorted()).toEqual(templates.toSorted())
})

it('every formula is worked by hand: in the year of a sector, or in an inventory document of its own', () => {
  const inSectors = samples.flatMap((sector) =>
    template
      .parse(json(`resources/monitoring/sectors/${sector}.json`))
      .sources.flatMap(({ calculation }) => (calculation.method === 'formula' ? [calculation.formula] : [])),
  )
  const { sources } = inventoryDocument.parse(json('resources/accounting/golden/formula-of-documents.json'))
  const inDocument = sources.flatMap((source) => (source.method === 'formula' ? [source.formula] : []))
  const worked = new Set([...inSectors, ...inDocument])
  expect(formulas.map(({ id }) => id).filter((id) => !worked.has(id))).toEqual([])
})

it('every method of calculation is worked in the year of a sector, or in a published case', () => {
  const inSectors = samples.flatMap((sector) =>
    template
      .parse(json(`resources/monitoring/sectors/${sector}.json`))
      .sources.map((source) => source.calculation.method),
  )
  const golden = 'resources/accounting/golden'
  const inCases = readdirSync(golden)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => inventoryDocument.parse(json(`${golden}/${file}`)).sources.map(({ method }) => method))
  const worked = new Set<string>([...inSectors, ...inCases])
  const every = calculation.options.map(({ shape }) => shape.method.value)
  expect(every.filter((method) => !worked.has(method))).toEqual([])
})

it.each(['zh', 'en'] as const)('every template speaks %s, down to the flows of a balance', (language) => {
  for (const sector of samples) {
    const shipped = template.parse(json(`resources/monitoring/sectors/${sector}.json`))
    const place = { node: 'node' as NodeId, validFrom: '2025-01-01' }
    for (const { source, parameters } of sourcesFrom(shipped, place, language)) {
      const { name, methodReason, calculation } = source
      const flows =
        calculation.method === 'mass-balance' ? [...calculation.inputs, ...calculation.outputs] : []
      const said = [name, methodReason ?? '', ...parameters.map((each) => each.name), ...flows]
      if (language === 'en') expect(said.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
      if (language === 'zh')
        expect(said.filter((text) => !/\p{Script=Han}|^[A-Z0-9 -]+$/u.test(text))).toEqual([])
    }
  }
})

describe.each(samples)('%s', (sector) => {
  const wanted = sample.parse(json(`test/sectors/${sector}.json`))
  const shipped = template.parse(json(`resources/monitoring/sectors/${sector}.json`))

  it('makes a complete first-year inventory from its template and its readings', async () => {
    const { api, close } = await startBackend()
    try {
      const codes = await plantOf(api, shipped.id, wanted)
      const inventory = await api.accounting.create({
        title: shipped.title.zh,
        year: wanted.year,
        facilities: null,
        guideline: wanted.guideline,
        rounding: 'none',
        gwpSet: await gwpSetOf(api, wanted.guideline),
        view: 'guideline',
        scope2: 'location-based',
      })
      const { total, sources, apart, findings } = await api.accounting.overview({ id: inventory.id })
      expect(findings.filter(({ severity }) => severity === 'blocks-report')).toEqual([])
      const beside = apart.flatMap(({ sources: those }) => those)
      const foreign = findings.filter(({ code }) => code === 'accounting.method-not-in-guideline')
      expect(foreign.filter(({ where }) => !beside.some(({ path }) => path === `source/${where}`))).toEqual(
        [],
      )
      const valueOf = (of: readonly { readonly path: string; readonly value: string | null }[]) =>
        Object.fromEntries(
          of.map(({ path, value }) => [codes.get(path.replace('source/', '')) ?? path, value]),
        )
      const { expected } = wanted
      expect(printedLike(valueOf(sources), expected.sources)).toEqual(expected.sources)
      expect(printedLike(valueOf(beside), expected.apart ?? {})).toEqual(expected.apart ?? {})
      expect(printed(total.value, expected.total)).toBe(expected.total)
      expect(Object.keys(expected.sources).length).toBe(sources.length)
    } finally {
      await close()
    }
  })
})

/** A plant with nothing but the template of its sector, and its readings entered; the codes of its sources by id. */
async function plantOf(
  api: Api,
  id: string,
  { year, readings: given }: z.output<typeof sample>,
): Promise<ReadonlyMap<string, string>> {
  const validFrom = `${year}-01-01`
  await api.organization.begin({
    name: '示例企业',
    creditCode: null,
    industryCode: '4411',
    site: '厂区',
    facility: '分厂',
    validFrom,
  })
  const node = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const made = await api.monitoring.applyTemplate({ template: id, node, validFrom, language: 'zh' })
  const codes = new Map(made.sources.map((source) => [source.id as string, source.code]))
  const values = Object.entries(given).flatMap(([code, roles]) =>
    Object.entries(roles).flatMap(([role, value]) => {
      const source = made.sources.find((each) => each.code === code)
      const parameter = made.parameters.find((each) => each.source === source?.id && each.role === role)
      if (!parameter) throw new Error(`${id} has no ${code} ${role}`)
      return entries(value, year).map((entry) => ({ parameter: parameter.id, ...entry }))
    }),
  )
  for (let at = 0; at < values.length; at += 1000)
    await api.activity.submit({ readings: values.slice(at, at + 1000), proofs: [], reason: null })
  return codes
}

function entries(value: z.output<typeof readings>, year: number) {
  const bare = { unit: null, note: null, proofs: [] }
  if (typeof value === 'object' && !Array.isArray(value))
    return [{ from: `${year}-01-01`, to: `${year + 1}-01-01`, text: value.year, ...bare }]
  return monthsOf(year).map((month, index) => ({
    from: firstDay(month),
    to: endOf(month),
    text: Array.isArray(value) ? (value[index] ?? '') : value,
    ...bare,
  }))
}

async function gwpSetOf(api: Api, id: string) {
  const { guidelines } = await api.accounting.rules({})
  return newInventory.shape.gwpSet.parse(guidelines.find((guideline) => guideline.id === id)?.gwpSet)
}

function printedLike(
  values: Readonly<Record<string, string | null>>,
  like: Readonly<Record<string, string>>,
) {
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => [code, printed(value, like[code] ?? '0.000000')]),
  )
}
function printed(value: string | null, like: string): string | null {
  return value === null ? null : new Decimal(value).toFixed(like.split('.')[1]?.length ?? 0)
}
