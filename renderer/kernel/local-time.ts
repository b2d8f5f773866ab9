import dayjs from 'dayjs'

/** An instant as the wall clock here shows it, `2026-11-21 08:30`; today only the time. */
export function localTime(instant: string): string {
  const at = dayjs(instant)
  return at.format(at.isSame(dayjs(), 'day') ? 'HH:mm' : 'YYYY-MM-DD HH:mm')
}
