import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { AppImageUpdater, type AppUpdater, DebUpdater, NsisUpdater } from 'electron-updater'

import type { ProgramHost } from '#electron/kernel/program-host'

/** The updaters of Electron by how the program was installed; where there is none, updates come by file. */
const updaters: Readonly<Record<string, () => AppUpdater>> = {
  AppImage: () => new AppImageUpdater(),
  deb: () => new DebUpdater(),
  nsis: () => new NsisUpdater(),
}

/**
 * Asks a feed of releases, as electron-builder lays them out, and downloads what is newer. It installs nothing: what it
 * brought is checked against the publisher's signature like a file from a stick.
 *
 * @param cache a folder for what is downloaded.
 * @param make the updater, where it is not Electron's own for this kind.
 */
export function fetchNewer(
  kind: string | null,
  cache: string,
  make = updaters[kind ?? ''],
): ProgramHost['fetch'] {
  return async (feed, proxy) => {
    if (!make) throw new Error('There is no updater for this kind of installation')
    const updater = make()
    updater.logger = null
    updater.autoDownload = false
    updater.autoInstallOnAppQuit = false
    updater.allowDowngrade = false
    updater.disableWebInstaller = true
    mkdirSync(cache, { recursive: true, mode: 0o700 })
    const settings = join(cache, 'app-update.yml')
    writeFileSync(settings, 'provider: generic\nupdaterCacheDirName: tanbu-updates\n')
    updater.updateConfigPath = settings
    updater.setFeedURL({ provider: 'generic', url: feed })
    if (proxy !== undefined) await goBy(updater, proxy)
    const found = await updater.checkForUpdates()
    if (!found?.isUpdateAvailable) return null
    const [file] = await updater.downloadUpdate(found.cancellationToken)
    if (file === undefined) throw new Error('Nothing was downloaded')
    // By its name in the feed, where there may be packages of several kinds.
    return { file, name: basename(file) }
  }
}

/** Sends what the updater asks by a proxy, or directly; without this it goes as the system says. */
async function goBy(updater: Pick<AppUpdater, 'netSession' | 'on'>, proxy: string | null): Promise<void> {
  if (proxy === null) return updater.netSession.setProxy({ mode: 'direct' })
  const { origin, username, password } = new URL(proxy)
  await updater.netSession.setProxy({ mode: 'fixed_servers', proxyRules: origin })
  updater.on('login', ({ isProxy }, answer) => {
    if (isProxy) answer(decodeURIComponent(username), decodeURIComponent(password))
  })
}
