import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, parse } from 'node:path'

import { getEventIteratorSchemaDetails } from '@orpc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'

import { disposals } from '#db/documents/tables'
import { evidencePath } from '#electron/kernel/evidence-store'
import { contract } from '#shared/contract'
import type { DisposalId } from '#shared/documents/disposal'
import type { DocumentId } from '#shared/documents/document'
import { areas } from '#shared/kernel/areas'
import type { ProcedureMeta } from '#shared/kernel/contract'
import type { Language } from '#shared/kernel/texts'
import { declarationKinds } from '#shared/organization/declaration'
import { printedBy, textOf } from '#test/e2e/office'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'

/** One document as it comes out of the program. */
interface Made {
  readonly by: string
  readonly language: Language
  readonly file: string
  /** What its name says that it is. */
  readonly title: string
}
type Input = Readonly<Record<string, unknown>>

/** What makes files, but none that an office program opens. */
const noDocuments = [
  'access.auditExport',
  'audits.makePackage',
  'audits.returnPackage',
  'exchange.exportAll',
  'exchange.makeChanges',
  'exchange.makeEvidence',
  'exchange.makeSubmission',
  'exchange.readUpdate',
  'verification.makePackage',
]

/** What keeps the document that it makes as the first version of a registered one. */
const kept = ['documents.fromTemplate']

/** Every task whose result offers a file, by its name. */
function makersOf(): Map<string, z.ZodObject> {
  const found = new Map<string, z.ZodObject>()
  for (const [area, procedures] of Object.entries(contract))
    for (const [name, procedure] of Object.entries(procedures as Readonly<Record<string, unknown>>)) {
      const by = `${area}.${name}`
      const { meta, inputSchema, outputSchema } = (
        procedure as {
          readonly '~orpc': {
            readonly meta: ProcedureMeta
            readonly inputSchema: z.ZodObject
            readonly outputSchema: z.ZodType
          }
        }
      )['~orpc']
      const result = getEventIteratorSchemaDetails(outputSchema)?.returns as z.ZodType | undefined
      if (meta.kind !== 'task' || result === undefined) continue
      const told = JSON.stringify(z.toJSONSchema(result, { unrepresentable: 'any' }))
      if (/"(download|fileName)"/.test(told) || kept.includes(by)) found.set(by, inputSchema)
    }
  return found
}

