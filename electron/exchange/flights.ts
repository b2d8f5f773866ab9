import type { StoredDelivery } from '#db/exchange/queries'
import type { DeliveryId, UnderWay } from '#shared/exchange/outbox'

/** A delivery that is on its way in this process. */
interface Flight {
  sent: number
  size: number
  readonly stop: AbortController
}

/** Ids are never used twice, in whatever data folder: one list does for all of them. */
const flights = new Map<DeliveryId, Flight>()

export function takeOff(id: DeliveryId, { exported, progress }: StoredDelivery): Flight {
  const flight: Flight = { sent: progress?.sent ?? 0, size: exported.size, stop: new AbortController() }
  flights.set(id, flight)
  return flight
}
export function landed(id: DeliveryId): void {
  flights.delete(id)
}

export const isUnderWay = (id: DeliveryId): boolean => flights.has(id)
export function underWay(): UnderWay[] {
  return [...flights].map(([id, { sent, size }]) => ({ id, sent, size }))
}

/** Calls back what is on its way: it stays where it is, and goes on from there when its turn comes again. */
export function callBack(ids: readonly DeliveryId[]): void {
  for (const id of ids) flights.get(id)?.stop.abort()
}
export function callBackAll(): void {
  callBack([...flights.keys()])
}
