// Builds and packages what was committed twice, in two clones at two places, and compares every byte. The packages of
// both are those of the lock file: what is installed here is held against it first.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { root, run } from './run.mjs'

if (process.platform !== 'linux' || !existsSync(join(root, '.git'))) {
  console.log('Compared on Linux, in a clone of the repository, only.')
  process.exit(0)
}
const unlike = notAsLocked()
for (const name of unlike)
  console.error(`✗ ${name} is installed otherwise than the lock file says: run npm ci`)
if (unlike.length > 0) process.exit(1)

const place = join(root, '.cache', 'reproduce')
rmSync(place, { recursive: true, force: true })
mkdirSync(place, { recursive: true })
// Both are made of this one: here somebody may commit meanwhile.
const source = cloned(root, join(place, 'source'))
const [commit = '', at = ''] = git(source, 'log', '-1', '--format=%H %ct').split(' ')
const [first, second] = [await madeIn('first'), await madeIn('the-second-one')]
rmSync(place, { recursive: true, force: true })
const names = [...new Set([...first.keys(), ...second.keys()])].toSorted((a, b) => (a < b ? -1 : 1))
const differing = names.filter((name) => first.get(name) !== second.get(name))
for (const name of differing) console.error(`✗ ${name} differs`)
const whole = createHash('sha256')
for (const name of names) whole.update(`${first.get(name)}  ${name}\n`)
console.log(
  `${differing.length === 0 ? '✓' : '✗'} ${names.length} files of ${commit.slice(0, 12)}, ${whole.digest('hex')}`,
)
process.exit(differing.length === 0 && names.length > 0 ? 0 : 1)

/** Packages whose version here is another than that of the lock file; what is for other systems is not here at all. */
function notAsLocked() {
  /** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock */
  /** @type {readonly Lock[]} */
  const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) =>
    JSON.parse(readFileSync(join(root, file), 'utf8')),
  )
  return Object.entries(wanted?.packages ?? {})
    .filter(([name, { version, integrity, optional }]) => {
      const own = installed?.packages[name]
      return name !== '' && (own ? own.version !== version || own.integrity !== integrity : !optional)
    })
    .map(([name]) => name)
}

/**
 * @param {string} name of the folder to build in
 * @returns {Promise<Map<string, string>>} SHA-256 of every file that was built or packaged
 */
async function madeIn(name) {
  const clone = join(place, name)
  cloned(source, clone)
  // The same files by other names, so that nothing is fetched or written twice.
  execFileSync('cp', ['-al', join(root, 'node_modules'), join(clone, 'node_modules')])
  const env = { SOURCE_DATE_EPOCH: at }
  for (const script of ['build', 'pack-check'])
    if ((await run(process.execPath, [join(clone, 'scripts', `${script}.mjs`)], env)) !== 0) process.exit(1)
  const packed = join('.cache', 'pack')
  const unpacked = readdirSync(join(clone, packed)).filter((entry) => entry.endsWith('unpacked'))
  const folders = ['out', ...unpacked.map((entry) => join(packed, entry))]
  return new Map(folders.flatMap((folder) => hashesIn(clone, folder)))
}

/**
 * @param {string} from
 * @param {string} to
 */
function cloned(from, to) {
  git(place, 'clone', '-q', '--depth', '1', `file://${from}`, to)
  return to
}
/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function git(cwd, ...args) {
  return execFileSync('git', args, { cwd, encoding: 'utf8' }).trim()
}

/**
 * @param {string} clone
 * @param {string} folder
 * @returns {[name: string, hash: string][]}
 */
function hashesIn(clone, folder) {
  return readdirSync(join(clone, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [
      path.slice(clone.length + 1),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ])
}
