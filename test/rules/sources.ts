import { readdirSync, readFileSync } from 'node:fs'

/** A file of the program, by its path from the root. */
export interface Source {
  readonly path: string
  readonly floor: string
  readonly area: string
  /** The file's name without its ending, with any folder below the area's: `tables`, `methods/mass-balance`. */
  readonly role: string
  readonly text: string
}

/** Every TypeScript file of the program itself. */
export function programSources(): Source[] {
  return ['shared', 'db', 'electron', 'renderer']
    .flatMap((floor) =>
      readdirSync(floor, { recursive: true, encoding: 'utf8' }).map((path) => `${floor}/${path}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ ...placeOf(path), text: readFileSync(path, 'utf8') }))
}

export function placeOf(path: string): Omit<Source, 'text'> {
  const bare = path.replace(/\.tsx?$/, '')
  const [floor = '', area = '', ...role] = bare.split('/')
  return { path, floor, area, role: role.join('/') }
}
