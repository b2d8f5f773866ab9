import { answersOf } from '#db/activity/quality-queries'
import type { ReadContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import {
  type FindingPlace,
  type FindingTopic,
  type RegisteredFinding,
  type SettledFinding,
  stateOf,
} from '#shared/activity/finding-register'
import { canonical } from '#shared/kernel/canonical'
import type { Finding } from '#shared/kernel/finding'
import type { Language } from '#shared/kernel/texts'
import type { NodeId } from '#shared/organization/model'

/** What is asked: a year of one facility, or of all. */
export interface RegisterQuestion {
  readonly facility: NodeId | null
  readonly year: number
}

/** A finding as an area hands it to the register: worded, and with the place where it is seen to. */
export interface FoundByArea {
  readonly finding: Finding
  readonly topic: FindingTopic
  readonly words: string
  readonly subject: string
  readonly period: string
  readonly place: FindingPlace | null
}

/** An area that has findings to register; `electron/areas.ts` hands in those of later areas. */
export type FindingSource = (
  context: Pick<ReadContext, 'db' | 'around' | 'today'>,
  question: RegisterQuestion,
  language: Language,
) => readonly FoundByArea[]

export interface FindingRegister {
  readonly findings: RegisteredFinding[]
  /** Answers to findings of the year that are gone. Only the whole plant shows what is gone. */
  readonly settled: SettledFinding[]
}

const weight = { 'blocks-report': 0, explain: 1, note: 2 } as const

/** Everything that was found in a year, each once, with what was said to it; what is open and heavy stands first. */
export function findingRegister(
  context: Pick<ReadContext, 'db' | 'around' | 'today'>,
  question: RegisterQuestion,
  language: Language,
  sources: readonly FindingSource[],
): FindingRegister {
  const answers = answersOf(context.db, question.year)
  const answerTo = new Map(answers.map(({ words: _words, ...answer }) => [keyOf(answer), answer]))
  const found = new Map(
    sources
      .flatMap((source) => source(context, question, language))
      .map((each) => [keyOf(each.finding), each]),
  )
  const findings = [...found].map(([key, { finding, ...rest }]): RegisteredFinding => {
    const fingerprint = fingerprintOf(finding)
    const answer = answerTo.get(key) ?? null
    return { ...finding, ...rest, fingerprint, state: stateOf(fingerprint, answer), answer }
  })
  const isAnswered = ({ state }: RegisteredFinding) => Number(state === 'answered')
  return {
    findings: findings.toSorted(
      (a, b) => isAnswered(a) - isAnswered(b) || weight[a.severity] - weight[b.severity],
    ),
    settled:
      question.facility === null
        ? answers
            .filter((answer) => !found.has(keyOf(answer)))
            .map(({ words, ...answer }) => ({ ...answer, words: words[language] }))
        : [],
  }
}

function keyOf({ code, where }: Pick<Finding, 'code' | 'where'>): string {
  return `${code} ${where}`
}

/** Equal for as long as the finding says the same of the same numbers. */
function fingerprintOf({ code, where, facts }: Finding): string {
  return sha256(canonical({ code, where, facts }))
}
