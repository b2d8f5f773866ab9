import { z } from 'zod'

import { query } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { languages } from '#shared/kernel/texts'

/** What emissions are worth. */
export const worthContract = {
  /** CNY for each amount of tCO2e, in their order, at the price of the year or else the newest known; null without any. */
  worth: query(
    'assets.read',
    z.object({
      year: z.int().min(2000).max(2100),
      amounts: z.array(decimalText).max(500),
      language: z.enum(languages),
    }),
    z
      .object({
        price: z.object({ price: decimalText, source: z.string(), date: z.union([day, z.string()]) }),
        worth: z.array(decimalText),
      })
      .nullable(),
  ),
}
