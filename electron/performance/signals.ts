import type { ReadDb } from '#db/kernel/access'
import {
  appraisalsOf,
  changesOf,
  criteriaOf,
  reviewMethodsOf,
  suppliersOf,
  systemReviewsOf,
  thresholdsOf,
} from '#db/performance/operation-queries'
import { baselinesOf, measuresOf, objectivesOf } from '#db/performance/plan-queries'
import { allReviews, indicatorsOf } from '#db/performance/queries'
import type { SignalSource } from '#electron/kernel/offers'
import type { EvidenceKind } from '#shared/kernel/evidence-kinds'
import { isValidOn, dayAt } from '#shared/kernel/period'
import type { RecordRef } from '#shared/kernel/record'
import type { Facts } from '#shared/kernel/refusal'
import type { RequirementSignal } from '#shared/kernel/signal'
import type { Subsystem } from '#shared/kernel/subsystem'
import { addDays } from '#shared/kernel/working-days'
import { inForce } from '#shared/performance/baseline'
import { objectiveGaps, open } from '#shared/performance/objective'
import { criterionFindings } from '#shared/performance/operation'
import { evaluationDue } from '#shared/performance/supplier'
import { lastFinished } from '#shared/performance/system-review'

import { allOffers } from './changes.ts'
import { standingOf } from './system-reviews.ts'

/** What the records of this area say of the requirements (6.1 to 6.4, 8.1, 8.2, A.8). */
export const performanceSignals: SignalSource = (db, { today }) => [
  ...reviewSignals(db, today),
  ...indicatorSignals(db, today),
  ...objectiveSignals(db),
  ...changeSignals(db, today),
  ...criterionSignals(db),
  ...supplySignals(db, today),
]

interface Said {
  readonly what: string
  readonly facts?: Facts
  readonly records?: readonly RecordRef[]
  readonly path: string
  readonly isMet: boolean
}
function about(
  evidence: EvidenceKind,
  subsystem: Subsystem | 'all',
  { what, facts = {}, records = [], path, isMet }: Said,
): RequirementSignal {
  return {
    about: { evidence, subsystem },
    isMet,
    code: `performance.signal.${what}`,
    facts,
    records,
    path: `/performance/${path}`,
  }
}

function reviewSignals(db: ReadDb, today: string): RequirementSignal[] {
  const reviews = systemReviewsOf(db)
  const standing = standingOf(db, today).filter(({ inScope }) => inScope)
  const said = standing.map(({ subsystem, changes }): RequirementSignal => {
    const last = lastFinished(reviews, subsystem)
    const path = 'reviews'
    if (!last) return about('system-review', subsystem, { what: 'no-review', path, isMet: false })
    const records: RecordRef[] = [`performance/system-review/${last.id}`]
    const facts = { number: last.number, on: last.heldOn, next: last.nextOn, changes: changes.length }
    if (changes.length > 0)
      return about('system-review', subsystem, { what: 'review-change', facts, records, path, isMet: false })
    const isMet = (last.nextOn ?? '') >= today
    return about('system-review', subsystem, {
      what: isMet ? 'review' : 'review-late',
      facts,
      records,
      path,
      isMet,
    })
  })
  const missing = said.filter(({ isMet }) => !isMet).length
  const [method] = reviewMethodsOf(db)
  return [
    ...said,
    about('system-review', 'core', {
      what: missing === 0 ? 'reviews' : 'reviews-missing',
      facts: { all: said.length, missing },
      records: said.flatMap(({ records }) => records),
      path: 'reviews',
      isMet: missing === 0,
    }),
    {
      ...about('system-review', 'core', {
        what: method ? 'review-method' : 'no-review-method',
        facts: method ? { number: method.number, title: method.title } : {},
        records: method ? [`performance/review-method/${method.id}`] : [],
        path: 'reviews',
        isMet: method !== undefined,
      }),
      about: { requirement: '6.1.1-p3' },
    },
  ]
}

function indicatorSignals(db: ReadDb, today: string): RequirementSignal[] {
  const inUse = indicatorsOf(db).filter(({ retiredOn }) => retiredOn === null || retiredOn > today)
  const based = baselinesOf(db).filter((each) => inForce(each) !== null)
  const compared = inUse.filter(({ references }) => references.length > 0)
  const reviews = allReviews(db)
  const recent = reviews.filter(({ madeAt }) => dayAt(madeAt) >= addDays(today, -400))
  const of = (evidence: EvidenceKind, what: string, records: readonly RecordRef[], path: string) =>
    about(evidence, 'all', {
      what: records.length > 0 ? what : `no-${what}`,
      facts: { count: records.length },
      records,
      path,
      isMet: records.length > 0,
    })
  return [
    of(
      'indicator',
      'indicator',
      inUse.map(({ id }): RecordRef => `performance/indicator/${id}`),
      'indicators',
    ),
    of(
      'baseline',
      'baseline',
      based.map(({ id }): RecordRef => `performance/baseline/${id}`),
      'baselines',
    ),
    of(
      'benchmark',
      'benchmark',
      compared.map(({ id }): RecordRef => `performance/indicator/${id}`),
      'indicators',
    ),
    of(
      'performance-evaluation',
      'evaluation',
      [...new Set(recent.map(({ indicator }): RecordRef => `performance/indicator/${indicator}`))],
      'indicators',
    ),
  ]
}

