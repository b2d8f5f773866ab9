import type { z } from 'zod'

import type { Random } from '#test/fault/random'

/** What a value may be taken from where any text of the right shape will do; by the name of its field first. */
export interface Pool {
  readonly named: (field: string) => readonly unknown[]
  readonly ids: () => readonly string[]
}

/* What of a schema's inside is read here; zod keeps it under `_zod.def`. */
interface Definition {
  readonly type: string
  readonly innerType: z.ZodType
  readonly element: z.ZodType
  readonly options: readonly z.ZodType[]
  readonly entries: Readonly<Record<string, string | number>>
  readonly values: readonly unknown[]
  readonly in: z.ZodType
  readonly left: z.ZodType
  readonly right: z.ZodType
  readonly items: readonly z.ZodType[]
  readonly valueType: z.ZodType
  readonly getter: () => z.ZodType
  readonly shape: Readonly<Record<string, z.ZodType>>
}
const definitionOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition

/** Texts of every shape that the contract knows, honest and hostile. */
const texts = [
  '2026-05-01',
  '2026-06-30',
  '2025-12-31',
  '2026-05',
  '2025',
  '2026-05-01T08:00:00.000Z',
  '12.5',
  '0',
  '-3',
  't',
  'MWh',
  'tCO2',
  'tCO2e',
  'CNY',
  'zh',
  'CO2',
  'a@b.cn',
  '91110000100000001X',
  '热电厂检查',
  'Line one\nline two',
  "'; DROP TABLE kernel_audit; --",
  '<img src=x onerror=alert(1)>',
  '=cmd|calc!A0',
  '\u0000\u202E\uD83D\uDE00',
  '../../etc/passwd',
  '１２３，４５６',
  'x'.repeat(300),
  'total',
  'a',
  'organization/node/none',
] as const
const numbers = [0, 1, 2, 5, 12, 2025, 2026, -1, 0.5, 1e9, Number.MAX_SAFE_INTEGER] as const

/** Attempts at one value before what does not fit is handed on as it is: then it is a refusal that is looked for. */
const attempts = 40

/** A value that fits the schema, as far as chance finds one. */
export function valueFor(schema: z.ZodType, random: Random, pool: Pool, field = ''): unknown {
  let value: unknown
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    value = draw(schema, random, pool, field)
    if (schema.safeParse(value).success) return value
  }
  return value
}

function draw(schema: z.ZodType, random: Random, pool: Pool, field: string): unknown {
  const definition = definitionOf(schema)
  const within = (inner: z.ZodType) => valueFor(inner, random, pool, field)
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape).map(([name, inner]) => [name, valueFor(inner, random, pool, name)]),
      )
    case 'optional':
    case 'default':
      return random.below(3) === 0 ? undefined : within(definition.innerType)
    case 'nullable':
      return random.below(3) === 0 ? null : within(definition.innerType)
    case 'readonly':
    case 'nonoptional':
    case 'catch':
    case 'prefault':
      return within(definition.innerType)
    case 'pipe':
      return draw(definition.in, random, pool, field)
    case 'lazy':
      return within(definition.getter())
    case 'union':
      return within(random.pick(definition.options))
    case 'intersection':
      return { ...(within(definition.left) as object), ...(within(definition.right) as object) }
    case 'enum':
      return random.pick(Object.values(definition.entries))
    case 'literal':
      return random.pick(definition.values)
    case 'array':
    case 'set':
      return Array.from({ length: random.below(3) }, () => within(definition.element))
    case 'tuple':
      return definition.items.map(within)
    case 'record':
      return { [random.pick(texts)]: within(definition.valueType) }
    case 'boolean':
      return random.below(2) === 0
    case 'number':
    case 'int':
      return random.pick(numbers)
    case 'null':
      return null
    default:
      return anyText(random, pool, field)
  }
}

function anyText(random: Random, { named, ids }: Pool, field: string): unknown {
  const known = named(field)
  if (known.length > 0 && random.below(4) > 0) return random.pick(known)
  const made = ids()
  return made.length > 0 && random.below(2) === 0 ? random.pick(made) : random.pick(texts)
}

/** What no honest window would send: a wrong type, a missing field, one too many, a very deep one. */
export function hostileTo(value: unknown, random: Random): unknown {
  const depth = (levels: number): unknown => (levels === 0 ? 'x' : [depth(levels - 1)])
  const odd = random.pick([
    null,
    0,
    'x',
    [],
    {},
    true,
    '\u0000',
    depth(200),
    { __proto__: null, constructor: 1 },
  ])
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return odd
  const fields = Object.keys(value)
  if (fields.length === 0) return random.pick([odd, { surplus: odd }])
  return { ...value, [random.pick(fields)]: odd }
}