const isLong = process.env['TANBU_LONG'] !== undefined
const makers = makersOf()
let sample: TestBackend
const folder = mkdtempSync(join(tmpdir(), 'tanbu-documents-'))
beforeAll(async () => {
  sample = await startBackend({ sample: true })
  const [working] = await sample.api.accounting.inventories({})
  await finish(sample.api.accounting.freeze({ id: working!.id, password: administrator.password }))
})
afterAll(async () => {
  await sample.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** What each is made of in the sample plant; languages, kinds and parts are gone through besides. */
const inputs: Readonly<Record<string, () => Promise<readonly Input[]>>> = {
  'access.anchorSheet': async () => [{}],
  'accounting.exportComparison': async () => {
    const { id, guideline, gwpSet, rounding, view, year, facilities, ...known } = await inventory()
    const rules = { guideline, gwpSet, rounding, view, year, facilities, scope2: known.scope2 }
    const other = await sample.api.accounting.create({ ...rules, title: '对照口径', gwpSet: 'AR5' })
    return [{ ids: [id, other.id] }]
  },
  'activity.collectionWorkbook': async () => {
    const { year } = await inventory()
    const years = [year, year + 1].map((each) =>
      sample.api.activity.collections({ year: each, facility: null }),
    )
    const asked = (await Promise.all(years)).flat().find(({ present, asked: all }) => present < all)
    return [{ facility: asked!.facility, department: asked!.department, month: asked!.month }]
  },
  'activity.exportFindings': async () => [{ year: (await inventory()).year, facility: null }],
  'activity.exportMonitoring': async () => {
    const facility = (await sample.api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
    return [{ year: (await inventory()).year, facility }]
  },
  'audits.print': async () => ids(await sample.api.audits.list({})),
  'competence.printDisclosure': async () => {
    const { api } = sample
    const record = `accounting/inventory/${(await inventory()).id}`
    const figures = (await api.competence.lockedFigures({ inventory: record })).slice(0, 1)
    const facts = {
      recipient: '公众',
      basis: '企业环境信息依法披露管理办法',
      secrecy: 'public',
      words: '',
    } as const
    const made = await api.competence.draftDisclosure({
      ...facts,
      title: '排放信息',
      inventory: record,
      figures,
    })
    return ids([
      await finish(api.competence.approveDisclosure({ id: made.id, password: administrator.password })),
    ])
  },
  'documents.printCard': async () => {
    const register = await sample.api.documents.register({ text: null })
    const shown = await Promise.all(register.map(({ id }) => sample.api.documents.document({ id })))
    return ids(shown.flatMap(({ versions }) => versions).slice(0, 1))
  },
  'documents.printDisposal': async () => {
    const [document] = await sample.api.documents.register({ text: null })
    const { versions } = await sample.api.documents.document({ id: document!.id })
    const [by] = (await sample.api.access.staff({})).flatMap(({ userId }) => userId ?? [])
    const id = sample.backend.spine.around.newId() as DisposalId
    const at = sample.clock.now().toISOString()
    // Years of waiting are of no interest here, only what the certificate says.
    sample.backend.spine
      .store()
      .write.insert(disposals)
      .values({
        id,
        number: 'DSP-2026-001',
        document: document!.id,
        version: versions[0]!.id,
        method: 'shredded',
        reason: '保存期满',
        state: 'done',
        isFileGone: true,
        proposedBy: by!,
        proposedAt: at,
        decidedBy: by!,
        decidedAt: at,
        aloneReason: null,
      })
      .run()
    return [{ id }]
  },
  'documents.fromTemplate': async () => {
    const [owner] = await sample.api.access.staff({})
    const facts = { number: null, owner: owner!.personId, department: null, secrecy: 'internal' }
    const kept = { carrier: 'electronic', reviewMonths: 12, retentionYears: 3 }
    const templates = await sample.api.documents.templates({})
    // Half of them speak either language here, all of them both in the long run.
    return templates.map(({ code }, at) => ({
      ...facts,
      ...kept,
      template: code,
      ...(!isLong && { language: at % 2 === 0 ? 'zh' : 'en' }),
    }))
  },
  'exchange.exportPlan': async () => [{ plan: (await sample.api.monitoring.plans({}))[0]!.id }],
  'exchange.makeExports': async () => [{ inventory: (await inventory()).id }],
  'exchange.proveSelf': async () => [{}],
  'nonconformity.print': async () => ids((await sample.api.nonconformity.cases({})).slice(0, 1)),
  'organization.printAppointment': async () =>
    ids(
      (await sample.api.organization.responsibilities({})).posts
        .flatMap(({ appointments }) => appointments)
        .slice(0, 1),
    ),
  'organization.printContext': async () => [{}],
  'organization.printDeclaration': async () => {
    const kinds = await Promise.all(
      declarationKinds.map((kind) => sample.api.organization.declarations({ kind })),
    )
    return ids(kinds.flatMap((declarations) => declarations.slice(0, 1)))
  },
  'review.print': async () => ids((await sample.api.review.reviews({})).reviews.slice(0, 1)),
  'verification.repliesForm': async () => ids((await sample.api.verification.cases({})).slice(0, 1)),
}
/** The inventory of the sample that is frozen. */
const inventory = async () =>
  (await sample.api.accounting.inventories({})).find(({ state }) => state === 'frozen')!
const ids = (records: readonly { readonly id: string }[]): Input[] => records.map(({ id }) => ({ id }))

it('every procedure that offers a file has its documents opened here, or is none that makes documents', () => {
  expect([...makers.keys()].toSorted()).toEqual([...Object.keys(inputs), ...noDocuments].toSorted())
})

it('every document opens in LibreOffice in both languages, and has no word that nobody wrote', async () => {
  const made: Made[] = []
  for (const [by, of] of Object.entries(inputs)) {
    const given = await of()
    expect(given.length, by).toBeGreaterThan(0)
    for (const input of given)
      for (const choice of choicesOf(makers.get(by)!, input))
        made.push(...(await offered(by, { ...input, ...choice }, made.length)))
  }
  // What LibreOffice makes of a PDF takes long and is not what its readers open it with.
  const asTheyAre = made.filter(({ file }) => !isLong && extname(file) === '.pdf')
  const opened = made.filter((each) => !asTheyAre.includes(each))
  const printed = await printedBy(
    opened.map(({ file }) => file),
    folder,
  )
  const read = await Promise.all(asTheyAre.map(({ file }) => textOf(file)))
  const faults = [...opened, ...asTheyAre].flatMap((each, at) =>
    faultsOf([...printed, ...read][at]!, each).map((fault) => `${each.by} ${each.language}: ${fault}`),
  )
  expect(faults).toEqual([])
}, 300_000)

/** Every choice that an input leaves besides what it is made of: language, kind of file, part. */
function choicesOf({ shape }: z.ZodObject, given: Input): Input[] {
  const fixed = Object.entries(shape).flatMap(([name, schema]) => {
    if (name in given) return []
    if (schema instanceof z.ZodEnum) return [{ name, values: schema.options as readonly unknown[] }]
    if (schema instanceof z.ZodArray && schema.element instanceof z.ZodEnum)
      return [{ name, values: [schema.element.options] }]
    return []
  })
  return fixed.reduce<Input[]>(
    (all, { name, values }) => all.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  )
}

/** Runs a task and puts what it offers under names of its own. */
async function offered(by: string, input: Input, at: number): Promise<Made[]> {
  const [area = '', name = ''] = by.split('.')
  const all = sample.api as unknown as Record<string, Record<string, (input: Input) => Promise<never>>>
  const result: unknown = await finish(all[area]![name]!(input))
  const { folder: store } = sample.backend.workspace.store()
  const files = kept.includes(by) ? await versionOf(result as DocumentId, store) : filesIn(result, store)
  return files
    .filter(({ name: fileName }) => /\.(docx|xlsx|pdf)$/.test(fileName))
    .map(({ path, name: fileName }, index) => {
      const file = join(folder, `${at}-${index}-${by}${extname(fileName)}`)
      writeFileSync(file, readFileSync(path))
      return { by, language: input['language'] as Language, file, title: titleIn(parse(fileName).name) }
    })
}
interface File {
  readonly path: string
  readonly name: string
}
function filesIn(result: unknown, store: string): File[] {
  if (typeof result !== 'object' || result === null) return []
  if (Array.isArray(result)) return result.flatMap((each) => filesIn(each, store))
  const known = result as Readonly<Record<string, unknown>>
  const id = known['download'] ?? known['id']
  const name = known['fileName'] ?? known['name']
  if (typeof id === 'string' && typeof name === 'string') return [{ path: join(store, 'exports', id), name }]
  return Object.values(known).flatMap((each) => filesIn(each, store))
}
async function versionOf(id: DocumentId, store: string): Promise<File[]> {
  const [version] = (await sample.api.documents.document({ id })).versions
  return [{ path: evidencePath(store, version!.sha256!), name: version!.fileName! }]
}

const unworded = new RegExp(`\\b(${['frame', 'kernel', 'desk', ...areas].join('|')})\\.[a-z][a-z-]*\\b`)
/** What a reader would take for a defect. */
function faultsOf(text: string, { language, title, file }: Made): string[] {
  const pages = text.split('\f').slice(0, -1)
  const found = [
    ...(/\b(undefined|NaN|null|Infinity)\b|\[object/.exec(text) ?? []).slice(0, 1),
    ...(unworded.exec(text) ?? []).slice(0, 1),
    ...(/\{[a-zA-Z]\w*\}/.exec(text) ?? []),
    ...pages.flatMap((page, at) =>
      page.trim() === '' ? [`page ${at + 1} of ${pages.length} is empty`] : [],
    ),
  ]
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length
  const latin = (text.match(/[a-z]{3,}/gi) ?? []).length
  if (extname(file) !== '.xlsx' && !squeezed(text).includes(squeezed(title))) found.push(`no title ${title}`)
  if (language === 'zh' && han < 20) found.push(`little Chinese: ${han}`)
  if (language === 'en' && latin < 20) found.push(`little English: ${latin}`)
  return found
}
/** Without the number before it, and the year and version behind it. */
const titleIn = (name: string) => name.replace(/^[A-Z]+-\d{4}-\d+[ _]/, '').replace(/(-\d{4})?-v\d+$/, '')
const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/[\s_\p{P}\p{S}]/gu, '')
