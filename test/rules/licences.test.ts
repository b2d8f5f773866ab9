import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { licences } from '#shared/kernel/licences'

import { shippedLicences } from '../../scripts/licences.mjs'

const notices = shippedLicences()

it('every library that goes out is named with its version and the text of its licence', () => {
  const file = licences.parse({ format: 'tanbu-licences/1', notices })
  const named = new Set(file.notices.map(({ name }) => name))
  const program = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  const wanted = Object.entries(program.dependencies).map(
    ([name, wish]) => /^npm:(.+)@/.exec(wish)?.[1] ?? name,
  )
  expect(wanted.filter((name) => !named.has(name))).toEqual([])
  // Of the window, and what these bring along.
  for (const name of ['react', 'react-dom', 'scheduler', 'antd', '@rc-component/table', 'echarts', 'zrender'])
    expect(named, name).toContain(name)
  for (const name of ['typescript', 'vitest', 'oxlint', 'electron-builder']) expect(named).not.toContain(name)
  for (const { name, licence, text } of file.notices) {
    expect(licence, name).not.toBe('')
    expect(text, name).toMatch(/copyright|public domain|permission|license/i)
  }
})

it('a library without a text of its own gets that of the licence it names; one that names none is refused', () => {
  const { text } = notices.find(({ name }) => name === 'fontkit')!
  expect(text).toMatch(/^Copyright \(c\) Devon Govett/)
  expect(text).toContain('THE SOFTWARE IS PROVIDED "AS IS"')
  const folder = mkdtempSync(join(tmpdir(), 'tanbu-licences-'))
  const add = (license?: string) => {
    const entry = { version: '1.0.0', ...(license && { license }) }
    const packages = { '': { dependencies: { own: '1' } }, 'node_modules/own': entry }
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  }
  try {
    for (const place of ['renderer', 'shared', 'node_modules/own', 'resources'])
      mkdirSync(join(folder, place), { recursive: true })
    cpSync('resources/fonts', join(folder, 'resources/fonts'), { recursive: true })
    writeFileSync(join(folder, 'node_modules/own/package.json'), '{"name":"own","version":"1.0.0"}')
    add('MIT')
    expect(shippedLicences(folder).map(({ name }) => name)).toEqual(['Noto Sans SC', 'own'])
    add()
    expect(() => shippedLicences(folder)).toThrow(/own 1\.0\.0/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
