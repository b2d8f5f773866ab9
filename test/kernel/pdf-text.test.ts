import { deflateSync } from 'node:zlib'

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { textOfPdf } from '#electron/kernel/pdf-text'
import { printPdf } from '#electron/kernel/print-pdf'
import type { Paper } from '#shared/kernel/paper'

interface Part {
  readonly dict: string
  readonly stream?: string
}
/** A file of numbered objects, as simple programs write it. */
const pdfOf = (parts: readonly Part[], trailer = '') =>
  Buffer.from(
    `%PDF-1.5\n${parts
      .map(
        ({ dict, stream }, at) =>
          `${at + 1} 0 obj\n${dict}${stream === undefined ? '' : `\nstream\n${stream}\nendstream`}\nendobj\n`,
      )
      .join('')}trailer << /Root 1 0 R ${trailer} >>\n%%EOF`,
    'latin1',
  )
const pageWith = (content: string, font: string, more: readonly Part[] = []) => [
  { dict: '<< /Type /Catalog /Pages 2 0 R >>' },
  { dict: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F1 5 0 R >> >> >>' },
  { dict: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>' },
  { dict: `<< /Length ${content.length} >>`, stream: content },
  { dict: font },
  ...more,
]
const western = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

it('what the program prints itself is found again by its words, in both scripts', async () => {
  const paper: Paper = {
    title: '碳管理手册 Carbon manual',
    subtitle: null,
    facts: [['编号', 'CM-01']],
    blocks: [{ kind: 'paragraph', text: '入炉煤元素碳每月化验一次 measured monthly' }],
    footer: '',
    watermark: null,
  }
  const text = textOfPdf(await printPdf(paper, process.cwd()))
  expect(text).toContain('碳管理手册')
  expect(text).toContain('入炉煤元素碳每月化验一次')
})

it('lines, gaps and escapes of a plain file are read as they look', () => {
  const content =
    'BT /F1 12 Tf 50 700 Td (Boiler \\(No. 1\\)) Tj 0 -14 Td [(effi) -20 (ciency) -400 (93 %)] TJ ET'
  expect(textOfPdf(pdfOf(pageWith(content, western))).trim()).toBe('Boiler (No. 1)\nefficiency 93 %')
})

it('Chinese without a table of its own is read by the encoding that the font names', () => {
  const font = '<< /Type /Font /Subtype /Type0 /Encoding /GBK-EUC-H >>'
  expect(textOfPdf(pdfOf(pageWith('BT /F1 9 Tf <CCBCC5C5B7C5> Tj ET', font))).trim()).toBe('碳排放')
})

it('a font with a table says what the table says, ranges and single codes', () => {
  const cmap = `1 begincodespacerange <0000> <FFFF> endcodespacerange
    1 beginbfrange <0001> <0003> <4E00> endbfrange 1 beginbfchar <0009> <78B3> endbfchar`
  const parts = pageWith('BT /F1 9 Tf <0009000100020003> Tj ET', '<< /Subtype /Type0 /ToUnicode 6 0 R >>', [
    { dict: '<< >>', stream: cmap },
  ])
  expect(textOfPdf(pdfOf(parts)).trim()).toBe('碳一丁丂')
})

it('objects that stand packed in a stream are found', () => {
  const packed = `5 0 ${western}`
  const stream = deflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
  const parts = pageWith('BT /F1 9 Tf (packed) Tj ET', western).slice(0, 4)
  const file = pdfOf([
    ...parts,
    { dict: 'null' },
    { dict: `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length} >>`, stream },
  ]).toString('latin1')
  expect(textOfPdf(Buffer.from(file.replace('5 0 obj\nnull\nendobj\n', ''), 'latin1')).trim()).toBe('packed')
})

it('an enciphered file says nothing rather than nonsense', () => {
  const parts = pageWith('BT /F1 9 Tf (secret) Tj ET', western)
  expect(textOfPdf(pdfOf(parts, '/Encrypt 9 0 R')).trim()).toBe('')
})

it('whatever is in a file, reading it ends and gives text', () => {
  const whole = pdfOf(pageWith('BT /F1 12 Tf 50 700 Td [(a) -300 <41>] TJ (b) Tj ET', western))
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 24 }), (at, bytes) => {
      const broken = Buffer.concat([
        whole.subarray(0, at),
        Buffer.from(bytes),
        whole.subarray(at + bytes.length),
      ])
      expect(typeof textOfPdf(broken)).toBe('string')
      expect(typeof textOfPdf(whole.subarray(0, at))).toBe('string')
    }),
    { numRuns: 200 },
  )
})

it('a file nested without end is given up', () => {
  const deep = `/X ${'['.repeat(200_000)}`
  expect(textOfPdf(pdfOf([{ dict: `<< ${deep} >>` }]))).toBe('')
})

it('a small file that unfolds into an endless one is given up', () => {
  const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024, '(a) Tj ')).toString('latin1')
  const parts = pageWith('', western).map((part, at) =>
    at === 3 ? { dict: `<< /Filter /FlateDecode /Length ${bomb.length} >>`, stream: bomb } : part,
  )
  expect(textOfPdf(pdfOf(parts)).length).toBeLessThanOrEqual(400_000)
})
