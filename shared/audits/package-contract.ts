import { z } from 'zod'

import { personId } from '#shared/access/model'
import { command, nothing, query, task } from '#shared/kernel/contract'
import { passphrase } from '#shared/kernel/passphrase'
import { recordRef } from '#shared/kernel/record'

import { auditId } from './audit.ts'
import { broughtRecord, clash, clashId, packageId, shownPackage } from './package.ts'

const made = z.object({ download: z.string(), fileName: z.string() })

/** An audit on the laptop of an auditor who has no account here, and its way back. */
export const packageContract = {
  packages: query('audits.read', z.object({ audit: auditId }), z.array(shownPackage)),
  /** Seals an approved audit, or what the timetable sets down for one auditor, with the records that it looks for. */
  makePackage: task(
    'audits.check',
    z.object({ audit: auditId, auditor: personId.nullable(), withFiles: z.boolean(), passphrase }),
    made,
  ),
  /** Opens a package on a laptop: the audit stands there as it was sent, to be answered. */
  receivePackage: task(
    'audits.enter',
    z.object({ upload: z.string(), passphrase: z.string().max(200) }),
    z.object({ audit: auditId, isNew: z.boolean() }),
  ),
  /** Seals what was answered on the laptop. */
  returnPackage: task('audits.enter', z.object({ audit: auditId, passphrase }), made),
  /** Merges what came back. The same package again changes nothing. */
  mergePackage: task(
    'audits.check',
    z.object({ upload: z.string(), passphrase: z.string().max(200) }),
    z.object({ audit: auditId, isNew: z.boolean(), taken: z.int(), clashes: z.int() }),
  ),
  clashes: query('audits.read', z.object({ audit: auditId }), z.array(clash)),
  choose: command('audits.check', z.object({ id: clashId, choice: z.enum(['ours', 'theirs']) }), nothing),
  /** A record that a package brought, as it stood. */
  brought: query(
    'audits.read',
    z.object({ audit: auditId, record: recordRef }),
    broughtRecord.extend({
      files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
    }),
  ),
  /** The package that brought an audit here; null for an audit of this plant's own. */
  visiting: query(
    'audits.read',
    z.object({ audit: auditId }),
    z.object({ id: packageId, auditorName: z.string() }).nullable(),
  ),
}
