// Makes releases that installed programs take: node scripts/release.mjs key FILE [ID] · make PACKAGE [options]
//   key   a new signing key. Its private half goes to FILE, outside of this folder; the public one into the program.
//   make  signs a package that `npm run dist` made. Writes beside it PACKAGE.tanbu-update, for a stick, and for a feed
//         PACKAGE.head and latest….yml. --key FILE, or the key itself in TANBU_RELEASE_KEY; --notes FILE {"zh","en"};
//         --needs STEP, --platform, --arch, --version where they are not what this folder and the name say.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import './node-version.mjs'

const root = dirname(import.meta.dirname)
const keysFile = join(root, 'resources', 'updates', 'keys.json')
const option = /** @type {const} */ ({ type: 'string' })
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    key: option,
    keys: option,
    notes: option,
    needs: option,
    platform: option,
    arch: option,
    version: option,
  },
})
const [act, file = '', id = 'release-1'] = positionals
if (act === 'key' && file !== '') newKey(resolve(file))
else if (act === 'make' && file !== '') make(resolve(file))
else fail('node scripts/release.mjs key FILE [ID] | make PACKAGE [--key FILE] [--notes FILE] [--needs STEP]')

/** @param {string} to */
function newKey(to) {
  if (!relative(root, to).startsWith('..')) fail('The private key must not lie in this folder.')
  if (existsSync(to)) fail(`${to} is there already.`)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  writeFileSync(to, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  const known = values.keys ?? keysFile
  /** @type {{ id: string, publicKey: string }[]} */
  const keys = existsSync(known) ? JSON.parse(readFileSync(known, 'utf8')) : []
  keys.push({ id, publicKey: bare(publicKey) })
  writeFileSync(known, `${JSON.stringify(keys, null, 2)}\n`)
  console.log(`${to}: keep it safe, and offline. ${relative(root, known)} has the public half, ${id}.`)
}

/** @param {string} path */
function make(path) {
  const bytes = readFileSync(path)
  const manifest = manifestOf(path, bytes)
  const text = Buffer.from(JSON.stringify(manifest))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const signed = Buffer.concat([Buffer.from('TANBU-UPDATE-1\n'), length, text])
  const head = Buffer.concat([signed, sign(null, signed, privateKey())])
  const { fileName, version, platform, arch, sha256 } = manifest
  const out = join(dirname(path), fileName)
  writeFileSync(`${out}.head`, head)
  writeFileSync(`${out}.tanbu-update`, Buffer.concat([head, bytes]))
  const feed = join(dirname(path), feedName(manifest))
  writeFileSync(feed, feedText(manifest, bytes, existsSync(feed) ? readFileSync(feed, 'utf8') : ''))
  console.log(`${fileName}.tanbu-update  ${version} ${platform} ${arch} ${sha256}`)
}

/** @typedef {{ version: string, platform: string, arch: string, fileName: string, sha256: string, releasedAt: string }} Release */

/**
 * @param {string} path
 * @param {Buffer} bytes
 */
function manifestOf(path, bytes) {
  const kinds = {
    '.AppImage': ['AppImage', 'linux'],
    '.deb': ['deb', 'linux'],
    '.exe': ['nsis', 'win32'],
    '.dmg': ['dmg', 'darwin'],
  }
  const [kind, platform] = Object.entries(kinds).find(([end]) => path.endsWith(end))?.[1] ?? []
  if (!kind || !platform) fail('A package is an .AppImage, .deb, .exe or .dmg.')
  const steps = readdirSync(join(root, 'db', 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
  const [first = '', last = ''] = [steps[0], steps.at(-1)].map((name) => name?.replace(/\.sql$/, ''))
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const fileName = basename(path).replaceAll(/[^A-Za-z0-9._-]+/g, '-')
  return {
    format: 'tanbu-update/1',
    version: values.version ?? version,
    platform: values.platform ?? platform,
    arch: values.arch ?? (/arm64|aarch64/.test(fileName) ? 'arm64' : 'x64'),
    kind,
    fileName,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    releasedAt: releasedAt(path),
    schema: last,
    needs: values.needs ?? first,
    notes: values.notes ? JSON.parse(readFileSync(values.notes, 'utf8')) : { zh: '', en: '' },
  }
}

/** What electron-updater asks a feed for. */
function feedName(/** @type {Release} */ { platform, arch }) {
  if (platform === 'linux') return arch === 'arm64' ? 'latest-linux-arm64.yml' : 'latest-linux.yml'
  return platform === 'darwin' ? 'latest-mac.yml' : 'latest.yml'
}
/**
 * @param {Release} release
 * @param {Buffer} bytes
 * @param {string} before what the feed says already; packages of other kinds of the same version stay in it
 */
function feedText({ version, fileName, releasedAt: at }, bytes, before) {
  const isSame = before.startsWith(`version: ${version}\n`)
  const others = isSame ? (before.match(/^ {2}- url: .*\n {4}sha512: .*\n {4}size: \d+$/gm) ?? []) : []
  const sha512 = createHash('sha512').update(bytes).digest('base64')
  return [
    `version: ${version}`,
    'files:',
    ...others.filter((each) => !each.startsWith(`  - url: ${fileName}\n`)),
    `  - url: ${fileName}`,
    `    sha512: ${sha512}`,
    `    size: ${bytes.length}`,
    `path: ${fileName}`,
    `sha512: ${sha512}`,
    `releaseDate: '${at}'`,
    '',
  ].join('\n')
}

/** The same release twice is the same file: its time is that of the package, or as the environment says. */
function releasedAt(/** @type {string} */ path) {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  return (epoch ? new Date(Number(epoch) * 1000) : statSync(path).mtime).toISOString()
}

function privateKey() {
  const given = process.env['TANBU_RELEASE_KEY'] ?? (values.key ? readFileSync(values.key, 'utf8') : '')
  if (given === '') fail('No key: --key FILE or TANBU_RELEASE_KEY.')
  const key = createPrivateKey(given)
  const known = readFileSync(values.keys ?? keysFile, 'utf8')
  if (!known.includes(bare(createPublicKey(key))))
    fail('The program does not know this key: no installed program would take the release.')
  return key
}

/** The 32 bytes of a public key, in base 64. */
function bare(/** @type {import('node:crypto').KeyObject} */ key) {
  return key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
}

/**
 * @param {string} reason
 * @returns {never}
 */
function fail(reason) {
  console.error(reason)
  process.exit(1)
}
