/** Drawn on a grid of 24 with a stroke of 1.7: legible at 16 px, in both themes, and printed in black and white. */
const strokes = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  building: 'M5 20V5h9v15M14 10h5v10M3 20h18M8 8h3M8 12h3M8 16h3',
  tree: 'M9 4h6v5H9zM3 15h6v5H3zM15 15h6v5h-6zM12 9v3M6 15v-3h12v3',
  boundary: 'M4 4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M4 9V4M9 9h6v6H9z',
  flame: 'M12 3c1 4 6 6 6 11a6 6 0 0 1-12 0c0-2 1-4 3-5 0 2 1 3 2 3 1-3-1-5 1-9z',
  meter: 'M4 18a8 8 0 1 1 16 0M12 18l4-6M4 18h16',
  table: 'M4 5h16v14H4zM4 10h16M4 15h16M10 5v14',
  import: 'M12 4v10M8 10l4 4 4-4M4 16v4h16v-4',
  export: 'M12 14V4M8 8l4-4 4 4M4 14v6h16v-6',
  evidence: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5',
  calculator: 'M6 3h12v18H6zM9 7h6M9 12h1M14 12h1M9 16h1M14 16h1',
  chart: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  report: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h3',
  book: 'M4 5h6a2 2 0 0 1 2 2v13a2 2 0 0 0-2-2H4zM20 5h-6a2 2 0 0 0-2 2v13a2 2 0 0 1 2-2h6z',
  library: 'M5 4h4v16H5zM9 6h4v14H9zM13 5l4-1 3 15-4 1z',
  target: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 11.5v1',
  coins: 'M4 7c0-2 10-2 10 0v3c0 2-10 2-10 0zM4 10v4c0 2 10 2 10 0M10 15v3c0 2 10 2 10 0v-6c0-2-6-2-6 0',
  leaf: 'M5 19C5 9 11 5 20 4c0 10-4 15-12 15M5 20c2-5 5-8 9-10',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4',
  people:
    'M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 20c0-4 3-6 6-6s6 2 6 6M16 6a2.5 2.5 0 1 1 0 5M17 14c2 0 4 2 4 5',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-5 4-7 8-7s8 2 8 7',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12l8-8M16 7l3 3',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3M12 15v2',
  unlock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 7-2.5M12 15v2',
  seal: 'M12 3a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM9 14l-1 7 4-2 4 2-1-7M10 9l1.5 1.5L14 8',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v5l3 2',
  history: 'M4 12a8 8 0 1 0 3-6M4 4v4h4M12 8v5l3 2',
  box: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  outbox: 'M4 13h4l1 3h6l1-3h4v7H4zM12 12V3M9 6l3-3 3 3',
  backup: 'M4 6c0-3 16-3 16 0v12c0 3-16 3-16 0zM4 6c0 3 16 3 16 0M4 12c0 3 16 3 16 0',
  settings:
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  theme: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16M14 8h4M14 12h6M14 16h4',
  check: 'M5 12.5l5 5L20 7',
  cross: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v6M14 11v6',
  undo: 'M5 9h9a5 5 0 0 1 0 10h-4M5 9l4-4M5 9l4 4',
  print: 'M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8v.5',
  warning: 'M12 4l9 16H3zM12 10v4M12 16.5v.5',
  stop: 'M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM9 9l6 6M15 9l-6 6',
  done: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8.5 12l2.5 2.5 4.5-5',
  pending: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8 12h.5M12 12h.5M16 12h.5',
  offline: 'M4 9c5-4 11-4 16 0M7 13c3-2.500 7-2.500 10 0M12 17v.5M4 4l16 16',
  chain: 'M10 8H7a4 4 0 0 0 0 8h3M14 8h3a4 4 0 0 1 0 8h-3M9 12h6',
  left: 'M14 6l-6 6 6 6',
  right: 'M10 6l6 6-6 6',
  down: 'M6 10l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  columns: 'M4 5h16v14H4zM10 5v14M15 5v14',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  open: 'M13 4h7v7M20 4l-9 9M17 13v7H4V7h7',
  rail: 'M4 5h16v14H4zM9 5v14',
  play: 'M7 5l12 7-12 7z',
} as const

export type IconName = keyof typeof strokes

/** A sign beside a word. It says nothing to a screen reader: the word does. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={strokes[name]} />
    </svg>
  )
}
