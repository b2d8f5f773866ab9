import { z } from 'zod'

import { canonical } from '#shared/kernel/canonical'
import { month } from '#shared/kernel/period'
import { nodeId } from '#shared/organization/model'

/** One reading under a seal: what it says and who stands for it. Amounts are mantissa and scale, as stored. */
const sealedReading = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  text: z.string(),
  unit: z.string(),
  mantissa: z.string(),
  scale: z.int(),
  entered: z.string(),
  checked: z.string().nullable(),
  approved: z.string().nullable(),
  evidence: z.array(z.string()),
})
export type SealedReading = Readonly<z.output<typeof sealedReading>>

const sealedParameter = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  /** The value of the factor library that stood in where there was no reading. */
  factor: z.string().nullable(),
  readings: z.array(sealedReading),
})

/**
 * What a month's seal is a hash of, as canonical JSON: every reading that counts, its evidence, and what further
 * areas contribute, such as figures.
 */
export const sealContent = z.strictObject({
  format: z.literal('tanbu-month/1'),
  facility: nodeId,
  month,
  parameters: z.array(sealedParameter),
  contributions: z.record(z.string(), z.json()),
})
export type SealContent = Readonly<z.output<typeof sealContent>>

/** Something that is not as it was sealed. */
export const sealDifference = z.object({
  what: z.enum(['added', 'gone', 'changed']),
  kind: z.enum(['parameter', 'reading', 'evidence', 'contribution']),
  /** The parameter's name, or the area that contributed. */
  name: z.string(),
  /** The reading's period, where it is about one. */
  from: z.string().nullable(),
  sealed: z.string().nullable(),
  now: z.string().nullable(),
})
export type SealDifference = Readonly<z.output<typeof sealDifference>>

/** Every difference between what was sealed and what is there now, parameter by parameter, reading by reading. */
export function compareSeals(sealed: SealContent, now: SealContent): SealDifference[] {
  const ids = new Set([...sealed.parameters, ...now.parameters].map(({ id }) => id))
  const parameters = [...ids].flatMap((id) => {
    const before = sealed.parameters.find((each) => each.id === id)
    const after = now.parameters.find((each) => each.id === id)
    const name = before?.name ?? after?.name ?? id
    return [
      ...headDifferences(name, before, after),
      ...readingDifferences(name, before?.readings ?? [], after?.readings ?? []),
    ]
  })
  return [...parameters, ...contributionDifferences(sealed.contributions, now.contributions)]
}

type SealedParameter = SealContent['parameters'][number]
function headDifferences(
  name: string,
  before: SealedParameter | undefined,
  after: SealedParameter | undefined,
): SealDifference[] {
  const head = ({ unit, factor }: SealedParameter) => (factor === null ? unit : `${unit} · ${factor}`)
  const [was, is] = [before ? head(before) : null, after ? head(after) : null]
  if (was === is && before?.name === after?.name) return []
  return [{ what: whatOf(was, is), kind: 'parameter', name, from: null, sealed: was, now: is }]
}

function readingDifferences(
  name: string,
  before: readonly SealedReading[],
  after: readonly SealedReading[],
): SealDifference[] {
  const was = new Map(before.map((reading) => [reading.id, reading]))
  const is = new Map(after.map((reading) => [reading.id, reading]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [old, current] = [was.get(id), is.get(id)]
    const from = old?.from ?? current?.from ?? null
    const wording = (reading: SealedReading | undefined) =>
      reading ? `${reading.text} ${reading.unit}` : null
    const differences: SealDifference[] = []
    if (!old || !current || essence(old) !== essence(current))
      differences.push({
        what: whatOf(old ?? null, current ?? null),
        kind: 'reading',
        name,
        from,
        sealed: wording(old),
        now: wording(current),
      })
    if (old && current && old.evidence.join() !== current.evidence.join())
      differences.push({
        what: 'changed',
        kind: 'evidence',
        name,
        from,
        sealed: old.evidence.join(', '),
        now: current.evidence.join(', '),
      })
    return differences
  })
}
function essence({ evidence: _evidence, ...rest }: SealedReading): string {
  return canonical(rest)
}

function contributionDifferences(
  before: SealContent['contributions'],
  after: SealContent['contributions'],
): SealDifference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const text = (value: unknown) => (value === undefined ? null : canonical(value))
    const [was, is] = [text(before[name]), text(after[name])]
    if (was === is) return []
    return [{ what: whatOf(was, is), kind: 'contribution', name, from: null, sealed: was, now: is }]
  })
}

function whatOf(before: unknown, after: unknown): SealDifference['what'] {
  if (before === null) return 'added'
  return after === null ? 'gone' : 'changed'
}
