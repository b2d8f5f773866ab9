import { describe, expect, it } from 'vitest'

import type { TableRow } from '#shared/activity/cell'
import { preview, previewStream } from '#shared/activity/preview'
import type { PreviewBatch } from '#shared/activity/preview-model'

import { tableOf } from './import-fixtures.ts'
import { comesTo, head, long, parameters, troublesOf } from './import-mappings.ts'

describe('what stands twice', () => {
  it('a month twice in the file is an error that names the first', () => {
    const rows = tableOf(
      head,
      ['2025-01', '煤', 9000, 't'],
      ['2025年1月', '煤', '9000.0', 't'],
      ['2025-01', '煤', 9001, 't'],
    )
    expect(comesTo(long, rows)).toMatchObject({
      readings: ['coal 2025-01 9000 from t at 表1!C2'],
      troubles: ['error C3 month-twice', 'error C4 month-twice'],
      duplicates: ['month-twice C3 C2 same', 'month-twice C4 C2'],
    })
  })
  it('a day may hold several deliveries; two exactly alike are doubted', () => {
    const rows = tableOf(
      head,
      ['2025-01-03', '煤', 300, 't', null, 'A'],
      ['2025-01-03', '煤', 300, 't', null, 'B'],
      ['2025-01-03', '煤', 300, 't', null, 'B'],
    )
    expect(comesTo(long, rows)).toMatchObject({
      counts: { readings: 3 },
      troubles: ['warning C4 delivery-twice'],
      duplicates: ['delivery-twice C4 C3 same'],
    })
  })
  it('a month beside its own days is an error, whichever comes first', () => {
    expect(
      troublesOf(long, tableOf(head, ['2025-01-03', '煤', 300, 't'], ['2025-01', '煤', 9000, 't'])),
    ).toEqual(['error C3 period-overlap'])
    expect(
      troublesOf(long, tableOf(head, ['2025-01', '煤', 9000, 't'], ['2025-01-03', '煤', 300, 't'])),
    ).toEqual(['error C3 period-overlap'])
  })
  it('what is already recorded is refused unless it is taken as a correction', () => {
    const rows = tableOf(head, ['2025-01', '煤', 9000, 't'], ['2025-02', '煤', 9000, 't'])
    const recorded = (_: string, from: string) => (from === '2025-01-01' ? { value: '9000' } : null)
    expect(comesTo(long, rows, { recorded })).toMatchObject({
      readings: ['coal 2025-02 9000 from t at 表1!C3'],
      troubles: ['error C2 already-recorded'],
      duplicates: ['recorded C2 9000 same'],
    })
    expect(comesTo(long, rows, { recorded, acceptRepairs: ['activity.already-recorded'] })).toMatchObject({
      counts: { readings: 2, errors: 0, warnings: 1 },
    })
  })
  it('months outside of the period are errors', () => {
    const rows = tableOf(
      head,
      ['2024-12', '煤', 9000, 't'],
      ['2025-01', '煤', 9000, 't'],
      ['2026-01', '煤', 9000, 't'],
    )
    expect(troublesOf(long, rows, { period: { from: '2025-01-01', to: '2026-01-01' } })).toEqual([
      'error A2 outside-period',
      'error A4 outside-period',
    ])
  })
})

