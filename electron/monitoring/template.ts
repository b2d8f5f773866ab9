import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'
import type { Parameter, ParameterId, Source } from '#shared/monitoring/model'
import { sectors } from '#shared/monitoring/sectors'
import {
  type Drafted,
  facilityParametersFrom,
  sourcesFrom,
  type Template,
  template,
  templates,
  weightOf,
} from '#shared/monitoring/templates'
import type { NodeId } from '#shared/organization/model'

import { addParameter } from './parameters.ts'
import { addSource } from './sources.ts'

const read = new Map<string, readonly Template[]>()

/** The kinds of plant whose usual sources are known, read once per process: any plant first, then by sector. */
export function shippedTemplates({ around: { program } }: ReadContext): readonly Template[] {
  const known = read.get(program)
  if (known) return known
  const folder = join(program, 'resources', 'monitoring')
  const file = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const bySector = readdirSync(join(folder, 'sectors'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => template.parse(file(join('sectors', name))))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
  const shipped = [...templates.parse(file('templates.json')), ...bySector]
  read.set(program, shipped)
  return shipped
}
function placeOf({ sector }: Template): number {
  return sector === undefined ? -1 : sectors.indexOf(sector)
}

interface Wanted {
  readonly template: string
  readonly node: NodeId
  readonly validFrom: string
  readonly language: Language
  /** The codes of those that this plant has; all of them if left out. */
  readonly sources?: readonly string[] | undefined
}
export function applyTemplate(
  context: WriteContext,
  { template: id, node, validFrom, language, sources }: Wanted,
) {
  const chosen = shippedTemplates(context).find((shipped) => shipped.id === id)
  if (!chosen) throw new Refusal('monitoring.no-such-template', { id })
  const added = sourcesFrom(chosen, { node, validFrom }, language)
    .filter(({ source }) => sources === undefined || sources.includes(source.code))
    .map((drafted) => addDrafted(context, drafted))
  const own = facilityParametersFrom(chosen, { node, validFrom }, language).map((parameter) =>
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
