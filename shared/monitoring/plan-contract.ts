import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'
import { nodeId } from '#shared/organization/model'

import { planContent, planId, planSubmission, planSummary, planVersion, submissionId } from './plan.ts'

const reason = z.string().trim().min(1).max(1000)
const one = z.object({ id: planId })
const receipt = z.object({
  authority: z.string().trim().min(1).max(300),
  dueOn: day.nullable(),
  submittedOn: day.nullable(),
  receiptNo: z.string().trim().min(1).max(300).nullable(),
  /** A staged upload; null leaves what was there. */
  upload: z.string().max(64).nullable(),
  note: z.string().trim().max(1000).nullable(),
})

/** Versions of the monitoring plan, their way into force, and how practice stands to the one in force. */
export const planContract = {
  /** Every version of every facility, the newest first. */
  plans: query('monitoring.read', nothing, z.array(planSummary)),
  /** A version with what it lacks, and with what the registers say otherwise today. */
  plan: query(
    'monitoring.read',
    one,
    z.object({
      plan: planVersion,
      gaps: z.array(finding),
      /** Where the registers of its first day, or of today if that is later, say something else. */
      deviations: z.array(finding),
      submissions: z.array(planSubmission),
      /** Whether the signature still covers what the version says; null before it was signed. */
      isSignatureGood: z.boolean().nullable(),
      /** Whether whoever asks wrote this version and so cannot approve it, unless alone. */
      isOwnWork: z.boolean(),
      isAlone: z.boolean(),
    }),
  ),
  /** Begins a version from the one before it, or from the registers where there is none. */
  beginPlan: command(
    'monitoring.manage',
    z.object({
      facility: nodeId,
      validFrom: day,
      title: z.string().trim().max(300),
      reason: z.string().trim().max(4000),
    }),
    planVersion,
  ),
  editPlan: command(
    'monitoring.manage',
    z.object({ id: planId, content: planContent, validFrom: day }),
    planVersion,
  ),
  /** Takes what the registers say now into a draft; what people wrote stays. */
  refreshPlan: command('monitoring.manage', one, planVersion),
  discardPlan: command('monitoring.manage', one, nothing),
  submitPlan: command('monitoring.manage', one, planVersion),
  returnPlan: command('monitoring.approve', z.object({ id: planId, reason }), planVersion),
  /** Signs a version with the password asked again. `reason` is asked of who is alone in the plant. */
  approvePlan: task(
    'monitoring.approve',
    z.object({ id: planId, password: z.string(), reason: reason.nullable() }),
    planVersion,
  ),
  /** Puts an approved version into force from its first day; the version before it ends there. */
  enactPlan: command('monitoring.manage', one, planVersion),
  /** Handing a version to the authority; the receipt may come later. */
  addSubmission: command('monitoring.enter', receipt.extend({ plan: planId }), planSubmission),
  changeSubmission: command('monitoring.enter', receipt.extend({ id: submissionId }), planSubmission),
}
