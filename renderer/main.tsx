import './kernel/nonce.ts'
import './kernel/frame.css'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'

import { App } from './kernel/App.tsx'
import { startPreferences } from './kernel/preferences.ts'
import { startWords } from './kernel/say.ts'
import { face } from './pages.ts'

// The content security policy forbids `new Function`, which zod would otherwise try.
z.config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
startWords()
startPreferences()
createRoot(root).render(<App face={face} />)
