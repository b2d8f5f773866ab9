import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import './node-version.mjs'

/** The project's folder. */
export const root = dirname(import.meta.dirname)

/**
 * Runs one of the project's tools under this same Node, wherever `node` on the path may point.
 *
 * @param {string} tool name of the package's command, such as `vitest`
 * @param {readonly string[]} args
 * @param {{ readonly env?: Readonly<Record<string, string>>, readonly wrap?: readonly string[] }} [options] `wrap`
 *   goes before the command, such as `xvfb-run -a`
 * @returns {Promise<number>} its exit code
 */
export function runTool(tool, args, options = {}) {
  const [command, ...before] = [...(options.wrap ?? []), process.execPath]
  return run(command, [...before, commandFile(tool), ...args], options.env)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env] added to this process's own
 * @returns {Promise<number>} its exit code; 1 when it could not be started
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** @param {string} tool */
function commandFile(tool) {
  const [packageName = tool, command = tool] = commands[tool] ?? []
  const folder = join(root, 'node_modules', packageName)
  if (!existsSync(folder)) throw new Error(`${packageName} is missing: run npm ci first`)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : (bin[command] ?? ''))
}
/** @type {Readonly<Record<string, readonly [string, string]>>} */
const commands = { tsc: ['typescript', 'tsc'], playwright: ['@playwright/test', 'playwright'] }