describe('repairs', () => {
  const rows = tableOf(
    head,
    ['45658', '煤', '约9000', 't'],
    ['2025-02', '库存', 0.30000000000000004, 't'],
    ['2025-03', '煤', 9000, null],
    ['2025-04', '电', 812000, 'MWh'],
  )
  it('are proposed, and nothing is changed unless the person takes them', () => {
    expect(troublesOf(long, rows)).toEqual([
      'error C2 text-in-number -> 9000',
      'error A2 date-as-number -> 2025-01-01',
      'error C3 float-noise -> 0.3',
      'error C4 unit-missing -> 9000 t',
      'warning C5 thousand-times -> 812000 kWh',
    ])
    expect(comesTo(long, rows).readings).toEqual(['power 2025-04 812000 from MWh at 表1!C5'])
  })
  it('once taken, the reading says which it was and keeps the text that was entered', () => {
    const acceptRepairs = [
      'text-in-number',
      'date-as-number',
      'float-noise',
      'unit-missing',
      'thousand-times',
    ].map((code) => `activity.${code}`)
    const { readings, counts } = preview(rows, long, parameters, { period: null, acceptRepairs })
    expect(
      readings.map(({ text, inParameterUnit, unit, repaired }) => [text, inParameterUnit, unit, repaired]),
    ).toEqual([
      ['约9000', '9000', 't', 'activity.text-in-number'],
      ['0.30000000000000004', '0.3', 't', 'activity.float-noise'],
      ['9000', '9000', 't', 'activity.unit-missing'],
      ['812000', '812', 'kWh', 'activity.thousand-times'],
    ])
    expect(counts).toMatchObject({ errors: 0, rejectedRows: 0 })
  })
  it('may be taken for a single cell only', () => {
    const acceptRepairs = [
      'activity.text-in-number 表1!C2',
      'activity.date-as-number 表1!A2',
      'activity.unit-missing 表1!C9',
    ]
    expect(comesTo(long, rows, { acceptRepairs }).readings).toEqual([
      'coal 2025-01-01 9000 from t at 表1!C2',
      'power 2025-04 812000 from MWh at 表1!C5',
    ])
  })
  it('an amount far from usual that no unit explains is shown, not repaired', () => {
    const far = tableOf(
      head,
      ['2025-01', '电', 5000000000000, 'kWh'],
      ['2025-02', '电', 0.812, 'MWh'],
      ['2025-03', '电', 2000, 'MWh'],
      ['2025-01', '库存', -5, 't'],
    )
    expect(troublesOf(long, far)).toEqual([
      'warning C2 far-from-usual',
      'warning C3 thousand-times -> 0.812 GWh',
    ])
  })
})

describe('a stream of rows', () => {
  async function* endless(count: number): AsyncGenerator<TableRow> {
    yield* tableOf(head)
    for (let at = 0; at < count; at += 1) {
      const [row] = tableOf(['2025-01-03', '煤', at + 0.5, 't', null, String(at)])
      if (row) yield { ...row, number: at + 2 }
    }
  }
  it('is handed on in batches and comes to the same as all at once', async () => {
    const batches: PreviewBatch[] = []
    const told: number[] = []
    const counts = await previewStream(endless(1200), long, parameters, {
      period: null,
      acceptRepairs: [],
      sink: (batch) => void batches.push(batch),
      onProgress: (rows) => void told.push(rows),
    })
    expect(batches.map(({ readings }) => readings.length)).toEqual([499, 500, 201])
    expect(told).toEqual([500, 1000, 1201])
    expect(counts).toMatchObject({ rows: 1200, readings: 1200, errors: 0 })
    const rows: TableRow[] = []
    for await (const row of endless(1200)) rows.push(row)
    const atOnce = preview(rows, long, parameters, { period: null, acceptRepairs: [] })
    expect(batches.flatMap(({ readings }) => readings)).toEqual(atOnce.readings)
    expect(atOnce.counts).toEqual(counts)
  })
  it('takes rows in chunks, some of which are empty, and ends with the last row of the mapping', async () => {
    async function* chunks(): AsyncGenerator<readonly TableRow[]> {
      const rows: TableRow[] = []
      for await (const row of endless(30)) rows.push(row)
      yield []
      yield rows.slice(0, 20)
      yield []
      yield rows.slice(20)
      throw new Error('beyond the last row')
    }
    const options = { period: null, acceptRepairs: [], sink: () => undefined }
    await expect(previewStream(chunks(), long, parameters, options)).rejects.toThrow('beyond')
    const counts = await previewStream(chunks(), { ...long, lastRow: 15 }, parameters, options)
    expect(counts).toMatchObject({ rows: 14, readings: 14 })
  })
  it('stops when it is told to', async () => {
    const leaving = new AbortController()
    const work = previewStream(endless(100_000), long, parameters, {
      period: null,
      acceptRepairs: [],
      signal: leaving.signal,
      sink: () => leaving.abort(),
    })
    await expect(work).rejects.toMatchObject({ code: 'activity.import-cancelled' })
  })
  it('100,000 rows pass through in a few seconds', async () => {
    let readings = 0
    const counts = await previewStream(endless(100_000), long, parameters, {
      period: null,
      acceptRepairs: [],
      sink: (batch) => void (readings += batch.readings.length),
    })
    expect(readings).toBe(100_000)
    expect(counts.errors).toBe(0)
  })
})
