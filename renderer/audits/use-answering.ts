import { useRef, useState } from 'react'

import type { Audit } from '#shared/audits/audit'
import { type AnswerInput, asksBack, type ListedItem, type Verdict } from '#shared/audits/checklist'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { type Draft, useDraft } from '../kernel/drafts.ts'
import { useMay } from '../kernel/session.ts'

/** An answer as it is typed. */
export type TypedAnswer = Omit<AnswerInput, 'item' | 'isConfirmed'>
const nothingSaid: TypedAnswer = {
  verdict: null,
  note: '',
  interviewed: '',
  place: '',
  department: '',
  basis: [],
}

export interface Answering {
  readonly draft: Draft<TypedAnswer>
  readonly isLocked: boolean
  readonly isUnsaved: boolean
  readonly busy: boolean
  readonly trouble: unknown
  /** The verdict that is asked about, since what is not demanded can hardly be a nonconformity. */
  readonly asked: Verdict | null
  readonly change: (part: Partial<TypedAnswer>) => void
  readonly turnBasis: (basis: TypedAnswer['basis'][number]) => void
  readonly answer: (verdict: Verdict) => void
  readonly confirm: (verdict: Verdict) => void
  readonly askNoMore: () => void
  /** Makes the answer a record, if it is not one already; false when it was refused. */
  readonly save: () => Promise<boolean>
  /** The same, also for an answer that says nothing yet: a photo needs one to belong to. */
  readonly keep: () => Promise<boolean>
}

/** The answer to one question: a draft from the first key on, a record as soon as a verdict is given or a field is left. */
export function useAnswering(audit: Audit, item: ListedItem): Answering {
  const may = useMay()
  const isLocked = !(audit.state === 'approved' || audit.state === 'running') || !may('audits.enter')
  const [only = '', ...others] = item.departments
  const saved = answerOf(item) ?? { ...nothingSaid, department: others.length === 0 ? only : '' }
  const draft = useDraft<TypedAnswer>(`audits/${audit.id}/walk/${item.id}`, saved)
  const latest = useRef<TypedAnswer | null>(null)
  const [asked, setAsked] = useState<Verdict | null>(null)
  const give = useCommand((input: AnswerInput) => api.audits.answer(input))
  const now = () => latest.current ?? draft.value
  const change = (part: Partial<TypedAnswer>) => {
    latest.current = { ...now(), ...part }
    draft.change(latest.current)
  }
  const send = async (isConfirmed: boolean): Promise<boolean> => {
    const value = now()
    const isKnown = isConfirmed || value.verdict === saved.verdict
    if ((await give.run({ ...value, item: item.id, isConfirmed: isKnown })) === undefined) return false
    // What was typed meanwhile is still a draft only.
    if (now() === value) await draft.settled()
    return true
  }
  const save = async () => isLocked || isSame(now(), saved) || (await send(false))
  const decide = (verdict: Verdict, isConfirmed: boolean) => {
    if (isLocked) return
    const asks = asksBack(item.level, verdict) && !isConfirmed && verdict !== saved.verdict
    setAsked(asks ? verdict : null)
    if (asks) return
    change({ verdict })
    void send(isConfirmed)
  }
  return {
    draft,
    isLocked,
    isUnsaved: !isSame(draft.value, saved),
    busy: give.busy,
    trouble: give.trouble,
    asked,
    change,
    turnBasis: (basis) => {
      change({ basis: turned(now().basis, basis) })
      void save()
    },
    answer: (verdict) => decide(verdict, false),
    confirm: (verdict) => decide(verdict, true),
    askNoMore: () => setAsked(null),
    save,
    keep: async () => isLocked || (item.answer ? await save() : await send(false)),
  }
}

function turned<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one]
}
function answerOf({ answer }: ListedItem): TypedAnswer | null {
  if (!answer) return null
  const { answeredBy: _by, answeredAt: _at, ...said } = answer
  return said
}
function isSame(a: TypedAnswer, b: TypedAnswer): boolean {
  const trimmed = ({ verdict, note, interviewed, place, department, basis }: TypedAnswer) =>
    JSON.stringify([
      verdict,
      ...[note, interviewed, place, department].map((each) => each.trim()),
      [...basis].toSorted(),
    ])
  return trimmed(a) === trimmed(b)
}
