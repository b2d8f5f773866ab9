// All tests, stage after stage, and a closing line that can be read by people and machines:
//   N passed, N failed[, N skipped]
// A stage that has no tests of its own counts as one. `--long` runs the fault and fuzz tests at their full size.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { hasDisplay } from './browser.mjs'
import { root, run, runTool } from './run.mjs'

const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const endToEndReport = join(results, 'end-to-end.json')
const isLong = process.argv.includes('--long')
// Programs and threads that tests start compile the same sources again and again.
const quicker = { ...temporaryFolders(), NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') }

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Count */

/** @type {readonly (readonly [name: string, stage: () => Promise<Count>])[]} */
const all = [
  ['system', () => asOne(script('doctor'))],
  ['types', () => asOne(runTool('tsc', ['-b']))],
  ['lint', () => asOne(runTool('oxlint', ['--type-aware']))],
  ['format', () => asOne(runTool('oxfmt', ['--check']))],
  ['dead code', () => asOne(runTool('knip', []))],
  ['build', () => asOne(script('build'))],
  ['unit, service, rule and fault tests', unitTests],
  ['package', () => asOne(script('pack-check'))],
  ['end to end', endToEndTests],
  ['two builds, byte for byte', () => asOne(script('reproduce'))],
]
const twice = 'two builds, byte for byte'
const ofLong = ['system', 'build', 'unit, service, rule and fault tests', twice]
const stages = all.filter(([name]) => (isLong ? ofLong.includes(name) : name !== twice))

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
let total = { passed: 0, failed: 0, skipped: 0 }
for (const [name, stage] of stages) {
  const begun = Date.now()
  console.log(`\n— ${name}`)
  const count = await stage()
  total = {
    passed: total.passed + count.passed,
    failed: total.failed + count.failed,
    skipped: total.skipped + count.skipped,
  }
  console.log(`— ${name}: ${sentence(count)} (${Math.round((Date.now() - begun) / 1000)} s)`)
}
console.log(`\n${sentence(total)}`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

/** @param {Count} count */
function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** @param {string} name */
function script(name) {
  return run(process.execPath, [join(root, 'scripts', `${name}.mjs`)])
}

/**
 * @param {Promise<number>} code
 * @returns {Promise<Count>}
 */
async function asOne(code) {
  return (await code) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * Temporary files in memory, where there is room: hundreds of stores are made and thrown away, and nothing is learned
 * from waiting for the disk with each of their changes. Tests about the disk itself keep it.
 *
 * @returns {Record<string, string>}
 */
function temporaryFolders() {
  const memory = '/dev/shm'
  if (process.platform !== 'linux' || !existsSync(memory)) return {}
  const { bavail, bsize } = statfsSync(memory)
  if (bavail * bsize < 4 * 1024 ** 3) return {}
  const folder = mkdtempSync(join(memory, 'tanbu-tests-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return { TMPDIR: folder, TANBU_TEST_DISK: tmpdir() }
}
/** @returns {Promise<Count>} */
async function unitTests() {
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  const which = isLong ? ['test/fault'] : []
  // `TANBU_FAULT_KILLS` may ask for more kills yet.
  const env = {
    ...quicker,
    // The stage before this one built what the tests start.
    TANBU_BUILT: '1',
    ...(isLong ? { TANBU_LONG: '1' } : {}),
  }
  const code = await runTool('vitest', ['run', '--passWithNoTests', ...report, ...which], { env })
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] } | undefined} */
  const told = readReport(unitReport)
  if (!told) return { passed: 0, failed: 1, skipped: 0 }
  // A file that breaks before its first test has no failed test to count.
  const broken = told.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = told.numFailedTests + broken
  return {
    passed: told.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: told.numPendingTests + told.numTodoTests,
  }
}

/** @returns {Promise<Count>} */
async function endToEndTests() {
  const wrap = hasDisplay ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1366x900x24']
  const env = { ...quicker, PLAYWRIGHT_JSON_OUTPUT_NAME: endToEndReport }
  const code = await runTool('playwright', ['test', '--reporter=list,json'], { env, wrap })
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] } | undefined} */
  const told = readReport(endToEndReport)
  if (!told) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = told.stats
  // A test that passed only at its second attempt has failed once too often.
  const failed = unexpected + flaky + told.errors.length
  return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped }
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
