import { readTable } from '#electron/activity/read-table'
import { readKept } from '#electron/kernel/kept-bytes'
import type { TreeHead } from '#shared/compliance/tree'
import {
  checkedTree,
  refusedWhole,
  type TableLine,
  treeFromTable,
  type TreeReading,
} from '#shared/compliance/tree-table'

/**
 * A requirement tree from a file: JSON as it is shipped, or a table (CSV in any usual encoding, XLSX). A table does not
 * say what it is called, so `head` does.
 *
 * @throws Refusal `activity.file-…` where the file cannot be read at all.
 */
export async function readTree(path: string, name: string, head: TreeHead | null): Promise<TreeReading> {
  if (name.toLowerCase().endsWith('.json')) return fromJson(readKept(path).toString('utf8'))
  if (!head) return refusedWhole('compliance.tree.head', 0)
  const lines: TableLine[] = []
  for await (const { number, cells } of readTable(path, name))
    lines.push({ number, cells: cells.map(({ text }) => text) })
  return treeFromTable(head, lines)
}

function fromJson(text: string): TreeReading {
  try {
    return checkedTree(JSON.parse(text.replace(/^\uFEFF/, '')), (at) => at + 1)
  } catch (error) {
    if (error instanceof SyntaxError) return refusedWhole('compliance.tree.json', 0)
    throw error
  }
}
