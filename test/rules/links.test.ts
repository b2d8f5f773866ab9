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
    expect(goneTo("go('/nowhere/at/all'); path: `/nowhere/${id}`")).toEqual(['/nowhere/at/all', '/nowhere/*'])
    expect(leads('/accounting/*')).toBe(true)
    expect(leads('/activity/*/*/*')).toBe(false)
  })
})

function deadLinks({ path, text }: Source): string[] {
  if (path.endsWith('pages.tsx')) return []
  return (
    [...linksIn(text, firstParts), ...goneTo(text)]
      // What ends in a stroke is the beginning of the host's own addresses.
      .filter((link) => !leads(link) && !link.endsWith('/'))
      .map((link) => `${path}: ${link}`)
  )
}

/** Addresses that are surely gone to, whether or not any page begins as they do. */
function goneTo(text: string): string[] {
  return [...matches(text, /\b(?:go\(|withScope\(|navigate\(|to=\{?|path: )['"`](\/[^'"`\s]*)['"`]/g)].map(
    plain,
  )
}

/** Addresses written as text or as a template, without what follows the path; a part put in is `*`. */
function linksIn(text: string, among: ReadonlySet<string>): string[] {
  return [...matches(text, /'(\/[^'\s]*)'/g), ...matches(text, /`(\/[^`\s]*)`/g)]
    .map(plain)
    .filter((link) => among.has(link.split('/')[1] ?? ''))
}

/** A link without what follows the path; a part put in is `*`. */
function plain(link: string): string {
  return link.replaceAll(/\$\{[^}]*\}/g, '*').replace(/[?#].*$/, '')
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
