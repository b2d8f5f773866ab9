import { allUsers, peopleById } from '#db/access/queries'
import { disposalById } from '#db/documents/queries'
import { storeIdentity } from '#db/kernel/queries'
import { organizationOf } from '#db/organization/queries'
import type { TaskContext } from '#electron/kernel/context'
import { type OfferedFile, offerPaper } from '#electron/kernel/offer-file'
import type { PersonId } from '#shared/access/model'
import { cardPaper } from '#shared/documents/card-paper'
import { certificatePaper } from '#shared/documents/certificate-paper'
import type { DisposalId } from '#shared/documents/disposal'
import type { VersionId } from '#shared/documents/document'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'

import { personOf, requireDocument, requireVersion } from './known.ts'
import { askingOf, shownDocument } from './show.ts'

interface Printing<Id> {
  readonly id: Id
  readonly language: Language
  readonly kind: 'pdf' | 'docx'
}

export async function printCard(
  task: TaskContext,
  { id, language, kind }: Printing<VersionId>,
): Promise<OfferedFile> {
  const { db } = task
  const record = requireDocument(db, requireVersion(db, id).document)
  const document = shownDocument(task, record, askingOf(task, personOf(task)))
  const version = document.versions.find((each) => each.id === id)
  if (!version) throw new Refusal('documents.no-such-version')
  return offerPaper(task, cardPaper({ document, version, language, ...toldBy(task) }), kind)
}

/** @throws Refusal `documents.no-such-disposal`: only what was carried out has a certificate. */
export async function printDisposal(
  task: TaskContext,
  { id, language, kind }: Printing<DisposalId>,
): Promise<OfferedFile> {
  const disposal = disposalById(task.db, id)
  if (disposal?.state !== 'done') throw new Refusal('documents.no-such-disposal')
  return offerPaper(task, certificatePaper({ disposal, language, ...toldBy(task) }), kind)
}

/** Whose paper it is, and how it names people and days. */
function toldBy({ db }: TaskContext) {
  const names = new Map<string, string>([
    ...[...peopleById(db).values()].map(({ personId, name }) => [personId, name ?? '—'] as const),
    ...allUsers(db).map((each) => [each.id, each.name ?? '—'] as const),
  ])
  const identity = storeIdentity(db)
  const days = new Intl.DateTimeFormat('en-CA', {
    timeZone: identity?.timeZone ?? 'Asia/Shanghai',
    dateStyle: 'short',
  })
  return {
    organization: organizationOf(db)?.name ?? null,
    nameOf: (who: PersonId | string | null) => (who === null ? '—' : (names.get(who) ?? '—')),
    dayOf: (instant: string) => days.format(new Date(instant)),
    isSample: identity?.isSample ?? false,
  }
}
