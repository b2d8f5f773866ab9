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
    // Both hosts read from the local disk: files are split for the sake of short tasks alone, see `main.tsx`.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
            { name: 'antd', test: /node_modules\/(antd|@ant-design|@rc-component|dayjs)\// },
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
            { name: 'zod', test: /node_modules\/(zod|@orpc|decimal\.js)\// },
            { name: 'shared', test: /\/shared\// },
          ],
        },
      },
    },
  },
})
