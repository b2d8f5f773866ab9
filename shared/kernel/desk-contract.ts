import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

import { nothing, type ProcedureMeta, query, refusals, unrecorded } from '#shared/kernel/contract'
import { glossary } from '#shared/kernel/glossary'
import { help } from '#shared/kernel/help'
import { recordContract } from '#shared/kernel/record-contract'
import { searchContract } from '#shared/kernel/search-contract'
import { taskContract } from '#shared/kernel/task-contract'

const following = oc
  .$meta<ProcedureMeta>({ kind: 'query', permission: 'public' })
  .errors(refusals)
  .output(eventIterator(z.array(z.string())))

/** What belongs to no area: news of changes for every window, and what someone is typing. */
export const deskContract = {
  ...taskContract,
  ...recordContract,
  ...searchContract,
  /** The areas that changed, as they change, for as long as the window listens. */
  changes: following,
  /** Every draft of the signed-in user under a prefix, such as `activity/grid/`. */
  drafts: query(
    'signed-in',
    z.object({ prefix: z.string().max(200) }),
    z.array(z.object({ key: z.string(), value: z.unknown(), savedAt: z.iso.datetime() })),
  ),
  /** Keeps what is being typed; overwrites the draft of the same key. */
  saveDraft: unrecorded(
    'signed-in',
    z.object({ key: z.string().min(1).max(300), value: z.unknown() }),
    nothing,
  ),
  /** The terms of the field in both languages. */
  glossary: query('public', nothing, glossary),
  /** What the program says of each kind of work. */
  help: query('public', nothing, help),
  discardDraft: unrecorded('signed-in', z.object({ key: z.string().min(1).max(300) }), nothing),
}
