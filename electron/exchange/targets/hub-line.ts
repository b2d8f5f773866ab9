import type { Client } from 'pg'

import { codeOf } from '#electron/exchange/write-verified'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { trustedAuthorities } from './authorities.ts'
import { networkTrouble, stopIfAsked } from './trouble.ts'

type Settings = SettingsOf<'hub'>

export interface HubLine {
  /** Rows of one statement. Troubles come as refusals `exchange.target-*`. */
  readonly ask: <Row extends object>(statement: string, values?: readonly unknown[]) => Promise<Row[]>
  /** False once the connection has ended, however. */
  readonly isOpen: () => boolean
  readonly end: () => void
}

/**
 * Connects to a PostgreSQL database.
 *
 * @param quiet milliseconds without an answer before the link counts as broken.
 */
export async function openHubLine(
  settings: Settings,
  password: string,
  quiet: number,
  signal: AbortSignal,
): Promise<HubLine> {
  stopIfAsked(signal)
  const { default: pg } = await import('pg')
  const { host, port, database, user, tls, ca } = settings
  const client: Client = new pg.Client({
    host,
    port,
    database,
    user,
    password,
    // The name is checked against the certificate, as with verify-full; without `host` any address would pass for localhost.
    ssl:
      tls === 'off'
        ? false
        : {
            rejectUnauthorized: true,
            host,
            ...(ca === null ? { secureContext: trustedAuthorities() } : { ca }),
          },
    application_name: 'tanbu',
    connectionTimeoutMillis: quiet,
    query_timeout: quiet,
    keepAlive: true,
  })
  let isOpen = true
  const end = () => {
    signal.removeEventListener('abort', end)
    isOpen = false
    client.end().catch(() => {})
  }
  client.on('error', () => void (isOpen = false))
  client.on('end', () => void (isOpen = false))
  signal.addEventListener('abort', end, { once: true })
  try {
    await client.connect()
  } catch (error) {
    end()
    stopIfAsked(signal)
    throw troubleOf(error, settings, true)
  }
  return {
    isOpen: () => isOpen,
    end,
    ask: async <Row extends object>(statement: string, values: readonly unknown[] = []) => {
      try {
        const { rows } = await client.query<Row>(statement, [...values])
        return rows
      } catch (error) {
        stopIfAsked(signal)
        const trouble = troubleOf(error, settings, false)
        if (trouble instanceof Refusal && trouble.code === 'exchange.target-cut') end()
        throw trouble
      }
    },
  }
}

/** What PostgreSQL's SQLSTATE (appendix A of its manual) and its client's own words mean for a target. */
function troubleOf(
  error: unknown,
  { host: name, port, database, user }: Settings,
  isConnecting: boolean,
): unknown {
  const host = `${name}:${port}`
  const folder = `${host}/${database}`
  const code = codeOf(error) ?? ''
  switch (code) {
    case '28P01':
    case '28000':
      return new Refusal('exchange.target-denied', { folder })
    case '3D000':
      return new Refusal('exchange.target-no-database', { host, database })
    case '42501':
      return isConnecting
        ? new Refusal('exchange.target-no-database', { host, database })
        : new Refusal('exchange.target-not-registered', { user })
    case '3F000':
    case '42P01':
    case '42883':
      return new Refusal('exchange.target-no-hub', { host })
    case '53100':
      return new Refusal('exchange.target-full', { folder })
    case '53200':
    case '53300':
    case '57P03':
      return new Refusal('exchange.target-busy', { folder, status: code })
    case '57P01':
    case '57P02':
      return new Refusal('exchange.target-cut', { host })
    default:
      return wordlessTrouble(error, host, isConnecting)
  }
}

/** Troubles that the client library tells in a sentence and without a code. */
function wordlessTrouble(error: unknown, host: string, isConnecting: boolean): unknown {
  const said = error instanceof Error ? error.message : ''
  if (said.includes('does not support SSL')) return new Refusal('exchange.target-no-tls', { host })
  if (/SASL|SCRAM/.test(said)) return new Refusal('exchange.target-denied', { folder: host })
  if (/timeout/i.test(said))
    return new Refusal(`exchange.target-${isConnecting ? 'unreachable' : 'cut'}`, { host })
  if (/connection terminated|not queryable|closed the connection|after .* closed/i.test(said))
    return new Refusal('exchange.target-cut', { host })
  return networkTrouble(error, host)
}
