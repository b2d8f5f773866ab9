import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'

import { jobs } from '#electron/job-list'
import { contract } from '#shared/contract'
import type { ReaderOutcome } from '#test/fault/fuzz-child'
import { seedOfRun } from '#test/fault/random'

/** The same cases in every run of the tests, 1,000 other ones for each reader in the long one. */
const isLong = process.env['TANBU_LONG'] !== undefined
const count = isLong ? 1_000 : 200
const seed = isLong || process.env['TANBU_FAULT_SEED'] !== undefined ? seedOfRun : 20_261_122
/** Seconds of processor time for each reader; the short run of the slow ones is shorter for it. */
const patience = isLong ? 1_200 : 1.5

/* What a reader may need: a single file no more than this, and the process never more memory than that, in MiB. */
const [longest, heap, memory] = [5_000, 512, 1_200]

/** Files that are kept as evidence are searched for words and for what they say of where they came from. */
const kept = ['papers', 'pictures'] as const
/** Every procedure that is given a file, and the readers that the file meets. */
const readersOf: Readonly<Record<string, readonly string[]>> = {
  'desk.attach': kept,
  'documents.draftVersion': kept,
  'documents.replaceFile': kept,
  'documents.addExternal': kept,
  'documents.checkExternal': kept,
  'monitoring.addSubmission': kept,
  'monitoring.changeSubmission': kept,
  'monitoring.addCertificate': kept,
  'activity.importInspect': ['tables'],
  'activity.importPreview': ['tables'],
  'activity.import': ['tables', ...kept],
  'activity.substitute': kept,
  'activity.saveLaboratory': kept,
  'activity.submit': kept,
  'activity.correct': kept,
  'activity.correctAll': kept,
  'activity.addEvidence': kept,
  'audits.receivePackage': ['audit packages'],
  'audits.mergePackage': ['audit results'],
  'compliance.addTree': ['trees', 'tables'],
  'compliance.addObligation': kept,
  'compliance.changeObligationText': kept,
  'compliance.evaluateObligation': kept,
  'verification.checkPackage': ['verification packages'],
  'verification.mergeReplies': ['verifiers’ answers', 'tables'],
  'exchange.previewBackup': ['backups', 'sealed exports'],
  'exchange.openBackup': ['backups', 'sealed exports'],
  'exchange.restoreBackup': ['backups', 'sealed exports'],
  'exchange.previewFirst': ['backups', 'sealed exports'],
  'exchange.restoreFirst': ['backups', 'sealed exports'],
  'exchange.bringChanges': ['changes of a copy'],
  'exchange.readUpdate': ['releases'],
  'exchange.applyUpdate': ['releases'],
}
/** Every job: what is done on a thread of its own is mostly the reading of something; null where it is not. */
const readersOfJob: Readonly<Record<string, readonly string[] | null>> = {
  'access.build-past': null,
  'access.convert': null,
  'access.verify-chain': null,
  'accounting.draw': null,
  'activity.inspect': ['tables'],
  'activity.read-import': ['tables'],
  'activity.read-traces': kept,
  'exchange.check-store': null,
  'exchange.make-backup': null,
  'exchange.prove-backup': ['backups'],
  'exchange.prove-self': null,
  'exchange.read-backup': ['backups'],
  'exchange.restore': ['backups'],
  'exchange.seal': null,
  'kernel.read-text': ['papers'],
  'performance.choose': null,
  'verification.check-package': ['verification packages'],
}
/** What no window sends: the command line reads it. */
const ofCommands = ['inventory documents']

let outcomes: readonly ReaderOutcome[] = []
let told = ''
beforeAll(
  async () => {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${heap}`,
        `${import.meta.dirname}/fuzz-child.ts`,
        ...[count, seed, patience].map(String),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
    outcomes = output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as ReaderOutcome)
    told = errors
  },
  isLong ? 7_200_000 : 300_000,
)

interface Inside {
  readonly '~orpc': { readonly inputSchema?: z.ZodType }
}
/** Whether a schema has, anywhere in it, a field for a file that was sent. */
function takesFile(schema: z.ZodType | undefined): boolean {
  if (!schema) return false
  const {
    shape = {},
    options = [],
    items = [],
    ...definition
  } = schema._zod.def as unknown as {
    readonly shape?: Readonly<Record<string, z.ZodType>>
    readonly options?: readonly z.ZodType[]
    readonly items?: readonly z.ZodType[]
  } & Readonly<Record<'innerType' | 'element' | 'in' | 'left' | 'right' | 'valueType', z.ZodType | undefined>>
  const { innerType, element, in: given, left, right, valueType } = definition
  return (
    Object.entries(shape).some(([name, inner]) => /upload/i.test(name) || takesFile(inner)) ||
    [...options, ...items, innerType, element, given, left, right, valueType].some(takesFile)
  )
}

describe('files from outside', () => {
  it('F1 have a reader that is tried, whichever procedure or job is given them', () => {
    const taking = Object.entries(contract).flatMap(([area, own]) =>
      Object.entries(own).flatMap(([name, procedure]) =>
        takesFile((procedure as unknown as Inside)['~orpc'].inputSchema) ? [`${area}.${name}`] : [],
      ),
    )
    expect(Object.keys(readersOf).toSorted()).toEqual(taking.toSorted())
    expect(Object.keys(readersOfJob).toSorted()).toEqual(Object.keys(jobs).toSorted())
    const named = [...Object.values(readersOf), ...Object.values(readersOfJob), ofCommands].flatMap(
      (names) => names ?? [],
    )
    expect(outcomes.map(({ reader }) => reader).toSorted()).toEqual([...new Set(named)].toSorted())
  })

  it(`F2 damaged and hostile, up to ${count} for each reader, are read or refused in words`, () => {
    expect(
      outcomes.flatMap(({ reader, broken }) => broken.map((each) => `${reader}: ${each} (seed ${seed})`)),
    ).toEqual([])
    expect(told).not.toMatch(/heap out of memory|Error:/)
    for (const { reader, read, refused } of outcomes) expect(read + refused, reader).toBeGreaterThan(10)
  })

  it('F3 take bounded time each, and bounded memory', () => {
    for (const { reader, longest: slowest, memory: most } of outcomes) {
      expect(slowest, reader).toBeLessThan(longest)
      expect(most, reader).toBeLessThan(memory)
    }
  })
})
