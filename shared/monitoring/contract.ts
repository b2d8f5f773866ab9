import { z } from 'zod'

import { bilingual } from '#shared/factors/model'
import { command, nothing, query } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'
import { languages } from '#shared/kernel/texts'
import { nodeId } from '#shared/organization/model'

import { deviationContract } from './deviation-contract.ts'
import { meterContract } from './meter-contract.ts'
import { newParameter, newSource, parameter, parameterId, source, sourceId } from './model.ts'
import { planContract } from './plan-contract.ts'
import { sectors } from './sectors.ts'

const register = z.object({
  sources: z.array(source),
  parameters: z.array(parameter),
  findings: z.array(finding),
})

/** Emission sources, their parameters, and what is missing in the register. */
export const monitoringContract = {
  /** The register of a facility and all below it; of the whole organization for null. */
  register: query('monitoring.read', z.object({ facility: nodeId.nullable() }), register),
  /** One source with its parameters and what is missing in them. */
  source: query(
    'monitoring.read',
    z.object({ id: sourceId }),
    z.object({ source, parameters: z.array(parameter), findings: z.array(finding) }),
  ),
  templates: query(
    'monitoring.read',
    nothing,
    z.array(
      z.object({
        id: z.string(),
        title: bilingual,
        description: bilingual,
        sector: z.enum(sectors).nullable(),
        /** Other words under which people look for it. */
        titles: z.array(z.string()),
        sources: z.array(z.object({ code: z.string(), name: bilingual })),
        parameters: z.array(bilingual),
      }),
    ),
  ),
  /** The guideline of the template that the sources of a year come from, by its id; null where none is plain. */
  templateGuideline: query(
    'monitoring.read',
    z.object({ year: z.int() }),
    z.object({ guideline: z.string().nullable() }),
  ),
  /** Registers the usual sources of a kind of plant, with parameters and default factors, in one act. */
  applyTemplate: command(
    'monitoring.manage',
    z.object({
      template: z.string(),
      node: nodeId,
      validFrom: day,
      language: z.enum(languages),
      /** The codes of the sources that this plant has; all of them if left out. */
      sources: z.array(z.string()).optional(),
    }),
    z.object({ sources: z.array(source), parameters: z.array(parameter) }),
  ),
  addSource: command('monitoring.manage', newSource, source),
  /** `seen`: as it was when it was opened; what others saved since then is merged, or refused where both changed it. */
  changeSource: command(
    'monitoring.manage',
    newSource.extend({ id: sourceId, seen: newSource.optional() }),
    source,
  ),
  /** Undoes a change of a source, even of its state; refused when anything was changed since `from` was saved. */
  revertSource: command(
    'monitoring.manage',
    z.object({ id: sourceId, from: newSource, to: newSource }),
    source,
  ),
  /** Undoes the registration of a source that nothing refers to yet, with its parameters. */
  removeSource: command('monitoring.manage', z.object({ id: sourceId }), nothing),
  addParameter: command('monitoring.manage', newParameter, parameter),
  changeParameter: command(
    'monitoring.manage',
    newParameter.extend({ id: parameterId, seen: newParameter.optional() }),
    parameter,
  ),
  /** Undoes the setting up of a parameter that nothing refers to yet. */
  removeParameter: command('monitoring.manage', z.object({ id: parameterId }), nothing),
  /** Undoes a registration of several at once, sources with all their parameters: all or none. */
  takeBack: command(
    'monitoring.manage',
    z.object({ sources: z.array(sourceId), parameters: z.array(parameterId) }),
    nothing,
  ),
  /** Undoes a removal: the records stand again under the ids they had. */
  putBack: command(
    'monitoring.manage',
    z.object({ sources: z.array(source), parameters: z.array(parameter) }),
    nothing,
  ),
  ...planContract,
  ...meterContract,
  ...deviationContract,
}
