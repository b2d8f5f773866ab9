import { exchangeProxy, exchangeProxySecret } from '#db/exchange/proxy-tables'
import type { ReadDb } from '#db/kernel/access'
import type { ProxySettings } from '#shared/exchange/proxy'

/** How web servers are reached; as the system says where nobody said otherwise. */
export function proxySettingsOf(db: ReadDb): ProxySettings {
  const [found] = db.select({ settings: exchangeProxy.settings }).from(exchangeProxy).all()
  return found?.settings ?? { mode: 'system' }
}

/** The proxy's password as it lies in the store; undefined where none is kept. */
export function sealedProxySecret(db: ReadDb): Buffer | undefined {
  return db.select({ sealed: exchangeProxySecret.sealed }).from(exchangeProxySecret).all()[0]?.sealed
}
