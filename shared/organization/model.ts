import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { day } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'

export const organizationId = idOf<'organization'>()
export type OrganizationId = z.output<typeof organizationId>
export const nodeId = idOf<'node'>()
export type NodeId = z.output<typeof nodeId>
export const contactId = idOf<'contact'>()
export type ContactId = z.output<typeof contactId>
export const productId = idOf<'product'>()
export type ProductId = z.output<typeof productId>

/** A text the user types; what is not known is null, never an empty text. */
const typed = z.string().trim().min(1).max(300)
const typedOrUnknown = typed.nullable()
/** Amounts of the organization are never negative. */
export const amount = decimalText.refine((text) => !text.startsWith('-'))
export const year = z.int().min(1990).max(2100)

/** A person to ask, who need not have an account. */
export const contact = z.object({
  id: contactId,
  post: typedOrUnknown,
  name: typed,
  phone: typedOrUnknown,
  email: z.email().nullable(),
})

/** The basic data of the reporting unit, GB/T 32150 and A.9.1 a) 1 of the carbon management standard. */
const facts = {
  name: typed,
  nameEn: typedOrUnknown,
  /** GB 32100, eighteen characters; checked by `credit-code.ts`. */
  creditCode: z.string().max(60).nullable(),
  /** GB/T 4754: two to four digits, the letter of the section may stand before them. */
  industryCode: z
    .string()
    .regex(/^[A-T]?\d{2,4}$/)
    .nullable(),
  legalRepresentative: typedOrUnknown,
  registeredAddress: typedOrUnknown,
  productionAddress: typedOrUnknown,
  postalAddress: typedOrUnknown,
  postcode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  phone: typedOrUnknown,
  email: z.email().nullable(),
  foundedOn: day.nullable(),
  /** The pollutant discharge permit, which emission reports ask for. */
  permitNo: typedOrUnknown,
  /** The year for which these data were last confirmed. */
  year: year.nullable(),
}
export const newOrganization = z.object({ ...facts, contacts: z.array(contact.omit({ id: true })) })
export type NewOrganization = Readonly<z.output<typeof newOrganization>>
export const organization = z.object({ id: organizationId, ...facts, contacts: z.array(contact) })
export type Organization = Readonly<z.output<typeof organization>>

/** From the whole to the part: a node stands below a node of an earlier kind. */
export const nodeKinds = ['site', 'facility', 'unit', 'equipment'] as const
export type NodeKind = (typeof nodeKinds)[number]
/** By what right it is run, which decides how it enters the boundary (6.1.2 b). */
export const tenures = ['owned', 'leased-in', 'leased-out', 'joint', 'outsourced'] as const
export type Tenure = (typeof tenures)[number]

const plate = {
  /** The plant's own number, `1#`. */
  code: typedOrUnknown,
  name: typed,
  tenure: z.enum(tenures),
  /** Rated capacity with its unit, `75 t/h`, `25 MW`; both or none. */
  capacity: amount.nullable(),
  capacityUnit: measure.nullable(),
  model: typedOrUnknown,
  maker: typedOrUnknown,
  serialNo: typedOrUnknown,
  place: typedOrUnknown,
  note: typedOrUnknown,
}
/** What a user says about a node; where it stands and since when is said apart. */
export const nodeFacts = z
  .object(plate)
  .refine(({ capacity, capacityUnit }) => (capacity === null) === (capacityUnit === null), {
    path: ['capacityUnit'],
  })
export type NodeFacts = Readonly<z.output<typeof nodeFacts>>
export const newNode = nodeFacts.and(
  z.object({ kind: z.enum(nodeKinds), parent: nodeId.nullable(), validFrom: day }),
)
export type NewNode = Readonly<z.output<typeof newNode>>
export const node = z.object({
  id: nodeId,
  kind: z.enum(nodeKinds),
  /** Null for a site, which stands at the root. */
  parent: nodeId.nullable(),
  ...plate,
  /** Order among its siblings. */
  position: z.int(),
  validFrom: day,
  validTo: day.nullable(),
})
export type Node = Readonly<z.output<typeof node>>

/** A main product of one facility in one year, a line of table E.6. */
const productFacts = {
  facility: nodeId,
  year,
  /** The number of the line in the table. */
  number: z.int().min(1).max(999),
  name: typed,
  unit: measure,
  /** Null while it is not known, which is not zero. */
  output: amount.nullable(),
  /** Per year, in the same unit. */
  designCapacity: amount.nullable(),
  note: typedOrUnknown,
}
export const newProduct = z.object(productFacts)
export type NewProduct = Readonly<z.output<typeof newProduct>>
export const product = z.object({ id: productId, ...productFacts })
export type Product = Readonly<z.output<typeof product>>

/** Gross output value of a year in 10⁴ CNY, for the intensity of table E.1. */
export const outputValue = z.object({ year, value: amount })
export type OutputValue = Readonly<z.output<typeof outputValue>>

/** Something that emits and is registered at a node, as the boundary needs to know it. */
export const sourceAtNode = z.object({
  id: z.string(),
  name: z.string(),
  node: nodeId,
  /** What it takes in or gives out, where that is known. */
  flow: z.enum(['fuel', 'electricity', 'heat', 'material']).nullable(),
  direction: z.enum(['in', 'out']).nullable(),
})
export type SourceAtNode = Readonly<z.output<typeof sourceAtNode>>
