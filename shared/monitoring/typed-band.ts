import { z } from 'zod'

import { decimalText } from '#shared/kernel/quantity'
import { plainAmount } from '#shared/kernel/typed-amount'

/** The schema of a field in which one end of the usual range is typed; a change of stock may lie below zero. */
export const typedBand = z.string().transform(plainAmount).pipe(decimalText)
