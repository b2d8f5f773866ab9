import { expect, it } from 'vitest'

import { createHub } from '#electron/kernel/hub'

it('what changes while a piece of work runs is told once, when it ends, however it ends', async () => {
  const hub = createHub()
  const leave = new AbortController()
  const heard: (readonly string[])[] = []
  const following = (async () => {
    for await (const areas of hub.follow(leave.signal)) heard.push(areas)
  })()
  hub.publish(['access'])
  await hub.together(async () => {
    hub.publish(['activity'])
    await hub.together(() => Promise.resolve(hub.publish(['accounting', 'activity'])))
  })
  const broken = hub.together(() => {
    hub.publish(['risks'])
    return Promise.reject(new Error('broken'))
  })
  await expect(broken).rejects.toThrow('broken')
  hub.publish(['audits'])
  await expect.poll(() => heard.length).toBe(4)
  leave.abort()
  await following
  expect(heard).toEqual([['access'], ['activity', 'accounting'], ['risks'], ['audits']])
})
