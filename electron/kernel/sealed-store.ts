import type { Store } from '#db/kernel/open'
import { Refusal } from '#shared/kernel/refusal'

/** The store of an encrypted folder whose key nobody has given: whatever is asked of it is refused. */
export function sealedStore(folder: string): Store {
  return { folder, sqlite: refusing(), read: refusing(), write: refusing(), close: () => {} }
}

/** @throws Refusal `kernel.sealed` whatever is done with it. */
function refusing<T extends object>(): T {
  return new Proxy({} as T, {
    get: () => {
      throw new Refusal('kernel.sealed')
    },
  })
}
