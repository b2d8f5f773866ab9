import type { ScryptCost } from '#electron/kernel/crypto'
import type { Language } from '#shared/kernel/texts'

/** What differs between hosts. Services, pages and tests do not know which host they have. */
export interface Surroundings {
  readonly now: () => Date
  /** A new UUIDv7. */
  readonly newId: () => string
  /** The folder with `resources/` and `db/migrations/`, the program's own files. */
  readonly program: string
  /** Name of the program and version, as other programs see it. */
  readonly name: string
  /** The language before anyone has chosen one. */
  readonly language: Language
  /** The module that long work runs in, on a thread of its own. */
  readonly jobs: URL
  /** Cost of stretching a password, where it is not the usual one. */
  readonly passwordCost?: ScryptCost
}
