import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { programSources, type Source } from './sources.ts'

/** Every address that a page answers at, as the areas register them. */
const pages = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)([a-z]+-)?pages\.tsx$/.test(path.replaceAll('\\', '/')))
  .flatMap((path) => matches(readFileSync(`renderer/${path}`, 'utf8'), /path: '([^']+)'/g))

/** First parts of addresses that belong to pages; others, such as `/upload`, are the host's. */
const firstParts = new Set(pages.map((path) => path.split('/')[1] ?? '').filter((part) => part !== ''))

describe('links inside the program', () => {
  it('lead to pages that exist', () => {
    expect(programSources().flatMap(deadLinks)).toEqual([])
  })

  it('are seen by this test in every form in which they are written', () => {
    const text = "go('/nowhere'); to={`/accounting/${id}?year=${year}`}; path: `/activity/${a}/${b}`"
    expect(linksIn(text, new Set(['nowhere', 'accounting', 'activity']))).toEqual([
      '/nowhere',
      '/accounting/*',
      '/activity/*/*',
    ])
    expect(leads('/accounting/*')).toBe(true)
    expect(leads('/activity/*/*/*')).toBe(false)
  })
})

function deadLinks({ path, floor, text }: Source): string[] {
  if (floor !== 'renderer' || path.endsWith('pages.tsx')) return []
  return linksIn(text, firstParts)
    .filter((link) => !leads(link))
    .map((link) => `${path}: ${link}`)
}

/** Addresses written as text or as a template, without what follows the path; a part put in is `*`. */
function linksIn(text: string, among: ReadonlySet<string>): string[] {
  return [...matches(text, /'(\/[^'\s]*)'/g), ...matches(text, /`(\/[^`\s]*)`/g)]
    .map((link) => link.replaceAll(/\$\{[^}]*\}/g, '*').replace(/[?#].*$/, ''))
    .filter((link) => among.has(link.split('/')[1] ?? ''))
}

function leads(link: string): boolean {
  const parts = link.split('/')
  return pages.some((page) => {
    const wanted = page.split('/')
    return (
      wanted.length === parts.length &&
      wanted.every((part, at) => part.startsWith(':') || part === parts[at] || parts[at] === '*')
    )
  })
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => (found === undefined ? [] : [found]))
}
