import type { Router } from '@orpc/server'

import { services, createGate, dutiesOf, idleSeconds, offers, personalColumns } from '#electron/areas'
import { createHub } from '#electron/kernel/hub'
import { type Client, clientAt } from '#electron/kernel/in-process'
import { createRouter, type HostContext } from '#electron/kernel/router'
import type { Spine } from '#electron/kernel/spine'
import { opensByKeychain } from '#electron/kernel/store-key'
import type { Surroundings } from '#electron/kernel/surroundings'
import type { Workspace } from '#electron/kernel/workspace'
import { seals } from '#electron/seal-list'
import { contract } from '#shared/contract'

/** The whole main side. A host is a way of carrying requests to `router`. */
export interface Backend {
  readonly router: Router<never, HostContext>
  readonly workspace: Workspace
  readonly spine: Spine
  /** Seals an encrypted plant at which nobody has worked for as long as a window takes to lock. */
  readonly sealWhenIdle: () => void
  readonly close: () => void
}

/** Puts the main side together over the data folders of a workspace. */
export function createBackend(workspace: Workspace, around: Surroundings): Backend {
  let activeAt = around.now().getTime()
  const gate = createGate()
  const spine: Spine = {
    store: workspace.store,
    around,
    gate: {
      ...gate,
      touch: (window, now) => {
        activeAt = now.getTime()
        gate.touch(window, now)
      },
    },
    hub: createHub(),
    personal: personalColumns,
    isPast: () => workspace.which() === 'past',
    dutiesOf,
    seals,
    dayAt: (instant) => dayIn(instant, timeZone),
  }
  // Whoever unlocked it is about to sign in.
  workspace.follow((state) => {
    if (state === 'opened') activeAt = around.now().getTime()
  })
  // What fills a sample plant goes through the same door as a window, which is only there once the router is.
  const own = (window: string): Client => clientAt(router, window)
  const router: Backend['router'] = createRouter(spine, contract, services(spine, workspace, own), offers)
  return {
    router,
    workspace,
    spine,
    sealWhenIdle: () => {
      // What the keychain opens for whoever sits there is not kept from them by closing it.
      if (opensByKeychain(workspace.store().folder)) return
      const isIdle = around.now().getTime() - activeAt >= idleSeconds * 1000
      if (isIdle && workspace.sealed() === null) workspace.seal()
    },
    close: () => workspace.close(),
  }
}

/** One zone for the whole country since 1949; a plant elsewhere will carry its own in `kernel_store`. */
const timeZone = 'Asia/Shanghai'

/** The calendar day of an instant in a time zone, `2026-11-21`. */
export function dayIn(instant: Date, zone: string): string {
  const known =
    calendars.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  calendars.set(zone, known)
  return known.format(instant)
}
/** A calendar takes a thousand times as long to make as to use, and every request asks for the day. */
const calendars = new Map<string, Intl.DateTimeFormat>()
