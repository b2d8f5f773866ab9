import { z } from 'zod'

import { command, nothing, query, signed } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'

import { gwpTable } from './gwp-table.ts'
import { factorEdition } from './library.ts'
import {
  bilingual,
  editionUrn,
  factor,
  factorKind,
  factorPointer,
  purpose,
  sector,
  verification,
} from './model.ts'
import {
  editionSummary,
  factorFound,
  factorUse,
  mark,
  markId,
  newMark,
  newOwnEdition,
  ownEdition,
} from './record.ts'

/** Words in either language and filters; a filter left out does not narrow. */
const search = z.object({
  words: z.string().max(300).default(''),
  kind: factorKind.nullable().default(null),
  gas: z.string().nullable().default(null),
  region: z.string().nullable().default(null),
  purpose: purpose.nullable().default(null),
  sector: sector.nullable().default(null),
  verification: verification.nullable().default(null),
  year: z.int().nullable().default(null),
  origin: z.enum(['shipped', 'own']).nullable().default(null),
  urn: z.string().nullable().default(null),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(2000).default(50),
})

/** The factor library: shipped editions and a plant's own, with where each value comes from and who verified it. */
export const factorsContract = {
  search: query('factors.read', search, z.object({ total: z.int(), hits: z.array(factorFound) })),
  /** What the library holds to filter by, most useful first. */
  choices: query(
    'factors.read',
    nothing,
    z.object({
      kinds: z.array(factorKind),
      gases: z.array(z.string()),
      regions: z.array(z.string()),
      purposes: z.array(purpose),
      sectors: z.array(sector),
      years: z.array(z.int()),
    }),
  ),
  /** Shipped and released own editions, newest first. */
  editions: query('factors.read', nothing, z.array(editionSummary)),
  /** One edition whole, own drafts too. */
  edition: query(
    'factors.read',
    z.object({ urn: editionUrn }),
    z.object({ edition: factorEdition, summary: editionSummary, marks: z.array(mark) }),
  ),
  /** One factor with everything known of it. */
  factor: query(
    'factors.read',
    factorPointer,
    z.object({
      factor,
      edition: editionSummary,
      /** All that was stated about it, newest first, withdrawn ones too. */
      marks: z.array(mark),
      findings: z.array(finding),
    }),
  ),
  /** Several at once, in the order asked for; null where the library has none. */
  factors: query(
    'factors.read',
    z.object({ pointers: z.array(factorPointer).max(2000) }),
    z.array(factorFound.nullable()),
  ),
  /** The potentials of every gas in every set, side by side. */
  gwpSets: query('factors.read', nothing, gwpTable),
  whereUsed: query('factors.read', factorPointer, z.array(factorUse)),
  /** The records that use any factor of an edition: when it is superseded, these are affected. */
  editionUses: query('factors.read', z.object({ urn: editionUrn }), z.array(factorUse)),

  /** Own editions, drafts too, newest first. */
  ownEditions: query('factors.read', nothing, z.array(ownEdition)),
  /**
   * Saves the draft of an own table: a new one, or the open draft of it. Refused whole when a row is unfit, with the
   * code of the first trouble and `row` and `more` in the facts.
   */
  saveOwnEdition: command('factors.enter', newOwnEdition, ownEdition),
  /** Opens the next edition of an own table as a draft that starts from the released one. */
  correctOwnEdition: command(
    'factors.enter',
    z.object({ urn: editionUrn, note: bilingual.nullable() }),
    ownEdition,
  ),
  /** Throws an unreleased draft away. */
  removeOwnDraft: command('factors.enter', z.object({ urn: editionUrn }), nothing),
  /** From now on the edition can be used and never changes. */
  releaseOwnEdition: signed(
    {
      meaning: 'factors.edition-released',
      kind: 'factors/edition',
      idOf: (input) => (input as { readonly urn: string }).urn,
    },
    'factors.check',
    z.object({ urn: editionUrn }),
    ownEdition,
  ),

  /** States that a shipped or own value was compared with the official text and agrees. */
  markVerified: command('factors.check', newMark, mark),
  withdrawMark: command(
    'factors.check',
    z.object({ id: markId, reason: z.string().trim().min(1).max(2000) }),
    mark,
  ),
}
