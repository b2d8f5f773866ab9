import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Puts the edition to be shown into the address: its urn, `new`, or null for the list. */
export function useOpenEdition(): (edition: string | null) => void {
  const [, setParams] = useSearchParams()
  return useCallback(
    (edition) =>
      setParams((before) => {
        const next = new URLSearchParams(before)
        if (edition === null) next.delete('edition')
        else next.set('edition', edition)
        return next
      }),
    [setParams],
  )
}
