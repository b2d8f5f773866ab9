import type { TargetDraft } from '#shared/exchange/target'

/** What a person types in to add a folder as a target; `more` for limits, hours and keys. */
export function folderTarget(
  name: string,
  path: string,
  more: Partial<TargetDraft> = {},
): { readonly target: TargetDraft } {
  const usual = { sealedFor: null, bandwidth: null, schedule: { when: 'there' as const } }
  return { target: { name, settings: { kind: 'folder', path }, ...usual, ...more } }
}
