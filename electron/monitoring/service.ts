import type { ReadDb } from '#db/kernel/access'
import { allParameters, allSources, parametersOfSource, registerOf } from '#db/monitoring/queries'
import { serve } from '#electron/kernel/context'
import { overlaps } from '#shared/kernel/period'
import { monitoringContract } from '#shared/monitoring/contract'
import type {
  NewParameter,
  NewSource,
  Parameter,
  ParameterId,
  Source,
  SourceId,
} from '#shared/monitoring/model'
import { registerFindings } from '#shared/monitoring/rules'
import { guidelineOfSources } from '#shared/monitoring/template-guideline'
import type { NodeId } from '#shared/organization/model'

import { deviationHandlers, deviationScopes } from './deviation-service.ts'
import { knownNode, knownParameter, knownSource } from './known.ts'
import { meterHandlers, meterScopes } from './meter-service.ts'
import { addParameter, changeParameter, insertParameter, removeParameter } from './parameters.ts'
import { planHandlers, planScopes } from './plan-service.ts'
import { addSource, changeSource, insertSource, removeSource, revertSource } from './sources.ts'
import { applyTemplate, shippedTemplates } from './template.ts'

/** Registers emission sources with their parameters, and lists what they lack. */
export const monitoringService = serve(
  monitoringContract,
  {
    register: ({ db }, { facility }) => {
      const found =
        facility === null
          ? { sources: allSources(db), parameters: allParameters(db) }
          : registerOf(db, knownNode(db, facility))
      const findings = found.sources.flatMap((source) =>
        registerFindings(
          source,
          found.parameters.filter((parameter) => parameter.source === source.id),
        ),
      )
      return { ...found, findings }
    },
    source: ({ db }, { id }) => {
      const source = knownSource(db, id)
      const own = parametersOfSource(db, id)
      return { source, parameters: own, findings: registerFindings(source, own) }
    },
    templates: (context) =>
      shippedTemplates(context).map(
        ({ id, title, description, sector = null, titles = [], ...template }) => ({
          id,
          title,
          description,
          sector,
          titles,
          sources: template.sources.map(({ code, name }) => ({ code, name })),
          parameters: template.parameters.map(({ name }) => name),
        }),
      ),
    templateGuideline: (context, { year }) => {
      const span = { validFrom: `${year}-01-01`, validTo: `${year + 1}-01-01` }
      const ofYear = allSources(context.db).filter((source) => overlaps(source, span))
      return { guideline: guidelineOfSources(shippedTemplates(context), ofYear) }
    },
    applyTemplate,
    addSource,
    changeSource,
    revertSource,
    removeSource,
    addParameter,
    changeParameter,
    removeParameter,
    takeBack: (context, { sources, parameters }) => {
      for (const id of sources) removeSource(context, { id })
      for (const id of parameters) removeParameter(context, { id })
      return {}
    },
    putBack: (context, { sources, parameters }) => {
      for (const { id, ...facts } of sources) insertSource(context, id, facts)
      // Those that weight others stand before the others.
      const order = parameters.toSorted(
        (a, b) => Number(a.weightedBy !== null) - Number(b.weightedBy !== null),
      )
      for (const { id, seq: _seq, ...facts } of order) insertParameter(context, id, facts)
      return {}
    },
    ...planHandlers,
    ...meterHandlers,
    ...deviationHandlers,
  },
  {
    register: (_db, { facility }: { readonly facility: NodeId | null }) =>
      facility === null ? null : [facility],
    source: nodesOfSource,
    applyTemplate: (_db, { node }: { readonly node: NodeId }) => [node],
    addSource: (_db, { node }: NewSource) => [node],
    changeSource: nodesOfMove,
    revertSource: (db, { id, to }: { readonly id: SourceId; readonly to: NewSource }) =>
      nodesOfMove(db, { id, node: to.node }),
    removeSource: nodesOfSource,
    // What is recorded for it counts where its source is.
    addParameter: (db, { node, source }: NewParameter) => [
      node,
      ...(source === null ? [] : nodesOfSource(db, { id: source })),
    ],
    changeParameter: (db, { id, node }: { readonly id: ParameterId; readonly node: NodeId }) => [
      ...nodesOfParameter(db, { id }),
      node,
    ],
    removeParameter: nodesOfParameter,
    takeBack: (
      db,
      of: { readonly sources: readonly SourceId[]; readonly parameters: readonly ParameterId[] },
    ) => [
      ...of.sources.flatMap((id) => nodesOfSource(db, { id })),
      ...of.parameters.flatMap((id) => nodesOfParameter(db, { id })),
    ],
    putBack: (db, of: { readonly sources: readonly Source[]; readonly parameters: readonly Parameter[] }) => [
      ...[...of.sources, ...of.parameters].map(({ node }) => node),
      ...allSources(db).flatMap(({ id, node }) =>
        of.parameters.some(({ source }) => source === id) ? node : [],
      ),
    ],
    ...planScopes,
    ...meterScopes,
    ...deviationScopes,
  },
)

function nodesOfSource(db: ReadDb, { id }: { readonly id: SourceId }): NodeId[] {
  return [knownSource(db, id).node]
}
/** Where a source stands, and where it goes. */
function nodesOfMove(db: ReadDb, { id, node }: { readonly id: SourceId; readonly node: NodeId }): NodeId[] {
  return [...nodesOfSource(db, { id }), node]
}
function nodesOfParameter(db: ReadDb, { id }: { readonly id: ParameterId }): NodeId[] {
  return [knownParameter(db, id).node]
}
