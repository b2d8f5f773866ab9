import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { openReader } from '#db/kernel/open'
import {
  beginConversion,
  commitConversion,
  convertFixed,
  convertRest,
  settleConversion,
} from '#electron/kernel/convert-folder'
import { randomBytes } from '#electron/kernel/crypto'
import { evidencePath, hashOfFile, putEvidence } from '#electron/kernel/evidence-store'
import { dropKeys, holdKeys, keysFrom } from '#electron/kernel/folder-keys'
import { findByPassword } from '#electron/kernel/keyring'
import { type Line, median, medianOf, ms, timed, timedAsync, times } from '#test/bench/measure'
import { type BenchPlant, open, signIn, year } from '#test/bench/plant'
import { administrator } from '#test/support/backend'

/** Changes that are counted, after as many that are not. */
const counted = 20
/** Of the file of evidence, in bytes. */
const paperSize = 32 * 1024 * 1024

interface Cost {
  readonly scan: number
  readonly change: number
  readonly put: number
  readonly read: number
}

/** What encryption at rest costs: the same plant in clear and enciphered, one after the other on the same machine. */
export async function encryption(folder: string, plant: BenchPlant, home: string): Promise<readonly Line[]> {
  const sealed = join(home, 'encrypted')
  cpSync(folder, sealed, { recursive: true })
  const found = await findByPassword(sealed, administrator.password)
  const to = keysFrom(found?.dataKey ?? Buffer.alloc(32))
  const conversion = { folder: sealed, from: null, to }
  const converting = timed(() => {
    beginConversion(conversion)
    convertFixed(conversion)
    convertRest(conversion)
    commitConversion(conversion)
    settleConversion(sealed)
  })
  const clear = await costOf(folder, plant, home)
  holdKeys(sealed, to)
  const hidden = await costOf(sealed, plant, home)
  dropKeys(sealed)
  const row = (what: string, cost: keyof Cost): Line => ({
    what: `${what}, encrypted`,
    result: `${ms(hidden[cost])} = ${times(hidden[cost] / clear[cost])} of the store in clear (${ms(clear[cost])})`,
    aim: '',
    isMet: null,
  })
  return [
    row('All readings of a plant of 100,000 read once from the disk', 'scan'),
    row('One corrected reading, 100,000 readings', 'change'),
    row('32 MiB of evidence taken in', 'put'),
    row('32 MiB of evidence read and checked', 'read'),
    { what: 'Encrypting that plant', result: ms(converting), aim: '', isMet: null },
  ]
}

async function costOf(folder: string, plant: BenchPlant, home: string): Promise<Cost> {
  const scan = medianOf(5, () => {
    // A connection of its own each time: what was read stays deciphered in the memory of the old one.
    const reader = openReader(folder)
    reader.read.ask('SELECT count(*), max(entered) FROM activity_readings')
    reader.close()
  })
  const paper = join(home, 'paper')
  const puts: number[] = []
  const reads: number[] = []
  for (let time = 0; time < 5; time += 1) {
    writeFileSync(paper, randomBytes(paperSize))
    let sha256 = ''
    puts.push(timed(() => (sha256 = putEvidence(folder, paper).sha256)))
    reads.push(timed(() => hashOfFile(evidencePath(folder, sha256))))
    rmSync(paper)
  }
  return { scan, put: median(puts), read: median(reads), change: await changeIn(folder, plant) }
}

async function changeIn(folder: string, plant: BenchPlant): Promise<number> {
  const opened = open(folder)
  await signIn(opened)
  const took: number[] = []
  for (let change = 0; change < 2 * counted; change += 1) {
    const parameter = plant.parameters[(change * 31) % plant.parameters.length]!
    const month = `${year}-${String(1 + (change % 12)).padStart(2, '0')}`
    const { readings } = await opened.api.activity.readings({ parameter: parameter.id, month })
    const reading = readings.find(({ live }) => live)!.id
    const text = `${200 + change}.5`
    const correction = { reading, text, unit: null, note: null, proofs: [], reason: '抄错' }
    const time = await timedAsync(() => opened.api.activity.correct(correction))
    if (change >= counted) took.push(time)
  }
  opened.close()
  return median(took)
}
