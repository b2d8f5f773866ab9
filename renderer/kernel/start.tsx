import { createRoot } from 'react-dom/client'

import { face } from '../pages.ts'
import { App } from './App.tsx'
import { startPreferences } from './preferences.ts'
import { startWords } from './say.ts'

/** Draws the window. */
export function start(): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root')
  startWords()
  startPreferences()
  createRoot(root).render(<App face={face} />)
}
