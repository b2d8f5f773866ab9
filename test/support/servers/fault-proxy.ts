import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the link does to the bytes that go over it. */
export interface Weather {
  /** Each connection is cut after so many bytes to the server, counted from its first. */
  readonly cutAfter?: number
  /** The same for what comes back. */
  readonly cutBackAfter?: number
  /** Cuts with a reset instead of an end. */
  readonly reset?: boolean
  /** Milliseconds that each piece is late. */
  readonly delay?: number
  /** Bytes per second, each way. */
  readonly rate?: number
  /** Takes everything and answers nothing. */
  readonly silent?: boolean
  /** Changes what comes back: a link, a disk or a server that lies. */
  readonly lie?: (answer: Buffer) => Buffer
}

export interface FaultProxy {
  readonly port: number
  readonly become: (weather: Weather) => void
  /** Bytes that went to the server, and back, since the last `become`. */
  readonly moved: () => { readonly there: number; readonly back: number; readonly connections: number }
  readonly stop: () => Promise<void>
}

/** One bit is another in the last byte. */
export function flipped(answer: Buffer): Buffer {
  const other = Buffer.from(answer)
  other[other.length - 1] = (other.at(-1) ?? 0) ^ 1
  return other
}

/** A TCP proxy on the loopback that stands for a bad link to `port`; `at`: on a port that was known before. */
export async function startFaultProxy(port: number, at = 0): Promise<FaultProxy> {
  let weather: Weather = {}
  let moved = { there: 0, back: 0, connections: 0 }
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true })
    moved = { ...moved, connections: moved.connections + 1 }
    const both = [near, far]
    for (const socket of both) {
      open.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        open.delete(socket)
        for (const other of both) other.destroySoon()
      })
    }
    const end = (isReset: boolean) => {
      if (isReset) near.resetAndDestroy()
      else near.destroy()
      // What had passed before the cut arrives.
      far.destroySoon()
    }
    void carry(near, far, (bytes) => void (moved = { ...moved, there: moved.there + bytes }), 'there', end)
    void carry(far, near, (bytes) => void (moved = { ...moved, back: moved.back + bytes }), 'back', end)
  })
  async function carry(
    from: Socket,
    to: Socket,
    count: (bytes: number) => void,
    way: 'there' | 'back',
    end: (isReset: boolean) => void,
  ): Promise<void> {
    let sent = 0
    try {
      for await (const piece of from as AsyncIterable<Buffer>) {
        const now = weather
        if (now.silent) continue
        const limit = (way === 'there' ? now.cutAfter : now.cutBackAfter) ?? Number.POSITIVE_INFINITY
        const allowed = piece.subarray(0, Math.max(0, limit - sent))
        sent += allowed.length
        if (now.delay) await sleep(now.delay)
        if (now.rate) await sleep((allowed.length / now.rate) * 1000)
        count(allowed.length)
        const said = way === 'back' && now.lie ? now.lie(allowed) : allowed
        if (said.length > 0 && !to.write(said))
          await new Promise((resolve) => void to.once('drain', resolve).once('close', resolve))
        if (allowed.length < piece.length) return end(now.reset ?? false)
      }
      to.end()
    } catch {
      // One side has gone; its end takes the other with it.
    }
  }
  await new Promise<void>((resolve) => void server.listen(at, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return {
    port: address.port,
    become: (next) => {
      weather = next
      moved = { there: 0, back: 0, connections: 0 }
    },
    moved: () => moved,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
