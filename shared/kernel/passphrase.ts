import { z } from 'zod'

/** Characters that the passphrase of a sealed file has at least: it travels with people who write it down. */
export const passphrase = z.string().min(10).max(200)
