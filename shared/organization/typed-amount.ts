import { z } from 'zod'

import { plainAmount } from '#shared/kernel/typed-amount'

import { amount } from './model.ts'

/** The schema of a field in which an amount is typed. */
export const typedAmount = z.string().transform(plainAmount).pipe(amount)
