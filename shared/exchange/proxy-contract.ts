import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'

import { proxySettings } from './proxy.ts'

export const proxyContract = {
  /** How web servers are reached, and whether a password of the proxy is kept. */
  proxy: query('exchange.read', nothing, z.object({ settings: proxySettings, hasPassword: z.boolean() })),
  setProxy: command(
    'exchange.manage',
    z.object({
      settings: proxySettings,
      /** To be kept sealed; left out: as it was; null: forgotten. */
      password: z.string().min(1).max(300).nullable().optional(),
    }),
    nothing,
  ),
}
