import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { glossary, originsOf } from '#shared/kernel/glossary'

const said = (source: string) =>
  originsOf({ source }).map(({ document, place, isThroughout, isOwnName }) =>
    [document, place, isThroughout && 'throughout', isOwnName && 'own name'].filter(Boolean).join(' '),
  )

it.each([
  ['001 3.1', ['001 3.1']],
  ['001 B.8.2.2.1 h', ['001 B.8.2.2.1 h']],
  ['000 (3)', ['000 (3)']],
  ['003; 004 2.4', ['003', '004 2.4']],
  ['001 4.1 (our name for it)', ['001 4.1 own name']],
  ['001 throughout', ['001 throughout']],
  ['003 (004 writes 全氟化碳)', ['003']],
  ['003 as 碳资产交易CEA', ['003']],
  ['domain.md', ['program']],
])('the note “%s” tells %j', (source, told) => {
  expect(said(source)).toEqual(told)
})

it('no document of the glossary is taken for the program’s own words by mistake', () => {
  const terms = glossary.parse(JSON.parse(readFileSync('resources/glossary/terms.json', 'utf8')))
  const odd = terms.filter(
    (term) => originsOf(term).some(({ document }) => document === 'program') && term.source !== 'domain.md',
  )
  expect(odd.map(({ zh, source }) => `${zh}: ${source}`)).toEqual([])
})
