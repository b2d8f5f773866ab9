import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { allUsers, grantsOf } from '#db/access/queries'
import { documentRecords } from '#db/documents/queries'
import { items } from '#db/documents/tables'
import type { ReadDb } from '#db/kernel/access'
import { storeIdentity } from '#db/kernel/queries'
import { boundaryInForce } from '#db/organization/boundary-queries'
import { adoptedSubsystems, policiesOf } from '#db/organization/leadership-queries'
import { nodesOf, organizationOf } from '#db/organization/queries'
import type { ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { putEvidence } from '#electron/kernel/evidence-store'
import { writeKept } from '#electron/kernel/kept-bytes'
import { numberAhead, takeNumber } from '#electron/kernel/numbers'
import type { Offers } from '#electron/kernel/offers'
import { plainTextOf } from '#electron/kernel/plain-text'
import { printDocx } from '#electron/kernel/print-docx'
import type { Surroundings } from '#electron/kernel/surroundings'
import { inForce } from '#shared/access/permissions'
import { type DocumentFacts, type DocumentId, type NewDocument } from '#shared/documents/document'
import { type Template, template, type TemplateFacts } from '#shared/documents/template'
import { type Filling, type RegisterRow, templatePaper } from '#shared/documents/template-paper'
import { documentWords } from '#shared/documents/words'
import type { Area } from '#shared/kernel/areas'
import type { Paper } from '#shared/kernel/paper'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import { type Language, say } from '#shared/kernel/texts'
import { inForceOn } from '#shared/organization/declaration'
import { organizationTexts } from '#shared/organization/texts'
import { texts } from '#shared/texts'

import { nameOf, personOf, requireDocument } from './known.ts'
import { insertVersion } from './versions.ts'

const files = new Map<string, readonly Template[]>()
/** The templates that ship with the program, read once per process, as the files are named. */
export function shippedTemplates({ program }: Pick<Surroundings, 'program'>): readonly Template[] {
  const folder = join(program, 'resources', 'documents', 'templates')
  const known =
    files.get(folder) ??
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => template.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  files.set(folder, known)
  return known
}

/** Registers a document with its number. @throws Refusal `documents.number-taken`. */
export function addDocument(context: WriteContext, { number, ...facts }: NewDocument): DocumentId {
  const { db, newId, user, now } = context
  const given = number ?? takeNumber(context, series[facts.level])
  refuseTaken(db, given, null)
  const id: DocumentId = newId<'document'>()
  db.insert(items)
    .values({ id, number: given, ...facts, changedBy: user, changedAt: now })
    .run()
  return id
}
/** What numbers that the program gives begin with. */
const series: Readonly<Record<DocumentFacts['level'], string>> = {
  manual: 'MAN',
  procedure: 'PRO',
  instruction: 'INS',
  form: 'FRM',
  record: 'REC',
}
export function refuseTaken(db: ReadDb, number: string, except: DocumentId | null): void {
  const twin = documentRecords(db).find(({ item }) => item.number === number && item.id !== except)
  if (twin) throw new Refusal('documents.number-taken', { number, title: twin.item.title })
}

type Wanted = Omit<NewDocument, 'title' | 'level' | 'serves'> & {
  readonly template: string
  readonly language: Language
}
/**
 * Fills a template from the records of the organization and registers it as a draft to be worked on.
 *
 * @throws Refusal `documents.no-such-template`, `documents.number-taken`.
 */
export async function fromTemplate(
  task: TaskContext,
  wanted: Wanted,
  offers: Pick<Offers, 'records'>,
): Promise<DocumentId> {
  const { template: code, language, ...facts } = wanted
  const found = shippedTemplates(task.around).find((each) => each.code === code)
  if (!found) throw new Refusal('documents.no-such-template')
  // The number stands in the document itself, which is made before it can be taken.
  const number = facts.number ?? numberAhead(task, series[found.level])
  refuseTaken(task.db, number, null)
  const staged = join(task.folder, 'staging', `${task.newId<'staged'>()}.docx`)
  const filling = { template: found, language, number, label: firstLabel }
  writeKept(staged, await printDocx(paperOf(task, filling, offers), task.around.program))
  try {
    const body = await plainTextOf(staged)
    return task.promote((context) => {
      const title = found.title[language]
      const made = { ...facts, title, level: found.level, serves: found.serves }
      const id = addDocument(context, made)
      const record = requireDocument(context.db, id)
      // Somebody else took the number meanwhile.
      if (record.item.number !== number) throw new Refusal('documents.number-taken', { number, title })
      const change = documentWords(language)('documents.template.made')
      const file = {
        ...putEvidence(context.folder, staged),
        body,
        fileName: `${number} ${title}.docx`,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      }
      const draft = { label: firstLabel, change, author: personOf(context) }
      insertVersion(context, record, draft, { ...file, template: code, language })
      return id
    })
  } finally {
    await rm(staged, { force: true })
  }
}

function paperOf(
  task: TaskContext,
  filling: Pick<Filling, 'template' | 'language' | 'number' | 'label'>,
  offers: Pick<Offers, 'records'>,
): Paper {
  const { language } = filling
  return templatePaper({
    ...filling,
    facts: templateFacts(task, language),
    registers: (kind) => registerOf(task, offers, kind, language),
    isSample: storeIdentity(task.db)?.isSample ?? false,
  })
}
const firstLabel = 'A/0'

/** The records of one kind, `monitoring.kind.meter`, as the areas offer them. */
function registerOf(
  { db, around }: Pick<ReadContext, 'db' | 'around'>,
  { records }: Pick<Offers, 'records'>,
  kind: string,
  language: Language,
): RegisterRow[] {
  const area = kind.slice(0, kind.indexOf('.')) as Area
  const worded = (code: string) => {
    const wording = Object.hasOwn(texts, code) ? texts[code as keyof typeof texts] : null
    return wording ? say(wording, language) : code
  }
  return (records[area]?.(db, around) ?? [])
    .filter((entry) => entry.kind === kind)
    .map(({ number, title, state }) => ({ number, title, state: state === null ? null : worded(state) }))
}

/** What the organization's records say that templates speak of. */
function templateFacts({ db, today }: Pick<ReadContext, 'db' | 'today'>, language: Language): TemplateFacts {
  const organization = organizationOf(db)
  const joint = language === 'zh' ? '、' : ', '
  const facilities = nodesOf(db, today).filter(({ kind }) => kind === 'facility')
  return {
    organization: (language === 'en' ? organization?.nameEn : null) ?? organization?.name ?? null,
    creditCode: organization?.creditCode ?? null,
    address: organization?.productionAddress ?? organization?.registeredAddress ?? null,
    contact: organization?.contacts[0]?.name ?? null,
    facilities: facilities.map(({ name }) => name).join(joint) || null,
    policy: policyOf(db, today, language),
    subsystems: adoptedSubsystems(db)
      .map((each) => say(organizationTexts[`organization.subsystem.${each}`], language))
      .join(joint),
    ...boundaryFacts(db, today, language),
    ...rolesOf(db, today, joint),
    today,
  }
}

/** The policy of the whole system that is in force, in its own words. */
function policyOf(db: ReadDb, today: Day, language: Language): string | null {
  const content = inForceOn(policiesOf(db), 'core', today)?.content
  return (language === 'en' ? content?.textEn : null) ?? content?.text ?? null
}

function boundaryFacts(db: ReadDb, today: Day, language: Language): TemplateFacts {
  const organization = organizationOf(db)
  const boundary = organization && boundaryInForce(db, organization.id, today)
  if (!boundary) return {}
  const joint = language === 'zh' ? '、' : ', '
  const names = new Map(nodesOf(db).map(({ id, name }) => [id, name]))
  return {
    boundary: [
      boundary.title,
      say(organizationTexts[`organization.approach.${boundary.approach}`], language),
      boundary.members.flatMap(({ node }) => names.get(node) ?? []).join(joint),
    ].join(' · '),
  }
}

/** Who holds which role today, by name. */
function rolesOf(db: ReadDb, today: Day, joint: string): TemplateFacts {
  const holders = new Map<string, string[]>()
  for (const { id, personId, disabledAt } of allUsers(db))
    if (disabledAt === null)
      for (const { role } of inForce(grantsOf(db, id), today))
        holders.set(role, [...(holders.get(role) ?? []), nameOf(db, personId)])
  return Object.fromEntries([...holders].map(([role, names]) => [role, [...new Set(names)].join(joint)]))
}
