import type { TargetSettings } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import type { TargetPort } from './target-port.ts'

/**
 * The port of a target. Libraries are loaded only when a target of their kind is used.
 *
 * @param secret password or key, where one is kept.
 * @param proxy by which a web server is reached; null for the direct way.
 */
export async function portOf(
  settings: TargetSettings,
  secret: string | null,
  proxy: string | null,
): Promise<TargetPort> {
  switch (settings.kind) {
    case 'folder':
      return (await import('./targets/folder.ts')).openFolder(settings)
    case 'mail':
      return mailPort
    case 'webdav':
      return (await import('./targets/webdav.ts')).openWebdav(settings, needed(secret), { proxy })
    case 's3':
      return (await import('./targets/s3.ts')).openS3(settings, needed(secret), { proxy })
    case 'sftp':
      return (await import('./targets/sftp.ts')).openSftp(settings, needed(secret))
    case 'hub':
      return (await import('./targets/hub.ts')).openHub(settings, needed(secret))
  }
}

function needed(secret: string | null): string {
  if (secret === null) throw new Refusal('exchange.target-no-secret')
  return secret
}

/** Nothing is reached and nothing leaves: what a message becomes is made here (`make-message.ts`). */
const mailPort: TargetPort = {
  check: () => Promise.resolve(),
  send: () => Promise.reject(new Error('A message is made of all its files at once')),
  close: () => Promise.resolve(),
}
