import { useSearchParams } from 'react-router'

import { type ConformityState, isGap, type RecordWord } from '#shared/compliance/conformity'
import type { StandingRow } from '#shared/compliance/conformity-contract'
import { type Requirement, standardTree } from '#shared/compliance/tree'
import { areas } from '#shared/kernel/areas'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { Tone } from '../ui/StateTag.tsx'

/** Every area's records bear on how the requirements stand. */
const also = [...areas, 'kernel']

/** Which tree the address speaks of; the standard where it says nothing. */
export function useTreeId(): string {
  const [params] = useSearchParams()
  return params.get('tree') ?? standardTree
}

export function useTrees() {
  return useAsk(['compliance', 'trees'], () => api.compliance.trees({}))
}
/** The wording of the tree that is gone by. */
export function useTree(tree: string) {
  return useAsk(['compliance', 'tree', tree], () => api.compliance.tree({ tree }))
}
export function useStanding(tree: string) {
  return useAsk(['compliance', 'standing', tree], () => api.compliance.standing({ tree }), { also })
}
export function useOverview(tree: string) {
  return useAsk(['compliance', 'overview', tree], () => api.compliance.overview({ tree }), { also })
}
export function useRequirement(tree: string, requirement: string) {
  return useAsk(
    ['compliance', 'requirement', tree, requirement],
    () => api.compliance.requirement({ tree, requirement }),
    { also },
  )
}

/** A requirement with its wording and how it stands. */
export interface Row {
  readonly requirement: Requirement
  readonly row: StandingRow
}

export const toneOf: Readonly<Record<ConformityState, Tone>> = {
  conforming: 'good',
  'in-place': 'info',
  nonconforming: 'stop',
  'not-started': 'warn',
  'not-applicable': 'quiet',
}
export const toneOfWord: Readonly<Record<RecordWord, Tone>> = {
  shown: 'good',
  present: 'info',
  part: 'info',
  failing: 'stop',
  missing: 'warn',
  silent: 'quiet',
}

/** What a list can be narrowed to, as it stands in the address. */
export const filters = ['failing', 'contradicted', 'stale', 'present', 'owned', 'unowned', 'late'] as const
export type Filter = (typeof filters)[number]

export function passes(row: StandingRow, filter: Filter, today: string): boolean {
  switch (filter) {
    case 'failing':
      return row.state === 'nonconforming'
    case 'contradicted':
      return row.isContradicted
    case 'stale':
      return row.isStale && !row.isExcluded
    case 'present':
      return row.says === 'present' && row.judged === null && !row.isExcluded
    case 'owned':
      return isGap(row) && row.owner !== null
    case 'unowned':
      return isGap(row) && row.owner === null
    case 'late':
      return isGap(row) && row.dueOn !== null && row.dueOn < today
  }
}
