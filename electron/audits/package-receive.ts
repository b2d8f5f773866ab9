import { auditById } from '#db/audits/queries'
import {
  answers,
  audits,
  brought,
  broughtRecords,
  items,
  members,
  packages,
  samples,
  sessions,
} from '#db/audits/tables'
import { storeIdentity } from '#db/kernel/queries'
import { keepForeignPeople } from '#electron/access/foreign-people'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import type { OpenedPackage } from '#electron/kernel/sealed-package'
import type { AuditId } from '#shared/audits/audit'
import { type Outgoing, outgoing } from '#shared/audits/package'
import { Refusal } from '#shared/kernel/refusal'

import { changed } from './known.ts'
import { packageKinds } from './package-make.ts'
import { baseOf, type Given, keepFiles, opened, originIn } from './package-open.ts'

/**
 * Puts an audit that came in a package into this store, where it is answered like one of its own. It brings its team
 * by name, without accounts. The same package again changes nothing.
 *
 * @throws Refusal those of opening; `audits.package-of-here` on the machine that it went out from.
 */
export async function receivePackage(
  task: TaskContext,
  given: Given,
): Promise<{ audit: AuditId; isNew: boolean }> {
  const { content, parcel } = await opened(task, given, packageKinds.outgoing, outgoing)
  if (storeIdentity(task.db)?.storeId === parcel.manifest.storeId)
    throw new Refusal('audits.package-of-here', { number: content.audit.number })
  if (auditById(task.db, content.audit.id)) return { audit: content.audit.id, isNew: false }
  return task.promote((context) => {
    keepForeignPeople(context, content.people)
    context.bulk(
      {
        area: 'audits',
        code: 'audits.package-received',
        number: content.audit.number,
        items: content.items.length,
      },
      () => bring(context, content, parcel),
    )
    keepFiles(context, content.files, parcel)
    return { audit: content.audit.id, isNew: true }
  })
}

function bring(context: WriteContext, content: Outgoing, { manifest }: OpenedPackage): void {
  const { db, newId, user, now } = context
  const { audit } = content
  // Numbers are given by each plant on its own: the first letters of the store tell them apart.
  const number = `${audit.number}·${manifest.storeId.slice(-4)}`
  const unsigned = { signature: null, planned: null, report: audit.report }
  db.insert(audits)
    .values({ ...audit, ...unsigned, number, criteria: [...audit.criteria], state: 'approved' })
    .run()
  for (const each of content.members)
    db.insert(members)
      .values({ ...each, audit: audit.id, ...changed(context) })
      .run()
  for (const each of content.sessions)
    db.insert(sessions)
      .values({ ...each, audit: audit.id, ...changed(context) })
      .run()
  for (const each of content.items)
    db.insert(items)
      .values({ ...each, audit: audit.id })
      .run()
  for (const { answeredByName: _name, ...each } of content.answers) db.insert(answers).values(each).run()
  for (const each of content.samples) db.insert(samples).values(each).run()
  for (const each of content.signals)
    db.insert(brought)
      .values({ ...each, id: newId<'brought'>(), facts: { ...each.facts } })
      .run()
  for (const each of content.records) {
    if (sha256(each.snapshot) !== each.sha256) throw new Refusal('kernel.sealed-damaged')
    db.insert(broughtRecords)
      .values({ ...each, audit: audit.id })
      .run()
  }
  const { auditor, people } = content
  db.insert(packages)
    .values({
      id: content.id,
      audit: audit.id,
      direction: 'received',
      answersTo: null,
      auditor,
      auditorName: people.find(({ personId }) => personId === auditor)?.name ?? '',
      items: content.items.map(({ id }) => id),
      base: baseOf(content.answers),
      ...originIn(manifest),
      taken: 0,
      madeBy: user ?? 'system',
      madeAt: now,
    })
    .run()
}
