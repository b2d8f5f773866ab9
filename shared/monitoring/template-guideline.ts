import type { Source } from './model.ts'
import type { Template } from './templates.ts'

type Registered = Pick<Source, 'code' | 'name' | 'calculation'>

/**
 * The guideline of the kind of plant that most of the registered sources come from, by the code, the name and the
 * method that its template gave them. What any plant may have beside its own says nothing about the kind of plant.
 *
 * @returns the id of an edition; null where no source is as a template has it, where that kind of plant has no
 *   guideline of its own, and where two kinds fit equally well.
 */
export function guidelineOfSources(
  templates: readonly Template[],
  registered: readonly Registered[],
): string | null {
  const kinds = templates
    .filter(({ sector }) => sector !== 'general')
    .map(({ guideline = null, sources }) => ({
      guideline,
      taken: sources.filter((drafted) => registered.some((source) => isTaken(drafted, source))).length,
    }))
  const most = Math.max(1, ...kinds.map(({ taken }) => taken))
  const best = new Set(kinds.filter(({ taken }) => taken === most).map(({ guideline }) => guideline))
  const [only = null] = best
  return best.size === 1 ? only : null
}

function isTaken({ code, name, calculation }: Template['sources'][number], source: Registered): boolean {
  const isSameName = name.zh === source.name || name.en === source.name
  return isSameName && code === source.code && calculation.method === source.calculation.method
}
