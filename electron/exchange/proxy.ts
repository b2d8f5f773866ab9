import { proxySettingsOf, sealedProxySecret } from '#db/exchange/proxy-queries'
import { exchangeProxy, exchangeProxySecret } from '#db/exchange/proxy-tables'
import type { Handlers, ReadContext } from '#electron/kernel/context'
import { programHost } from '#electron/kernel/program-host'
import { openSecret, sealSecret } from '#electron/kernel/secrets'
import { isHere, isNamedIn, proxyInAnswer, proxyInEnvironment } from '#shared/exchange/proxy'
import type { proxyContract } from '#shared/exchange/proxy-contract'
import type { TargetSettings } from '#shared/exchange/target'

const owner = 'exchange.proxy'

export const proxyHandlers: Handlers<typeof proxyContract> = {
  proxy: ({ db }) => ({
    settings: proxySettingsOf(db),
    hasPassword: sealedProxySecret(db) !== undefined,
  }),
  setProxy: ({ db, user, now, folder, note }, { settings, password }) => {
    const row = { settings, changedBy: user ?? 'system', changedAt: now }
    db.insert(exchangeProxy)
      .values({ id: 1, ...row })
      .onConflictDoUpdate({ target: exchangeProxy.id, set: row })
      .run()
    // A password belongs to the proxy that it was typed for.
    if (settings.mode !== 'by-hand' || typeof password !== 'undefined') db.delete(exchangeProxySecret).run()
    if (settings.mode !== 'by-hand' || typeof password !== 'string') return {}
    db.insert(exchangeProxySecret)
      .values({ id: 1, sealed: sealSecret(folder, owner, password) })
      .run()
    note({ code: 'exchange.proxy-secret-kept' })
    return {}
  },
}

/**
 * The proxy by which a web address is reached, with name and password in it: for the connection, and for nothing that is
 * kept or shown. Null for the direct way.
 *
 * @throws Refusal `kernel.secrets-closed`, `kernel.secret-unreadable`.
 */
export async function proxyTo(
  { db, folder }: Pick<ReadContext, 'db' | 'folder'>,
  address: string,
  environment = process.env,
): Promise<string | null> {
  const url = new URL(address)
  const kept = proxySettingsOf(db)
  if (kept.mode === 'none' || isHere(url)) return null
  if (kept.mode === 'system') {
    const said = await programHost().proxyFor(url.href)
    return said === null ? proxyInEnvironment(url, environment) : proxyInAnswer(said)
  }
  if (isNamedIn(kept.bypass, url)) return null
  const proxy = new URL(kept.address)
  const sealed = sealedProxySecret(db)
  proxy.username = encodeURIComponent(kept.user)
  if (sealed) proxy.password = encodeURIComponent(openSecret(folder, owner, sealed))
  return proxy.href
}

/** The same for a target; null for those that are reached in another language than the web's. */
export async function proxyToTarget(
  context: Pick<ReadContext, 'db' | 'folder'>,
  settings: TargetSettings,
): Promise<string | null> {
  if (settings.kind === 'webdav') return proxyTo(context, settings.url)
  return settings.kind === 's3' ? proxyTo(context, settings.endpoint) : null
}
