import { accessTexts } from '#shared/access/texts'
import { accountingTexts } from '#shared/accounting/texts'
import { exchangeTexts } from '#shared/exchange/texts'
import { factorsTexts } from '#shared/factors/texts'
import { frameTexts } from '#shared/kernel/frame-texts'
import { hostTexts } from '#shared/kernel/host-texts'
import { kernelTexts } from '#shared/kernel/kernel-texts'
import { monitoringTexts } from '#shared/monitoring/texts'
import { organizationTexts } from '#shared/organization/texts'

/** Every wording the window can say, one line per area. */
export const texts = {
  ...frameTexts,
  ...kernelTexts,
  ...hostTexts,
  ...accessTexts,
  ...organizationTexts,
  ...factorsTexts,
  ...monitoringTexts,
  ...accountingTexts,
  ...exchangeTexts,
}
/** A code that has a wording. Codes that come from the other side are plain text: say them with `say.of`. */
export type TextCode = Extract<keyof typeof texts, string>
