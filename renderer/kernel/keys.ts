import { useEffect, useEffectEvent } from 'react'

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Keys that hold in the whole window: `{ 'mod+k': open }`; `mod` is Ctrl, on a Mac the command key. */
export function useKeys(keys: Keys): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    const called = keys[nameOf(event)]
    if (!called || event.defaultPrevented) return
    event.preventDefault()
    called(event)
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => act(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

function nameOf({ ctrlKey, metaKey, shiftKey, altKey, key }: KeyboardEvent): string {
  const held = [ctrlKey || metaKey ? 'mod' : '', shiftKey ? 'shift' : '', altKey ? 'alt' : '']
  return [...held.filter((name) => name !== ''), key.toLowerCase()].join('+')
}

/** Whether the keys typed now belong to a field, which has an undo of its own. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select, revo-grid, revo-grid *')
}
