import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { obligationsOf } from '#db/compliance/obligation-queries'
import type { ReadDb } from '#db/kernel/access'
import type { Handlers, ReadContext, WriteContext } from '#electron/kernel/context'
import { type ObligationId, type ShownObligation, suggestedMonths } from '#shared/compliance/obligation'
import type { obligationContract } from '#shared/compliance/obligation-contract'
import {
  type LibraryEntry,
  type ObligationLibrary,
  obligationLibrary,
  originOf,
} from '#shared/compliance/obligation-library'
import { monthsLater } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'

import {
  addDeadline,
  approveEvaluation,
  endDeadline,
  evaluateObligation,
  fulfilDeadline,
  keepDeadline,
} from './obligation-acts.ts'
import {
  addObligation,
  changeObligationText,
  editObligation,
  endObligation,
  keepText,
  register,
  removeObligation,
  resumeObligation,
  reviewObligation,
  shownObligations,
  touched,
} from './obligations.ts'

/** Compliance obligations and their evaluations. */
export const obligationHandlers: Handlers<typeof obligationContract> = {
  obligations: ({ db, today }) => shownObligations(db, today),
  addObligation,
  editObligation,
  changeObligationText,
  removeObligation,
  endObligation,
  resumeObligation,
  reviewObligation,
  addDeadline,
  endDeadline,
  fulfilDeadline,
  evaluateObligation,
  approveEvaluation,
  obligationLibrary: (context) => {
    const library = shippedObligations(context)
    const taken = takenFrom(context.db)
    return {
      ...library,
      entries: library.entries.map((entry) => ({
        ...entry,
        isTaken: taken.has(originOf(library, entry.ref)),
      })),
    }
  },
  takeObligations: (context, { refs, language }) => {
    const library = shippedObligations(context)
    const taken = takenFrom(context.db)
    return refs.map((ref) => {
      const entry = library.entries.find((each) => each.ref === ref)
      if (!entry) throw new Refusal('compliance.unknown-entry')
      const origin = originOf(library, ref)
      if (taken.has(origin)) throw new Refusal('compliance.entry-taken', { title: entry.title[language] })
      return take(context, entry, origin, language)
    })
  },
}

/** Months after which a text that was taken over is looked at: it was recalled, and is to be compared soon. */
const firstReviewMonths = 1

/** Whether it applies stays undecided: that is for the organization to judge. */
function take(
  context: WriteContext,
  {
    kind,
    subsystem,
    title,
    code,
    issuer,
    effectiveOn,
    gist,
    processes,
    clauses,
    weight,
    deadlines,
  }: LibraryEntry,
  origin: string,
  language: Language,
): ShownObligation {
  const id: ObligationId = register(
    context,
    {
      kind,
      subsystem,
      weight,
      clauses,
      processes: processes[language],
      posts: [],
      nodes: [],
      owner: null,
      evaluationMonths: suggestedMonths[weight],
      intervalReason: '',
      nextReview: monthsLater(context.today, firstReviewMonths),
      applicability: 'undecided',
      applicabilityReason: '',
    },
    origin,
  )
  const text = { title: title[language], code, issuer: issuer[language], effectiveOn, text: gist[language] }
  keepText(context, id, { ...text, reason: '' }, null)
  for (const { what, monthDay, leadDays } of deadlines)
    keepDeadline(context, id, {
      what: what[language],
      rule: { kind: 'yearly', monthDay },
      leadDays,
      owner: null,
    })
  return touched(context, id)
}

function takenFrom(db: ReadDb): ReadonlySet<string> {
  return new Set(obligationsOf(db).flatMap(({ origin }) => origin ?? []))
}

let read: { readonly program: string; readonly library: ObligationLibrary } | null = null
/** The library that comes with the program, read once per process. */
function shippedObligations({ around: { program } }: Pick<ReadContext, 'around'>): ObligationLibrary {
  if (read?.program !== program) {
    const text = readFileSync(join(program, 'resources', 'compliance', 'obligations-2026.json'), 'utf8')
    read = { program, library: obligationLibrary.parse(JSON.parse(text)) }
  }
  return read.library
}
