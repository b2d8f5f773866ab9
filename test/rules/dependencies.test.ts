import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
}
interface Program {
  readonly [field: string]: Readonly<Record<string, string>>
}
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const program = read('package.json') as Program & { readonly allowScripts: Readonly<Record<string, boolean>> }
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> }
const locked = Object.entries(packages).filter(([place]) => place !== '')
const nameOf = (place: string) => place.split('node_modules/').at(-1) ?? ''

/** Licences under which a library may go out with the program; dual ones by the part that is chosen. */
const permissive =
  /^(\(?(MIT|MIT-0|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|BlueOak-1\.0\.0|Unlicense|OFL-1\.1|WTFPL|Python-2\.0)\b.*)$/
/** Tools that never go out with the program: they may be under what asks for the source of what they are part of. */
const ofTools = /^(MPL-2\.0|GPL-3\.0-only)$/
/** Under a licence that asks for the source of what was changed: these go out unchanged, each in its own files. */
const unchanged = ['@resvg/resvg-wasm']
/** Old packages that name their licence in a file alone; read by hand, and held against that file. */
const inFile: Readonly<Record<string, RegExp>> = {
  ssh2: /Permission is hereby granted, free of charge/,
  buildcheck: /Permission is hereby granted, free of charge/,
  'cpu-features': /Permission is hereby granted, free of charge/,
  'png-js': /MIT License|Permission is hereby granted/,
}

it('every package that is asked for is asked for in one exact version', () => {
  const loose = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
    Object.entries(program[kind] ?? {}).filter(
      ([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(version),
    ),
  )
  expect(loose).toEqual([])
})

it('every package that comes is pinned with the SHA-512 of its content, and from nowhere but the registry', () => {
  expect(locked.length).toBeGreaterThan(300)
  const unpinned = locked.filter(
    ([, { version, integrity, resolved = 'https://registry.npmjs.org/' }]) =>
      !/^\d+\.\d+\.\d+/.test(version ?? '') ||
      !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ||
      !resolved.startsWith('https://registry.npmjs.org/'),
  )
  expect(unpinned.map(([place]) => place)).toEqual([])
})

it('no package runs a script of its own when it is installed', () => {
  expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true')
  expect(new Set(Object.values(program.allowScripts))).toEqual(new Set([false]))
})

/** What is wrong with a licence; null where the package may be used as it is. */
function licenceTrouble(place: string, { license, dev = false, devOptional = false }: Locked): string | null {
  if (license !== undefined) {
    const isApart = dev || devOptional || (license === 'MPL-2.0' && unchanged.includes(nameOf(place)))
    const isFine = permissive.test(license) || (isApart && ofTools.test(license))
    return isFine ? null : `${place}: ${license}`
  }
  const wanted = inFile[nameOf(place)]
  if (!wanted) return `${place}: no licence`
  if (!existsSync(place)) return null
  const file = readdirSync(place).find((name) => /^licen[cs]e/i.test(name))
  return file && wanted.test(readFileSync(join(place, file), 'utf8')) ? null : `${place}: not as it was read`
}

it('the licence of every package is known, and lets it go out with the program or stay a tool', () => {
  expect(locked.flatMap(([place, found]) => licenceTrouble(place, found) ?? [])).toEqual([])
  const bad: Locked = { version: '1.0.0', license: 'AGPL-3.0-only' }
  expect(licenceTrouble('node_modules/x', bad)).toContain('AGPL')
  expect(licenceTrouble('node_modules/x', { license: 'MPL-2.0' })).toContain('MPL')
  expect(licenceTrouble('node_modules/x', {})).toContain('no licence')
  const unbundled = readFileSync('vite.main.config.ts', 'utf8').split('const unbundled')[1]?.split(']')[0]
  for (const name of unchanged) expect(unbundled).toContain(`'${name}'`)
})
