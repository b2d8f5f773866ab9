import { isIP } from 'node:net'

import { Refusal } from '#shared/kernel/refusal'

/** Addresses of one's own machine and of private networks: RFC 1918, RFC 4193, and links without a router. */
const isOwnAddress = /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80)/i

/**
 * A password goes without TLS over a plant's own network only, where a file server often knows nothing else.
 *
 * @throws Refusal `exchange.target-open-password` for an address of the open internet.
 */
export function refuseOpenPassword({ protocol, hostname }: URL): void {
  if (protocol === 'https:') return
  const host = hostname.replace(/^\[|\]$/g, '')
  const isOwn = isIP(host)
    ? isOwnAddress.test(host)
    : !host.includes('.') || /\.(local|lan|internal|home\.arpa)$/.test(host)
  if (!isOwn) throw new Refusal('exchange.target-open-password', { host })
}
