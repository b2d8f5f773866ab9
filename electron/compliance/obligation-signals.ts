import { obligationsOf } from '#db/compliance/obligation-queries'
import type { ReadDb } from '#db/kernel/access'
import type { SignalSource } from '#electron/kernel/offers'
import { type Evaluation, evaluationOn } from '#shared/compliance/evaluation'
import type { Obligation } from '#shared/compliance/obligation'
import { isEnded, isLive, isUnanswered, nextEvaluation } from '#shared/compliance/obligation-standing'
import type { Day } from '#shared/kernel/period'
import type { RecordRef } from '#shared/kernel/record'
import type { RequirementSignal } from '#shared/kernel/signal'
import { type Subsystem, subsystems } from '#shared/kernel/subsystem'

import { evaluationRef, linkedTo, obligationRef } from './obligations.ts'

type Said = Pick<RequirementSignal, 'isMet' | 'code' | 'facts' | 'records' | 'path'>
interface Known {
  readonly all: readonly Obligation[]
  readonly live: readonly Obligation[]
  readonly today: Day
}

/** What obligations and their evaluations say of 4.2, 6.1.2 a, 9.1.2 and of every requirement that they show. */
export const obligationSignals: SignalSource = (db, { today }) => {
  const all = obligationsOf(db).filter((each) => !isEnded(each, today))
  const live = all.filter((each) => isLive(each, today))
  const known = { all, live, today }
  return [
    ...subsystems.flatMap((subsystem): RequirementSignal[] => [
      { about: { evidence: 'compliance-obligation', subsystem }, ...registered(of(known, subsystem)) },
      { about: { evidence: 'compliance-evaluation', subsystem }, ...evaluated(of(known, subsystem)) },
    ]),
    { about: { requirement: '4.2-1' }, ...decided(known) },
    { about: { requirement: '4.2-2' }, ...atHand(known) },
    { about: { requirement: '4.2-3' }, ...applied(known) },
    { about: { requirement: '4.2-5' }, ...reviewed(known) },
    { about: { requirement: '9.1.2-a' }, ...inTime(known) },
    { about: { requirement: '9.1.2-c' }, ...answered(db, known) },
    { about: { requirement: '9.1.2-p2' }, ...approved(known) },
  ]
}

/** The whole system counts every obligation; a subsystem its own and those of the whole. */
function of({ all, live, today }: Known, subsystem: Subsystem): Known {
  const isOwn = (each: Obligation) => subsystem === 'core' || each.subsystem === subsystem
  return { all: all.filter(isOwn), live: live.filter(isOwn), today }
}
function said(isMet: boolean, what: string, records: readonly Obligation[]): Said {
  return {
    isMet,
    code: `compliance.signal.${what}`,
    facts: { count: records.length },
    records: records.map(({ id }) => obligationRef(id)),
    path: '/compliance/obligations',
  }
}
/** Met by all of those in force, of which there has to be one. */
function byAll({ live }: Known, isWanting: (each: Obligation) => boolean, good: string, bad: string): Said {
  if (live.length === 0) return said(false, 'none', [])
  const wanting = live.filter(isWanting)
  return wanting.length > 0 ? said(false, bad, wanting) : said(true, good, live)
}

function registered({ live }: Known): Said {
  return live.length > 0 ? said(true, 'registered', live) : said(false, 'none', [])
}
function evaluated(known: Known): Said {
  const last = (each: Obligation) => evaluationOn(each.evaluations, known.today)
  return byAll(known, (each) => last(each) === null, 'evaluated', 'unevaluated')
}
function decided({ all }: Known): Said {
  const open = all.filter(({ applicability }) => applicability === 'undecided')
  if (open.length > 0) return said(false, 'undecided', open)
  return said(all.length > 0, all.length > 0 ? 'decided' : 'none', all)
}
function atHand(known: Known): Said {
  const lacks = ({ text, versions }: Obligation) => text === '' && versions.at(-1)?.file === null
  return byAll(known, lacks, 'at-hand', 'no-text')
}
function applied(known: Known): Said {
  const lacks = ({ processes, posts, owner }: Obligation) =>
    processes.length === 0 || (posts.length === 0 && owner === null)
  return byAll(known, lacks, 'applied', 'unapplied')
}
function reviewed(known: Known): Said {
  return byAll(known, ({ nextReview }) => nextReview < known.today, 'reviewed', 'review-late')
}
function inTime(known: Known): Said {
  const isLate = (each: Obligation) => (nextEvaluation(each, known.today) ?? known.today) < known.today
  return byAll(known, isLate, 'in-time', 'evaluation-late')
}
function answered(db: ReadDb, { live, today }: Known): Said {
  const open = live.filter((each) => {
    const last = evaluationOn(each.evaluations, today)
    return last !== null && isUnanswered(last, linkedTo(db, evaluationRef(last)))
  })
  if (open.length > 0) return said(false, 'unanswered', open)
  const judged = live.filter(({ evaluations }) => evaluations.length > 0)
  return said(judged.length > 0, judged.length > 0 ? 'answered' : 'unevaluated', judged)
}
/** Every evaluation was approved by another than who made it, or with the reason of who is alone. */
function approved({ live }: Known): Said {
  const judged = live.flatMap(({ evaluations }) => evaluations)
  const open = judged.filter(({ approvedAt }) => approvedAt === null)
  const shown: readonly Evaluation[] = open.length > 0 ? open : judged
  const records: readonly RecordRef[] = shown.map(evaluationRef)
  const isMet = judged.length > 0 && open.length === 0
  const what = judged.length === 0 ? 'unevaluated' : isMet ? 'approved' : 'unapproved'
  return {
    ...said(isMet, what, []),
    facts: { count: shown.length },
    records,
    path: '/compliance/evaluations',
  }
}
