import { broughtRecord, clashesOf, packagesOf, receivedFor } from '#db/audits/package-queries'
import { attachmentsOf } from '#db/kernel/record-queries'
import type { Handlers, ReadContext } from '#electron/kernel/context'
import type { AuditId } from '#shared/audits/audit'
import type { packageContract } from '#shared/audits/package-contract'
import type { RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'

import type { Sources } from './checklist.ts'
import { makePackage, namesBehind, returnPackage } from './package-make.ts'
import { choose, mergePackage } from './package-merge.ts'
import { receivePackage } from './package-receive.ts'

/** Audits that travel to a laptop and back. */
export function packageHandlers(sources: Sources): Handlers<typeof packageContract> {
  return {
    packages: ({ db }, { audit }) => {
      const nameOf = namesBehind(db)
      return packagesOf(db, audit).map(
        ({ items, base: _base, store: _store, audit: _audit, auditor: _auditor, ...row }) => ({
          ...row,
          items: items.length,
          madeBy: nameOf(row.madeBy),
        }),
      )
    },
    makePackage: (task, wanted) => makePackage(task, sources, wanted),
    receivePackage,
    returnPackage,
    mergePackage,
    clashes: ({ db }, { audit }) => {
      const nameOf = namesBehind(db)
      return clashesOf(db, audit).map((each) => ({
        ...each,
        oursBy: nameOf(each.oursBy),
        chosenBy: nameOf(each.chosenBy),
      }))
    },
    choose: (context, input) => {
      choose(context, input)
      return {}
    },
    brought: (context, { audit, record }) => shownRecord(context, audit, record),
    visiting: ({ db }, { audit }) => {
      const found = receivedFor(db, audit)
      return found ? { id: found.id, auditorName: found.auditorName } : null
    },
  }
}

/** @throws Refusal `kernel.no-such-record` where no package brought it. */
function shownRecord({ db }: ReadContext, audit: AuditId, record: RecordRef) {
  const found = broughtRecord(db, audit, record)
  if (!found) throw new Refusal('kernel.no-such-record')
  const { title, snapshot, sha256 } = found
  const files = attachmentsOf(db, record).map(({ name, size, sha256: hash }) => ({
    name,
    size,
    sha256: hash,
  }))
  return { record, title, snapshot, sha256, files }
}
