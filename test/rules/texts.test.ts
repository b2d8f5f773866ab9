import { expect, it } from 'vitest'

import { areas } from '#shared/kernel/areas'

import { programSources, type Source } from './sources.ts'
import { everyWording, roomsIn, type Worded } from './wordings.ts'

const sources = programSources().map((source) => ({ ...source, text: withoutComments(source.text) }))
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
const all = await everyWording()
const wordings = new Map(all.map((worded) => [worded.code, worded]))

it('no code is worded twice', () => {
  const isOther = ({ code, zh, en }: Worded) => wordings.get(code)?.zh !== zh || wordings.get(code)?.en !== en
  expect(all.filter(isOther).map(({ code }) => code)).toEqual([])
})
it('every wording exists in both languages', () => {
  expect(all.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '').map(({ code }) => code)).toEqual([])
})
it('both languages leave room for the same facts', () => {
  const odd = all.filter(({ zh, en }) => roomsIn(zh).join() !== roomsIn(en).join())
  expect(odd.map(({ code, zh, en }) => `${code}: ${roomsIn(zh).join()} / ${roomsIn(en).join()}`)).toEqual([])
})
it('English is English', () => {
  const odd = all.filter(({ code, en }) => /\p{Script=Han}/u.test(en) && !code.startsWith('frame.language'))
  expect(odd.map(({ code, en }) => `${code}: ${en}`)).toEqual([])
})
it('Chinese is Chinese: more than a few words without a character of it are not', () => {
  const odd = all.filter(({ zh }) => !/\p{Script=Han}/u.test(zh) && /[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/.test(zh))
  expect(odd.map(({ code, zh }) => `${code}: ${zh}`)).toEqual([])
})
it('Chinese sentences end and pause with Chinese marks', () => {
  const odd = all.filter(({ zh }) => /\p{Script=Han}[,;?!]|\p{Script=Han}\.(\s|$)/u.test(zh))
  expect(odd.map(({ code, zh }) => `${code}: ${zh}`)).toEqual([])
})
it('no area words what belongs to another', () => {
  const odd = all.filter(({ area, code }) => {
    const word = code.split('.')[0] ?? ''
    return word !== area && areas.some((other) => other === word)
  })
  expect(odd.map(({ area, code }) => `${area}: ${code}`)).toEqual([])
})

interface Use {
  readonly where: string
  readonly code: string
  /** Names of the facts that are given with it; null where they cannot be seen from here. */
  readonly facts: readonly string[] | null
}
const codeWord = new RegExp(`^(${[...areas, 'kernel'].join('|')})\\.[a-z]`)

/** Refusals as they are thrown. */
function refusalsIn({ path, text }: Source): Use[] {
  return [...text.matchAll(/new Refusal\(\s*'([^']+)'\s*(?:,\s*(\{[^{}]*\}|[^)]*))?/g)].map(
    ([, code = '', facts]) => ({ where: path, code, facts: namesIn(facts) }),
  )
}
function namesIn(facts: string | undefined): string[] | null {
  if (facts === undefined || facts.trim() === '') return []
  if (!facts.startsWith('{') || facts.includes('...')) return null
  return [...facts.matchAll(/(?:^\{|,)\s*(\w+)/g)].map(([, name = '']) => name)
}
/** Findings and notes. */
function codesIn({ path, text }: Source): Use[] {
  return [...text.matchAll(/\bcode: '([^']+)'/g)]
    .map(([, code = '']) => ({ where: path, code, facts: null }))
    .filter(({ code }) => codeWord.test(code))
}
const refusals = sources.flatMap(refusalsIn)

it('every refusal has a wording', () => {
  const mute = refusals.filter(({ code }) => !wordings.has(code))
  expect(mute.map(({ where, code }) => `${where}: ${code}`)).toEqual([])
})
it('every finding and note has a wording', () => {
  const mute = sources.flatMap(codesIn).filter(({ code }) => !wordings.has(code))
  expect(mute.map(({ where, code }) => `${where}: ${code}`)).toEqual([])
})
it('a refusal brings every fact that its wording asks for', () => {
  const lacking = refusals.flatMap(({ where, code, facts }) => {
    const wanted = roomsIn(wordings.get(code)?.zh ?? '')
    const missing = facts === null ? [] : wanted.filter((name) => !facts.includes(name))
    return missing.length > 0 ? [`${where}: ${code} lacks ${missing.join(', ')}`] : []
  })
  expect(lacking).toEqual([])
})
it('these rules see a refusal without a wording or a fact', () => {
  const text = `throw new Refusal('access.nonsense', { seconds: 3, login })`
  expect(refusalsIn({ path: 'x', floor: '', area: '', role: '', text })).toEqual([
    { where: 'x', code: 'access.nonsense', facts: ['seconds', 'login'] },
  ])
  expect(namesIn('{ ...facts }')).toBeNull()
})
