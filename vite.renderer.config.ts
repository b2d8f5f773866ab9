import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The window's bundle. Paths stay relative, so that the same files serve from `app://` and from 127.0.0.1. */
export default defineConfig({
  root: `${root}renderer`,
  base: './',
  plugins: [react()],
  build: {
    outDir: `${root}out/renderer`,
    emptyOutDir: true,
    target: 'chrome140',
    // Both hosts read from the local disk: splitting the bundle would only cost requests.
    chunkSizeWarningLimit: 6000,
  },
})
