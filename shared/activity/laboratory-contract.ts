import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { month } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'
import { parameterId, sourceId } from '#shared/monitoring/model'

import { labRoles } from './laboratory-values.ts'
import { labSample, newLabSample } from './laboratory.ts'
import { actId } from './model.ts'

const sourceMonth = z.object({ source: sourceId, month })

/**
 * How the samples of a month become readings: each with the fuel recorded in its own period; or one mean of the month,
 * weighted with the amounts written down with the samples; or not at all, while some sample has no weight.
 */
export const labWeightings = ['readings', 'amounts', 'none'] as const

/** What the laboratory found, and how it flows into the parameters of the fuel. */
export const laboratoryContract = {
  /** The samples of a fuel in a month, what they come to as received, and what there is to look at. */
  laboratory: query(
    'activity.read',
    sourceMonth,
    z.object({
      samples: z.array(
        labSample.extend({
          received: z.object({
            netHeat: decimalText.nullable(),
            carbon: decimalText.nullable(),
            carbonPerHeat: decimalText.nullable(),
          }),
        }),
      ),
      findings: z.array(finding),
      weighting: z.enum(labWeightings),
      /** How many samples have results that would be posted together. */
      ready: z.int(),
      /** What the month comes to in each parameter that the laboratory serves; null while a weight is missing. */
      means: z.array(
        z.object({
          parameter: parameterId,
          role: z.enum(labRoles),
          name: z.string(),
          unit: measure,
          value: decimalText.nullable(),
          samples: z.int(),
        }),
      ),
    }),
  ),
  /**
   * Saves samples of a month all or nothing; a file that was sent is kept as the report of its sample. `report`: one that
   * is kept already, by its SHA-256, for a sample that comes back after it was removed.
   */
  saveLaboratory: command(
    'activity.enter',
    sourceMonth.extend({
      samples: z
        .array(
          newLabSample.extend({
            id: labSample.shape.id.nullable(),
            upload: z.string().nullable(),
            report: labSample.shape.sha256.optional(),
          }),
        )
        .max(500),
      remove: z.array(labSample.shape.id).max(500),
    }),
    nothing,
  ),
  /** Makes readings of the samples that are none yet, with their reports as evidence; undone by `undo`. */
  postLaboratory: command(
    'activity.enter',
    sourceMonth,
    z.object({ act: actId, readings: z.int(), samples: z.int() }),
  ),
}
