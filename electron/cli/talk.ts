import { cliTexts } from '#shared/kernel/cli-texts'
import { type Facts, Refusal } from '#shared/kernel/refusal'
import { type Language, say, type Wording } from '#shared/kernel/texts'
import { texts } from '#shared/texts'

/** How a command ended, as the program that called it sees it. Documented in `help`. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  'check-failed': 4,
  incomplete: 5,
} as const
export type Ending = keyof typeof exitCodes

/** What a command has to speak with: results on standard output, everything else on standard error. */
export interface Talk {
  readonly language: Language
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** The next line of standard input, without its end; null when there is none. Who sits there is told what is wanted. */
  readonly ask: (question: CliCode) => Promise<string | null>
}

/** The arguments were not of the command's form. */
export class Usage extends Error {
  readonly usage: string
  constructor(usage: string) {
    super(usage)
    this.usage = usage
  }
}

export type CliCode = keyof typeof cliTexts
export function worded({ language }: Pick<Talk, 'language'>, code: CliCode, facts: Facts = {}): string {
  return say(cliTexts[code], language, facts)
}

/** A code of any area in the user's language; the code itself where it has no wording. */
export function wordedCode(language: Language, code: string, facts: Facts): string {
  const wordings: Readonly<Record<string, Wording>> = texts
  const wording = Object.hasOwn(wordings, code) ? wordings[code] : undefined
  return wording ? say(wording, language, facts) : `${code} ${JSON.stringify(facts)}`
}

/** Says what went wrong and how the command therefore ends. */
export function tellTrouble(talk: Talk, error: unknown): Ending {
  if (error instanceof Usage) {
    talk.err(worded(talk, 'cli.usage', { usage: error.usage }))
    return 'usage'
  }
  if (error instanceof Refusal) {
    const own: Readonly<Record<string, Wording>> = cliTexts
    const wording = Object.hasOwn(own, error.code) ? own[error.code] : undefined
    talk.err(
      wording ? say(wording, talk.language, error.facts) : wordedCode(talk.language, error.code, error.facts),
    )
    return 'refused'
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  talk.err(worded(talk, 'cli.unexpected', { message }))
  return 'failed'
}
