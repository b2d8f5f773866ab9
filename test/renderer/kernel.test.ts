import { expect, it } from 'vitest'
import { z } from 'zod'

import { placeOf } from '#renderer/kernel/draft-place'
import { inputRefusal, issueCoded } from '#renderer/kernel/issue-text'
import { type PageEntry, pagesInRail, type ScopeChoices } from '#renderer/kernel/page'
import { matches } from '#renderer/kernel/palette-match'
import { keptOf } from '#renderer/kernel/preferences'
import { scopeOf, settledScope, withScope } from '#renderer/kernel/scope'
import { restOf } from '#renderer/ui/rest-time'
import { fieldTexts } from '#shared/kernel/field-texts'
import { frameTexts } from '#shared/kernel/frame-texts'
import { day, month } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'

it('the address carries facility and year; a year that is none becomes the running one', () => {
  expect(scopeOf(new URLSearchParams('facility=f1&year=2024'), 2026)).toEqual({ facility: 'f1', year: 2024 })
  expect(scopeOf(new URLSearchParams('year=soon'), 2026)).toEqual({ facility: null, year: 2026 })
})

it('a link keeps the scope of the page it stands on, and its own parameters before it', () => {
  expect(withScope('/activity', '?facility=f1&year=2024&tab=x')).toBe('/activity?facility=f1&year=2024')
  expect(withScope('/activity?year=2023', '?year=2024')).toBe('/activity?year=2023')
  expect(withScope('/', '')).toBe('/')
})

it('the palette finds by any words in any order', () => {
  expect(matches('术语 Glossary 3', 'glo')).toBe(true)
  expect(matches('术语 Glossary 3', '3 术')).toBe(true)
  expect(matches('术语 Glossary 3', 'boundary')).toBe(false)
  expect(matches('术语 Glossary 3', '')).toBe(true)
})

it('preferences written by something else are taken as far as they are understood', () => {
  expect(keptOf({ language: 'en', theme: 'pink', density: 'roomy' })).toEqual({
    language: 'en',
    density: 'roomy',
  })
  expect(keptOf(null)).toEqual({})
  expect(keptOf('dark')).toEqual({})
})

it('the rest of a task is told only when its pace says something', () => {
  expect(restOf(500, 10, 100)).toBeNull()
  expect(restOf(10_000, 0, 100)).toBeNull()
  expect(restOf(10_000, 25, 100)).toBe(30)
  expect(restOf(10_000, 100, 100)).toBeNull()
  expect(restOf(10_000, 50, null)).toBeNull()
})

/** What is said of a value that the schema does not take. */
function objection(schema: z.ZodType, value: unknown): string {
  const issue = schema.safeParse(value).error?.issues[0]
  return issue ? issueCoded({ ...issue }).code : 'none'
}

it.each([
  ['nothing where something is needed', z.string().min(1), '', 'frame.field.empty'],
  ['a missing field', z.string(), undefined, 'frame.field.empty'],
  ['too few letters', z.string().min(10), 'short', 'frame.field.too-short'],
  ['too many letters', z.string().max(3), 'four', 'frame.field.too-long'],
  ['too small a number', z.number().min(1), 0, 'frame.field.too-small'],
  ['too big a number', z.number().max(1), 2, 'frame.field.too-big'],
  ['half a number', z.int(), 1.5, 'frame.field.whole'],
  ['an amount with letters', decimalText, '1O23', 'frame.field.number'],
  ['a day that is none', day, '2026-02-30', 'frame.field.date'],
  ['a month that is none', month, '2026-13', 'frame.field.month'],
  ['what is not in the list', z.enum(['a']), 'b', 'frame.field.choice'],
  ['nothing chosen', z.array(z.string()).min(1), [], 'frame.field.choice'],
  ['a broken address', z.email(), 'nobody', 'frame.field.email'],
  [
    'a rule with wording of its own',
    z.string().refine(() => false, 'organization.odd'),
    'x',
    'organization.odd',
  ],
])('a form says in words what is wrong with %s', (_what, schema, value, code) => {
  expect(objection(schema, value)).toBe(code)
  if (code.startsWith('frame.')) expect(Object.keys(frameTexts)).toContain(code)
})

it('has nothing against what the schema takes', () => {
  expect(objection(decimalText, '1234.5')).toBe('none')
})

