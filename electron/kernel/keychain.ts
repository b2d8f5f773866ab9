/** The operating system's keychain: what it seals, it opens for the same user of the same machine alone. */
export interface Keychain {
  readonly isThere: () => Promise<boolean>
  readonly seal: (text: string) => Promise<Buffer>
  readonly open: (sealed: Buffer) => Promise<string>
}

/** What the backend's process asks its host, where the keychain is; `bytes` in base 64. */
export type KeychainQuestion = { readonly type: 'keychain'; readonly id: number } & (
  | { readonly act: 'seal'; readonly text: string }
  | { readonly act: 'open'; readonly bytes: string }
  | { readonly act: 'look' }
)
/** Bytes in base 64, the text, or nothing where only its presence was asked; null where the keychain is not to be had, or does not open it. */
export interface KeychainAnswer {
  readonly type: 'keychain'
  readonly id: number
  readonly value: string | null
}

/** The calls of Electron's `safeStorage` that are used here. */
export interface SafeStorage {
  readonly isEncryptionAvailable: () => boolean
  /** On Linux alone. `basic_text` is no keychain but a password that everybody knows. */
  readonly getSelectedStorageBackend?: () => string
  readonly encryptString: (text: string) => Buffer
  readonly decryptString: (bytes: Buffer) => string
}

/** The host's side. A keychain that is locked or broken counts as none: passwords then open at the next sign-in. */
export function askKeychain(safe: SafeStorage, question: KeychainQuestion): KeychainAnswer {
  const { type, id } = question
  try {
    const isReal = safe.isEncryptionAvailable() && safe.getSelectedStorageBackend?.() !== 'basic_text'
    if (!isReal) return { type, id, value: null }
    if (question.act === 'look') return { type, id, value: '' }
    if (question.act === 'seal')
      return { type, id, value: safe.encryptString(question.text).toString('base64') }
    return { type, id, value: safe.decryptString(Buffer.from(question.bytes, 'base64')) }
  } catch {
    return { type, id, value: null }
  }
}

/** The backend's side: questions go out by `tell`, answers come in by `hear`. */
export function keychainOver(tell: (question: KeychainQuestion) => void): {
  readonly keychain: Keychain
  readonly hear: (answer: KeychainAnswer) => void
} {
  const waiting = new Map<number, (value: string | null) => void>()
  let asked = 0
  const ask = async (question: (id: number) => KeychainQuestion): Promise<string> => {
    asked += 1
    const id = asked
    const value = await new Promise<string | null>((resolve) => {
      waiting.set(id, resolve)
      tell(question(id))
    })
    if (value === null) throw new Error('No keychain of the operating system answers')
    return value
  }
  return {
    keychain: {
      isThere: () =>
        ask((id) => ({ type: 'keychain', id, act: 'look' })).then(
          () => true,
          () => false,
        ),
      seal: async (text) =>
        Buffer.from(await ask((id) => ({ type: 'keychain', id, act: 'seal', text })), 'base64'),
      open: (sealed) =>
        ask((id) => ({ type: 'keychain', id, act: 'open', bytes: sealed.toString('base64') })),
    },
    hear: ({ id, value }) => {
      waiting.get(id)?.(value)
      waiting.delete(id)
    },
  }
}
