import type { Readable } from 'node:stream'

import type { Outgoing } from '#electron/exchange/target-port'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

/** What most mail servers take at most, in bytes, once attachments are written as text, a third longer. */
const largest = 25 * 1024 * 1024

/**
 * A message with files, ready to be opened and sent by a person with a mail program of their own (RFC 5322). The text
 * names each file with its hash, so that whoever gets it can see that it is the same.
 *
 * @param words in order: what the mail says before the list of files.
 * @throws Refusal `exchange.mail-too-large` {MiB, limitMiB}.
 */
export async function messageOf(
  { to, subject }: SettingsOf<'mail'>,
  files: readonly Outgoing[],
  { words, at }: { readonly words: string; readonly at: string },
): Promise<Readable> {
  const size = files.reduce((sum, file) => sum + Math.ceil(file.size / 57) * 78, 0)
  if (size > largest)
    throw new Refusal('exchange.mail-too-large', {
      MiB: Math.ceil(size / 1024 / 1024),
      limitMiB: largest / 1024 / 1024,
    })
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const list = files.map(({ name, sha256 }) => `${name}\n    SHA-256 ${sha256}`).join('\n')
  const message = new MailComposer({
    to,
    subject: subject === '' ? files.map(({ name }) => name).join(', ') : subject,
    text: `${words}\n\n${list}\n`,
    date: new Date(at),
    // Mail programs open such a message for writing, and not as one that was received.
    headers: { 'X-Unsent': '1' },
    attachments: files.map(({ name, read }) => ({ filename: name, content: read() })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return message.compile().createReadStream()
}
