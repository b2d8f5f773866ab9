import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { sha256 } from '#electron/kernel/crypto'
import { Refusal } from '#shared/kernel/refusal'

import type { HubLine } from './targets/hub-line.ts'

interface Script {
  readonly name: string
  readonly sql: string
}

/** What every other script stands on. Safe to run again. */
const ground = `CREATE SCHEMA IF NOT EXISTS "group";
CREATE TABLE IF NOT EXISTS "group".migrations (
  name       text PRIMARY KEY,
  sha256     text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
`

/** The hub's scripts in their order; `program` is the folder with `resources/`. */
function scriptsIn(program: string): Script[] {
  const folder = join(program, 'resources/exchange/hub')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

/** Everything that makes a hub of an empty database, for an administrator who runs scripts and not programs. */
export function hubScript(program: string): string {
  return [
    ground,
    ...scriptsIn(program).map((script) => `BEGIN;\n${script.sql}\n${noted(script)}\nCOMMIT;\n`),
  ].join('\n')
}
function noted({ name, sql }: Script): string {
  return `INSERT INTO "group".migrations (name, sha256) VALUES ('${name}', '${sha256(sql)}');`
}

/**
 * Makes a hub of a database, or brings one up to this program; as the owner of the hub.
 *
 * @returns the names of the scripts that were run now.
 * @throws Refusal `exchange.hub-newer` when it knows scripts that this program does not.
 */
export async function setUpHub(program: string, { ask }: HubLine): Promise<string[]> {
  await ask(ground)
  const scripts = scriptsIn(program)
  const rows = await ask<{ name: string }>('SELECT name FROM "group".migrations')
  const known = new Set(rows.map(({ name }) => name))
  const strange = [...known].filter((name) => scripts.every((script) => script.name !== name))
  if (strange.length > 0) throw new Refusal('exchange.hub-newer', { scripts: strange.join(', ') })
  const missing = scripts.filter(({ name }) => !known.has(name))
  // One message of several statements is one transaction.
  for (const script of missing) await ask(`${script.sql}\n${noted(script)}`)
  return missing.map(({ name }) => name)
}

/** Registers the role of a plant, and makes it where it is not there; it has no password yet. */
export async function addPlantToHub(
  { ask }: HubLine,
  { role, storeId, title }: { readonly role: string; readonly storeId: string; readonly title: string },
): Promise<void> {
  await ask('SELECT "group".add_plant($1, $2, $3)', [role, storeId, title])
}
