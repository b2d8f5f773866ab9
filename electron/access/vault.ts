import type { Stretched } from '#electron/kernel/keyring'
import { dropSecretsKey, holdSecretsKey } from '#electron/kernel/secrets'
import type { UserId } from '#shared/access/model'

/** Keys that are held in memory while people are signed in, and never written. */
export interface Vault {
  readonly remember: (user: UserId, stretched: Stretched) => void
  /** What the user's password became; undefined after a restart until the user signs in. */
  readonly stretched: (user: UserId) => Stretched | undefined
  readonly open: (folder: string, dataKey: Buffer) => void
  readonly dataKey: (folder: string) => Buffer | undefined
  /** Forgets everything, when nobody has been there for long. */
  readonly forget: () => void
}

export function createVault(): Vault {
  const users = new Map<UserId, Stretched>()
  const folders = new Map<string, Buffer>()
  return {
    remember: (user, stretched) => void users.set(user, stretched),
    stretched: (user) => users.get(user),
    open: (folder, dataKey) => {
      folders.set(folder, dataKey)
      holdSecretsKey(folder, dataKey)
    },
    dataKey: (folder) => folders.get(folder),
    forget: () => {
      for (const { secret } of users.values()) secret.fill(0)
      for (const [folder, dataKey] of folders) {
        dataKey.fill(0)
        dropSecretsKey(folder)
      }
      users.clear()
      folders.clear()
    },
  }
}
