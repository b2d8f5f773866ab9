import { z } from 'zod'

/** The licence of one library that goes out with the program. */
const notice = z.strictObject({
  name: z.string().min(1),
  version: z.string(),
  /** Its SPDX name. */
  licence: z.string(),
  text: z.string().min(1),
})
export type LicenceNotice = Readonly<z.output<typeof notice>>

/** The file `licences.json` that the build puts beside the pages. */
export const licences = z.strictObject({ format: z.literal('tanbu-licences/1'), notices: z.array(notice) })
