import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'
import type { Parameter, ParameterId, Source } from '#shared/monitoring/model'
import {
  type Drafted,
  facilityParametersFrom,
  sourcesFrom,
  type Template,
  templates,
  weightOf,
} from '#shared/monitoring/templates'
import type { NodeId } from '#shared/organization/model'

import { addParameter } from './parameters.ts'
import { addSource } from './sources.ts'

/** The kinds of plant whose usual sources are known. */
export function shippedTemplates({ around }: ReadContext): readonly Template[] {
  const file = join(around.program, 'resources', 'monitoring', 'templates.json')
  return templates.parse(JSON.parse(readFileSync(file, 'utf8')))
}

interface Wanted {
  readonly template: string
  readonly node: NodeId
  readonly validFrom: string
  readonly language: Language
}
export function applyTemplate(context: WriteContext, { template: id, node, validFrom, language }: Wanted) {
  const template = shippedTemplates(context).find((shipped) => shipped.id === id)
  if (!template) throw new Refusal('monitoring.no-such-template', { id })
  const added = sourcesFrom(template, { node, validFrom }, language).map((drafted) =>
    addDrafted(context, drafted),
  )
  const own = facilityParametersFrom(template, { node, validFrom }, language).map((parameter) =>
    addParameter(context, parameter),
  )
  return {
    sources: added.map(({ source }) => source),
    parameters: [...added.flatMap((each) => each.parameters), ...own],
  }
}

/** Parameters go in as the list has them, those that weight others before the others. */
function addDrafted(context: WriteContext, drafted: Drafted): { source: Source; parameters: Parameter[] } {
  const source = addSource(context, drafted.source)
  const idByRole = new Map<string, ParameterId>()
  const order = drafted.parameters.toSorted(
    (a, b) => Number(a.weightedByRole !== null) - Number(b.weightedByRole !== null),
  )
  const added = order.map((parameter) => {
    const { weightedByRole: _role, ...facts } = parameter
    const record = addParameter(context, {
      ...facts,
      source: source.id,
      weightedBy: weightOf(parameter, idByRole),
    })
    idByRole.set(record.role, record.id)
    return record
  })
  return { source, parameters: added }
}
