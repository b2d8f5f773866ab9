import { useState } from 'react'

import type { Grade, VersionState } from '#shared/documents/document'
import { requiredCodes } from '#shared/documents/required'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const tones = {
  draft: 'quiet',
  review: 'info',
  approval: 'info',
  waiting: 'info',
  'in-force': 'good',
  superseded: 'warn',
  obsolete: 'warn',
  withdrawn: 'quiet',
  disposed: 'quiet',
} as const satisfies Record<VersionState, Tone>

/** Where a version stands, as icon and word. */
export function VersionStateTag({ state }: { readonly state: VersionState | null }) {
  const say = useSay()
  if (state === null) return <StateTag tone="quiet" text={say('documents.state.none')} />
  return <StateTag tone={tones[state]} text={say(`documents.state.${state}`)} />
}

/** A grade that asks for a clearance is marked by a lock. */
export function GradeTag({ grade }: { readonly grade: Grade }) {
  const say = useSay()
  const text = say(`documents.grade.${grade}`)
  return grade === 'confidential' || grade === 'secret' ? (
    <StateTag tone="warn" icon="lock" text={text} />
  ) : (
    <>{text}</>
  )
}

/** The register; with words, only what holds them in number, title or content. */
export function useRegister(text: string | null = null) {
  return useAsk(['documents', 'register', text], () => api.documents.register({ text }), {
    also: ['access'],
  })
}

/** What must be in writing, to be chosen from. */
export function useWritingOptions(): { readonly value: string; readonly label: string }[] {
  const say = useSay()
  const { data } = useAsk(['documents', 'writing'], () => api.documents.writing({}))
  const own = (data ?? []).flatMap(({ code, title }) => (title === null ? [] : { value: code, label: title }))
  return [...requiredCodes.map((value) => ({ value, label: say(`documents.required.${value}`) })), ...own]
}

/** The calendar day on which the page was opened. */
export function useToday(): string {
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'))
  return today
}
