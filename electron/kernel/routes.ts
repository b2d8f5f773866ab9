import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'

import { randomBytes } from '#electron/kernel/crypto'
import { tellingFullDisk } from '#electron/kernel/disk-full'
import { evidencePath } from '#electron/kernel/evidence-store'
import { keptRange, keptSize, keptStream } from '#electron/kernel/kept-bytes'
import type { Start } from '#electron/kernel/pipe'
import { startupPage } from '#electron/kernel/startup-page'
import { offeredDownload, stageUpload, uploadLimit } from '#electron/kernel/uploads'
import { Refusal } from '#shared/kernel/refusal'

export interface Routing {
  /** Folder of the built pages. */
  readonly pages: string
  /** Where the pages may connect to besides their own origin, such as `ws://127.0.0.1:4000`. */
  readonly connectTo: () => string
  readonly start: () => Promise<Start>
  /** Asks the next start to bring a backup back first. */
  readonly rescue: (file: string) => void
  /** `evidence`: the hash of the stored file that is asked for, which may not be for everybody's eyes. */
  readonly folderFor: (window: string, evidence: string | null) => Promise<string | null>
}

/** What a host answers to a window that it has let in. The same in both hosts. */
export type Routes = (request: Request, window: string) => Promise<Response>

/**
 * `GET /` and the files of the pages · `POST /upload?name=` a file as the body, answers `{ upload }` ·
 * `GET /evidence/<sha256>?name=` · `GET /download/<id>`. The last three only for a window with somebody signed in.
 * `POST /rescue` from the page of a start that failed.
 */
export function createRoutes(routing: Routing): Routes {
  return async (request, window) => {
    const url = new URL(request.url)
    const [area = '', name = ''] = url.pathname.slice(1).split('/')
    if (request.method === 'POST' && area === 'upload') {
      const folder = await routing.folderFor(window, null)
      return folder === null ? plain(401) : receive(folder, request, url)
    }
    if (request.method === 'POST' && area === 'rescue') return rescue(routing, request)
    if (request.method !== 'GET') return plain(405)
    if (area !== 'evidence' && area !== 'download') return pageOf(routing, url.pathname)
    const folder = await routing.folderFor(window, area === 'evidence' ? name : null)
    if (folder === null) return plain(401)
    return area === 'evidence' ? evidence(folder, name, url) : download(folder, name)
  }
}

/** Only a backup that the page of the failed start offered; where the start went well, nothing happens. */
async function rescue(routing: Routing, request: Request): Promise<Response> {
  const start = await routing.start()
  const file = (await request.formData()).get('file')
  const offered = start.state === 'ready' ? [] : (start.backups ?? [])
  if (typeof file === 'string' && offered.some((each) => each.file === file)) routing.rescue(file)
  return new Response(null, { status: 303, headers: { ...dataHeaders, location: '/' } })
}

/** A whole plant with all its evidence is larger than any single file in it. */
const backupLimit = 64 * 1024 ** 3

async function receive(folder: string, request: Request, url: URL): Promise<Response> {
  if (!request.body) return plain(400)
  const name = url.searchParams.get('name') ?? ''
  const type = request.headers.get('content-type') ?? ''
  try {
    const limit = name.endsWith('.tanbu-backup') ? backupLimit : uploadLimit
    const upload = await stageUpload(folder, { name, type, body: request.body }, limit)
    return Response.json({ upload }, { headers: dataHeaders })
  } catch (error) {
    const refusal = tellingFullDisk(error)
    if (!(refusal instanceof Refusal)) throw error
    const { code, facts } = refusal
    return Response.json({ code, facts }, { status: 422, headers: dataHeaders })
  }
}

/** Evidence is shown as what its first bytes say, and only if that cannot run anything; all else is a download. */
function evidence(folder: string, sha256: string, url: URL): Response {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return plain(404)
  const path = evidencePath(folder, sha256)
  if (!existsSync(path)) return plain(404)
  const type = harmlessTypeOf(path)
  const name = url.searchParams.get('name') ?? sha256
  return fileResponse(
    path,
    type ?? 'application/octet-stream',
    disposition(type ? 'inline' : 'attachment', name),
  )
}

function download(folder: string, id: string): Response {
  const offered = offeredDownload(folder, id)
  if (!offered) return plain(404)
  return fileResponse(offered.path, offered.type, disposition('attachment', offered.name))
}

const dataHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

function fileResponse(path: string, type: string, contentDisposition: string): Response {
  // Chromium shows no PDF in a sandbox; its viewer runs no script of the file under this policy either.
  const policy =
    type === 'application/pdf'
      ? `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'`
      : `default-src 'none'; sandbox; frame-ancestors 'self'`
  return new Response(Readable.toWeb(keptStream(path)) as ReadableStream, {
    headers: {
      ...dataHeaders,
      'content-type': type,
      'content-length': String(keptSize(path)),
      'content-disposition': contentDisposition,
      'content-security-policy': policy,
    },
  })
}

/** RFC 6266 with RFC 8187: names are Chinese more often than not. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${kind}; filename*=UTF-8''${encoded}`
}

const signatures: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['application/pdf', 0, '%PDF-'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/bmp', 0, 'BM'],
]
function harmlessTypeOf(path: string): string | null {
  const text = keptRange(path, 0, 16).toString('latin1')
  return signatures.find(([, at, bytes]) => text.startsWith(bytes, at))?.[0] ?? null
}

async function pageOf(routing: Routing, pathname: string): Promise<Response> {
  // A browser asks for it beside a file that is opened by itself.
  if (pathname === '/favicon.ico') return plain(204)
  const nonce = randomBytes(16).toString('base64')
  if (pathname === '/' || pathname === '/index.html') {
    const start = await routing.start()
    const html =
      start.state === 'ready'
        ? readFileSync(join(routing.pages, 'index.html'), 'utf8').replaceAll('__CSP_NONCE__', nonce)
        : startupPage(start, nonce)
    const headers = pageHeaders(nonce, routing.connectTo())
    return new Response(html, { headers: start.state === 'ready' ? headers : withForms(headers) })
  }
  const path = decoded(pathname)
  if (path === null) return plain(404)
  const file = resolve(routing.pages, `.${path}`)
  const type = pageTypes[extname(file)]
  if (!file.startsWith(routing.pages + sep) || !type || !existsSync(file)) return plain(404)
  // What is built bears the hash of its content in its name: the browser may keep it, and what it compiled from it.
  const isNamedByContent = pathname.startsWith('/assets/')
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
    headers: {
      ...dataHeaders,
      'content-type': type,
      ...(isNamedByContent ? { 'cache-control': 'private, max-age=31536000, immutable' } : {}),
    },
  })
}

/** A path as it is meant; null for one that no browser makes. */
function decoded(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

const pageTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** The headers of every page: nothing from elsewhere, no inline script, styles by the nonce of this load only. */
export function pageHeaders(nonce: string, connectTo: string): Record<string, string> {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self' ${connectTo}`.trim(),
    `worker-src 'self'`,
    `frame-src 'self' blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}

/** The page of a failed start has a form; without a referrer its browser would not say where the form stood. */
function withForms(headers: Record<string, string>): Record<string, string> {
  const policy = headers['content-security-policy'] ?? ''
  return {
    ...headers,
    'content-security-policy': policy.replace(`form-action 'none'`, `form-action 'self'`),
    'referrer-policy': 'same-origin',
  }
}

function plain(status: number): Response {
  return new Response(null, { status, headers: dataHeaders })
}
