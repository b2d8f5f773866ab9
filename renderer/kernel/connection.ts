import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { create } from 'zustand'

/** What the desktop shell's preload offers; absent on the loopback host. */
interface Shell {
  readonly kind: 'electron'
  readonly setLanguage: (language: string) => void
  readonly chooseFolder: () => Promise<unknown>
}
declare global {
  interface Window {
    readonly host?: Shell
  }
}

type Link = ClientLink<ClientContext>
interface Connection {
  /** `lost` after a connection broke, until the next one stands. */
  readonly state: 'connecting' | 'open' | 'lost'
  /** How many connections there have been; whoever listens to a stream starts again when it grows. */
  readonly count: number
}

export const useConnection = create<Connection>()(() => ({ state: 'connecting', count: 0 }))

/** The way to the other side, whichever host carries it; it survives a broken connection. */
export function openLink(): Link {
  return window.host?.kind === 'electron' ? portLink() : socketLink()
}

function portLink(): Link {
  let current = connect()
  function connect(): Link {
    const { port1, port2 } = new MessageChannel()
    window.postMessage('rpc:connect', window.location.origin, [port2])
    port1.addEventListener('close', () => {
      useConnection.setState({ state: 'lost' })
      setTimeout(() => (current = connect()), waits[2])
    })
    port1.start()
    useConnection.setState(({ count }) => ({ state: 'open', count: count + 1 }))
    return new PortLink({ port: port1 })
  }
  return { call: (path, input, options) => current.call(path, input, options) }
}

/** Waits between attempts in milliseconds, the last one for ever. */
const waits = [100, 300, 1000, 2000, 5000] as const

function socketLink(): Link {
  let current = connect(0)
  function connect(failures: number): Link {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/`)
    let failed = failures
    socket.addEventListener('open', () => {
      failed = 0
      useConnection.setState(({ count }) => ({ state: 'open', count: count + 1 }))
    })
    socket.addEventListener('close', () => {
      useConnection.setState({ state: 'lost' })
      setTimeout(() => (current = connect(failed + 1)), waits[Math.min(failed, waits.length - 1)])
    })
    return new SocketLink({ websocket: socket })
  }
  return { call: (path, input, options) => current.call(path, input, options) }
}