function objectiveSignals(db: ReadDb): RequirementSignal[] {
  const objectives = objectivesOf(db).filter(({ state }) => state !== 'closed')
  const published = objectives.filter(({ state }) => state === 'published')
  const lacking = objectives.filter((each) =>
    objectiveGaps(each).some(({ severity }) => severity === 'blocks-report'),
  )
  const planless = objectives.filter(({ measures }) => open(measures).length === 0)
  const measures = measuresOf(db).filter(({ state }) => state !== 'dropped')
  const decided = measures.filter(({ state }) => state !== 'draft')
  const path = 'targets'
  const objectiveRecords = published.map(({ id }): RecordRef => `performance/objective/${id}`)
  const measureRecords = measures.map(({ id }): RecordRef => `performance/measure/${id}`)
  const isWhole = published.length > 0 && lacking.length === 0
  const isPlanned = decided.length > 0 && planless.length === 0
  return [
    about('objective', 'all', {
      what: isWhole ? 'objective' : published.length === 0 ? 'no-objective' : 'objective-lacking',
      facts: { count: published.length, lacking: lacking.length },
      records: objectiveRecords,
      path,
      isMet: isWhole,
    }),
    about('action-plan', 'all', {
      what: isPlanned ? 'plan' : decided.length === 0 ? 'no-plan' : 'plan-lacking',
      facts: { count: decided.length, lacking: planless.length },
      records: measureRecords,
      path,
      isMet: isPlanned,
    }),
    about('reduction-measure', 'all', {
      what: decided.length > 0 ? 'measure' : 'no-measure',
      facts: {
        count: decided.length,
        verified: measures.filter(({ state }) => state === 'verified').length,
      },
      records: measureRecords,
      path,
      isMet: decided.length > 0,
    }),
  ]
}

/** Without any change there is nothing to say; a change that nobody judged is out of control. */
function changeSignals(db: ReadDb, today: string): RequirementSignal[] {
  const changes = changesOf(db)
  const taken = new Set(changes.flatMap(({ origin }) => origin ?? []))
  const offered = allOffers(db, today).filter(
    ({ origin, occursOn }) => !taken.has(origin) && isValidOn({ validFrom: occursOn, validTo: null }, today),
  )
  const unjudged = changes.filter(({ judgement, state }) => judgement === null && state !== 'dropped')
  if (changes.length + offered.length === 0) return []
  const count = offered.length + unjudged.length
  return [
    about('change-record', 'all', {
      what: count === 0 ? 'change' : 'change-unjudged',
      facts: { count: changes.length, open: count },
      records: changes.map(({ id }): RecordRef => `performance/change/${id}`),
      path: 'changes',
      isMet: count === 0,
    }),
  ]
}

function criterionSignals(db: ReadDb): RequirementSignal[] {
  const criteria = criteriaOf(db).filter(({ retiredOn }) => retiredOn === null)
  const parts = ['core', ...new Set(criteria.map(({ subsystem }) => subsystem))]
  return [...new Set(parts)].map((part) => {
    const own = part === 'core' ? criteria : criteria.filter(({ subsystem }) => subsystem === part)
    const vague = own.filter((each) =>
      criterionFindings(each).some(({ code }) => code === 'performance.criterion-vague'),
    )
    const isMet = own.length > 0 && vague.length === 0
    return about('operation-criteria', part as Subsystem, {
      what: isMet ? 'criterion' : own.length === 0 ? 'no-criterion' : 'criterion-vague',
      facts: { count: own.length, vague: vague.length },
      records: own.map(({ id }): RecordRef => `performance/criterion/${id}`),
      path: 'operation',
      isMet,
    })
  })
}

function supplySignals(db: ReadDb, today: string): RequirementSignal[] {
  const decided = appraisalsOf(db).filter(({ state }) => state !== 'draft')
  const appraisal = (evidence: EvidenceKind, kind: 'design' | 'purchase') => {
    const own = decided.filter((each) => each.kind === kind)
    return about(evidence, 'emission', {
      what: own.length > 0 ? kind : `no-${kind}`,
      facts: { count: own.length },
      records: own.map(({ id }): RecordRef => `performance/appraisal/${id}`),
      path: 'appraisals',
      isMet: own.length > 0,
    })
  }
  const suppliers = suppliersOf(db).filter(({ retiredOn }) => retiredOn === null)
  const limit = thresholdsOf(db)['supplier-spend']
  const late = suppliers.filter((each) => (evaluationDue(each, limit, today) ?? '9999') <= today)
  const evaluated = suppliers.filter(({ evaluations }) => evaluations.length > 0)
  const isMet = evaluated.length > 0 && late.length === 0
  return [
    appraisal('design-review', 'design'),
    appraisal('purchase-record', 'purchase'),
    about('supplier-evaluation', 'emission', {
      what: isMet ? 'supplier' : late.length > 0 ? 'supplier-late' : 'no-supplier',
      facts: { count: evaluated.length, late: late.length },
      records: evaluated.map(({ id }): RecordRef => `performance/supplier/${id}`),
      path: 'suppliers',
      isMet,
    }),
  ]
}
