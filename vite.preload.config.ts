import { defineConfig } from 'vite'

/** A sandboxed preload must be one CommonJS file. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'chrome140',
    outDir: 'out/preload',
    emptyOutDir: true,
    rollupOptions: {
      input: { preload: 'electron/preload.ts' },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
})
