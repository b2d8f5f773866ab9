import { creditChecksOf, criteriaOf, risksOf } from '#db/risks/queries'
import type { SignalSource } from '#electron/kernel/offers'
import { type Day, dayAt } from '#shared/kernel/period'
import type { RequirementSignal } from '#shared/kernel/signal'
import { type Subsystem, subsystems } from '#shared/kernel/subsystem'
import { type CreditCheck, type CreditItem, creditItems, creditLine } from '#shared/risks/credit'
import { type Criteria, riskClasses } from '#shared/risks/criteria'
import { aims, type Risk } from '#shared/risks/risk'
import { isGap, nextReviewOf } from '#shared/risks/standing'

import { refOf } from './risks.ts'

/** What is known when a requirement of 6.5 is looked at. */
interface Known {
  readonly criteria: readonly Criteria[]
  /** Those that are open. */
  readonly open: readonly Risk[]
  readonly checks: readonly CreditCheck[]
  readonly today: Day
}
type Said = Pick<RequirementSignal, 'isMet' | 'code' | 'facts' | 'records' | 'path'>

/** What risks, criteria and the credit record say of 6.5 and of every requirement that a risk register shows. */
export const riskSignals: SignalSource = (db, { today }) => {
  const open = risksOf(db).filter(({ closedOn }) => closedOn === null)
  const known = { criteria: criteriaOf(db), open, checks: creditChecksOf(db), today }
  const classes = riskClasses.filter((each) => each !== 'other')
  return [
    ...subsystems.map(
      (each) =>
        ({ about: { evidence: 'risk-register', subsystem: each }, ...registered(known, each) }) as const,
    ),
    { about: { requirement: '6.5.2-a' }, ...reviewed(known) },
    { about: { requirement: '6.5.2-b' }, ...ruled(known) },
    { about: { requirement: 'C.6.1.1-p2' }, ...ruled(known) },
    { about: { requirement: 'C.6.2-p1' }, ...limited(known) },
    { about: { requirement: '6.5.2-c' }, ...answered(known) },
    { about: { requirement: '6.5.2-c-2' }, ...tested(known) },
    { about: { requirement: 'C.6.1.3-p1' }, ...tested(known) },
    ...aims.map((aim, at) => ({
      about: { requirement: `6.5.1.1-${at + 1}` },
      ...some(known, 'aim', aim, ({ aim: own }) => own === aim),
    })),
    ...classes.map((own, at) => ({
      about: { requirement: `6.5.1.2-${'abcdef'.charAt(at)}` },
      ...some(known, 'class', own, (each) => each.class === own),
    })),
    ...creditItems.map((item, at) => ({
      about: { requirement: `6.5.1.2-f-${at + 1}` },
      ...asked(known, item),
    })),
  ]
}

function said(
  isMet: boolean,
  code: string,
  records: readonly Risk[],
  facts: Said['facts'] = {},
  path = '/risks',
): Said {
  return {
    isMet,
    code: `risks.signal.${code}`,
    facts: { count: records.length, ...facts },
    records: records.map(({ id }) => refOf(id)),
    path,
  }
}

function registered({ open }: Known, subsystem: Subsystem): Said {
  const own = open.filter((each) => subsystem === 'core' || each.subsystem === subsystem)
  return own.length > 0 ? said(true, 'registered', own) : said(false, 'none', [])
}
function some({ open }: Known, by: 'aim' | 'class', word: string, is: (risk: Risk) => boolean): Said {
  const own = open.filter(is)
  return said(own.length > 0, `${own.length > 0 ? 'some' : 'no'}-${by}-${word}`, own)
}
function reviewed({ open, criteria, today }: Known): Said {
  const late = open.filter((each) => (nextReviewOf(each, criteria) ?? '') < today)
  if (late.length > 0) return said(false, 'reviews-late', late)
  return said(open.length > 0, open.length > 0 ? 'reviewed' : 'none', open)
}
function ruled({ criteria }: Known): Said {
  const newest = criteria.at(-1)
  if (!newest) return said(false, 'no-criteria', [], {}, '/risks/criteria')
  const facts = { number: newest.number, on: dayAt(newest.madeAt) }
  return said(true, 'criteria', [], facts, '/risks/criteria')
}
function limited({ criteria }: Known): Said {
  const count = Object.keys(criteria.at(-1)?.acceptable ?? {}).length
  return said(count > 0, count > 0 ? 'limits' : 'no-limits', [], { count }, '/risks/criteria')
}
function answered({ open, criteria }: Known): Said {
  const gaps = open.filter((each) => isGap(each, criteria))
  if (gaps.length > 0) return said(false, 'gaps', gaps)
  return said(open.length > 0, open.length > 0 ? 'no-gaps' : 'none', open)
}
/** Every treatment says by what it is judged, and those that are done were judged in time. */
function tested({ open, today }: Known): Said {
  const isWanting = ({ treatments }: Risk) =>
    treatments.some(
      ({ state, test, checkDue }) =>
        (state === 'planned' && test === '') ||
        (state === 'done' && (test === '' || (checkDue !== null && checkDue < today))),
    )
  const wanting = open.filter(isWanting)
  if (wanting.length > 0) return said(false, 'untested', wanting)
  const treated = open.filter(({ treatments }) => treatments.length > 0)
  return said(treated.length > 0, treated.length > 0 ? 'tested' : 'untreated', treated)
}
function asked({ checks, today }: Known, item: CreditItem): Said {
  const { last, due } = creditLine(checks, item)
  if (last === null) return said(false, 'credit-unasked', [], {}, '/risks/credit')
  const isOld = due !== null && due < today
  return said(!isOld, isOld ? 'credit-old' : 'credit-asked', [], { on: last.checkedOn }, '/risks/credit')
}
