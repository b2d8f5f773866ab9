import { inspectTable, readTable } from '#electron/activity/read-table'
import type { TableRow } from '#shared/activity/cell'
import type { ReadChoice, TableFile } from '#shared/activity/table-file'

/** How many rows are looked at to propose how a file is to be read. */
const looked = 400

export interface InspectJob {
  readonly path: string
  readonly name: string
  readonly choice: ReadChoice
}
export interface Inspected {
  readonly file: TableFile
  readonly sheet: string
  readonly rows: readonly TableRow[]
}

/** What is in a file, and the first rows of the chosen sheet, or of the first that is not hidden. */
export async function inspectJob({ path, name, choice }: InspectJob): Promise<Inspected> {
  const file = await inspectTable(path, name, choice)
  const first = file.sheets.find(({ visibility }) => visibility === 'visible') ?? file.sheets[0]
  const sheet = choice.sheet ?? first?.name ?? ''
  const rows: TableRow[] = []
  const asked = file.format === 'xlsx' ? { ...choice, sheet } : choice
  for await (const row of readTable(path, name, asked)) {
    rows.push(row)
    if (rows.length >= looked) break
  }
  return { file, sheet, rows }
}
