import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { discard, freePort, give, has, listens, serverFolder, serverUser, start, until } from './process.ts'

export const hasSshd = has('/usr/sbin/sshd', '/usr/bin/ssh-keygen')

export interface Sshd {
  readonly port: number
  readonly user: string
  /** A private key that the server knows, and one that it does not. */
  readonly key: string
  readonly strangeKey: string
  /** `SHA256:…` of the server's host key. */
  readonly fingerprint: string
  /** The folder that a user stands in after signing in, on the server's own disk. */
  readonly folder: string
  /** Starts again under another host key. */
  readonly changeHostKey: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** OpenSSH, for files only. */
export async function startSshd(): Promise<Sshd> {
  const root = serverFolder('sshd')
  const port = await freePort()
  const folder = join(root, 'files')
  mkdirSync(folder)
  give(folder)
  for (const name of ['host', 'other-host', 'user', 'stranger']) {
    // Without -q it would tell of itself; ed25519 is what a server makes today.
    execFileSync('/usr/bin/ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(root, name)])
    for (const file of [name, `${name}.pub`]) give(join(root, file))
  }
  writeFileSync(join(root, 'known'), readFileSync(join(root, 'user.pub')))
  give(join(root, 'known'))
  const log = join(root, 'log')
  // Under a name of its own it does not greet with the messages of the day, which take a second each time.
  const sshd = join(root, 'tanbu-sshd')
  symlinkSync('/usr/sbin/sshd', sshd)
  const begin = async (hostKey: string) => {
    writeFileSync(join(root, 'config'), configuration(root, port, hostKey))
    const server = start(sshd, ['-D', '-e', '-f', join(root, 'config')], log)
    await until(() => listens(port), log)
    return server
  }
  let server = await begin('host')
  const told = execFileSync('/usr/bin/ssh-keygen', ['-lf', join(root, 'host.pub')]).toString()
  return {
    port,
    user: serverUser,
    key: readFileSync(join(root, 'user'), 'utf8'),
    strangeKey: readFileSync(join(root, 'stranger'), 'utf8'),
    fingerprint: told.split(' ')[1] ?? '',
    folder,
    changeHostKey: async () => {
      await server.stop()
      server = await begin('other-host')
    },
    stop: async () => {
      await server.stop()
      discard(root)
    },
  }
}

function configuration(root: string, port: number, hostKey: string): string {
  return `Port ${port}
ListenAddress 127.0.0.1
HostKey ${root}/${hostKey}
PidFile none
AuthorizedKeysFile ${root}/known
StrictModes no
UsePAM yes
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxStartups 100
Subsystem sftp internal-sftp -d ${root}/files
ForceCommand internal-sftp -d ${root}/files
`
}
