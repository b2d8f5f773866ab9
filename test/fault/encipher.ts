import {
  beginConversion,
  commitConversion,
  convertRest,
  settleConversion,
} from '#electron/kernel/convert-folder'
import { holdKeys, keysFrom } from '#electron/kernel/folder-keys'
import { findByPassword } from '#electron/kernel/keyring'
import { handOver } from '#test/fault/host'
import { administrator } from '#test/support/client'

/** Enciphers a closed data folder that has a key ring, as turning encryption on does, and holds its keys. */
export function encipher(folder: string, dataKey: Buffer): void {
  const conversion = { folder, from: null, to: keysFrom(dataKey) }
  beginConversion(conversion)
  convertRest(conversion)
  commitConversion(conversion)
  settleConversion(folder)
  holdKeys(folder, conversion.to)
}

/** The same for the plant of a fault test, which stays that of the user that the program runs as. */
export async function encipherPlant(folder: string): Promise<void> {
  const ring = await findByPassword(folder, administrator.password)
  if (!ring) throw new Error(`${folder} does not open with the administrator's password`)
  encipher(folder, ring.dataKey)
  handOver(folder)
}
