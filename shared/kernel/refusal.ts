/** Plain values that a wording can be filled with. Never a sentence, never a float that is reported. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** The user asked for something the rules do not allow. Bugs are plain `Error`s. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly facts: Facts
  constructor(code: string, facts: Facts = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** The last branch of a `switch` over a union: a new case does not compile until it is thought about. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
