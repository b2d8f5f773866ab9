import { z } from 'zod'

import { instant } from '#shared/kernel/period'

export const platforms = ['linux', 'win32', 'darwin'] as const
export const architectures = ['x64', 'arm64'] as const
/** How a program is put in place: one file that is the program, an installer, a package of the system, a disk image. */
export const packageKinds = ['AppImage', 'nsis', 'deb', 'dmg'] as const

const version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)
const step = z.string().regex(/^\d{4}-[a-z0-9-]{1,80}$/)

/** What stands, signed, at the head of an update: what it is, for whom, and the hash of the program behind it. */
export const updateManifest = z.strictObject({
  format: z.literal('tanbu-update/1'),
  version,
  platform: z.enum(platforms),
  arch: z.enum(architectures),
  kind: z.enum(packageKinds),
  fileName: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/),
  size: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  releasedAt: instant,
  /** The last step of the data's structure that it knows. */
  schema: step,
  /** A store has to be as far as this step to be brought up to date by it. */
  needs: step,
  notes: z.object({ zh: z.string().max(4000), en: z.string().max(4000) }),
})
export type UpdateManifest = Readonly<z.output<typeof updateManifest>>

/** The program that runs and the machine it runs on. */
export const program = z.object({
  version: z.string(),
  platform: z.string(),
  arch: z.string(),
  /** The last step of the data's structure that it knows. */
  schema: z.string(),
})
export type Program = Readonly<z.output<typeof program>>

/** Below zero where the first is the older one. Versions of three numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((each) => each.split('.').map((part) => Number.parseInt(part, 10)))
  const at = (left ?? []).findIndex((part, index) => part !== right?.[index])
  return at < 0 ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0)
}

/** Why an update does not fit the program and machine that it was brought to; null where it does. */
export function unfitness(
  { version: to, platform, arch, needs, schema }: UpdateManifest,
  here: Program,
): 'exchange.update.other-machine' | 'exchange.update.not-newer' | 'exchange.update.too-far' | null {
  if (platform !== here.platform || arch !== here.arch) return 'exchange.update.other-machine'
  // Steps are named in their order; one that ends before ours would lose what is there.
  if (compareVersions(to, here.version) <= 0 || schema < here.schema) return 'exchange.update.not-newer'
  return needs > here.schema ? 'exchange.update.too-far' : null
}

/** A program that can take the place of the one that runs, kept from an update before. */
export const keptProgram = z.object({ version, fileName: z.string() })
export type KeptProgram = Readonly<z.output<typeof keptProgram>>
