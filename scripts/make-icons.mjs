// Draws the program's icon as PNG from its SVG. Run by hand when the drawing changes; the result is committed.
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { initWasm, Resvg } from '@resvg/resvg-wasm'

import './node-version.mjs'

await initWasm(readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
const drawing = await readFile('resources/icons/tanbu.svg', 'utf8')
const image = new Resvg(drawing, { fitTo: { mode: 'width', value: 1024 } }).render()
await writeFile('resources/icons/tanbu.png', image.asPng())