const choices = (facts: Partial<ScopeChoices> = {}): ScopeChoices => ({
  organization: '宁河热电有限公司',
  facilities: [],
  places: [],
  only: null,
  years: [2024, 2025],
  usualYear: 2025,
  isReady: true,
  ...facts,
})
const settled = (address: string, facts: Partial<ScopeChoices> = {}, last: string | null = null) => {
  const before = last === null ? null : scopeOf(new URLSearchParams(last))
  const { facility, year } = settledScope(new URLSearchParams(address), choices(facts), before)
  return `${facility ?? 'all'} ${year}`
}
const one = { places: [{ id: 'f1', name: '热电厂' }], only: 'f1' }
const two = {
  places: [
    { id: 'f1', name: '热电厂' },
    { id: 'f2', name: '锅炉房' },
  ],
}

it('an address without a scope gets the usual year, and the facility where there is just one', () => {
  expect(settled('')).toBe('all 2025')
  expect(settled('', one)).toBe('f1 2025')
  expect(settled('', two)).toBe('all 2025')
})
it('what the address says is obeyed, as far as this plant has it', () => {
  expect(settled('facility=f2&year=2023', two)).toBe('f2 2023')
  expect(settled('facility=f9&year=2023', two)).toBe('all 2023')
  expect(settled('facility=f9&year=2023', one)).toBe('f1 2023')
  expect(settled('facility=f2', two)).toBe('f2 2025')
})
it('a page whose address forgot the scope has that of the page before; all facilities stay all', () => {
  expect(settled('tab=x', two, 'facility=f2&year=2024')).toBe('f2 2024')
  expect(settled('year=2024', two, 'facility=f2&year=2023')).toBe('all 2024')
})

it('a draft is found again on its own page, in the scope it was typed in', () => {
  const pages = [
    '/',
    '/activity',
    '/organization/tree',
    '/accounting',
    '/accounting/new',
    '/accounting/:id',
  ].map((path) => ({ path }) as PageEntry)
  const id = '0190b0a0-0000-7000-8000-000000000001'
  expect(placeOf(pages, `activity/${id}/2025`).path).toBe(`/activity?facility=${id}&year=2025`)
  expect(placeOf(pages, 'organization/tree/new/unit/x').path).toBe('/organization/tree')
  expect(placeOf(pages, 'accounting/new/2025').path).toBe('/accounting/new')
  expect(placeOf(pages, `accounting/${id}/plan`).path).toBe(`/accounting/${id}`)
  expect(placeOf(pages, 'nowhere/at/all')).toEqual({ page: null, path: '/' })
})

it('input that is not taken is refused with its field, the number of its item, and the reason', () => {
  const request = z.object({
    name: z.string().max(3),
    readings: z.array(z.object({ text: z.string().min(1) })),
  })
  const refused = (value: unknown) => {
    const { code, facts } = inputRefusal(
      (request.safeParse(value).error?.issues ?? []).map((issue) => ({ ...issue })),
    )
    return `${code} ${Object.entries(facts)
      .map(([name, fact]) => `${name}=${fact}`)
      .toSorted()
      .join(' ')}`
  }
  expect(refused({ name: 'four', readings: [] })).toBe(
    'kernel.input-invalid field=frame.input.name most=3 reason=frame.field.too-long',
  )
  expect(refused({ name: 'a', readings: [{ text: '1' }, { text: '' }] })).toBe(
    'kernel.input-invalid-row field=frame.input.text reason=frame.field.empty row=2',
  )
  expect(inputRefusal([]).facts['reason']).toBe('frame.field.form')
  for (const code of ['frame.input.name', 'frame.input.text']) expect(Object.keys(fieldTexts)).toContain(code)
})

it('the rail leaves out what serves only subsystems that are not adopted, and what the role does not see', () => {
  const page = (path: string, more: Partial<PageEntry> = {}): PageEntry =>
    ({ path, section: 'assets', ...more }) as PageEntry
  const pages = [
    page('/always'),
    page('/allowances', { serves: ['trading', 'asset'], permission: 'assets.read' }),
    page('/neutrality', { serves: ['neutrality'] }),
    page('/reached-from-others', { hidden: true }),
  ]
  const shown = (leftOut: Parameters<typeof pagesInRail>[2], isReader = true) =>
    pagesInRail(pages, () => isReader, leftOut).map(({ path }) => path)
  expect(shown([])).toEqual(['/always', '/allowances', '/neutrality'])
  expect(shown(['neutrality'])).toEqual(['/always', '/allowances'])
  expect(shown(['trading'])).toContain('/allowances')
  expect(shown(['trading', 'asset'])).toEqual(['/always', '/neutrality'])
  expect(shown([], false)).toEqual(['/always', '/neutrality'])
})
