import { expect, it } from 'vitest'

import { askAboutEvidence, type EvidenceUse, type FileTrace } from '#shared/activity/forensics'
import { activityTexts } from '#shared/activity/texts'

const report = (month: string, facts: Partial<EvidenceUse> = {}): EvidenceUse => ({
  sha256: month.padEnd(64, '0'),
  file: `${month} 煤质检测报告.pdf`,
  type: 'application/pdf',
  parameter: 'carbon',
  name: '元素碳含量',
  source: 'boiler',
  isProperty: true,
  month,
  reportNo: null,
  sampleDate: `${month}-28`,
  testDate: null,
  ...facts,
})
const asked = (uses: readonly EvidenceUse[], trace: Partial<FileTrace> | null = null) =>
  askAboutEvidence(uses, (sha256) =>
    trace === null
      ? undefined
      : { sha256, madeAt: null, editedAt: null, program: null, author: null, readAt: '', ...trace },
  ).map(({ code }) => code.slice('activity.'.length))

it('E1 reports of their own, tested in time, ask for nothing', () => {
  const honest = ['2025-01', '2025-02', '2025-03'].map((month, at) =>
    report(month, { reportNo: `MT-${100 + at * 17}`, testDate: `2025-0${at + 2}-05` }),
  )
  expect(asked(honest, { madeAt: '2025-02-06T08:00:00', editedAt: '2025-02-06T09:00:00' })).toEqual([])
})

it('E2 one report file under several months', () => {
  const sha256 = 'a'.repeat(64)
  expect(asked([report('2025-01', { sha256 }), report('2025-02', { sha256 })])).toContain('same-report-file')
  const ledger = {
    sha256,
    file: '台账.xlsx',
    type: 'application/vnd.ms-excel',
    isProperty: false,
    sampleDate: null,
  }
  expect(asked([report('2025-01', ledger), report('2025-02', ledger)])).toEqual([])
})

it('E3 a report number on two files, or for two months, however it is written', () => {
  const twice = [report('2025-01', { reportNo: 'MT-0017' }), report('2025-02', { reportNo: 'ＭＴ 0017' })]
  expect(asked(twice)).toEqual(['report-number-files'])
  const same = twice.map((use) => ({ ...use, sha256: 'b'.repeat(64) }))
  expect(asked(same)).toEqual(['same-report-file', 'report-number-months'])
  const properties = ['carbon', 'moisture'].map((parameter) =>
    report('2025-01', { parameter, reportNo: 'MT-17', sha256: 'c'.repeat(64) }),
  )
  expect(asked(properties)).toEqual([])
})

it('E4 a test before its sample, or after its deadline', () => {
  expect(asked([report('2025-01', { testDate: '2025-01-20' })])).toEqual(['tested-before-sampled'])
  expect(asked([report('2025-01', { testDate: '2025-03-13' })])).toEqual(['tested-late'])
  expect(asked([report('2025-01', { testDate: '2025-03-12' })])).toEqual([])
})

it('E5 several monthly tests made in one go: on one day, or under numbers without a gap', () => {
  const months = ['2025-01', '2025-02', '2025-03']
  const together = months.map((month) => report(month, { testDate: '2025-04-02', sampleDate: null }))
  expect(asked(together)).toContain('tested-on-one-day')
  expect(asked(together.slice(1))).not.toContain('tested-on-one-day')
  const inARow = months.map((month, at) => report(month, { reportNo: `MT-${17 + at}` }))
  expect(asked(inARow)).toEqual(['report-numbers-in-a-row'])
  expect(asked(inARow.slice(1))).toEqual([])
})

it('E6 a paper of one source that proves another', () => {
  const sha256 = 'd'.repeat(64)
  const other = report('2025-01', { sha256, parameter: 'bought', source: 'grid', isProperty: false })
  expect(asked([report('2025-01', { sha256 }), other])).toEqual(['file-of-others'])
  expect(asked([report('2025-01', { sha256 }), { ...other, source: 'boiler' }])).toEqual([])
})

it('E7 a file edited after the day that it proves, or saved by a program that edits pictures', () => {
  const one = [report('2025-01', { testDate: '2025-02-03' })]
  expect(asked(one, { madeAt: '2025-02-03T08:00:00', editedAt: '2025-06-01T10:00:00' })).toEqual([
    'edited-later',
  ])
  expect(asked(one, { madeAt: '2025-06-01T08:00:00', editedAt: '2025-06-01T10:00:00' })).toEqual([])
  expect(asked(one, { program: 'Adobe Photoshop CC 2019 (Windows)' })).toEqual(['image-editor'])
  expect(asked(one, { program: 'Canon iR-ADV C5235 PDF' })).toEqual([])
})

it('E8 what is asked is worded as a question', () => {
  const questions = Object.entries(activityTexts).filter(([code]) =>
    /same-report-file|report-number|tested-|no-total-moisture|file-of-others|edited-later|image-editor/.test(
      code,
    ),
  )
  expect(questions).toHaveLength(11)
  for (const [code, { zh, en }] of questions)
    expect([code, /？|请核对/.test(zh), /\?|Check/.test(en)]).toEqual([code, true, true])
})
