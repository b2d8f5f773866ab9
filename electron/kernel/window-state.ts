import { readFileSync, renameSync, writeFileSync } from 'node:fs'

import { z } from 'zod'

import { type Language, languages } from '#shared/kernel/texts'

/** A rectangle on the desktop, in device-independent pixels. */
const bounds = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
export type Bounds = Readonly<z.output<typeof bounds>>

const windowState = z.object({
  bounds: bounds.nullable(),
  maximized: z.boolean(),
  language: z.enum(languages),
})
/** How the window stood when it was last closed. `bounds` null: never shown before. */
export type WindowState = Readonly<z.output<typeof windowState>>

export const smallestWindow = { width: 1024, height: 640 } as const
export const firstWindow = { width: 1366, height: 900 } as const

/** The remembered state; the first one when there is none or it cannot be read. */
export function readWindowState(file: string, language: Language): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { bounds: null, maximized: false, language }
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  writeFileSync(`${file}.new`, JSON.stringify(state))
  renameSync(`${file}.new`, file)
}

/**
 * Bounds that can be reached on the displays there are now: a window left on a display that has been unplugged
 * comes back, one larger than its display is made to fit. Null when the window should be placed by the system.
 *
 * @param displays work areas, the primary one first.
 */
export function reachableBounds(saved: Bounds | null, displays: readonly Bounds[]): Bounds | null {
  if (saved === null) return null
  const display = displays.find((area) => overlap(saved, area) >= grip)
  if (!display) return null
  const width = Math.min(Math.max(saved.width, smallestWindow.width), display.width)
  const height = Math.min(Math.max(saved.height, smallestWindow.height), display.height)
  return {
    x: Math.min(Math.max(saved.x, display.x), display.x + display.width - width),
    y: Math.min(Math.max(saved.y, display.y), display.y + display.height - height),
    width,
    height,
  }
}

/** So much of a window, in square pixels, must be visible for a hand to get hold of it. */
const grip = 100 * 40

function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
