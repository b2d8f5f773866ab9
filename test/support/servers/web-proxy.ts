import { createServer, type IncomingMessage, request as requestPlain } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

export interface WebProxy {
  readonly address: string
  /** What it was asked for, `GET http://name/…` or `CONNECT name:port`, and in whose name. */
  readonly asked: string[]
  readonly close: () => void
}

/** A proxy as plants have them: whatever name it is asked for, it leads to a port of this machine. `password`: of `gate`. */
export async function startWebProxy(port: number, password: string | null = null): Promise<WebProxy> {
  const asked: string[] = []
  const isLetIn = ({ method, url, headers }: IncomingMessage) => {
    const given = /^Basic (.+)$/.exec(headers['proxy-authorization'] ?? '')?.[1] ?? ''
    const who = Buffer.from(given, 'base64').toString()
    asked.push(`${method} ${url}${who === '' ? '' : ` ${who.split(':')[0]}`}`)
    return password === null || who === `gate:${password}`
  }
  const server = createServer((request, response) => {
    if (!isLetIn(request)) return void response.writeHead(407).end()
    const { method, headers } = request
    const { pathname } = new URL(request.url ?? '')
    const onwards = requestPlain({ host: '127.0.0.1', port, path: pathname, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onwards.on('error', () => response.destroy())
    request.pipe(onwards)
  })
  server.on('connect', (request, socket) => {
    if (!isLetIn(request)) return void socket.end('HTTP/1.1 407 Who are you\r\n\r\n')
    if (request.url?.startsWith('forbidden')) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const onwards = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Go\r\n\r\n')
      onwards.pipe(socket)
      socket.pipe(onwards)
    })
    for (const end of [onwards, socket])
      end.on('error', () => [onwards, socket].forEach((each) => each.destroy()))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    asked,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
