import type { FindingPlace } from '#shared/activity/finding-register'

import { cellKey, pathOfCell } from './entry-draft.ts'

/** The address at which a finding of a year is seen to. */
export function pathOfFinding(place: FindingPlace, year: number): string {
  switch (place.kind) {
    case 'cell':
      return pathOfCell(cellKey(place.parameter, place.month), place.facility)
    case 'data': {
      const params = new URLSearchParams({ year: String(year), source: place.source })
      if (place.facility !== null) params.set('facility', place.facility)
      if (place.month !== null) params.set('month', place.month)
      return `/activity?${params.toString()}`
    }
    case 'source':
      return `/monitoring/${place.source}`
    case 'month':
      return `/activity/months?facility=${place.facility}&year=${year}&month=${place.month}`
    case 'file':
      return `/activity/evidence?file=${place.sha256}`
    case 'page':
      return place.path
  }
}
