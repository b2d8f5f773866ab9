import { peopleById, userById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { storeIdentity } from '#db/kernel/queries'
import { attachmentsOf } from '#db/kernel/record-queries'
import { nodeById, organizationOf } from '#db/organization/queries'
import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { offerPaper } from '#electron/kernel/offer-file'
import { linkedWith, type RecordRegister } from '#electron/kernel/record-desk'
import { type PersonId, userId } from '#shared/access/model'
import { canonical } from '#shared/kernel/canonical'
import type { RecordRef } from '#shared/kernel/record'
import type { Language } from '#shared/kernel/texts'
import type { CaseId } from '#shared/nonconformity/model'
import { casePaper } from '#shared/nonconformity/paper'

import { caseRef, requireCase } from './cases.ts'

interface Wanted {
  readonly id: CaseId
  readonly kind: 'docx' | 'pdf'
  readonly language: Language
}

/** Prints the report of a case as it stands, and offers it. */
export async function printCase(task: TaskContext, register: RecordRegister, { id, kind, language }: Wanted) {
  const { db, today } = task
  const of = requireCase(db, id)
  const people = peopleById(db)
  const told = (record: RecordRef) => {
    const entry = register.find(task, record)
    return entry ? [entry.number, entry.title].filter((part) => part !== null).join(' ') : null
  }
  const paper = casePaper({
    of,
    organization: organizationOf(db)?.name ?? '',
    place: of.node === null ? null : (nodeById(db, of.node)?.name ?? null),
    origin: of.origin === null ? null : told(of.origin),
    evidence: attachmentsOf(db, caseRef(id)).map(({ name, sha256: hash }) => `${name} · SHA-256 ${hash}`),
    concerned: linkedWith(db, caseRef(id), 'concerns').flatMap((record) => told(record) ?? []),
    personName: (person) => (person === null ? '—' : (people.get(person as PersonId)?.name ?? '—')),
    userName: (user) => nameOfUser(db, user),
    language,
    isSample: storeIdentity(db)?.isSample ?? false,
    madeOn: today,
    hash: sha256(canonical(of)),
  })
  return offerPaper(task, paper, kind)
}

/** Who an account belongs to, as it is printed. */
export function nameOfUser(db: ReadDb, user: string | null): string {
  const parsed = userId.safeParse(user)
  return parsed.success ? (userById(db, parsed.data)?.name ?? '—') : '—'
}
