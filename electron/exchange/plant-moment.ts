import type { ReadDb } from '#db/kernel/access'
import { storeIdentity } from '#db/kernel/queries'
import type { PlantMoment } from '#shared/exchange/schedule'

/** An instant as the clock on the plant's wall says it. */
export function plantMoment(db: ReadDb, instant: Date): PlantMoment {
  const zone = storeIdentity(db)?.timeZone ?? 'Asia/Shanghai'
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...shape })
  clocks.set(zone, clock)
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
  return {
    weekday: weekdays.indexOf(parts.get('weekday') ?? '') + 1,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  }
}
const shape = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
/** Made once: it takes a thousand times as long as to use one. */
const clocks = new Map<string, Intl.DateTimeFormat>()
