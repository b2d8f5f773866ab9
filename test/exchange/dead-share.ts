import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface DeadShare {
  readonly path: string
  readonly revive: () => Promise<void>
}

/** A file system whose server never answers what it is asked; it ends, in errors, with the program that mounts it. */
const mount = `
import ctypes, os, sys
server = os.open('/dev/fuse', os.O_RDWR)
libc = ctypes.CDLL(None, use_errno=True)
path, options = sys.argv[1].encode(), b'fd=%d,rootmode=40000,user_id=0,group_id=0' % server
if libc.mount(b'dead', path, b'fuse', 6, options) != 0: sys.exit(1)
print('mounted', flush=True)
sys.stdin.read()
os.close(server)
libc.umount2(path, 2)
`

/** Mounts a share that answers nothing; null where this machine or its user may mount none. */
export async function deadShare(): Promise<DeadShare | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const path = mkdtempSync(join(tmpdir(), 'tanbu-dead-'))
  const server: ChildProcess = spawn('python3', ['-c', mount, path], { stdio: ['pipe', 'pipe', 'inherit'] })
  const gone = once(server, 'exit').catch(() => null)
  const mounted = await Promise.race([once(server.stdout!, 'data'), gone.then(() => null)])
  const revive = async () => {
    server.stdin!.end()
    await gone
    rmdirSync(path)
  }
  if (mounted !== null) return { path, revive }
  rmdirSync(path)
  return null
}
