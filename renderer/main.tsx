import './kernel/nonce.ts'
import './kernel/frame.css'
import { z } from 'zod'

// The content security policy forbids `new Function`, which zod would otherwise try.
z.config({ jitless: true })

/**
 * The large parts that the window stands on, each evaluated in a task of its own: all at once they would keep it from
 * drawing and listening for as long as all of them take.
 */
const parts = [
  () => import('react-dom/client'),
  () => import('./kernel/api.ts'),
  () => import('./kernel/theme.ts'),
  () => import('./ui/chart-engine.ts'),
  () => import('./kernel/say.ts'),
  () => import('./pages.ts'),
]
for (const part of parts) {
  await part()
  await new Promise((resolve) => setTimeout(resolve))
}
const { start } = await import('./kernel/start.tsx')
start()
