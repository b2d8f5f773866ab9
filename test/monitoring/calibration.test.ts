import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dayAfter } from '#shared/kernel/period'
import {
  addDays,
  lapsesOf,
  meterFindings,
  openLapses,
  standingOf,
  troubleOfSettlement,
  validUntilAfter,
} from '#shared/monitoring/calibration'
import type { Certificate, CertificateResult, MeterRecord, Settlement } from '#shared/monitoring/meter'

const stamp = { changedBy: null, changedAt: '2026-06-30T02:00:00.000Z' }
let count = 0

type Paper = readonly [on: string, result: CertificateResult, until: string | null]
/** A belt scale in use since 2025, with these certificates. */
function scale(papers: readonly Paper[], settled: readonly Partial<Settlement>[] = []): MeterRecord {
  const id = 'm' as MeterRecord['meter']['id']
  return {
    meter: {
      id,
      node: 'n' as MeterRecord['meter']['node'],
      tag: 'BS-01',
      kind: 'belt-scale',
      name: null,
      model: null,
      maker: null,
      place: null,
      range: null,
      accuracy: '0.5',
      calibrationMonths: 12,
      exemption: null,
      installedOn: '2025-01-01',
      removedOn: null,
      note: null,
      replaces: null,
      ...stamp,
    },
    uses: [],
    certificates: papers.map(([calibratedOn, result, validUntil]) =>
      certificate(calibratedOn, result, validUntil),
    ),
    settlements: settled.map((each) => ({
      id: 's' as Settlement['id'],
      meter: id,
      from: '',
      to: '',
      kind: 'conservative',
      certificate: null,
      factor: null,
      reason: '',
      settledBy: null,
      settledAt: stamp.changedAt,
      withdrawnBy: null,
      withdrawnAt: null,
      withdrawReason: null,
      ...each,
    })),
  }
}
function certificate(
  calibratedOn: string,
  result: CertificateResult,
  validUntil: string | null,
): Certificate {
  count += 1
  return {
    id: `c${count}` as Certificate['id'],
    meter: 'm' as Certificate['meter'],
    number: `JD-${count}`,
    body: '市计量院',
    calibratedOn,
    validUntil,
    result,
    deviation: null,
    limit: null,
    note: null,
    file: null,
    withdrawnAt: null,
    withdrawReason: null,
    ...stamp,
  }
}
/** `2025-01-01…2025-02-28 none-yet`, one a line; the last day is included, as people say it. */
const read = (record: MeterRecord, today = '2026-06-30') =>
  lapsesOf(record, today).map(
    ({ from, to, cause, settlement }) =>
      `${from}…${addDays(to, -1)} ${cause}${settlement === null ? '' : ' settled'}`,
  )

describe('a meter is relied on from a calibration it passed to the last day of its certificate', () => {
  it('K1 without any certificate it never was', () => {
    expect(read(scale([]))).toEqual(['2025-01-01…2026-06-30 none-yet'])
  })
  it('K2 the time before the first certificate is in doubt, the time in it is not', () => {
    expect(read(scale([['2025-03-01', 'within-limits', '2026-12-31']]))).toEqual([
      '2025-01-01…2025-02-28 none-yet',
    ])
  })
  it('K3 after the last day it is overdue, until the next calibration', () => {
    const papers = [
      ['2025-01-01', 'within-limits', '2025-12-31'],
      ['2026-03-10', 'within-limits', '2027-03-09'],
    ] as const
    expect(read(scale(papers))).toEqual(['2026-01-01…2026-03-09 overdue'])
  })
  it('K4 the last day itself is valid', () => {
    const record = scale([['2025-01-01', 'within-limits', '2025-12-31']])
    expect(read(record, '2025-12-31')).toEqual([])
    expect(read(record, '2026-01-01')).toEqual(['2026-01-01…2026-01-01 overdue'])
  })
  it('K5 found outside its limits and put right: all since the calibration before is in doubt', () => {
    const papers = [
      ['2025-01-01', 'within-limits', '2025-12-31'],
      ['2025-12-20', 'adjusted', '2026-12-19'],
    ] as const
    expect(read(scale(papers))).toEqual(['2025-01-01…2025-12-19 found-outside'])
  })
  it('K6 one that failed stays invalid until it passes again', () => {
    const papers = [
      ['2025-01-01', 'within-limits', '2025-12-31'],
      ['2025-11-01', 'failed', null],
      ['2026-02-01', 'within-limits', '2027-01-31'],
    ] as const
    expect(read(scale(papers))).toEqual([
      '2025-01-01…2025-10-31 found-outside',
      '2025-11-01…2026-01-31 failed',
    ])
  })
  it('K7 a withdrawn certificate counts for nothing, a meter that needs none is never in doubt', () => {
    const record = scale([['2025-01-01', 'within-limits', '2026-12-31']])
    const [paper] = record.certificates
    const withdrawn = { ...record, certificates: [{ ...paper!, withdrawnAt: stamp.changedAt }] }
    expect(read(withdrawn)).toEqual(['2025-01-01…2026-06-30 none-yet'])
    expect(
      read({ ...scale([]), meter: { ...record.meter, calibrationMonths: null, exemption: '结算表' } }),
    ).toEqual([])
  })
  it('K8 a meter that was taken out is in doubt no longer than it was in use', () => {
    const record = scale([])
    expect(read({ ...record, meter: { ...record.meter, removedOn: '2025-07-01' } })).toEqual([
      '2025-01-01…2025-06-30 none-yet',
    ])
  })
})

