import { expect, it } from 'vitest'

import { areas } from '#shared/kernel/areas'

import { placeOf, programSources, type Source } from './sources.ts'

type Place = Omit<Source, 'text'>
interface Import {
  readonly from: Place
  readonly to: Place
  /** As it is written. */
  readonly target: string
}

const rank = (place: Place) => areas.findIndex((area) => area === place.area)
const bothAreas = (from: Place, to: Place) => rank(from) >= 0 && rank(to) >= 0 && from.area !== to.area
/** The places that put all areas together, and so know every one of them. */
const composers = new Set([
  'shared/contract.ts',
  'electron/areas.ts',
  'electron/job-list.ts',
  'electron/kernel/backend.ts',
  'renderer/pages.ts',
  'shared/texts.ts',
])

/** That floors only look down is enforced by the tsconfig references; these are the rules between areas. */
const rules: readonly { readonly rule: string; readonly breaks: (found: Import) => boolean }[] = [
  {
    rule: 'areas use only areas before them',
    breaks: ({ from, to }) => rank(from) >= 0 && rank(to) > rank(from),
  },
  {
    rule: 'an area’s tables are touched by that area alone',
    breaks: ({ from, to }) =>
      to.floor === 'db' &&
      to.role.endsWith('tables') &&
      to.area !== 'kernel' &&
      (from.area !== to.area || from.floor === 'renderer'),
  },
  {
    rule: 'pages of different areas do not import each other',
    breaks: ({ from, to }) => from.floor === 'renderer' && to.floor === 'renderer' && bothAreas(from, to),
  },
  {
    rule: 'the kernel knows no area',
    breaks: ({ from, to }) => from.area === 'kernel' && !composers.has(from.path) && rank(to) >= 0,
  },
  {
    rule: 'the kit knows no area',
    breaks: ({ from, to }) => from.area === 'ui' && rank(to) >= 0,
  },
  {
    rule: 'only the shell knows Electron',
    breaks: ({ from, target }) =>
      target === 'electron' && !['electron/main.ts', 'electron/preload.ts'].includes(from.path),
  },
  {
    rule: 'decimal.js is taken with its precision set',
    breaks: ({ from, target }) => target === 'decimal.js' && from.path !== 'shared/kernel/quantity.ts',
  },
  {
    rule: 'cryptography is used through one place',
    breaks: ({ from, target }) => target === 'node:crypto' && from.path !== 'electron/kernel/crypto.ts',
  },
  {
    rule: 'imports climb one folder at most',
    breaks: ({ target }) => target.startsWith('../../'),
  },
]

it.each(rules)('$rule', ({ breaks }) => {
  const broken = imports()
    .filter(breaks)
    .map(({ from, target }) => `${from.path} → ${target}`)
  expect(broken).toEqual([])
})

it('every rule finds what breaks it', () => {
  const faults: [from: string, target: string][] = [
    ['db/factors/queries.ts', '#db/activity/queries'],
    ['electron/activity/service.ts', '#db/monitoring/tables'],
    ['renderer/factors/FactorsPage.tsx', '../activity/store.ts'],
    ['electron/kernel/spine.ts', '#electron/access/gate'],
    ['renderer/ui/RecordTable.tsx', '../access/session.ts'],
    ['electron/areas.ts', 'electron'],
    ['shared/accounting/engine.ts', 'decimal.js'],
    ['electron/access/passwords.ts', 'node:crypto'],
    ['renderer/access/users/List.tsx', '../../kernel/api.ts'],
  ]
  faults.forEach(([path, target], at) => {
    expect(rules[at]?.breaks(importOf(path, target)), rules[at]?.rule).toBe(true)
  })
})

it('there are no catch-all names, barrels or default exports', () => {
  const named = programSources().filter(({ role }) => /(^|\/)(index|utils?|helpers?|common|misc)$/.test(role))
  expect(named.map(({ path }) => path)).toEqual([])
  const barrels = programSources().filter(({ text }) => /^export \* from /m.test(text))
  expect(barrels.map(({ path }) => path)).toEqual([])
})

it('files are called in kebab-case, components in PascalCase', () => {
  const odd = programSources().filter(({ path }) => {
    const name = path.split('/').at(-1) ?? ''
    return name.endsWith('.tsx')
      ? !/^([A-Z][A-Za-z]*|[a-z]+(-[a-z]+)*)\.tsx$/.test(name)
      : !/^[a-z0-9]+([.-][a-z0-9]+)*\.ts$/.test(name)
  })
  expect(odd.map(({ path }) => path)).toEqual([])
})

function imports(): Import[] {
  return programSources().flatMap(({ path, text }) =>
    [...text.matchAll(/(?:from|import) '([^']+)'/g)].map(([, target = '']) => importOf(path, target)),
  )
}
function importOf(path: string, target: string): Import {
  return { from: placeOf(path), to: placeOf(resolve(path, target)), target }
}
function resolve(path: string, target: string): string {
  if (target.startsWith('.')) return new URL(target, `file:///${path}`).pathname.slice(1)
  return target.replace(/^#/, '')
}
