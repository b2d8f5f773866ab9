// Builds the pages, everything that runs on Node, and the preload, at the same time.
import { join } from 'node:path'

import { writeLicences } from './licences.mjs'
import { root, runTool } from './run.mjs'

const parts = ['renderer', 'main', 'preload']
const codes = await Promise.all(
  parts.map((part) => runTool('vite', ['build', '--logLevel', 'warn', '--config', `vite.${part}.config.ts`])),
)
if (codes.some((code) => code !== 0)) process.exit(1)
writeLicences(join(root, 'out', 'renderer'))
