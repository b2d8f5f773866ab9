import { join } from 'node:path'

import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'

import { type Block, laidOut, type Paper, runsOf } from '#shared/kernel/paper'

/** Where the embedded fonts are, under the program's folder. */
export const fontFiles = (program: string) => ({
  normal: join(program, 'resources/fonts/NotoSansSC-400.ttf'),
  bold: join(program, 'resources/fonts/NotoSansSC-700.ttf'),
})

/** Signs that the main font does not have, and the font that has them. Σ is drawn as the summation sign. */
const signFonts: Readonly<Record<string, string>> = {
  '−': 'signs-90',
  '∑': 'signs-90',
  '≈': 'signs-90',
  '±': 'signs-99',
  '≤': 'signs-100',
  '√': 'signs-100',
  '≥': 'signs-102',
  '→': 'signs-109',
}
const signFile = (program: string, font: string) => join(program, `resources/fonts/NotoSansSC-${font}.ttf`)

/** The paper as a PDF on A4 with its fonts embedded: it looks and searches the same on every machine. */
export async function printPdf(paper: Paper, program: string): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake')
  const { normal, bold } = fontFiles(program)
  const signs = [...new Set(Object.values(signFonts))].map((font) => {
    const file = signFile(program, font)
    return [font, { normal: file, bold: file, italics: file, bolditalics: file }] as const
  })
  pdfmake.setFonts({
    NotoSansSC: { normal, bold, italics: normal, bolditalics: bold },
    // Pictures name the family as browsers know it.
    'Noto Sans SC': { normal, bold, italics: normal, bolditalics: bold },
    ...Object.fromEntries(signs),
  })
  // A paper is made of texts alone: nothing in it may make the printer open a file or an address.
  pdfmake.setLocalAccessPolicy((path: string) =>
    [normal, bold, ...signs.map(([, { normal: file }]) => file)].includes(path),
  )
  pdfmake.setUrlAccessPolicy(() => false)
  return await pdfmake.createPdf(definitionOf(paper)).getBuffer()
}

function definitionOf(paper: Paper): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [48, 56, 48, 56],
    info: { title: paper.title },
    defaultStyle: { font: 'NotoSansSC', fontSize: 9.5, lineHeight: 1.35 },
    ...(paper.watermark === null
      ? {}
      : { watermark: { text: paper.watermark, opacity: 0.08, bold: true, angle: -40 } }),
    footer: (page, pages) => ({
      margin: [48, 16, 48, 0],
      columns: [
        { text: inline(paper.footer), fontSize: 7.5, color: '#595959', width: '*' },
        { text: `${page} / ${pages}`, fontSize: 7.5, color: '#595959', alignment: 'right', width: 50 },
      ],
    }),
    content: [
      { text: inline(paper.title), fontSize: 20, bold: true, alignment: 'center', margin: [0, 24, 0, 8] },
      ...(paper.subtitle === null
        ? []
        : [
            {
              text: inline(paper.subtitle),
              fontSize: 12,
              alignment: 'center' as const,
              margin: [0, 0, 0, 16] as [number, number, number, number],
            },
          ]),
      factsTable(paper),
      ...groupsOf(laidOut(paper).blocks),
    ],
  }
}

function factsTable(paper: Paper): Content {
  const body = paper.facts.map(([label, value]) => [
    { text: inline(label), color: '#595959' },
    { text: inline(value) },
  ])
  if (body.length === 0) return []
  return { table: { widths: [150, '*'], body }, layout: 'lightHorizontalLines', margin: [0, 8, 0, 12] }
}

/** What a page break must not part: a heading and what follows it, a short table and its caption. */
function groupsOf(blocks: readonly Block[]): Content[] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const open = groups.at(-1)
    if (open?.every(({ kind }) => kind === 'heading')) open.push(block)
    else groups.push([block])
  }
  return groups.map((group) => ({ stack: group.flatMap(contentOf), unbreakable: group.every(isShort) }))
}
const mostRowsTogether = 18
function isShort(block: Block): boolean {
  return block.kind !== 'page-break' && (block.kind !== 'table' || block.rows.length <= mostRowsTogether)
}

function contentOf(block: Block): Content[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          text: inline(block.text),
          fontSize: [15, 12.5, 11][block.level - 1] ?? 11,
          bold: true,
          margin: [0, 14, 0, 6],
        },
      ]
    case 'paragraph':
      return [{ text: inline(block.text), margin: [0, 0, 0, 6] }]
    case 'note':
      return [{ text: inline(block.text), fontSize: 8, color: '#595959', margin: [0, 0, 0, 6] }]
    case 'table':
      return tableOf(block)
    case 'picture':
      return [
        { svg: block.svg, width: Math.min(block.width, 499), margin: [0, 6, 0, 2] },
        { text: inline(block.caption), fontSize: 8.5, alignment: 'center', margin: [0, 0, 0, 10] },
      ]
    case 'page-break':
      return [{ text: '', pageBreak: 'after' }]
  }
}

function tableOf(block: Extract<Block, { kind: 'table' }>): Content[] {
  const total = block.columns.reduce((sum, { width }) => sum + width, 0)
  // 499 pt is A4 less the margins; cell padding and lines take about 9 pt a column.
  const widths = block.columns.map(({ width }) =>
    Math.floor((499 - 9 * block.columns.length) * (width / total)),
  )
  const header: TableCell[] = block.columns.map(({ title }) => ({
    text: inline(title),
    bold: true,
    fillColor: '#f0f0f0',
    alignment: 'center',
  }))
  const rows = block.rows.map((row, index): TableCell[] =>
    block.columns.map(({ align }, at) => ({
      text: inline(row[at] ?? ''),
      alignment: align,
      bold: index >= block.rows.length - block.totals,
    })),
  )
  const caption = {
    text: inline(block.caption),
    fontSize: 9,
    bold: true,
    margin: [0, 8, 0, 3],
    keepWithNext: true,
  } as Content
  return [
    ...(block.caption === '' ? [] : [caption]),
    {
      fontSize: 8.5,
      table: { headerRows: 1, dontBreakRows: true, widths, body: [header, ...rows] },
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0.5,
        hLineColor: () => '#8c8c8c',
        vLineColor: () => '#8c8c8c',
      },
      margin: [0, 0, 0, 8],
    },
  ]
}

function inline(text: string): Content[] {
  return runsOf(text).flatMap(({ text: piece, script }): Content[] => {
    if (script === 'sub') return [{ text: piece, sub: true }]
    if (script === 'super') return [{ text: piece, sup: true }]
    return piece
      .replaceAll('Σ', '∑')
      .split(/([−∑≈±≤√≥→])/)
      .filter((part) => part !== '')
      .map((part) => (signFonts[part] === undefined ? { text: part } : { text: part, font: signFonts[part] }))
  })
}
