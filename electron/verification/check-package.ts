import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { engineLibraryOf } from '#electron/accounting/engine-library'
import { engineVersion, keep, type KeptAccount } from '#electron/accounting/kept-account'
import { hashOfLine } from '#electron/kernel/audit'
import { sha256 } from '#electron/kernel/crypto'
import { hashOfFile } from '#electron/kernel/evidence-store'
import type { Surroundings } from '#electron/kernel/surroundings'
import { inventoryDocument } from '#shared/accounting/document'
import { account } from '#shared/accounting/engine'
import { canonical } from '#shared/kernel/canonical'
import type { Progress } from '#shared/kernel/contract'
import { type Figure, figureRecord, fromRecord } from '#shared/kernel/figure'
import type { Facts } from '#shared/kernel/refusal'
import { replay } from '#shared/kernel/replay'
import type { PackageManifest } from '#shared/verification/manifest'
import type { PackageReport } from '#shared/verification/package-contract'

import type { FigureGraph } from './figure-graph.ts'
import { readerScript } from './make-package.ts'
import { manifestIn, parsedOrNull, pathsIn, textIn, unpacked } from './open-package.ts'
import type { TrailLine } from './package-content.ts'

export interface CheckPackage {
  /** A zip or an unpacked folder. */
  readonly from: string
  readonly name: string
  /** The seal as it was told apart from the package; empty where it was not. */
  readonly seal: string
  /** A folder to unpack in. */
  readonly scratch: string
}
interface Trouble {
  readonly code: string
  readonly facts: Facts
}
const trouble = (code: string, facts: Facts = {}): Trouble => ({ code: `verification.check.${code}`, facts })

/**
 * Checks a package with nothing but what is in it: every file against the manifest and the manifest against the seal;
 * every figure from its operands and from its leaves; the whole account once more from the document; the readings
 * behind the leaves; the lines of the trail.
 *
 * @throws Refusal `verification.no-package` where there is none to be found.
 */
