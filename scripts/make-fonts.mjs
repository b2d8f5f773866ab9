// Makes the fonts that are embedded in reports from the published web fonts. Run by hand when their version
// changes; the result is committed, so that the program prints Chinese from its sources alone.
import { readFile, writeFile } from 'node:fs/promises'

import subsetFont from 'subset-font'

const from = 'node_modules/@fontsource/noto-sans-sc/files'
/** Everything the simplified Chinese file has: GB 2312 and more, Latin, Greek, punctuation, units. */
const everything = Array.from({ length: 0x10000 }, (_, code) =>
  code >= 0xd800 && code <= 0xdfff ? '' : String.fromCharCode(code),
).join('')

for (const weight of [400, 700]) {
  const web = await readFile(`${from}/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`)
  const font = await subsetFont(web, everything, { targetFormat: 'sfnt' })
  const file = `resources/fonts/NotoSansSC-${weight}.ttf`
  await writeFile(file, font)
  console.log(file, font.length)
}

/** Mathematical signs stand in other files of the same family, by the publisher's numbering. */
for (const part of [90, 99, 100, 102, 109]) {
  const web = await readFile(`${from}/noto-sans-sc-${part}-400-normal.woff2`)
  const file = `resources/fonts/NotoSansSC-signs-${part}.ttf`
  await writeFile(file, await subsetFont(web, '−∑≈±≤√≥→', { targetFormat: 'sfnt' }))
  console.log(file)
}
