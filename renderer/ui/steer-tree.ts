import type { KeyboardEvent } from 'react'

/**
 * Keys of a tree (WAI-ARIA): up and down through what is unfolded, right unfolds or goes in, left folds or goes out,
 * Home and End. Enter belongs to the item.
 */
export function steerTree(
  event: KeyboardEvent<HTMLElement>,
  fold: (place: string, isUnfolded: boolean) => void,
): void {
  const item = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]')
  if (!item || item !== event.target) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')]
  const at = items.indexOf(item)
  const place = item.dataset['place'] ?? ''
  const above = place.split('.').slice(0, -1).join('.')
  const unfolded = item.getAttribute('aria-expanded')
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => items[at + 1]?.focus(),
    ArrowUp: () => items[at - 1]?.focus(),
    Home: () => items[0]?.focus(),
    End: () => items.at(-1)?.focus(),
    ArrowRight: () => (unfolded === 'false' ? fold(place, true) : items[at + 1]?.focus()),
    ArrowLeft: () =>
      unfolded === 'true'
        ? fold(place, false)
        : items.find((other) => other.dataset['place'] === above)?.focus(),
  }
  const move = moves[event.key]
  if (!move) return
  event.preventDefault()
  move()
}
