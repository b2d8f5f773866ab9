import { globSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { foundTopics, help, topicOf } from '#shared/kernel/help'

const { topics } = help.parse(JSON.parse(readFileSync('resources/help/help.json', 'utf8')))
/** The addresses of all pages, as their entries write them. */
const addresses = [
  ...pageFiles()
    .join('\n')
    .matchAll(/\bpath: '(\/[^']*)'/g),
].map(([, path]) => path!)

it('every page of the program has its help, and help speaks of no page that is not there', () => {
  expect(addresses.length).toBeGreaterThan(100)
  const about = new Set(['/help', '/help/licences', '/settings'])
  expect(addresses.filter((path) => !about.has(path) && topicOf(path, topics) === null)).toEqual([])
  expect(topics.flatMap(({ pages }) => pages).filter((page) => !addresses.includes(page))).toEqual([])
})

it('the nearest topic answers: the page itself before the area that it lies in', () => {
  expect(topicOf('/activity/import', topics)?.id).toBe('import')
  expect(topicOf('/activity', topics)?.id).toBe('entry')
  expect(topicOf('/audits/0190/walk', topics)?.id).toBe('audits')
  expect(topicOf('/', topics)?.id).toBe('first-steps')
  expect(topicOf('/nowhere', topics)).toBeNull()
})

it('is found by words of either language, all of them', () => {
  expect(foundTopics('恢复 备份', topics).map(({ id }) => id)).toContain('backups')
  expect(foundTopics('Excel PASTE', topics).map(({ id }) => id)).toContain('entry')
  expect(foundTopics('grandmother', topics)).toEqual([])
  expect(foundTopics('', topics)).toEqual(topics)
})

function pageFiles(): readonly string[] {
  return globSync('renderer/*/*pages.tsx').map((file) => readFileSync(file, 'utf8'))
}
