import type { StoredDelivery } from '#db/exchange/queries'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { outboxTexts } from '#shared/exchange/outbox-texts'
import type { SettingsOf } from '#shared/exchange/target'

import { keepExport } from './keep-export.ts'
import type { Outgoing } from './target-port.ts'
import { messageOf } from './targets/mail.ts'

/** A delivery with its file as it leaves. */
export interface Enclosed {
  readonly delivery: StoredDelivery
  readonly outgoing: Outgoing
}

/**
 * Makes one message of the files that were asked for together and keeps it as an export, for a person to open and
 * send. Nothing leaves by itself.
 *
 * @param settle says of each delivery what became of it, in the transaction that keeps the message.
 */
export async function makeMessage(
  task: TaskContext,
  settings: SettingsOf<'mail'>,
  enclosed: readonly Enclosed[],
  settle: (write: WriteContext, each: Enclosed, place: string) => void,
): Promise<void> {
  const { zh, en } = outboxTexts['exchange.mail.words']
  const message = await messageOf(
    settings,
    enclosed.map(({ outgoing }) => outgoing),
    { words: `${zh}\n${en}`, at: task.around.now().toISOString() },
  )
  const title = settings.subject === '' ? (enclosed[0]?.outgoing.name ?? '') : settings.subject
  const fileName = `${title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_').slice(0, 120)}.eml`
  await keepExport(
    task,
    { kind: 'message', fileName, type: 'message/rfc822', inventoryId: null },
    message,
    (write) => {
      for (const each of enclosed) settle(write, each, fileName)
    },
  )
}
