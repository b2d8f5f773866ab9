import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Stage } from './every-target.ts'

/** A server that keeps its files in a folder of this machine. */
export function folderStage(
  server: { readonly port: number; readonly folder: string; readonly stop: () => Promise<void> },
  open: Stage['open'],
): Stage {
  const at = (name: string) => join(server.folder, name)
  return {
    port: server.port,
    open,
    lies: async (name) => (existsSync(at(name)) ? readFileSync(at(name)) : null),
    put: async (name, bytes) => writeFileSync(at(name), bytes),
    leftovers: async () => readdirSync(server.folder).filter((name) => name.startsWith('.')),
    stop: server.stop,
  }
}