describe('what was in doubt is settled', () => {
  const papers = [
    ['2025-01-01', 'within-limits', '2025-12-31'],
    ['2026-03-10', 'within-limits', '2027-03-09'],
  ] as const
  it('K9 the settled part says so, the rest stays open', () => {
    const record = scale(papers, [{ from: '2026-01-01', to: '2026-02-01' }])
    expect(read(record)).toEqual(['2026-01-01…2026-01-31 overdue settled', '2026-02-01…2026-03-09 overdue'])
    expect(openLapses(record, '2026-06-30')).toHaveLength(1)
  })
  it('K10 a settlement that was taken back settles nothing', () => {
    const record = scale(papers, [{ from: '2026-01-01', to: '2026-03-10', withdrawnAt: stamp.changedAt }])
    expect(openLapses(record, '2026-06-30')).toHaveLength(1)
  })
  const wanted = (record: MeterRecord, facts: Partial<Settlement>) =>
    troubleOfSettlement(
      record,
      {
        from: '2026-01-01',
        to: '2026-03-10',
        kind: 'proven',
        certificate: record.certificates.at(-1)?.id ?? null,
        ...facts,
      },
      '2026-06-30',
    )
  it.each([
    ['the next certificate proves the time before it', scale(papers), {}, null],
    [
      'there was nothing to settle',
      scale(papers),
      { from: '2025-03-01', to: '2025-04-01' },
      'monitoring.nothing-to-settle',
    ],
    ['more than was in doubt', scale(papers), { from: '2025-12-01' }, 'monitoring.nothing-to-settle'],
    [
      'a certificate of before proves nothing of after',
      scale([['2025-01-01', 'within-limits', '2025-12-31']]),
      {},
      'monitoring.proof-too-early',
    ],
    [
      'a meter found outside was not inside',
      scale([
        ['2025-01-01', 'within-limits', '2025-12-31'],
        ['2026-03-10', 'adjusted', '2027-03-09'],
      ]),
      {},
      'monitoring.proof-contradicts',
    ],
    [
      'but a conservative value may stand in for it',
      scale([
        ['2025-01-01', 'within-limits', '2025-12-31'],
        ['2026-03-10', 'adjusted', '2027-03-09'],
      ]),
      { kind: 'conservative', certificate: null },
      null,
    ],
  ] as const)('K11 %s', (_what, record, facts, trouble) => {
    expect(wanted(record, facts)).toBe(trouble)
  })
})

describe('reminders', () => {
  const record = scale([['2025-08-01', 'within-limits', '2026-07-31']])
  it.each([
    ['2026-06-30', 'valid'],
    ['2026-07-02', 'due'],
    ['2026-07-31', 'due'],
    ['2026-08-01', 'invalid'],
  ])('K12 on %s it is %s', (today, state) => {
    expect(standingOf(record, today).state).toBe(state)
  })
  it('K13 what is due is a note, what is overdue is to be explained', () => {
    const codes = (today: string) =>
      meterFindings([record], today)
        .map(({ code, severity }) => `${severity} ${code}`)
        .filter((text) => !text.includes('none-yet'))
    expect(codes('2026-07-10')).toEqual(['note monitoring.calibration-due'])
    expect(codes('2026-08-10')).toEqual(['explain monitoring.calibration-overdue'])
  })
  it.each([
    ['2025-03-10', 12, '2026-03-09'],
    ['2024-02-29', 12, '2025-02-27'],
    ['2025-08-31', 6, '2026-02-27'],
  ])('K14 calibrated on %s for %d months it is valid until %s', (on, months, until) => {
    expect(validUntilAfter(on, months)).toBe(until)
  })
})

it('K15 whatever the certificates, every day is either covered or in exactly one time of doubt, in order', () => {
  const day = fc.integer({ min: 0, max: 540 }).map((offset) => addDays('2025-01-01', offset))
  const paper = fc.record({
    on: day,
    length: fc.integer({ min: 0, max: 400 }),
    result: fc.constantFrom<CertificateResult>('within-limits', 'adjusted', 'failed'),
  })
  fc.assert(
    fc.property(fc.uniqueArray(paper, { selector: ({ on }) => on, maxLength: 6 }), (drawn) => {
      const papers = drawn.map(({ on, length, result }): Paper => [
        on,
        result,
        result === 'failed' ? null : addDays(on, length),
      ])
      const today = '2026-06-30'
      const lapses = lapsesOf(scale(papers), today)
      for (const [at, { from, to }] of lapses.entries()) {
        expect(from < to && from >= '2025-01-01' && to <= dayAfter(today)).toBe(true)
        const before = lapses[at - 1]
        if (before) expect(before.to <= from).toBe(true)
      }
      for (let on = '2025-01-01'; on <= today; on = addDays(on, 17)) {
        const last = papers.filter(([when]) => when <= on).toSorted((a, b) => (a[0] < b[0] ? 1 : -1))[0]
        const next = papers.filter(([when]) => when > on).toSorted((a, b) => (a[0] < b[0] ? -1 : 1))[0]
        const isGood =
          last !== undefined &&
          last[2] !== null &&
          on <= last[2] &&
          (next === undefined || next[1] === 'within-limits')
        const holding = lapses.filter(({ from, to }) => from <= on && on < to)
        expect(holding).toHaveLength(isGood ? 0 : 1)
      }
    }),
    { numRuns: 60 },
  )
})
