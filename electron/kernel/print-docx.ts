import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

import { rasterize } from '#electron/kernel/rasterize'
import { type Block, type Column, laidOut, type Paper, runsOf } from '#shared/kernel/paper'

/** A table of so many rows is not broken over two pages. */
const rowsKeptTogether = 12
/** Width of the text on A4 with 2 cm margins, in twentieths of a point. */
const textWidth = 9638

/** The paper as an editable DOCX with real headings and tables. Fonts are named, not embedded: the PDF is for keeping. */
export async function printDocx(paper: Paper, program: string): Promise<Buffer> {
  const blocks = await Promise.all(laidOut(paper).blocks.map((block) => childrenOf(block, program)))
  const document = new Document({
    title: paper.title,
    creator: 'Tanbu 碳簿',
    styles: {
      default: {
        document: {
          run: { font: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Noto Sans CJK SC' }, size: 20 },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: { default: new Footer({ children: [footerLine(paper)] }) },
        children: [...opening(paper), ...blocks.flat()],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function footerLine(paper: Paper): Paragraph {
  return new Paragraph({
    children: [
      ...inline(`${paper.watermark === null ? '' : `${paper.watermark} · `}${paper.footer}    `, {
        size: 15,
        color: '595959',
      }),
      new TextRun({
        children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
        size: 15,
        color: '595959',
      }),
    ],
  })
}

function opening(paper: Paper): (Paragraph | Table)[] {
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 160 },
    children: inline(paper.title, { bold: true, size: 40, color: '000000' }),
  })
  const lines = [paper.watermark, paper.subtitle].flatMap((text) =>
    text === null
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 160 },
            children: inline(text, { size: 24 }),
          }),
        ],
  )
  if (paper.facts.length === 0) return [title, ...lines]
  const columns: Column[] = [
    { title: '', align: 'left', width: 3 },
    { title: '', align: 'left', width: 7 },
  ]
  return [title, ...lines, tableOf(columns, paper.facts, 0, false), new Paragraph('')]
}

async function childrenOf(block: Block, program: string): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading:
            [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1] ??
            HeadingLevel.HEADING_3,
          keepNext: true,
          spacing: { before: 280, after: 120 },
          children: inline(block.text, {
            bold: true,
            size: [30, 25, 22][block.level - 1] ?? 22,
            color: '000000',
          }),
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 120 }, children: inline(block.text) })]
    case 'note':
      return [
        new Paragraph({
          spacing: { after: 120 },
          children: inline(block.text, { size: 17, color: '595959' }),
        }),
      ]
    case 'table':
      return [
        ...(block.caption === ''
          ? []
          : [
              new Paragraph({
                keepNext: true,
                spacing: { before: 160, after: 60 },
                children: inline(block.caption, { bold: true, size: 19 }),
              }),
            ]),
        tableOf(block.columns, block.rows, block.totals, true),
        new Paragraph(''),
      ]
    case 'picture':
      return pictureOf(block, program)
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

async function pictureOf(block: Extract<Block, { kind: 'picture' }>, program: string): Promise<Paragraph[]> {
  const width = Math.min(block.width, 620)
  const data = await rasterize(block.svg, width * 2, program)
  const height = Math.round((block.height * width) / block.width)
  const image = new ImageRun({
    type: 'png',
    data,
    transformation: { width, height },
    altText: { name: block.caption, description: block.caption, title: block.caption },
  })
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 160 },
      children: inline(block.caption, { size: 17 }),
    }),
  ]
}

function tableOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  totals: number,
  headed: boolean,
): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((textWidth * width) / whole))
  const cell = (text: string, at: number, bold: boolean, shaded: boolean, keepNext: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: 'F0F0F0' } } : {}),
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [
        new Paragraph({
          alignment: shaded ? AlignmentType.CENTER : alignments[columns[at]?.align ?? 'left'],
          keepNext,
          children: inline(text, { bold, size: 18 }),
        }),
      ],
    })
  const header = headed
    ? [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          // The heads of a table stay with its first row, and with them what stands above the table.
          children: columns.map(({ title }, at) => cell(title, at, true, true, true)),
        }),
      ]
    : []
  const body = rows.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((_, at) =>
          cell(
            row[at] ?? '',
            at,
            index >= rows.length - totals,
            false,
            rows.length <= rowsKeptTogether && index < rows.length - 1,
          ),
        ),
      }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [...header, ...body],
  })
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' }
const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const

interface Look {
  readonly bold?: boolean
  readonly size?: number
  readonly color?: string
}
function inline(text: string, look: Look = {}): TextRun[] {
  return runsOf(text).map(
    ({ text: piece, script }) =>
      new TextRun({
        ...look,
        text: piece,
        ...(script === 'sub' ? { subScript: true } : {}),
        ...(script === 'super' ? { superScript: true } : {}),
      }),
  )
}
