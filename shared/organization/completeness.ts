import type { Organization } from './model.ts'

/** The basic data of A.9.1 a) 1, in the order in which the monitoring plan prints them. */
export const basicData = [
  'name',
  'year',
  'industryCode',
  'creditCode',
  'legalRepresentative',
  'registeredAddress',
  'productionAddress',
  'postalAddress',
  'phone',
  'email',
  'foundedOn',
  'permitNo',
  'contacts',
] as const
export type BasicDatum = (typeof basicData)[number]

/** Which basic data are not known yet. A contact counts once it can be reached. */
export function missingBasicData(organization: Organization): BasicDatum[] {
  return basicData.filter((datum) => {
    if (datum !== 'contacts') return organization[datum] === null
    return !organization.contacts.some(({ phone, email }) => phone !== null || email !== null)
  })
}
