import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './run.mjs'

/**
 * @typedef {{ readonly name: string, readonly version: string, readonly licence: string, readonly text: string }} Notice
 * @typedef {Readonly<Record<string, string>>} Wanted
 * @typedef {{ readonly license?: string, readonly dependencies?: Wanted, readonly peerDependencies?: Wanted, readonly peerDependenciesMeta?: Readonly<Record<string, unknown>> }} Locked
 */

/**
 * The licences of everything that goes out with the program: of the packages that it runs on, and of those whose code is
 * in its window. More may be named than is left after bundling, never less.
 *
 * @param {string} [folder] of the project
 * @returns {readonly Notice[]}
 * @throws Error naming a package whose licence is nowhere to be read.
 */
export function shippedLicences(folder = root) {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const begun = [
    ...Object.keys(packages['']?.dependencies ?? {}),
    ...importedIn(folder, ['renderer', 'shared']),
  ]
  /** @type {Set<string>} */
  const places = new Set()
  /** @param {string} from @param {string} name */
  const follow = (from, name) => {
    const place = placeOf(packages, from, name)
    // Types are no code, and what is for other systems is not here: neither goes out.
    if (place === null || places.has(place) || name.startsWith('@types/') || !existsSync(join(folder, place)))
      return
    places.add(place)
    const { dependencies, peerDependencies, peerDependenciesMeta = {} } = packages[place] ?? {}
    for (const each of Object.keys({ ...dependencies, ...peerDependencies }))
      if (!(each in peerDependenciesMeta)) follow(place, each)
  }
  for (const name of begun) follow('', name)
  const found = new Map(
    [...places]
      .map((place) => noticeOf(folder, place, packages[place]?.license))
      .map((each) => [`${each.name} ${each.version}`, each]),
  )
  return [...found.values(), fontNotice(folder)].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Writes them where the built window finds them, and as one text for people beside it.
 *
 * @param {string} to folder of the built pages
 */
export function writeLicences(to) {
  const notices = shippedLicences()
  writeFileSync(join(to, 'licences.json'), JSON.stringify({ format: 'tanbu-licences/1', notices }))
  const own = readFileSync(join(root, 'LICENSE'), 'utf8')
  const parts = notices.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`,
  )
  const rule = `\n${'='.repeat(80)}\n\n`
  writeFileSync(join(to, 'licences.txt'), [`Tanbu\n\n${own}`, ...parts].join(rule))
}

/**
 * The packages that sources name.
 *
 * @param {string} folder @param {readonly string[]} parts
 */
function importedIn(folder, parts) {
  const sources = parts.flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter(({ name }) => /\.tsx?$/.test(name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  const named = sources.flatMap((text) => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^'.#][^']*)'/g)])
  return new Set(
    named.map(([, path = '']) =>
      path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  )
}

/**
 * Where Node finds a package that another names.
 *
 * @param {Readonly<Record<string, Locked>>} packages @param {string} from @param {string} name
 */
function placeOf(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (place in packages) return place
    if (at === '') return null
  }
}

/** @param {string} folder @param {string} place @param {string} [license] @returns {Notice} */
function noticeOf(folder, place, license = '') {
  const { name, version, author } = JSON.parse(readFileSync(join(folder, place, 'package.json'), 'utf8'))
  const files = readdirSync(join(folder, place), { withFileTypes: true })
    .filter(
      (file) =>
        file.isFile() &&
        /^(licen[cs]e|copying|notice)\b/i.test(file.name) &&
        !/\.[cm]?[jt]s$/.test(file.name),
    )
    .map((file) => readFileSync(join(folder, place, file.name), 'utf8').trim())
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)
  const text = files.length > 0 ? files.join('\n\n') : standardText(license, holder)
  if (text === null)
    throw new Error(`${name} ${version} goes out with the program and says nowhere under which licence`)
  // Some bring the text and do not say whose it is.
  const read = text.includes('Permission is hereby granted, free of charge') ? 'MIT' : 'see below'
  return { name, version, licence: license || read, text }
}

/**
 * Some packages name their licence and bring no text of it.
 *
 * @param {string} licence @param {string} holder
 */
function standardText(licence, holder) {
  const shipped = join(root, 'scripts', 'licences', `${licence}.txt`)
  const file = licence === 'Apache-2.0' ? join(root, 'LICENSE') : shipped
  return existsSync(file) ? `Copyright (c) ${holder}\n\n${readFileSync(file, 'utf8').trim()}` : null
}

/** The fonts that papers are printed with lie among the resources. @param {string} folder @returns {Notice} */
function fontNotice(folder) {
  const text = readFileSync(join(folder, 'resources', 'fonts', 'LICENSE-NotoSansSC.txt'), 'utf8').trim()
  return { name: 'Noto Sans SC', version: '', licence: 'OFL-1.1', text }
}
