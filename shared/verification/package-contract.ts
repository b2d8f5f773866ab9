import { z } from 'zod'

import { query, task } from '#shared/kernel/contract'
import { facts } from '#shared/kernel/finding'
import { instant } from '#shared/kernel/period'

import { caseId } from './case.ts'
import { sampleItem, sampling } from './sampling.ts'

/** A package as the plant remembers it. */
export const packageRecord = z.object({
  id: z.string(),
  seal: z.string(),
  fileName: z.string(),
  size: z.int(),
  files: z.int(),
  recipient: z.string(),
  headSeq: z.int(),
  headHash: z.string(),
  madeBy: z.string(),
  madeAt: instant,
})
export type PackageRecord = Readonly<z.output<typeof packageRecord>>

/** What a check of a package found. It is sound without a trouble. */
export const packageReport = z.object({
  seal: z.string().nullable(),
  title: z.string(),
  madeAt: z.string(),
  files: z.int(),
  /** Figures computed again from their operands, and from their leaves. */
  figures: z.int(),
  totals: z.int(),
  evidence: z.int(),
  trail: z.int(),
  /** Whether this plant handed it over itself; null where that was not asked. */
  isKnown: z.boolean().nullable(),
  troubles: z.array(z.object({ code: z.string(), facts })),
})
export type PackageReport = Readonly<z.output<typeof packageReport>>

export const packageContract = {
  /** Makes the package of a case and offers it for download under its id. */
  makePackage: task(
    'verification.check',
    z.object({
      id: caseId,
      recipient: z.string().trim().min(1).max(300),
      purpose: z.string().trim().max(300),
    }),
    packageRecord,
  ),
  /** Looks at every file of a package and computes every figure of it again. */
  checkPackage: task(
    'verification.read',
    z.object({ upload: z.string(), seal: z.string().trim().max(64) }),
    packageReport,
  ),
  /** The lines of a case's inventory that a sample chooses. */
  sample: query(
    'verification.read',
    sampling.extend({ case: caseId }),
    z.object({ population: z.int(), items: z.array(sampleItem.extend({ name: z.string() })) }),
  ),
  /** Takes in the verifier's questions, findings and conclusions from a JSON, CSV or XLSX file. */
  mergeReplies: task(
    'verification.enter',
    z.object({ id: caseId, upload: z.string() }),
    z.object({ added: z.int(), known: z.int(), differing: z.int() }),
  ),
  /** The empty form of that file as a workbook. */
  repliesForm: task(
    'verification.read',
    z.object({ id: caseId, language: z.enum(['zh', 'en']) }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),
}
