import { readFileSync } from 'node:fs'

import { engineLibraryOf, ruleFiles } from '#electron/accounting/engine-library'
import { factorNamesOf } from '#electron/accounting/finding-words'
import { keep, totalsOf } from '#electron/accounting/kept-account'
import { shown } from '#electron/accounting/show'
import { shippedEditions } from '#electron/factors/library'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import type { Account, Total } from '#shared/accounting/account'
import { type InventoryDocument, inventoryDocument, inventorySchema } from '#shared/accounting/document'
import { account } from '#shared/accounting/engine'
import { wordedFinding } from '#shared/accounting/worded-finding'
import { canonical } from '#shared/kernel/canonical'
import { toRecord } from '#shared/kernel/figure'
import type { Finding } from '#shared/kernel/finding'
import { Refusal } from '#shared/kernel/refusal'
import { grouped } from '#shared/kernel/sheet'

import { type Ending, type Talk, worded, wordedCode } from './talk.ts'

/** Computes an inventory document: figures out, no database touched. */
export function calculate(talk: Talk, file: string, asJson: boolean): Ending {
  const document = readDocument(talk, file)
  if (!document) return 'refused'
  const computed = account(document, engineLibraryOf(nodeSurroundings()))
  if (asJson) talk.out(jsonOf(document, computed))
  else tellAccount(talk, document.title, computed)
  return computed.total.state === 'complete' ? 'done' : 'incomplete'
}

/** The JSON Schema of the inventory document. */
export function schema(talk: Talk): Ending {
  talk.out(JSON.stringify(inventorySchema(), null, 2))
  return 'done'
}

function readDocument(talk: Talk, file: string): InventoryDocument | null {
  const parsed = inventoryDocument.safeParse(readJson(file))
  if (parsed.success) return parsed.data
  talk.err(worded(talk, 'cli.not-a-document', { file }))
  for (const { path, message } of parsed.error.issues)
    talk.err(worded(talk, 'cli.document-trouble', { path: path.join('.') || '/', reason: message }))
  return null
}
function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Refusal('cli.no-file', { file })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal('cli.no-json', { file, reason: error instanceof Error ? error.message : String(error) })
  }
}

/** The account as JSON: every number a string, every total with its whole tree. */
export function jsonOf(document: InventoryDocument, computed: Account): string {
  const { engine, sources } = keep(computed)
  return canonical({
    format: 'tanbu-account/1',
    engine,
    title: document.title,
    total: totalJson(computed.total),
    totals: Object.fromEntries(totalsOf(computed).map(({ path, total }) => [path, totalJson(total)])),
    figure: computed.total.state === 'complete' ? toRecord(computed.total.figure) : null,
    sources,
    incomplete: computed.incomplete,
    findings: computed.findings,
  })
}
function totalJson(total: Total) {
  return total.state === 'complete'
    ? { state: total.state, value: total.figure.value.toFixed(), unit: total.figure.unit }
    : { state: total.state, lines: total.lines, known: total.known.value.toFixed(), unit: total.known.unit }
}

/** The account for people: total, sources, what is apart, what to look at. */
export function tellAccount(
  talk: Talk,
  title: string,
  computed: Account,
  findings: readonly Finding[] = computed.findings,
): void {
  const { total, sources, apart } = shown(computed, new Map())
  if (total.value === null)
    talk.out(worded(talk, 'cli.incomplete', { lines: total.lines, known: grouped(total.known) }))
  else talk.out(worded(talk, 'cli.document-total', { title, value: grouped(total.value) }))
  const line = ({ name, value }: { readonly name: string; readonly value: string | null }) =>
    value === null
      ? worded(talk, 'cli.missing-line', { name })
      : worded(talk, 'cli.line', { name, value: grouped(value) })
  for (const source of sources) talk.out(line(source))
  if (apart.length > 0) talk.out(worded(talk, 'cli.apart'))
  for (const { sources: those } of apart) for (const source of those) talk.out(line(source))
  if (findings.length > 0) talk.out(worded(talk, 'cli.findings'))
  const around = nodeSurroundings()
  const factorName = factorNamesOf(shippedEditions(around))
  const titleOf = (named: string) => ruleFiles(around).guidelines.find(({ id }) => id === named)?.title
  for (const finding of findings) {
    const { code, facts } = wordedFinding(finding, talk.language, factorName, titleOf)
    talk.out(`  ${wordedCode(talk.language, code, facts)}`)
  }
}
