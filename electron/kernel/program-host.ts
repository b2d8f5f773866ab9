/** A package of the program as it is put in place. */
export interface Handover {
  /** The package, whole and verified. */
  readonly file: string
  /** Where the program that runs is kept first, where it is one file; null where it is not kept. */
  readonly keepAs: string | null
}

/** What a host can do about the program itself: only the desktop shell, and only where it was installed. */
export interface ProgramHost {
  /** How the program was put in place, `AppImage` or an installer's name; null: it cannot be replaced from within. */
  readonly kind: string | null
  /** Puts a package in place, or hands it to the system's installer, and ends the program. */
  readonly handOver: (handover: Handover) => Promise<void>
  /**
   * Asks a feed and downloads what is newer; null where nothing is. `proxy`: the way that the plant's settings say, with
   * name and password; undefined for the system's own.
   */
  readonly fetch: (
    feed: string,
    proxy?: string | null,
  ) => Promise<{ readonly file: string; readonly name: string } | null>
  /** What the system says of the way to a web address, `PROXY a:8080; DIRECT`; null where it cannot be asked. */
  readonly proxyFor: (address: string) => Promise<string | null>
}

/** What the backend's process asks its host. */
export type ProgramQuestion = { readonly type: 'program'; readonly id: number } & (
  | { readonly act: 'kind' }
  | ({ readonly act: 'hand-over' } & Handover)
  | { readonly act: 'fetch'; readonly feed: string; readonly proxy: string | null | undefined }
  | { readonly act: 'proxy'; readonly address: string }
)
/** `trouble`: why it could not be done, in the words of the system. */
export interface ProgramAnswer {
  readonly type: 'program'
  readonly id: number
  readonly value: unknown
  readonly trouble: string | null
}

const none: ProgramHost = {
  kind: null,
  handOver: () => Promise.reject(new Error('No host replaces the program here')),
  fetch: () => Promise.reject(new Error('No host fetches programs here')),
  proxyFor: () => Promise.resolve(null),
}
let current = none

/** The host of this process; one that can do nothing until another one is told. */
export const programHost = (): ProgramHost => current
export function useProgramHost(given: ProgramHost): void {
  current = given
}

/** The host's side. */
export async function answerProgram(host: ProgramHost, question: ProgramQuestion): Promise<ProgramAnswer> {
  const { type, id } = question
  try {
    return { type, id, value: await done(host, question), trouble: null }
  } catch (error) {
    return { type, id, value: null, trouble: error instanceof Error ? error.message : String(error) }
  }
}
function done(host: ProgramHost, question: ProgramQuestion): unknown {
  if (question.act === 'kind') return host.kind
  if (question.act === 'fetch') return host.fetch(question.feed, question.proxy)
  if (question.act === 'proxy') return host.proxyFor(question.address)
  return host.handOver(question)
}

/** The backend's side: questions go out by `tell`, answers come in by `hear`. */
export function programHostOver(tell: (question: ProgramQuestion) => void): {
  /** Asks the host what it can do, and uses it from then on. */
  readonly meet: () => Promise<void>
  readonly hear: (answer: ProgramAnswer) => void
} {
  const waiting = new Map<number, (answer: ProgramAnswer) => void>()
  const ask = async (question: (id: number) => ProgramQuestion): Promise<unknown> => {
    asked += 1
    const id = asked
    const { value, trouble } = await new Promise<ProgramAnswer>((resolve) => {
      waiting.set(id, resolve)
      tell(question(id))
    })
    if (trouble !== null) throw new Error(trouble)
    return value
  }
  let asked = 0
  const type = 'program'
  return {
    meet: async () => {
      const kind = (await ask((id) => ({ type, id, act: 'kind' }))) as ProgramHost['kind']
      useProgramHost({
        kind,
        handOver: async (handover) => void (await ask((id) => ({ type, id, act: 'hand-over', ...handover }))),
        proxyFor: async (address) =>
          (await ask((id) => ({ type, id, act: 'proxy', address }))) as Awaited<
            ReturnType<ProgramHost['proxyFor']>
          >,
        fetch: async (feed, proxy) =>
          (await ask((id) => ({ type, id, act: 'fetch', feed, proxy }))) as Awaited<
            ReturnType<ProgramHost['fetch']>
          >,
      })
    },
    hear: (answer) => {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    },
  }
}
