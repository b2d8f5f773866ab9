import { sha256 } from '#electron/kernel/crypto'
import { periodOfKey } from '#shared/activity/model'
import { day } from '#shared/kernel/period'
import type { Parameter } from '#shared/monitoring/model'

/**
 * What a row of a collection workbook is about, in a form that survives sorting, copying and e-mail:
 * `12.2026-01.9f3a2c41`, the parameter's short number, the month, day or year, and a check over both and the
 * parameter's id, which no other plant has. A key that was typed, or changed by a single character, fits nothing.
 */
export function collectionKey({ seq, id }: Pick<Parameter, 'seq' | 'id'>, period: string): string {
  return `${seq}.${period}.${sha256(`${id}/${period}`).slice(0, 8)}`
}

/** The parameter and period of a key; null for one that was not made here. */
export function readCollectionKey<P extends Pick<Parameter, 'seq'> & { readonly id: string }>(
  text: string,
  bySeq: ReadonlyMap<number, P>,
): { readonly parameter: P; readonly period: string } | null {
  const [, seq, period = '', check] =
    /^(\d+)\.(\d{4}(?:-\d{2}(?:-\d{2})?)?)\.([0-9a-f]{8})$/.exec(text.trim()) ?? []
  const parameter = bySeq.get(Number(seq))
  if (!parameter || check !== sha256(`${parameter.id}/${period}`).slice(0, 8)) return null
  return { parameter, period }
}

/** The days of a period as it stands in a key: of a day, a month, or a year. */
export function daysOfPeriod(period: string): { readonly from: string; readonly to: string } {
  if (!day.safeParse(period).success) return periodOfKey(period)
  return { from: period, to: new Date(Date.parse(period) + 86_400_000).toISOString().slice(0, 10) }
}
