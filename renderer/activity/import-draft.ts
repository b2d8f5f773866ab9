import type { Mapping } from '#shared/activity/mapping'
import type { ReadChoice } from '#shared/activity/table-file'

/** An import that is under way: which file, how it is read, what was decided about its troubles. */
export interface ImportDraft {
  /** The file as it was sent; null before one was chosen. */
  readonly upload: string | null
  readonly name: string
  readonly choice: ReadChoice
  /** Null: as the program proposes. */
  readonly mapping: Mapping | null
  /** Troubles whose likely repair is taken, by code, or by code and cell. */
  readonly acceptRepairs: readonly string[]
  readonly again: boolean
  readonly isRecord: boolean
  /** The name under which the mapping is remembered; empty: it is not. */
  readonly profile: string
  readonly reason: string
  readonly proofs: readonly { readonly upload: string; readonly name: string }[]
}
export const emptyImport: ImportDraft = {
  upload: null,
  name: '',
  choice: { sheet: null, encoding: null, delimiter: null },
  mapping: null,
  acceptRepairs: [],
  again: false,
  isRecord: false,
  profile: '',
  reason: '',
  proofs: [],
}

/** Takes a repair, or leaves it again; a code alone stands for every place where it occurs. */
export function withRepair(accepted: readonly string[], repair: string, isTaken: boolean): string[] {
  const others = accepted.filter((each) => each !== repair && !each.startsWith(`${repair} `))
  return isTaken ? [...others, repair] : others
}
