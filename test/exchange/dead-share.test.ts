import { afterAll, expect, it } from 'vitest'

import { openFolder, refuseUnfit } from '#electron/exchange/targets/folder'

import { deadShare } from './dead-share.ts'

const share = await deadShare()
afterAll(() => share?.revive())

const { signal } = new AbortController()
const patience = 50

it.skipIf(share === null)(
  'X8b a share that never answers is given up, and nobody waits with it',
  async () => {
    const { path } = share!
    const asked = openFolder({ kind: 'folder', path }, patience).check(signal)
    // What else the program does goes on meanwhile.
    let turns = 0
    const turning = setInterval(() => (turns += 1), 5)
    await expect(asked).rejects.toMatchObject({ code: 'exchange.target-silent', facts: { folder: path } })
    clearInterval(turning)
    expect(turns).toBeGreaterThan(1)
  },
)

it.skipIf(share === null)(
  'X8c it is not asked again while it owes an answer, nor waited for by hand',
  async () => {
    const { path } = share!
    const begun = performance.now()
    const typed = refuseUnfit({ kind: 'folder', path: `${path}/exports` }, { own: '/', signal })
    await expect(typed).rejects.toMatchObject({ code: 'exchange.target-silent' })
    expect(performance.now() - begun).toBeLessThan(patience)
  },
)

it('X8d waiting for a folder ends when whoever asked goes away', async () => {
  const leaving = openFolder({ kind: 'folder', path: '/' }).check(AbortSignal.abort())
  await expect(leaving).rejects.toMatchObject({ code: 'kernel.cancelled' })
})