export async function checkPackage(
  { from, name, seal, scratch }: CheckPackage,
  around: Pick<Surroundings, 'program'>,
  report: (done: number) => void = () => {},
): Promise<PackageReport> {
  const work = mkdtempSync(join(scratch, 'package-'))
  try {
    const folder = await unpacked(from, work, name)
    const { manifest, text } = manifestIn(folder, name)
    const own = sha256(text)
    report(1)
    const files = fileTroubles(folder, manifest, text)
    const sealed =
      seal !== '' && seal.toLowerCase() !== own ? [trouble('seal', { seal: own, told: seal })] : []
    report(2)
    const figures = figureTroubles(folder, manifest, around)
    report(3)
    const trail = parsedOrNull(textIn(folder, 'json/trail.json')) as readonly TrailLine[] | null
    return {
      seal: own,
      title: `${manifest.case.number} ${manifest.inventory.title}`,
      madeAt: manifest.madeAt,
      files: manifest.files.length,
      figures: figures.figures,
      totals: figures.totals,
      evidence: manifest.files.filter(({ path }) => path.startsWith('evidence/')).length,
      trail: trail?.length ?? 0,
      isKnown: null,
      troubles: [...sealed, ...files, ...figures.troubles, ...trailTroubles(trail ?? [])],
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The same as a job of a thread of its own. */
export function checkPackageJob(
  input: CheckPackage & Pick<Surroundings, 'program'>,
  { report }: { readonly report: (progress: Progress) => void },
): Promise<PackageReport> {
  return checkPackage(input, input, (done) =>
    report({ step: 'verification.package-checking', done, total: 3 }),
  )
}

const unnamed = ['manifest.json', 'data/manifest.js']

function fileTroubles(folder: string, { files }: PackageManifest, manifest: string): Trouble[] {
  const named = new Set([...files.map(({ path }) => path), ...unnamed])
  const gone = files.flatMap(({ path, sha256: wanted }) => {
    const place = join(folder, path)
    if (!existsSync(place)) return [trouble('missing', { path })]
    return hashOfFile(place) === wanted ? [] : [trouble('altered', { path })]
  })
  const copy = textIn(folder, 'data/manifest.js')
  return [
    ...gone,
    ...(copy === readerScript('manifest.json', manifest)
      ? []
      : [trouble('altered', { path: 'data/manifest.js' })]),
    ...pathsIn(folder)
      .filter((path) => !named.has(path) && !path.includes('__pycache__'))
      .map((path) => trouble('foreign', { path })),
  ]
}

function figureTroubles(
  folder: string,
  manifest: PackageManifest,
  around: Pick<Surroundings, 'program'>,
): { readonly figures: number; readonly totals: number; readonly troubles: Trouble[] } {
  const read = (path: string) => parsedOrNull(textIn(folder, path))
  const graph = read('json/figures.json') as FigureGraph | null
  const kept = read('json/account.json') as KeptAccount | null
  const document = inventoryDocument.safeParse(read('json/document.json'))
  if (!graph?.nodes || !kept?.totals || !document.success)
    return { figures: 0, totals: 0, troubles: [trouble('unreadable', {})] }
  const { inventory } = manifest
  const frozen = [
    ['document', inventory.documentHash, 'json/document.json'],
    ['account', inventory.accountHash, 'json/account.json'],
  ] as const
  const figures = figuresIn(graph)
  const again = keep(account(document.data, engineLibraryOf(around)))
  const isSameEngine = kept.engine === engineVersion
  return {
    figures: graph.nodes.length,
    totals: Object.keys(kept.totals).length,
    troubles: [
      ...frozen.flatMap(([what, hash, path]) =>
        sha256(textIn(folder, path) ?? '') === hash ? [] : [trouble('not-frozen', { what })],
      ),
      ...(figures === null ? [trouble('unreadable', {})] : replayTroubles(graph, figures)),
      ...Object.entries(kept.totals).flatMap(([path, value]) => [
        ...(shownOf(graph, path) === value
          ? []
          : [trouble('total', { path, frozen: value, figure: shownOf(graph, path) })]),
        ...(again.totals[path] === value
          ? []
          : [trouble('recomputed', { path, frozen: value, again: again.totals[path] ?? '' })]),
      ]),
      ...(isSameEngine && sha256(canonical(again)) !== inventory.accountHash ? [trouble('account', {})] : []),
      ...readingTroubles(graph, (read('json/readings.json') ?? []) as readonly HandedLine[]),
    ],
  }
}
function shownOf({ nodes, roots }: FigureGraph, path: string): string {
  const at = roots[path]
  return at === undefined ? '' : (nodes[at]?.value ?? '')
}

/** The trees of a graph; null where an operand does not stand before its figure. */
function figuresIn({ nodes }: FigureGraph): Figure[] | null {
  const figures: Figure[] = []
  for (const { operands, ...node } of nodes) {
    const leaf = figureRecord.safeParse({ ...node, operands: [] })
    const found = operands.map((at) => figures[at])
    const present = found.filter((each) => each !== undefined)
    if (!leaf.success || present.length < found.length) return null
    figures.push({ ...fromRecord(leaf.data), operands: present })
  }
  return figures
}

/** Each root from its leaves: what differs is named by its place under the root. */
function replayTroubles({ roots }: FigureGraph, figures: readonly Figure[]): Trouble[] {
  const found = Object.entries(roots).flatMap(([path, at]) => {
    const figure = figures[at]
    return figure
      ? replay(figure).map((each) => trouble('figure', { path, within: each.path, stated: each.stated }))
      : []
  })
  return found.slice(0, mostShown)
}
/** A changed leaf shows in every figure above it: more lines than this tell nothing more. */
const mostShown = 50

interface HandedLine {
  readonly parameter: string
  readonly month: string
  readonly line: string
}
function readingTroubles({ nodes }: FigureGraph, readings: readonly HandedLine[]): Trouble[] {
  const lines = Map.groupBy(readings, ({ parameter, month }) => `${parameter}/${month}`)
  const wrong = nodes.flatMap(({ origin }) => {
    if (origin?.kind !== 'readings' || origin.digest === null) return []
    const place = `${origin.parameter}/${origin.month}`
    const own = lines.get(place) ?? []
    return sha256(own.map(({ line }) => line).join('\n')) === origin.digest ? [] : [place]
  })
  return [...new Set(wrong)].slice(0, mostShown).map((place) => trouble('readings', { place }))
}

function trailTroubles(trail: readonly TrailLine[]): Trouble[] {
  return trail.flatMap((line, at) => {
    const before = trail[at - 1]
    if (hashOfLine(line) !== line.hash) return [trouble('trail', { seq: line.seq })]
    const isBroken = before?.seq === line.seq - 1 && before.hash !== line.previous
    return isBroken ? [trouble('trail', { seq: line.seq })] : []
  })
}
