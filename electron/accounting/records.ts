import { inventoriesOf } from '#db/accounting/queries'
import type { RecordSource } from '#electron/kernel/offers'

/** Inventories, as other records name them. */
export const accountingRecords: RecordSource = (db) =>
  inventoriesOf(db).map(({ id, title, year, version, state }) => ({
    record: `accounting/inventory/${id}`,
    kind: 'accounting.kind.inventory',
    title,
    number: `${year}-${version}`,
    state: `accounting.state.${state}`,
    path: `/accounting/${id}`,
    seenWith: 'accounting.read',
    node: null,
    text: '',
  }))
