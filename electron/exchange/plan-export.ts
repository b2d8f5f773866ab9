import { userById } from '#db/access/queries'
import { storeIdentity } from '#db/kernel/queries'
import { planById, plansOf } from '#db/monitoring/plan-queries'
import { nodeById } from '#db/organization/queries'
import { factorLibraryOf } from '#electron/factors/library'
import type { TaskContext, UserId } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { spelledHead } from '#electron/kernel/given-anchors'
import { printDocx } from '#electron/kernel/print-docx'
import { printXlsx } from '#electron/kernel/print-xlsx'
import type { ExportRecord } from '#shared/exchange/model'
import { canonical } from '#shared/kernel/canonical'
import { anchoredPaper } from '#shared/kernel/paper'
import { Refusal } from '#shared/kernel/refusal'
import { anchoredSheets } from '#shared/kernel/sheet'
import type { Language } from '#shared/kernel/texts'
import type { PlanId } from '#shared/monitoring/plan'
import { comparePlans } from '#shared/monitoring/plan-compare'
import { planPaper, type PlanPrint } from '#shared/monitoring/plan-paper'
import { planSheets } from '#shared/monitoring/plan-sheets'

import { makeFiles } from './make-files.ts'

interface Wanted {
  readonly plan: PlanId
  readonly kinds: readonly ('docx' | 'xlsx')[]
  readonly language: Language
}

/** Makes the files of one version of the monitoring plan, with what changed against the version before it. */
export async function exportPlan(
  task: TaskContext,
  { plan, kinds, language }: Wanted,
): Promise<ExportRecord[]> {
  const print = printOf(task, plan, language)
  const anchor = spelledHead(task.folder)
  const paper = anchoredPaper(planPaper(print), anchor)
  const name = `${print.plan.content.title}-v${print.plan.number}`.replace(/[\\/:*?"<>|\s]+/g, '_')
  return makeFiles(
    task,
    [...new Set(kinds)].map((format) => ({
      kind: 'plan' as const,
      format,
      name,
      language,
      inventoryId: null,
      bytes: () =>
        format === 'docx'
          ? printDocx(paper, task.around.program)
          : printXlsx(anchoredSheets(planSheets(print), anchor), {
              title: paper.title,
              footer: paper.footer,
            }),
    })),
  )
}

function printOf({ db, today, around }: TaskContext, id: PlanId, language: Language): PlanPrint {
  const plan = planById(db, id)
  if (!plan) throw new Refusal('monitoring.no-such-plan')
  const versions = plansOf(db, plan.facility).filter(({ number }) => number <= plan.number)
  const before = versions.find((each) => each.id === plan.after)
  return {
    plan,
    facility: nodeById(db, plan.facility)?.name ?? '',
    versions,
    reasons: new Map(versions.map(({ number, content }) => [number, content.reason])),
    differences: before ? comparePlans(before, plan) : [],
    approvedBy: plan.approvedBy === null ? null : (userById(db, plan.approvedBy as UserId)?.name ?? null),
    factorNames: new Map(
      factorLibraryOf(db, around).flatMap(({ urn, factors }) =>
        factors.map(({ ref, name }) => [`${urn}#${ref}`, name[language]] as const),
      ),
    ),
    language,
    isSample: storeIdentity(db)?.isSample ?? false,
    madeOn: today,
    hash: sha256(canonical(plan.content)),
  }
}
