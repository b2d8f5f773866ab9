import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { stageUpload } from '#electron/kernel/uploads'
import type { AuditId } from '#shared/audits/audit'
import { type ListedItem, verdicts } from '#shared/audits/checklist'
import { type AnswerFacts, answerFields, mergeAnswers } from '#shared/audits/package'
import { type Api, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

import { type Plant, startPlant } from './support.ts'

const passphrase = '一号锅炉房 一二三四五'
let plant: Plant
let laptop: TestBackend
let audit: AuditId
let sent: string

beforeAll(async () => {
  plant = await startPlant()
  laptop = await startBackend()
  audit = await plant.plan({ clauses: ['9.2'], subsystems: [] })
  await plant.approve(audit)
  sent = await packed(plant.api)
})
afterAll(async () => {
  await plant.close()
  await laptop.close()
})

/** Makes a package and gives where it lies. */
async function packed(api: Api): Promise<string> {
  const wanted = { audit, auditor: null, withFiles: true, passphrase }
  const { download } = await finish(api.audits.makePackage(wanted))
  return join(plant.folder, 'exports', download)
}
/** Carries a file from one machine to the other. */
async function carried(to: TestBackend | Plant, file: string): Promise<string> {
  const body = new Blob([readFileSync(file)]).stream()
  return stageUpload(to.folder, { name: 'package', type: '', body })
}
const receive = async (file: string, words = passphrase) =>
  finish(laptop.api.audits.receivePackage({ upload: await carried(laptop, file), passphrase: words }))
const merge = async (file: string) =>
  finish(plant.api.audits.mergePackage({ upload: await carried(plant, file), passphrase }))
const returned = async () => {
  const { download } = await finish(laptop.api.audits.returnPackage({ audit, passphrase }))
  return join(laptop.folder, 'exports', download)
}
const questions = (api: Api) => api.audits.checklist({ audit })
const say = (api: Api, { id: item }: ListedItem, facts: Partial<AnswerFacts>) =>
  api.audits.answer({
    item,
    verdict: null,
    note: '',
    interviewed: '',
    place: '',
    department: '',
    ...facts,
    basis: [...(facts.basis ?? [])],
    isConfirmed: true,
  })

describe('an audit package', () => {
  it('brings the audit to a laptop without an account of the plant, with what the records say, and once', async () => {
    expect(await receive(sent)).toEqual({ audit, isNew: true })
    expect(await receive(sent)).toEqual({ audit, isNew: false })
    const [here, there] = await Promise.all([questions(plant.api), questions(laptop.api)])
    expect(there.map(({ requirement }) => requirement)).toEqual(here.map(({ requirement }) => requirement))
    const item = here[0]!.id
    const [own, brought] = await Promise.all([
      plant.api.audits.expected({ item }),
      laptop.api.audits.expected({ item }),
    ])
    expect(brought.signals.map(({ code, isMet }) => ({ code, isMet }))).toEqual(
      own.signals.map(({ code, isMet }) => ({ code, isMet })),
    )
    const names = (await laptop.api.access.people({})).map(({ name, account }) => ({ name, account }))
    expect(names).toContainEqual({ name: expect.any(String), account: null })
  })

  it('is answered on the laptop; plan, findings and report stay with the plant', async () => {
    const [first] = await questions(laptop.api)
    await say(laptop.api, first!, { verdict: 'minor', note: '方案未批准' })
    for (const refused of [
      laptop.api.audits.raise({ item: first!.id }),
      laptop.api.audits.cancelAudit({ id: audit, reason: '试试' }),
      finish(laptop.api.audits.makePackage({ audit, auditor: null, withFiles: false, passphrase })),
    ])
      expect((await refusalOf(refused)).code).toBe('audits.visiting')
    expect((await refusalOf(finish(plant.api.audits.returnPackage({ audit, passphrase })))).code).toBe(
      'audits.not-visiting',
    )
  })

  it('comes back: what one side wrote is taken, what both wrote differently is laid side by side', async () => {
    const here = await questions(plant.api)
    const there = await questions(laptop.api)
    await say(plant.api, here[1]!, { verdict: 'conforming', note: '现场核实' })
    await say(laptop.api, there[1]!, { verdict: 'major', note: '无记录', place: '化验室' })
    await laptop.api.desk.attach({
      record: `audits/item/${there[1]!.id}`,
      upload: await stageUpload(laptop.folder, {
        name: '现场.png',
        type: '',
        body: new Blob(['png']).stream(),
      }),
      note: null,
    })
    const result = await returned()
    expect(await merge(result)).toEqual({ audit, isNew: true, taken: 3, clashes: 2 })
    const after = await questions(plant.api)
    expect(after[0]!.answer).toMatchObject({ verdict: 'minor', note: '方案未批准' })
    expect(after[1]).toMatchObject({
      answer: { verdict: 'conforming', note: '现场核实', place: '化验室' },
      photos: 1,
    })
    const clashes = await plant.api.audits.clashes({ audit })
    expect(clashes.map(({ field, ours, theirs }) => ({ field, ours, theirs }))).toEqual([
      { field: 'verdict', ours: 'conforming', theirs: 'major' },
      { field: 'note', ours: '现场核实', theirs: '无记录' },
    ])
    expect(await merge(result)).toEqual({ audit, isNew: false, taken: 0, clashes: 0 })
    expect(await plant.api.audits.clashes({ audit })).toHaveLength(2)
  })

  it('leaves the choice to a person, once, on record', async () => {
    const [verdict, note] = await plant.api.audits.clashes({ audit })
    await plant.api.audits.choose({ id: verdict!.id, choice: 'theirs' })
    await plant.api.audits.choose({ id: note!.id, choice: 'ours' })
    const [, second] = await questions(plant.api)
    expect(second!.answer).toMatchObject({ verdict: 'major', note: '现场核实' })
    const again = plant.api.audits.choose({ id: verdict!.id, choice: 'ours' })
    expect((await refusalOf(again)).code).toBe('audits.clash-settled')
  })

  it('can come back again with more, which is merged against what came before', async () => {
    const there = await questions(laptop.api)
    await say(laptop.api, there[2]!, { verdict: 'not-applicable' })
    expect(await merge(await returned())).toEqual({ audit, isNew: true, taken: 1, clashes: 0 })
    const packages = await plant.api.audits.packages({ audit })
    expect(packages.map(({ direction }) => direction)).toEqual(['merged', 'merged', 'sent'])
  })

  it('carries the end of the laptop’s trail, and one line here says so', async () => {
    const { lines } = await plant.api.access.auditSearch({ procedure: 'audits.mergePackage' })
    const { head } = await laptop.api.access.chain({})
    expect(head).toMatch(/^[0-9a-f]{64}$/)
    expect(lines.flatMap(({ notes }) => notes)).toContainEqual(
      expect.objectContaining({
        code: 'audits.package-merged',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    )
  })

  it('is refused when it is altered, of another kind, unknown, or opened where it was made', async () => {
    const bytes = readFileSync(sent)
    const broken = `${sent}-broken`
    copyFileSync(sent, broken)
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
    writeFileSync(broken, bytes)
    expect((await refusalOf(receive(broken))).code).toBe('kernel.sealed-damaged')
    expect((await refusalOf(receive(sent, '不对的口令 123'))).code).toBe('kernel.sealed-passphrase')
    expect((await refusalOf(merge(sent))).code).toBe('kernel.sealed-kind')
    const home = finish(plant.api.audits.receivePackage({ upload: await carried(plant, sent), passphrase }))
    expect((await refusalOf(home)).code).toBe('audits.package-of-here')
    const stranger = await startBackend()
    const elsewhere = finish(
      stranger.api.audits.mergePackage({ upload: await carried(stranger, await returned()), passphrase }),
    )
    expect((await refusalOf(elsewhere)).code).toBe('audits.package-unknown')
    await stranger.close()
  })
})

describe('merging answers', () => {
  const text = fc.constantFrom('', '一', '二', '三')
  const facts: fc.Arbitrary<AnswerFacts> = fc.record({
    verdict: fc.constantFrom(null, ...verdicts),
    note: text,
    interviewed: text,
    place: text,
    department: text,
    basis: fc.subarray(['interview', 'site', 'record'] as const) as fc.Arbitrary<AnswerFacts['basis']>,
  })

  it('takes what one side alone changed, keeps what the other did, and never takes what clashes', () => {
    fc.assert(
      fc.property(facts, facts, facts, (base, ours, theirs) => {
        const { facts: merged, taken, clashes } = mergeAnswers(base, ours, theirs)
        for (const field of answerFields) {
          const isOurs = JSON.stringify(merged[field]) === JSON.stringify(ours[field])
          if (taken.includes(field)) expect(merged[field]).toEqual(theirs[field])
          else expect(isOurs).toBe(true)
          if (clashes.includes(field)) expect(ours[field]).not.toEqual(base[field])
        }
        expect(taken.filter((field) => clashes.includes(field))).toEqual([])
      }),
    )
  })

  it('again changes nothing; nothing new gives nothing; edits of different fields come to the same from either side', () => {
    fc.assert(
      fc.property(facts, facts, fc.subarray([...answerFields]), (base, other, fields) => {
        const mine = { ...base, ...Object.fromEntries(fields.map((field) => [field, other[field]])) }
        const rest = answerFields.filter((field) => !fields.includes(field))
        const theirs = { ...base, ...Object.fromEntries(rest.map((field) => [field, other[field]])) }
        const one = mergeAnswers(base, mine, theirs)
        expect(one.clashes).toEqual([])
        expect(mergeAnswers(base, theirs, mine).facts).toEqual(one.facts)
        expect(mergeAnswers(base, one.facts, theirs).taken).toEqual([])
        expect(mergeAnswers(base, mine, base)).toEqual({ facts: mine, taken: [], clashes: [] })
      }),
    )
  })
})
