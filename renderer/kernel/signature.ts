import { create } from 'zustand'

import { type Facts, Refusal } from '#shared/kernel/refusal'

/** An act that waits for its maker's password. */
interface Asked {
  readonly meaning: string
  readonly challenge: string
  readonly signed: () => void
  readonly left: () => void
}

export const useAskedSignature = create<{ readonly asked: Asked | null }>()(() => ({ asked: null }))

/**
 * Asks for the password with which an act is signed; carried on by `SignatureDialog`.
 *
 * @throws Refusal `kernel.not-signed` when it was left.
 */
export function askSignature({ meaning, challenge }: Facts): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (then: () => void) => () => {
      useAskedSignature.setState({ asked: null })
      then()
    }
    useAskedSignature.getState().asked?.left()
    useAskedSignature.setState({
      asked: {
        meaning: String(meaning),
        challenge: String(challenge),
        signed: end(resolve),
        left: end(() => reject(new Refusal('kernel.not-signed'))),
      },
    })
  })
}
