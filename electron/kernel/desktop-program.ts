import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises'

import type { Handover, ProgramHost } from '#electron/kernel/program-host'

/** What of the system the desktop program needs to replace itself. */
export interface DesktopSystem {
  readonly isPackaged: boolean
  readonly platform: string
  /** Where the one file that is the program lies, as its own starter says; undefined where it was installed. */
  readonly appImage: string | undefined
  /** Opens a file with what the system opens its kind with. Answers with what went wrong, or nothing. */
  readonly open: (path: string) => Promise<string>
  /** Starts a program that outlives this one. */
  readonly run: (path: string, args: readonly string[]) => Promise<void>
  /** Ends this program, once what asked for it was answered; with a path, that is started afterwards. */
  readonly end: (next?: string) => void
  readonly fetch: ProgramHost['fetch']
  readonly proxyFor: ProgramHost['proxyFor']
}

/** How the installed desktop program is replaced: by its own file, or by the system's installer, which asks. */
export function desktopProgram(system: DesktopSystem): ProgramHost {
  const kind = kindOf(system)
  return {
    kind,
    fetch: system.fetch,
    proxyFor: system.proxyFor,
    handOver: async (handover) => {
      if (kind === null) throw new Error('The program was not installed')
      if (kind === 'AppImage') return system.end(await replaceFile(system.appImage ?? '', handover))
      if (kind === 'nsis') await system.run(handover.file, ['--updated'])
      else {
        const trouble = await system.open(handover.file)
        if (trouble !== '') throw new Error(trouble)
      }
      system.end()
    },
  }
}

function kindOf({ isPackaged, platform, appImage }: DesktopSystem): string | null {
  if (!isPackaged) return null
  if (platform === 'win32') return 'nsis'
  if (platform === 'darwin') return 'dmg'
  return appImage === undefined ? 'deb' : 'AppImage'
}

/** In one step: whatever goes wrong, there is a whole program at the place, the old one or the new one. */
async function replaceFile(place: string, { file, keepAs }: Handover): Promise<string> {
  if (keepAs !== null) await copyWhole(place, keepAs)
  await copyWhole(file, place)
  return place
}
async function copyWhole(from: string, to: string): Promise<void> {
  const half = `${to}.new`
  try {
    await copyFile(from, half)
    await chmod(half, 0o755)
    const handle = await open(half, 'r+')
    await handle.sync()
    await handle.close()
    await rename(half, to)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/** Starts a program that outlives this one. */
export async function runDetached(path: string, args: readonly string[]): Promise<void> {
  const child = spawn(path, args, { detached: true, stdio: 'ignore' })
  await once(child, 'spawn')
  child.unref()
}
