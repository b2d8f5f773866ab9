import { describe, expect, it } from 'vitest'

import type { BoundaryId, BoundaryVersion } from '#shared/organization/boundary'
import { type BoundaryDrawing, drawBoundary } from '#shared/organization/drawing'
import { type Box, layOut, widthOfText, wrap } from '#shared/organization/drawing-layout'
import type { NodeId, SourceAtNode } from '#shared/organization/model'

import { blank, excluded, members, treeOf } from './support.ts'

const plant = treeOf(
  'site 宁河厂区',
  ' facility 热电厂',
  '  unit 1# 机组',
  '   equipment 1# 锅炉',
  '   equipment 1# 汽轮发电机组',
  '  unit 脱硫系统',
  ' facility 食堂',
)
const version: BoundaryVersion = {
  ...blank,
  state: 'draft',
  id: 'B' as BoundaryId,
  number: 2,
  approach: 'equity-share',
  members: members('宁河厂区', '热电厂 60'),
  exclusions: [excluded('食堂', '承包'), excluded(null, '数量很小', '员工通勤')],
}
const source = (node: string, flow: SourceAtNode['flow']): SourceAtNode => ({
  id: `${node} ${flow}`,
  name: node,
  node: node as NodeId,
  flow,
  direction: 'in',
})
const drawing: BoundaryDrawing = {
  organization: '宁河热电 <集团> & Co.',
  nodes: plant,
  version,
  sources: [source('1# 锅炉', 'fuel'), source('1# 锅炉', 'fuel'), source('热电厂', 'electricity')],
  products: [{ facility: '热电厂' as NodeId, name: '供热量' }],
  language: 'zh',
}
/** The words of a picture, in the order in which they are drawn. */
function words(svg: string): string[] {
  return [...svg.matchAll(/<text(?![^>]*aria-hidden)[^>]*>([^<]*)<\/text>/g)]
    .map(([, text]) => text!.trim())
    .filter(Boolean)
}

describe('the drawing of a boundary', () => {
  it('D1 says in words what stands inside, by share and outside, and draws each with its own line', () => {
    const svg = drawBoundary(drawing)
    const said = words(svg)
    for (const word of ['界内', '权益 60%', '排除', '第 2 版 · 草稿 · 股权比例法 · 自 2025-01-01 起有效'])
      expect(said).toContain(word)
    for (const look of ['stroke-dasharray="10 3 2 3"', 'stroke-dasharray="6 4"', 'url(#out)', 'url(#shared)'])
      expect(svg).toContain(look)
  })
  it('D2 what goes in stands once per facility, what is made goes out', () => {
    const said = words(drawBoundary(drawing))
    expect(said.filter((word) => ['燃料', '电力', '热力', '供热量'].includes(word))).toEqual([
      '燃料',
      '电力',
      '供热量',
    ])
    expect(said).toContain('排放源 2 个')
  })
  it('D3 exclusions without a node stand below', () => {
    expect(words(drawBoundary(drawing)).at(-1)).toBe('另排除：员工通勤（数量很小）')
  })
  it('D4 the same in English', () => {
    const said = words(drawBoundary({ ...drawing, language: 'en' }))
    expect(said).toContain('Version 2 · draft · Equity share · valid from 2025-01-01')
    expect(said).toContain('excluded')
  })
  it('D5 a name cannot break out of its text', () => {
    const svg = drawBoundary(drawing)
    expect(svg).not.toContain('<集团>')
    expect(svg).toContain('&#60;集团&#62; &#38; Co.')
  })
  it('D6 what did not exist on the first day is not drawn', () => {
    const nodes = plant.map((node) => (node.name === '食堂' ? { ...node, validFrom: '2026-01-01' } : node))
    expect(words(drawBoundary({ ...drawing, nodes }))).not.toContain('食堂')
  })
  it('D7 the same boundary is the same picture', () => {
    expect(drawBoundary(drawing)).toBe(drawBoundary(drawing))
  })
  it('D8 an empty tree is a picture, too', () => {
    expect(drawBoundary({ ...drawing, nodes: [] })).toMatch(/^<svg .*<\/svg>$/s)
  })
})

describe('its layout', () => {
  const within = (outer: Box, inner: Box) =>
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  const apart = (a: Box, b: Box) =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
  const many = treeOf(
    'site A very long site name that will not fit into one line of the box whatever happens',
    ...Array.from({ length: 7 }, (_, n) => ` unit U${n}`),
    ' facility F',
    ...Array.from({ length: 9 }, (_, n) => `  equipment 一台名称特别特别特别长的设备${n}`),
    '  unit V',
    '   equipment V1',
    '   equipment V2',
    '   equipment V3',
  )
  it('D9 parts lie inside their whole and beside each other', () => {
    const check = (boxes: readonly Box[]): void => {
      for (const [index, box] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) expect(apart(box, other)).toBe(true)
        for (const inner of box.inside) expect(within(box, inner)).toBe(true)
        check(box.inside)
      }
    }
    check(layOut(many, 820, () => ['75 t/h']))
  })
  it('D10 lines are broken where the language allows, and never wider than their box', () => {
    expect(wrap('循环流化床锅炉', 60, 12)).toEqual(['循环流化床', '锅炉'])
    expect(wrap('Steam turbine generator', 100, 12)).toEqual(['Steam turbine', 'generator'])
    for (const line of wrap(`x${'y'.repeat(90)} 锅炉 abc`, 100, 12))
      expect(widthOfText(line, 12)).toBeLessThanOrEqual(100)
  })
})
