import { z } from 'zod'

/** Host names and addresses that are reached directly, with commas between them: `plant.example, .group.example, 10.1.2.3:8080`. */
const bypass = z.string().trim().max(1000)

/** How web servers are reached. The password of a proxy is kept apart, sealed. */
export const proxySettings = z.discriminatedUnion('mode', [
  /** As the operating system says, or the environment of the program. */
  z.strictObject({ mode: z.literal('system') }),
  z.strictObject({ mode: z.literal('none') }),
  z.strictObject({
    mode: z.literal('by-hand'),
    /** `http://proxy.plant.example:3128`; no name and password in it. */
    address: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .regex(/^https?:\/\/[^/@?#]+\/?$/),
    user: z.string().trim().max(300),
    bypass,
  }),
])
export type ProxySettings = Readonly<z.output<typeof proxySettings>>

/** The parts of a web address that decide over the way to it, as `URL` names them. */
export interface WebPlace {
  /** `http:` or `https:`. */
  readonly protocol: string
  readonly hostname: string
  /** Empty for the usual one. */
  readonly port: string
}

/** Whether a place is this machine itself, which no proxy reaches. */
export function isHere({ hostname }: WebPlace): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

/** Whether a list names a place: by its name, by what it ends in, with its port or without, or all by `*`. */
export function isNamedIn(list: string, { protocol, hostname, port }: WebPlace): boolean {
  const own = port === '' ? (protocol === 'https:' ? '443' : '80') : port
  return list.split(/[\s,;]+/).some((entry) => {
    const [, name = '', wanted] = /^(?:\*\.|\.)?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? []
    if (entry === '' || (wanted !== undefined && wanted !== own)) return false
    return name === '*' || hostname === name || (name !== '' && hostname.endsWith(`.${name}`))
  })
}

/** The variables of an environment that name a proxy, in either spelling. */
type Environment = Readonly<Record<string, string | undefined>>

/** The proxy that the environment names for a place; null for the direct way. */
export function proxyInEnvironment(place: WebPlace, environment: Environment): string | null {
  const said = (name: string) => environment[name.toLowerCase()] ?? environment[name]
  if (isHere(place) || isNamedIn(said('NO_PROXY') ?? '', place)) return null
  const found = said(place.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? said('ALL_PROXY') ?? ''
  if (found === '') return null
  return /^\w+:\/\//.test(found) ? found : `http://${found}`
}

/**
 * The first way that can be taken of those that a system names, `PROXY a:8080; DIRECT`; null for the direct one. Ways of
 * other kinds (SOCKS) are passed over.
 */
export function proxyInAnswer(answer: string): string | null {
  for (const way of answer.split(';')) {
    const [, kind, place] = /^\s*(DIRECT|PROXY|HTTPS)\s*(\S*)\s*$/i.exec(way) ?? []
    if (kind?.toUpperCase() === 'DIRECT') return null
    if (kind !== undefined && place) return `${kind.toUpperCase() === 'HTTPS' ? 'https' : 'http'}://${place}`
  }
  return null
}
