import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { initWasm, Resvg } from '@resvg/resvg-wasm'

import { fontFiles } from '#electron/kernel/print-pdf'

let ready: Promise<void> | null = null

/**
 * Draws an SVG as a PNG with the program's own font, `width` pixels wide. Word processors of the day show an
 * embedded PNG everywhere, an embedded SVG only here and there.
 */
export async function rasterize(svg: string, width: number, program: string): Promise<Buffer> {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
  await ready
  const { normal, bold } = fontFiles(program)
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: 'white',
    font: { fontBuffers: [readFileSync(normal), readFileSync(bold)], defaultFontFamily: 'Noto Sans SC' },
  })
  try {
    return Buffer.from(drawing.render().asPng())
  } finally {
    drawing.free()
  }
}
