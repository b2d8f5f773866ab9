import type { Overview } from '#shared/accounting/inventory'

import type { Say } from '../kernel/say.ts'

/** What a total is called by the path under which its figure stands: `source/<id>/2025-03`, `gas/CH4`, `total`. */
export function pathName(say: Say, path: string, overview: Overview | undefined): string {
  const [kind = '', key = '', month] = path.split('/')
  switch (kind) {
    case 'total':
      return say('accounting.head.total')
    case 'source': {
      const sources = [
        ...(overview?.sources ?? []),
        ...(overview?.apart.flatMap((group) => group.sources) ?? []),
      ]
      const name = sources.find((source) => source.key === key)?.name ?? key
      return month === undefined ? name : `${name} ${month}`
    }
    case 'facility':
      return overview?.byFacility.find((facility) => facility.key === key)?.name ?? key
    case 'category':
      return say.of({ code: `accounting.category.${key}` })
    case 'iso':
      return say.of({ code: `organization.iso.${key}` })
    case 'scope':
      return say.of({ code: `organization.scope.${key}` })
    case 'apart':
      return say.of({ code: `accounting.apart.${key}` })
    default:
      return key
  }
}
