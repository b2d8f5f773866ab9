import { useEffect } from 'react'

import type { Delivery, UnderWay } from '#shared/exchange/outbox'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

/** Milliseconds between two looks at how many bytes have arrived. */
const lookEvery = 1_000

/** The outbox, with the bytes of what is on its way as they arrive; `undefined` until it is known. */
export function useOutbox(enabled = true) {
  const asked = useAsk(['exchange', 'outbox'], () => api.exchange.outbox({}), { enabled })
  const isSending = asked.data?.some(({ state }) => state === 'sending') ?? false
  const moving = useAsk(['exchange', 'under-way'], () => api.exchange.underWay({}), {
    enabled: enabled && isSending,
  })
  const { refetch } = moving
  useEffect(() => {
    if (!isSending) return
    const timer = setInterval(() => void refetch(), lookEvery)
    return () => clearInterval(timer)
  }, [isSending, refetch])
  const moved = new Map((moving.data ?? []).map((each) => [each.id, each]))
  return { ...asked, data: asked.data?.map((each) => withBytes(each, moved.get(each.id))) }
}

function withBytes(delivery: Delivery, moved: UnderWay | undefined): Delivery {
  if (moved === undefined || delivery.state !== 'sending') return delivery
  return { ...delivery, sent: Math.max(delivery.sent, moved.sent), size: moved.size }
}
