// The end-to-end tests by themselves, on a display that is made where there is none: npm run test:e2e -- hosts
import { hasDisplay } from './browser.mjs'
import { runTool } from './run.mjs'

const wrap = hasDisplay ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1366x900x24']
process.exit(await runTool('playwright', ['test', ...process.argv.slice(2)], { wrap }))
