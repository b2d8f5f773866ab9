import { afterAll, beforeAll, expect, it } from 'vitest'

import { roles } from '#shared/access/model'
import { permissionsOf } from '#shared/access/permissions'
import { contract } from '#shared/contract'
import { areas } from '#shared/kernel/areas'
import { type Permission, type ProcedureMeta, verbs } from '#shared/kernel/contract'
import { startBackend, type TestBackend } from '#test/support/backend'

import { everyWording } from './wordings.ts'

interface Procedure {
  readonly path: string
  readonly area: string
  readonly name: string
  readonly meta: ProcedureMeta
}
const procedures: Procedure[] = Object.entries(contract).flatMap(([area, members]) =>
  Object.entries(members).map(([name, procedure]) => ({
    path: `${area}.${name}`,
    area,
    name,
    meta: (procedure as unknown as { '~orpc': { meta: ProcedureMeta } })['~orpc'].meta,
  })),
)

const words = new Set((await everyWording()).map(({ code }) => code))
let plant: TestBackend
beforeAll(async () => {
  plant = await startBackend({ setUp: false })
})
afterAll(() => plant.close())

it('every area of the contract is an area of the house', () => {
  const words = new Set<string>([...areas, 'desk'])
  expect(Object.keys(contract).filter((area) => !words.has(area))).toEqual([])
})

it.each(procedures)('$path has a handler and a permission that somebody can hold', ({ area, name, meta }) => {
  const router = plant.backend.router as unknown as Record<string, Record<string, unknown>>
  expect(router[area]?.[name]).toBeDefined()
  if (meta.permission === 'public' || meta.permission === 'signed-in') return
  const [where = '', verb = ''] = meta.permission.split('.')
  expect(areas).toContain(where)
  expect(verbs).toContain(verb)
  expect(roles.some((role) => permissionsOf(role).has(meta.permission as Permission))).toBe(true)
})

it('only the door stands open to who has not signed in', () => {
  const open = procedures.filter(({ meta }) => meta.permission === 'public').map(({ path }) => path)
  expect(open.toSorted()).toEqual(
    [
      'access.about',
      'access.recover',
      'access.session',
      'access.setUp',
      'access.signIn',
      'access.signOut',
      'access.unlock',
      'access.unseal',
      'access.unsealWithRecovery',
      'desk.changes',
      'desk.glossary',
      'desk.help',
      'exchange.previewFirst',
      'exchange.rescueOffers',
      'exchange.rescueSealed',
      'exchange.restoreFirst',
    ].toSorted(),
  )
})

it('a question asks for leave to look, and a change for more than that', () => {
  const odd = procedures.filter(({ area, meta }) => {
    const verb = meta.permission.split('.')[1]
    return meta.kind === 'command' && verb === 'read' && area !== 'access'
  })
  expect(odd.map(({ path }) => path)).toEqual([])
})

it('what leaves no record is what is being typed, and nothing else', () => {
  const unrecorded = procedures.filter(({ meta }) => meta.audit === false).map(({ path }) => path)
  expect(unrecorded).toEqual(['desk.saveDraft', 'desk.discardDraft'])
})

it('the audit trail has a word for everything that can be done', () => {
  const mute = procedures
    .filter(({ meta }) => meta.kind !== 'query' && meta.audit !== false)
    .map(({ area, name }) => `${area}.did.${name}`)
    .filter((code) => !words.has(code))
  expect(mute).toEqual([])
})

/** The tables whose changed rows go into the trail. */
function trailedTables(): string[] {
  return plant.backend.spine
    .store()
    .sqlite.prepare<[], string>(`SELECT name FROM sqlite_temp_schema WHERE name GLOB 'change_*_insert'`)
    .pluck()
    .all()
    .map((name) => name.replace(/^change_/, '').replace(/_insert$/, ''))
}

it('the audit trail has a word for every table whose rows it records', () => {
  const tables = trailedTables()
  const mute = tables.map((table) => table.replace('_', '.table.')).filter((code) => !words.has(code))
  expect(tables).toContain('access_people')
  expect(mute).toEqual([])
})

it('the audit trail has a word for every column of them', () => {
  const columnsOf = (table: string) =>
    plant.backend.spine
      .store()
      .sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table)
  const mute = trailedTables().flatMap((table) =>
    columnsOf(table)
      .filter(
        (column) => !words.has(`${table.split('_')[0]}.column.${column}`) && !words.has(`column.${column}`),
      )
      .map((column) => `${table}: column.${column}`),
  )
  expect(mute).toEqual([])
})
