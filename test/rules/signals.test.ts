import { expect, it } from 'vitest'

import { shippedTrees } from '#electron/compliance/trees'
import { standardTree } from '#shared/compliance/tree'
import { evidenceKinds } from '#shared/kernel/evidence-kinds'

import { programSources } from './sources.ts'
import { everyWording } from './wordings.ts'

const wordings = new Set((await everyWording()).map(({ code }) => code))
const standard = shippedTrees({ program: process.cwd() }).filter(({ id }) => id === standardTree)
const signalling = programSources().filter(
  ({ floor, text }) => floor === 'electron' && text.includes('.signal.'),
)

/** Codes of signals as they stand in the source, whole or as the beginning of a template. */
function codesIn(text: string): string[] {
  return [...text.matchAll(/['`]([a-z]+\.signal\.[a-z-]+)(?=['`])/g)].map(([, code = '']) => code)
}

it('whatever a register says of a requirement is worded', () => {
  const mute = signalling.flatMap(({ path, text }) =>
    codesIn(text)
      .filter((code) => !wordings.has(code))
      .map((code) => `${path}: ${code}`),
  )
  expect(signalling.length).toBeGreaterThan(5)
  expect(mute).toEqual([])
})

it('a register names requirements by ids of the standard', () => {
  const known = new Set(standard.flatMap(({ requirements }) => requirements.map(({ id }) => id)))
  const odd = signalling.flatMap(({ path, text }) =>
    [...text.matchAll(/requirement: '([^']+)'/g)]
      .map(([, id = '']) => id)
      .filter((id) => !known.has(id))
      .map((id) => `${path}: ${id}`),
  )
  expect(odd).toEqual([])
})

it('every kind of record that the standard points to is one of the vocabulary, and worded', () => {
  const kinds = new Set(
    standard.flatMap(({ requirements }) => requirements.flatMap(({ evidence }) => evidence)),
  )
  expect([...kinds].filter((kind) => !(kind in evidenceKinds))).toEqual([])
  expect([...kinds].filter((kind) => !wordings.has(`kernel.evidence.${kind}`))).toEqual([])
})

it('these rules see a code and an id', () => {
  expect(codesIn(`absent('monitoring.signal.no-source', path)`)).toEqual(['monitoring.signal.no-source'])
})
