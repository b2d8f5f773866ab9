import type SftpClient from 'ssh2-sftp-client'

import { codeOf } from '#electron/exchange/write-verified'
import { sha256 } from '#electron/kernel/crypto'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { networkTrouble, stopIfAsked } from './trouble.ts'

/** The commands of SFTP version 3 on an open connection. */
export type Wire = Awaited<ReturnType<SftpClient['connect']>>

export interface SshSession {
  readonly wire: Wire
  /** False once the connection has ended, however. */
  readonly isOpen: () => boolean
  readonly end: () => void
}

/**
 * Signs in at an SSH server whose host key a person has confirmed.
 *
 * @param secret a password, or a private key in OpenSSH or PEM form.
 * @param quiet milliseconds without an answer before the link counts as broken.
 * @throws Refusal `exchange.target-new-host` and `-other-host` with the `fingerprint` of the key that was shown,
 *   `-denied`, `-bad-key`, `-unreachable`, `-cut`; nothing of the secret is said to a host that is not the confirmed one.
 */
export async function signInBySsh(
  settings: SettingsOf<'sftp'>,
  secret: string,
  quiet: number,
  signal: AbortSignal,
): Promise<SshSession> {
  stopIfAsked(signal)
  const { default: Client } = await import('ssh2-sftp-client')
  const silent = () => {}
  const client = new Client('sftp', { error: silent, end: silent, close: silent })
  const host = `${settings.host}:${settings.port}`
  let isOpen = true
  let trouble: unknown = null
  let shown: string | null = null
  client.on('error', (error: unknown) => void (trouble ??= error))
  client.on('close', () => void (isOpen = false))
  client.on('keyboard-interactive', (...asked) => answer(asked, secret))
  const end = () => {
    signal.removeEventListener('abort', end)
    client.end().catch(silent)
  }
  signal.addEventListener('abort', end, { once: true })
  try {
    const wire = await client.connect({
      host: settings.host,
      port: settings.port,
      username: settings.user,
      ...(isKey(secret) ? { privateKey: secret } : { password: secret, tryKeyboard: true }),
      readyTimeout: Math.min(quiet, 30_000),
      keepaliveInterval: Math.ceil(quiet / 3),
      keepaliveCountMax: 2,
      hostVerifier: (key: Buffer) => {
        shown = fingerprintOf(key)
        return shown === settings.hostKey?.replace(/=$/, '')
      },
    })
    return { wire, isOpen: () => isOpen, end }
  } catch (error) {
    end()
    stopIfAsked(signal)
    if (shown !== null && shown !== settings.hostKey?.replace(/=$/, ''))
      throw strangeHost(settings, host, shown)
    throw troubleOfSignIn(trouble ?? error, host)
  }
}

const isKey = (secret: string) => secret.trimStart().startsWith('-----BEGIN ')

/** As `ssh-keygen -l` and every SSH program shows it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${Buffer.from(sha256(key), 'hex').toString('base64').replace(/=+$/, '')}`
}

function strangeHost({ hostKey }: SettingsOf<'sftp'>, host: string, fingerprint: string): Refusal {
  if (hostKey === null) return new Refusal('exchange.target-new-host', { host, fingerprint })
  return new Refusal('exchange.target-other-host', { host, fingerprint, known: hostKey })
}

/** Some servers ask for the password as a question (RFC 4256). A second question is one that only a person answers. */
function answer(asked: readonly unknown[], secret: string): void {
  const [, , , questions, finish] = asked
  if (typeof finish !== 'function' || !Array.isArray(questions)) return
  finish(questions.length === 1 && !isKey(secret) ? [secret] : [])
}

function troubleOfSignIn(error: unknown, host: string): unknown {
  const level = error instanceof Error && 'level' in error ? error.level : null
  if (level === 'client-authentication') return new Refusal('exchange.target-denied', { folder: host })
  if (level === 'client-timeout') return new Refusal('exchange.target-unreachable', { host })
  if (error instanceof Error && /privateKey|passphrase/i.test(error.message))
    return new Refusal('exchange.target-bad-key')
  if (level === 'protocol' || level === 'handshake')
    return new Refusal('exchange.target-odd-answer', { folder: host, status: 'SSH' })
  const named = networkTrouble(error, host)
  if (named !== error || codeOf(error)?.startsWith('ERR_GENERIC') === false) return named
  // It ended before it had begun, without a word.
  return new Refusal('exchange.target-cut', { host })
}
