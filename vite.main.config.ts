import { builtinModules } from 'node:module'

import { defineConfig } from 'vite'

/** What reads its own files beside its code, or is loaded only when a report is printed, stays as it is. */
const unbundled = [
  'electron',
  'better-sqlite3',
  'pdfmake',
  'docx',
  '@resvg/resvg-wasm',
  'highs',
  'ssh2-sftp-client',
  'pg',
  'nodemailer',
]

/** Everything that runs on Node: the Electron shell, the loopback host, the command line, the backend and its jobs. */
export default defineConfig({
  ssr: { noExternal: true, external: unbundled },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out/main',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: {
        main: 'electron/main.ts',
        serve: 'electron/serve.ts',
        cli: 'electron/cli.ts',
        'backend-process': 'electron/backend-process.ts',
        'job-worker': 'electron/job-worker.ts',
      },
      external: [...builtinModules, /^node:/, ...unbundled],
      // One flat folder: an entry finds the others beside itself.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
