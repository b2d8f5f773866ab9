import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { day, month } from '#shared/kernel/period'
import { carbonBases } from '#shared/monitoring/methods'
import { sourceId } from '#shared/monitoring/model'

/** What a laboratory is accredited for; the ministry's guideline asks for one of them where coal is tested. */
export const accreditations = ['none', 'CMA', 'CNAS', 'CMA+CNAS'] as const

/** A number as a laboratory reports it, never negative, with at most nine digits before and after the point. */
const reported = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/)
  .nullable()
const words = z.string().trim().min(1).max(200).nullable()

/** The numbers of a report, by what they are. */
export const labNumbers = [
  'amount',
  'moistureReceived',
  'moistureAirDry',
  'ash',
  'volatile',
  'sulphur',
  'hydrogen',
  'netHeat',
  'grossHeat',
  'carbon',
] as const
export type LabNumber = (typeof labNumbers)[number]

const facts = {
  number: z.string().trim().min(1).max(60),
  /** What the sample stands for, `[from, to)`: a day, a batch, or a month for a composite sample. */
  from: day,
  to: day,
  /** Fuel of the batch or day, in t, where the fuel is not recorded day by day or batch by batch. */
  amount: reported,
  /** M_ar, total moisture as received, and M_ad, moisture of the air-dry sample; %. */
  moistureReceived: reported,
  moistureAirDry: reported,
  /** A_ad, V_ad, S_t,ad and H_ad of the air-dry sample; %. */
  ash: reported,
  volatile: reported,
  sulphur: reported,
  hydrogen: reported,
  /** Q_net,ar and Q_gr,ad; MJ/kg, which is GJ/t. */
  netHeat: reported,
  grossHeat: reported,
  /** Elemental carbon, %, on the basis that the report states. */
  carbon: reported,
  carbonBasis: z.enum(carbonBases),
  sampledBy: words,
  sampledOn: day.nullable(),
  preparedBy: words,
  laboratory: words,
  accreditation: z.enum(accreditations),
  reportNo: words,
  receivedOn: day.nullable(),
  testedOn: day.nullable(),
  reportedOn: day.nullable(),
  /** Until when the split of the sample is kept. */
  keptUntil: day.nullable(),
  note: z.string().trim().max(1000).nullable(),
}
export const newLabSample = z.object(facts)
export type NewLabSample = Readonly<z.output<typeof newLabSample>>

/** One sample of coal: its chain from sampling to report, and what the report says. */
export const labSample = newLabSample.extend({
  id: idOf<'lab-sample'>(),
  source: sourceId,
  month,
  /** The report, as a file. */
  sha256: z.string().nullable(),
  /** Whether its values are readings now; then it is changed only after taking those back. */
  isPosted: z.boolean(),
})
export type LabSample = Readonly<z.output<typeof labSample>>
