import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Surroundings } from '#electron/kernel/surroundings'
import { type CaseKind, type Workflow, workflowFile, type WorkflowStep } from '#shared/verification/workflow'

/** The edition by which new cases run; those of an older one keep theirs. */
export const currentEdition = '2026'

type Program = Pick<Surroundings, 'program'>
const read = new Map<string, readonly Workflow[]>()

/** The workflows of an edition, read once per process. */
export function workflowsOf({ program }: Program, edition = currentEdition): readonly Workflow[] {
  const file = join(program, 'resources', 'verification', `workflows-${edition}.json`)
  const known = read.get(file)
  if (known) return known
  const { workflows } = workflowFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  read.set(file, workflows)
  return workflows
}

/** The steps by which a case runs. */
export function stepsOfCase(
  around: Program,
  { kind, edition }: { readonly kind: CaseKind; readonly edition: string },
): readonly WorkflowStep[] {
  return workflowsOf(around, edition).find((each) => each.kind === kind)?.steps ?? []
}
