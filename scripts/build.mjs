// Builds the pages, everything that runs on Node, and the preload, at the same time.
import { runTool } from './run.mjs'

const parts = ['renderer', 'main', 'preload']
const codes = await Promise.all(
  parts.map((part) => runTool('vite', ['build', '--logLevel', 'warn', '--config', `vite.${part}.config.ts`])),
)
process.exit(codes.some((code) => code !== 0) ? 1 : 0)
