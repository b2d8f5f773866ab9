import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { discard, freePort, give, has, runAs, serverFolder, start, until } from './process.ts'

const versions = '/usr/lib/postgresql'
const programs = existsSync(versions)
  ? readdirSync(versions).map((version) => join(versions, version, 'bin'))
  : []
const bin = programs.find((folder) => has(join(folder, 'initdb'), join(folder, 'postgres'))) ?? ''
export const hasPostgres = bin !== '' && has('/usr/bin/openssl')

export interface Postgres {
  readonly port: number
  /** The owner of the server. */
  readonly user: string
  readonly password: string
  /** PEM of the authority that signed the server's certificate, for 127.0.0.1 alone. */
  readonly authority: string
  /** The file that it lies in. */
  readonly authorityFile: string
  readonly stop: () => Promise<void>
}

/** PostgreSQL with TLS and passwords, on one port of the loopback. */
export async function startPostgres(): Promise<Postgres> {
  const root = serverFolder('postgres')
  const folder = join(root, 'data')
  const [user, password] = ['owner', 'Owner-2026']
  writeFileSync(join(root, 'password'), password)
  give(join(root, 'password'))
  const access = ['-U', user, '-A', 'scram-sha-256', '--pwfile', join(root, 'password')]
  runAs(join(bin, 'initdb'), ['-D', folder, ...access, '-E', 'UTF8', '--locale=C', '--no-sync', '-N'])
  certify(root)
  const port = await freePort()
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: root,
    ssl: 'on',
    ssl_cert_file: join(root, 'server.crt'),
    ssl_key_file: join(root, 'server.key'),
    fsync: 'off',
  }
  const log = join(root, 'log')
  const server = start(
    join(bin, 'postgres'),
    ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    log,
  )
  await until(() => existsSync(log) && readFileSync(log, 'utf8').includes('ready to accept connections'), log)
  return {
    port,
    user,
    password,
    authority: readFileSync(join(root, 'authority.crt'), 'utf8'),
    authorityFile: join(root, 'authority.crt'),
    stop: async () => {
      await server.stop()
      discard(root)
    },
  }
}

/** An authority of our own and a certificate of it. */
function certify(root: string): void {
  const openssl = (...args: string[]) => execFileSync('/usr/bin/openssl', args, { cwd: root, stdio: 'pipe' })
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  openssl('req', '-x509', ...fresh, '-subj', '/CN=Tests', '-keyout', 'authority.key', '-out', 'authority.crt')
  openssl('req', ...fresh, '-subj', '/CN=hub', '-keyout', 'server.key', '-out', 'server.csr')
  writeFileSync(join(root, 'names'), 'subjectAltName=IP:127.0.0.1\n')
  const signed = ['-CA', 'authority.crt', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '2']
  openssl('x509', '-req', '-in', 'server.csr', ...signed, '-extfile', 'names', '-out', 'server.crt')
  for (const file of ['server.key', 'server.crt']) give(join(root, file))
}
