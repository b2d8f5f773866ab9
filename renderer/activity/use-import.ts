import { useEffect, useEffectEvent, useState } from 'react'

import type { ImportPreview } from '#shared/activity/import-model'
import type { Mapping } from '#shared/activity/mapping'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useUndo } from '../kernel/commands.ts'
import type { Draft } from '../kernel/drafts.ts'
import { useTask } from '../kernel/tasks.ts'
import { proofsOf, textOrNull } from './entry-draft.ts'
import type { ImportDraft } from './import-draft.ts'

/** A draft whose file and mapping are known, ready to be previewed or taken. */
interface Planned {
  readonly asked: ImportDraft
  readonly mapping: Mapping
}
interface Taken extends Planned {
  readonly only: 'all' | 'valid'
  readonly fingerprint: string
}

/** The long work of an import: looking into the file, previewing it, taking it over. */
export function useImport(facility: NodeId, year: number, draft: Draft<ImportDraft>) {
  const { value } = draft
  const inspect = useInspection(facility, year, value)
  const inspection = inspect.task.state === 'done' && value.upload !== null ? inspect.task.result : null
  const mapping = value.mapping ?? inspection?.proposal.mapping ?? null
  const preview = useTask((planned: Planned, signal) =>
    api.activity.importPreview(planOf(facility, planned), { signal }),
  )
  const take = useTask(({ only, fingerprint, ...planned }: Taken, signal) =>
    api.activity.import(requestOf(facility, planned, only, fingerprint), { signal }),
  )
  const [previewed, setPreviewed] = useState<ImportPreview | null>(null)
  /** What was seen before stays on screen until the new preview is there. */
  const look = async (asked: ImportDraft) => {
    const seen = mapping && (await preview.start({ asked, mapping }))
    if (seen) setPreviewed(seen)
  }
  const back = () => {
    preview.dismiss()
    setPreviewed(null)
  }
  const drop = () => {
    back()
    draft.discard()
  }
  const bring = async (only: 'all' | 'valid') => {
    if (!mapping || !inspection) return
    const { fingerprint } = inspection.proposal
    const made = await take.start({ asked: value, mapping, only, fingerprint })
    if (!made) return
    useUndo.getState().push({
      done: { code: 'activity.import.did', facts: { name: value.name, count: made.readings } },
      undo: () => api.activity.undo({ act: made.act, reason: null }),
    })
    drop()
  }
  const isBusy = take.task.state === 'running' || preview.task.state === 'running'
  return { inspect, inspection, mapping, preview, previewed, take, look, back, drop, bring, isBusy }
}

/** Looks into the file as soon as there is one, and again when it is to be read otherwise. */
function useInspection(facility: NodeId, year: number, { upload, choice }: ImportDraft) {
  const inspect = useTask(
    (asked: { readonly upload: string; readonly choice: ImportDraft['choice'] }, signal) =>
      api.activity.importInspect({ ...asked, facility, year }, { signal }),
  )
  const asked = JSON.stringify([upload, choice])
  const look = useEffectEvent(() => {
    if (upload !== null) void inspect.start({ upload, choice })
  })
  useEffect(() => look(), [asked])
  return inspect
}

function planOf(facility: NodeId, { asked, mapping }: Planned) {
  const { upload, choice, acceptRepairs } = asked
  if (upload === null) throw new Error('There is no file to import')
  return { upload, choice, facility, mapping, period: null, acceptRepairs: [...acceptRepairs] }
}

function requestOf(facility: NodeId, planned: Planned, only: 'all' | 'valid', fingerprint: string) {
  const { asked } = planned
  const name = asked.profile.trim()
  return {
    ...planOf(facility, planned),
    take: only,
    again: asked.again,
    isRecord: asked.isRecord,
    proofs: proofsOf(asked),
    profile: name === '' ? null : { name, fingerprint },
    reason: textOrNull(asked.reason),
  }
}
