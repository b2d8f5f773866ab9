import { type ReactNode, useDeferredValue } from 'react'

/**
 * Draws its children a moment later, in pieces between which the window listens and draws: a large part that is drawn
 * in one go keeps it from both for as long as that takes. Nothing stands in their place until then.
 */
export function Soon({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null
}
